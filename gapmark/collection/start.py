"""new and add: a folder for a collection, and rows for the texts of a received file."""

from __future__ import annotations

import re
from collections.abc import Collection as Ids
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gapmark.collection.corpus import Corpus, Received, opening_of, read_corpus
from gapmark.collection.load import load_collection
from gapmark.collection.places import PLACES, Gazetteer, find_place, read_places
from gapmark.collection.settings import SETTINGS_FILE, new_settings
from gapmark.collection.table import TABLE, append_rows, new_table
from gapmark.collection.titles import read_opening
from gapmark.problems.errors import failure
from gapmark.problems.location import Problem
from gapmark.project.files import read_bytes, read_file, telling
from gapmark.project.folder import DEFAULTS
from gapmark.project.lock import locked
from gapmark.project.swap import finish, swap
from gapmark.receive.choose_document import source_name
from gapmark.receive.new_project import check_free, write_folder
from gapmark.source.file_kinds import refuse_bytes


class Choice(NamedTuple):
    """Which documents of a file are wanted."""

    match: str = ""
    """A regular expression that a document's bytes have, headings as they stand: `# Battle #`. May be empty."""
    ids: Path | None = None
    """A file with an id a line."""


class Added(NamedTuple):
    """What came of it."""

    rows: tuple[dict[str, str], ...]
    """The new rows."""
    openings: tuple[str, ...]
    """The first words of each, as an editor would look at them."""
    documents: int
    """How many the file holds."""
    problems: tuple[Problem, ...]


def make_collection(
    folder: Path, file: Path, choice: Choice, places: Path | None = None, *, dry_run: bool = False
) -> Added:
    """Make a collection of the texts of a file in a new folder. `places` becomes its places.csv.

    Raise GapmarkError, with nothing written, where the folder holds anything or the file has no text that is wanted.
    """
    check_free(folder)
    path, data = _receive(file)
    known = {PLACES: read_file(places, places.name)} if places else {}
    gazetteer, problems = read_places(known[PLACES]) if known else ({}, ())
    added = _choose(path, data, choice, (), gazetteer)
    added = added._replace(problems=(*problems, *added.problems))
    if not dry_run:
        files = {**known, path: data, TABLE: new_table(added.rows), SETTINGS_FILE: new_settings(file.stem).encode()}
        for name in ("gitignore", "gitattributes"):
            files[f".{name}"] = (DEFAULTS / "project" / name).read_bytes()
        files[".gitattributes"] += b"corpus/** -text\n"
        with telling(folder, folder, "mend this and try again"):
            write_folder(folder, files)
    return added


def add_texts(root: Path, file: Path, choice: Choice, *, dry_run: bool = False) -> Added:
    """Add the texts of a file to a collection: the file to corpus/, a row for each to the table.

    Raise GapmarkError, with nothing written, where the collection has another file of this name.
    """
    collection = load_collection(root)
    path, data = _receive(file)
    before = collection.corpus.files.get(path, data)
    if before != data:
        raise failure("O004", path, "stands there, and is another file", "give the new file another name")
    added = _choose(path, data, choice, collection.table.rows.keys(), collection.places)
    if not dry_run:
        table = append_rows(read_bytes(root / TABLE, root), collection.table, added.rows)
        with telling(root, root, "make room or give write permission there"), locked(root):
            finish(root)
            swap(root, {path: data, TABLE: table}, flushed=True)
    return added


def _receive(file: Path) -> tuple[str, bytes]:
    """Return the path of a received file in a collection, and its bytes."""
    data = read_file(file, file.name)
    refuse_bytes(data, file.name)
    return f"corpus/{source_name(file.stem)}.txt", data


def _choose(path: str, data: bytes, choice: Choice, known: Ids[str], places: Gazetteer) -> Added:
    corpus = read_corpus({path: data}, {path: Path(path).stem})
    wanted = [document for document in _wanted(corpus, choice) if document.id not in known]
    if not wanted and not any(document.id in known for document in _wanted(corpus, choice)):
        hint = "try another --match or --ids; --dry-run shows what they find"
        raise failure("C004", path, f"holds {len(corpus.documents):,} documents, and none of them is wanted", hint)
    openings = [opening_of(corpus.read(document)) for document in wanted]
    rows = [new_row(document.id, opening, places) for document, opening in zip(wanted, openings, strict=True)]
    return Added(tuple(rows), tuple(openings), len(corpus.documents), corpus.problems)


def _wanted(corpus: Corpus, choice: Choice) -> Iterator[Received]:
    """Yield the documents that fit. Raise GapmarkError where the expression is none, or an id is not there."""
    try:
        pattern = re.compile(choice.match.encode())
    except re.error as error:
        raise failure(
            "C004", "--match", f"is no regular expression: {error}", "write for example --match '# Battle #'"
        ) from error
    ids = set(read_file(choice.ids, choice.ids.name).decode("utf-8", "replace").split()) if choice.ids else None
    if ids and (lacking := sorted(ids - corpus.documents.keys())):
        message = f"names {lacking[0]}, which no document of the file has, and {len(lacking) - 1} more such ids"
        raise failure("C004", str(choice.ids), message, "take these ids out, or give the file that has them")
    for document in corpus.documents.values():
        if (ids is None or document.id in ids) and pattern.search(corpus.read(document)):
            yield document


def new_row(event: str, opening: str, places: Gazetteer) -> dict[str, str]:
    """Return the cells that the first words of a text give."""
    found = read_opening(opening, event)
    place = find_place(found.sentence, found.title, places)
    cells = {"id": event, "title": found.title, "title_from": found.title_from, "date": found.date}
    return cells | {"date_words": found.date_words, "place": place.name if place else ""}

"""Everything of a collection that is read from the disk, as one record."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from gapmark.collection.corpus import Corpus, read_corpus
from gapmark.collection.places import PLACES, Gazetteer, read_places
from gapmark.collection.settings import SETTINGS_FILE, load_collection_settings
from gapmark.collection.table import TABLE, Table, read_table
from gapmark.problems.errors import failure
from gapmark.problems.findings import Findings
from gapmark.problems.location import Problem
from gapmark.project.folder import Folder, read_folder
from gapmark.receive.choose_document import source_name
from gapmark.yamltext.records import Group

FILES = (SETTINGS_FILE, TABLE, PLACES)


class Collection(NamedTuple):
    """A collection as it stands on the disk."""

    settings: Group
    corpus: Corpus
    table: Table
    places: Gazetteer
    problems: tuple[Problem, ...]


def load_collection(root: Path) -> Collection:
    """Read a collection. Raise GapmarkError where there is none; what else is wrong comes in the record."""
    folder = read_folder(root, FILES, ("corpus",))
    if SETTINGS_FILE not in folder:
        hint = "go to the folder that holds it; to begin one: gapmark collection new FOLDER --from FILE"
        raise failure("C001", SETTINGS_FILE, "there is no collection here", hint)
    return parse_collection(folder)


def parse_collection(folder: Folder) -> Collection:
    """Return the files of a collection as a record."""
    settings, problems = load_collection_settings(folder)
    found = Findings(problems)
    table = found.of(read_table(folder.data(TABLE)))
    files = {path: folder.data(path) for path in folder.below("corpus") if path.endswith(".txt")}
    corpus = found.of(read_corpus(files, {path: source_name(PurePosixPath(path).stem) for path in files}))
    found += _without_text(table, corpus)
    return Collection(
        settings=settings,
        corpus=corpus,
        table=table,
        places=found.read({}, read_places, folder.data(PLACES)) if PLACES in folder else {},
        problems=tuple(found),
    )


def _without_text(table: Table, corpus: Corpus) -> tuple[Problem, ...]:
    """Return a problem for each row whose text is in no file; one whose id stands twice is named already."""
    twice = {problem.event for problem in corpus.problems}
    hint = "add the file that holds it to corpus/, or write no into the column include"
    return tuple(
        Problem("X052", "error", f"no text in corpus/ has the id {row.id}", row.locate("id"), hint, row.id)
        for row in table.rows.values()
        if row.included and row.id not in corpus.documents.keys() | twice
    )

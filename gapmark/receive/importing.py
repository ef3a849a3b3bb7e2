"""import: a source text becomes a content folder, and nothing that an editor wrote is lost on the way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from gapmark.errors import GapmarkError, stop_on_errors
from gapmark.model import Document, Location, Problem, Source
from gapmark.project.files import decode, holds, name_of, read_file, set_aside, telling, write_file
from gapmark.project.folder import read_folder
from gapmark.project.load import read_source
from gapmark.project.settings import load_headings, load_settings
from gapmark.receive.drafts import page_text, site_text
from gapmark.receive.event_title import guess_title
from gapmark.receive.headings_to_pages import Arrangement, arrange
from gapmark.source.checks import check_source
from gapmark.source.sections import check_text, parse_document
from gapmark.source.tokens import find_documents

GENERAL = ("headings", "language", "fields")
"""Lists of a site that hold for any source."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What an import did."""

    title: str
    written: tuple[str, ...]
    """Paths of new files."""
    kept: tuple[tuple[str, str], ...]
    """A file that stayed as it was, and where the fresh version was put."""
    replaced: tuple[tuple[str, str], ...]
    """A file that was replaced, and where its old version is now."""
    arrangement: Arrangement
    other_source: str
    """The id that site.yaml names, where it is not the imported one; else empty."""
    problems: tuple[Problem, ...]
    """Warnings about the source."""


def import_source(root: Path, path: Path, doc: str = "", *, force: bool = False) -> Receipt:
    """Write content/ for one document of the file `path`. Raises GapmarkError on any error; nothing is ever lost."""
    source = choose_document(path, doc)
    document = parse_document(source, find_documents(source.text, source.id)[0])
    headings, problems = load_headings(read_folder(root))
    stop_on_errors(problems)
    arrangement = arrange(document, headings)
    title = guess_title(document)
    other = other_source(root, source.id)
    files = dict(new_files(document, arrangement, title, site=force and bool(other)))
    if not (root / "content" / "site.yaml").exists():
        files["content/site.yaml"] = site_text(document, title).encode()
    with telling(root / "content", root, "mend this and import again; what stood here before is still here"):
        written, kept, replaced = _write(root, files, force=force)
        if force and other:
            replaced += _retire(root, {*files, *(f"content/{name}.yaml" for name in GENERAL)})
        if force:
            _clear_fresh(root, files)
    problems = [*problems, *check_source(document)]
    return Receipt(title, written, kept, replaced, arrangement, "" if force else other, tuple(problems))


def choose_document(path: Path, doc: str) -> Source:
    """The document of the file, or the one called `doc`, as the source it will be in content/source/."""
    data = read_file(path, path.name)
    text = decode(data, path.name)
    extents = find_documents(text, source_name(path.stem))
    chosen = [extent for extent in extents if extent.id == doc] if doc else list(extents)
    if len(chosen) != 1:
        raise _choice(path, doc, [extent.id for extent in extents])
    extent = chosen[0]
    if len(extents) > 1:
        data = text[extent.start : extent.end].encode()
    source = read_source(data, f"content/source/{extent.id}.txt", extent.id)
    check_text(source.text, path.name)
    return source


def source_name(stem: str) -> str:
    """A file's name as one that site.yaml can hold as it is: letters, digits, `_`, `.` and `-`."""
    return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", stem)).strip(".-") or "text"


def _choice(path: Path, doc: str, ids: list[str]) -> GapmarkError:
    found = f'has no document "{doc}"' if doc else f"holds {len(ids)} documents"
    shown = "\n".join(ids[:200]) + (f"\n... and {len(ids) - 200} more" if len(ids) > 200 else "")
    problem = Problem("C004", "error", found, Location(path.name), f"add --doc with one of these:\n{shown}")
    return GapmarkError(problem)


def other_source(root: Path, source_id: str) -> str:
    """The id of another source that site.yaml names already; empty where it names this one, or there is none."""
    if not (root / "content" / "site.yaml").is_file():
        return ""
    settings, _ = load_settings(read_folder(root))
    named = str(settings["source"]["id"])
    return named if named != source_id else ""


def new_files(document: Document, arrangement: Arrangement, title: str, *, site: bool) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of what import would write into an empty folder; site.yaml only where asked for."""
    yield document.source.path, document.source.text.encode()
    if site:
        yield "content/site.yaml", site_text(document, title).encode()
    for draft in arrangement.drafts:
        yield f"content/{draft.name}.md", page_text(draft).encode()


Pairs = tuple[tuple[str, str], ...]


def _write(root: Path, files: dict[str, bytes], *, force: bool) -> tuple[tuple[str, ...], Pairs, Pairs]:
    """Write what is new; what an editor has changed is kept, or with `force` kept under another name."""
    written, kept, replaced = [], [], []
    for name, data in files.items():
        path = root / name
        if holds(path, data):
            continue
        if not path.exists():
            write_file(path, data)
            written.append(name)
        elif force:
            replaced.append((name, _move_aside(path, root)))
            write_file(path, data)
        else:
            fresh = path.with_name(path.name + ".new")
            fresh = fresh if not fresh.exists() or holds(fresh, data) else set_aside(path, "new")
            write_file(fresh, data)
            kept.append((name, name_of(fresh, root)))
    return tuple(written), tuple(kept), tuple(replaced)


def _clear_fresh(root: Path, files: dict[str, bytes]) -> None:
    """Fresh versions that an earlier import put beside a page say nothing more once they are the page."""
    for name, data in files.items():
        for path in (root / name).parent.glob(f"{Path(name).name}.new*"):
            if holds(path, data):
                path.unlink()


def _move_aside(path: Path, root: Path) -> str:
    """Keep the file as `.old`. It is copied first: a killed run never leaves a time without it."""
    old = set_aside(path, "old")
    write_file(old, path.read_bytes())
    return name_of(old, root)


def _retire(root: Path, fresh: set[str]) -> Pairs:
    """Pages, lists and licence of another source, which mean nothing beside this one; all are kept as `.old`."""
    moved = []
    for path in sorted((root / "content").glob("*")):
        ours = path.suffix in (".md", ".yaml") or path.name == "LICENSE.txt"
        if ours and name_of(path, root) not in fresh:
            moved.append((name_of(path, root), _move_aside(path, root)))
            path.unlink()
    return tuple(moved)

"""new: a folder of its own for a text, with all that an editor needs to build it and put it online."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gapmark.problems.errors import failure
from gapmark.project.files import list_files, telling
from gapmark.project.folder import DEFAULTS, PACKAGED
from gapmark.project.swap import swap
from gapmark.receive.choose_document import choose_document
from gapmark.receive.importing import Receipt, prepare_import
from gapmark.receive.program import find_program
from gapmark.source.sections import parse_source

FILES = {
    "README.md": "README.md",
    "pages.yml": ".github/workflows/pages.yml",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
}
"""A file of gapmark/defaults/project/ and its place in a project."""


def make_project(folder: Path, text: Path, doc: str = "", *, templates: bool = False) -> tuple[Receipt, list[str]]:
    """Make a project in a new or empty folder; what was imported, and the paths of the other files.

    Raises GapmarkError, with nothing written, where the folder holds anything or the text can't be imported.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        hint = "name a folder that is not there yet"
        raise failure("O010", folder.as_posix(), "is there already and not empty", hint)
    document = parse_source(choose_document(text, doc))
    receipt = prepare_import(folder, document)
    own = dict(_own_files(receipt.title))
    for name in ("templates", "static") if templates else ():
        own |= {path.relative_to(PACKAGED).as_posix(): path.read_bytes() for path in list_files(PACKAGED / name)}
    content = {f"content/{name}": data for name, data in receipt.plan.files.items()}
    with telling(folder, folder, "mend this and try again"):
        swap(folder, content | own)
    return receipt, sorted(own)


def _own_files(title: str) -> Iterator[tuple[str, bytes]]:
    program, beside = find_program()
    yield from beside.items()
    for name, place in FILES.items():
        text = (DEFAULTS / "project" / name).read_text("utf-8")
        yield place, text.replace("@program@", program).replace("@title@", title).encode()

"""new: a folder of its own for a text, with all that an editor needs to build it and put it online."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from gapmark import CONTENT
from gapmark.forms.forms import parse_source
from gapmark.problems.errors import failure
from gapmark.project.files import FRESH, flush_folder, list_files, telling
from gapmark.project.folder import DEFAULTS, PACKAGED
from gapmark.project.swap import swap
from gapmark.receive.choose_document import choose_document
from gapmark.receive.importing import Receipt, prepare_import
from gapmark.receive.program import find_program, link_documents

FILES = {
    "README.md": "README.md",
    "pages.yml": ".github/workflows/pages.yml",
    "dependabot.yml": ".github/dependabot.yml",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
}
"""A file of gapmark/defaults/project/ and its place in a project."""


def make_project(
    folder: Path, text: Path, doc: str = "", form: str = "", *, templates: bool = False
) -> tuple[Receipt, list[str]]:
    """Make a project in a new or empty folder; what was imported, and the paths of the other files.

    Raises GapmarkError, with nothing written, where the folder holds anything or the text can't be imported.
    """
    check_free(folder)
    document = parse_source(choose_document(text, doc, form))
    receipt = prepare_import(folder, document, told=bool(form))
    own = dict(_own_files(receipt.title))
    for name in ("templates", "static") if templates else ():
        own |= {path.relative_to(PACKAGED).as_posix(): path.read_bytes() for path in list_files(PACKAGED / name)}
    content = {f"{CONTENT}/{name}": data for name, data in receipt.plan.files.items()}
    with telling(folder, folder, "mend this and try again"):
        write_folder(folder, content | own)
    return receipt, sorted(own)


def check_free(folder: Path) -> None:
    """Raise GapmarkError where a folder holds anything."""
    with telling(folder, folder, "name another folder"):
        if os.path.lexists(folder) and (not folder.is_dir() or any(folder.iterdir())):
            hint = "name a folder that is not there yet"
            raise failure("O010", folder.as_posix(), "is there already and not empty", hint)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files beside `folder` and give them its name at once: a run that ends early leaves no half project."""
    folder = folder.resolve()
    fresh = folder.with_name(folder.name + FRESH)
    shutil.rmtree(fresh, ignore_errors=True)  # what a killed run has left
    fresh.mkdir(parents=True)
    try:
        swap(fresh, files, flushed=True)
        if folder.exists():
            folder.rmdir()  # it is empty
        fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    flush_folder(folder.parent)


def _own_files(title: str) -> Iterator[tuple[str, bytes]]:
    program, beside = find_program()
    yield from beside.items()
    for name, place in FILES.items():
        text = (DEFAULTS / "project" / name).read_text("utf-8")
        yield place, link_documents(text).replace("@program@", program).replace("@title@", title).encode()

"""Reads templates, static files and figures. A site's own files come before gapmark's."""

from __future__ import annotations

from unicodedata import normalize

from gapmark import CONTENT
from gapmark.model import OutputFile
from gapmark.problems.errors import failure
from gapmark.problems.findings import Findings
from gapmark.problems.location import Problem
from gapmark.project.files import FRESH, MANIFEST, read_file
from gapmark.project.folder import DEFAULTS, PACKAGED, Folder, read_folder
from gapmark.project.swap import JOURNAL, OLD
from gapmark.run.memo import share

STYLE, CUSTOM = "style.css", "custom.css"
TEMPLATES = (".html", ".txt", ".xml", ".css")
"""Endings of templates."""


def packaged() -> Folder:
    """Return the templates and static files that come with the program."""
    return read_folder(PACKAGED, patterns=(), trees=("templates", "static"))


def load_atlas() -> bytes:
    """Return the lines that maps are drawn of, from Natural Earth."""
    return read_file(DEFAULTS / "atlas" / "atlas.txt", "atlas.txt")


def load_templates(folder: Folder) -> tuple[tuple[tuple[str, str], ...], Findings]:
    """Name and text of every template: the site's own before the default one."""
    found = Findings()
    texts: dict[str, str] = {}
    for each in (share(packaged), folder):
        for name in filter(lambda name: name.endswith(TEMPLATES), each.below("templates")):
            short = name.removeprefix("templates/")
            texts[short] = found.read(texts.get(short, ""), _read_template, each, name)
    return tuple(texts.items()), found


def _read_template(folder: Folder, name: str) -> tuple[str, tuple[Problem, ...]]:
    return folder.text(name), ()


def load_static(folder: Folder) -> tuple[tuple[OutputFile, ...], Findings]:
    """Return the files that are copied as they are: the site's own static/ before the default one.

    Only custom.css is not: it is added to the end of style.css, so that a page fetches one stylesheet.
    """
    own, found = _read_files(folder, "static", "")
    names = {file.path for file in own}
    files = (*(file for file in _read_files(share(packaged), "static", "")[0] if file.path not in names), *own)
    custom = b"".join(b"\n\n" + file.data for file in files if file.path == CUSTOM)
    styled = (f._replace(data=f.data.rstrip() + custom) if custom and f.path == STYLE else f for f in files)
    return tuple(file for file in styled if file.path != CUSTOM), found


def load_figures(folder: Folder) -> tuple[tuple[OutputFile, ...], Findings]:
    """Return the files of content/figures/, each with its path in the finished site."""
    return _read_files(folder, f"{CONTENT}/figures", "figures/")


def _read_files(folder: Folder, place: str, target: str) -> tuple[tuple[OutputFile, ...], Findings]:
    found = Findings()
    files = [found.read(None, _read_asset, folder, name, target, place) for name in folder.below(place)]
    return tuple(filter(None, files)), found


def _read_asset(folder: Folder, name: str, target: str, place: str) -> tuple[OutputFile, tuple[Problem, ...]]:
    path = normalize("NFC", name.removeprefix(f"{place}/"))  # a Mac may keep `é` as two signs
    ours = path in (MANIFEST, JOURNAL) or path.endswith((FRESH, OLD))
    if (
        ours or not path.isprintable() or set(path) & set(":\\%")
    ):  # the list of our files, or of a bag, could not hold it
        raise failure("O008", name, "a file of this name can't be published", "give it a plain name")
    return OutputFile(target + path, folder.data(name), name), ()

"""What goes into the site as it is, or shapes it: templates, static files, figures. A site's own come before ours."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from gapmark.errors import failure
from gapmark.model import OutputFile, Problem
from gapmark.project.files import FRESH, MANIFEST, read_file
from gapmark.project.folder import DEFAULTS, PACKAGED, Folder, read_folder
from gapmark.project.swap import JOURNAL, OLD

TEMPLATES = (".html", ".txt", ".xml", ".css")
"""Endings of templates."""


@cache
def packaged() -> Folder:
    """The templates and static files that come with the program."""
    return read_folder(PACKAGED, patterns=(), trees=("templates", "static"))


@cache
def load_atlas() -> bytes:
    """The lines that maps are drawn of, from Natural Earth."""
    return read_file(DEFAULTS / "atlas" / "atlas.txt", "atlas.txt")


def load_templates(folder: Folder) -> tuple[tuple[tuple[str, str], ...], tuple[Problem, ...]]:
    """Name and text of every template: the site's own before the default one."""
    texts = {
        name.removeprefix("templates/"): each.text(name)
        for each in (packaged(), folder)
        for name in each.below("templates")
        if name.endswith(TEMPLATES)
    }
    return tuple(texts.items()), ()


def load_static(folder: Folder) -> tuple[tuple[OutputFile, ...], tuple[Problem, ...]]:
    """The files that are copied as they are: the site's own static/ before the default one.

    Only custom.css is not: it is added to the end of style.css, so that a page fetches one stylesheet.
    """
    found = {file.path: file for each in (packaged(), folder) for file in _files(each, "static", "")}
    style, custom = found.get("style.css"), found.pop("custom.css", None)
    if style and custom:
        found["style.css"] = style._replace(data=style.data.rstrip() + b"\n\n" + custom.data)
    return tuple(found.values()), ()


def load_figures(folder: Folder) -> tuple[tuple[OutputFile, ...], tuple[Problem, ...]]:
    """The files of content/figures/, each with its path in the finished site."""
    return tuple(_files(folder, "content/figures", "figures/")), ()


def _files(folder: Folder, place: str, target: str) -> Iterator[OutputFile]:
    for name in folder.below(place):
        path = normalize("NFC", name.removeprefix(f"{place}/"))  # a Mac may keep `é` as two signs
        _check_file_name(path, name)
        yield OutputFile(target + path, folder.data(name), name)


def _check_file_name(name: str, path: str) -> None:
    """Raise GapmarkError where the list of our files could not hold the name, or it is one of our own."""
    if name in (MANIFEST, JOURNAL) or name.endswith((FRESH, OLD)) or not name.isprintable() or set(name) & set(":\\"):
        raise failure("O008", path, "a file of this name can't be published", "give it a plain name")

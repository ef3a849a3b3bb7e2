"""Reads the images that pages show: `![alt](map.jpg)` is the file content/figures/map.jpg, described in figures.yaml.

An image is shown with where it comes from and its licence, or not at all. Its alternative text is the Markdown's.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from gapmark import CONTENT
from gapmark.markup.drawing import ImageError
from gapmark.problems.location import Location, Problem
from gapmark.problems.nearest import nearest
from gapmark.text.finder import Finder
from gapmark.text.images import ENDINGS, Image, read_image
from gapmark.text.pages import EditedPage
from gapmark.yamltext.records import Group
from gapmark.yamltext.writing import entry as entry_text
from gapmark.yamltext.writing import scalar

FOLDER = "figures"
"""The folder of the files in content/, and in the finished site."""
LIST = f"{CONTENT}/figures.yaml"


class Figure(NamedTuple):
    """An image with what is known of it."""

    path: str
    """In the finished site, such as `figures/map.jpg`."""
    image: Image
    caption: str
    """May be empty."""
    credit: str
    """Who made it, or where it is kept."""
    licence: str
    licence_url: str
    """May be empty."""


class _PageImage(NamedTuple):
    """An image as it stands in the Markdown."""

    name: str
    """The name of its file in content/figures/."""
    alt: str
    element: Element
    finder: Finder

    @property
    def where(self) -> Location:
        """Return where it stands; the page is read for it, so this is asked for in messages only."""
        return self.finder.find_image(self.element)


def figure_name(src: str) -> str:
    """Return the name of the file that an image's address names: `map.jpg`, `figures/map.jpg` and `./map.jpg` are
    one."""
    return posixpath.normpath(normalize("NFC", unquote(src))).removeprefix(f"{FOLDER}/")


def read_figures(
    entries: Sequence[Group], pages: Sequence[EditedPage], files: Mapping[str, bytes]
) -> tuple[dict[str, Figure], tuple[Problem, ...]]:
    """Return the figures that the pages show, by name. `files` has every file of content/figures/ by its name there."""
    entries = [entry for entry in entries if entry["file"]]  # an entry without a name is noted already
    known = {figure_name(entry["file"]): entry for entry in reversed(entries)}
    shown = [image for page in pages for image in _images(page)]
    problems = [*_check_entries(entries)]
    if all(image.name in files for image in shown):  # else an idle file may be the missing one
        problems += _check_idle(known, {image.name for image in shown}, files)
    figures: dict[str, Figure] = {}
    for image in shown:
        problems += _check_shown(image, known, files)
        if image.name in known and image.name in files and image.name not in figures:
            try:
                figures[image.name] = _figure(image.name, known[image.name], _read(image.name, files[image.name]))
            except ImageError as error:
                hint = error.hint or "save it as a PNG, JPEG, GIF, WebP or SVG file, and give its name that ending"
                where = Location(f"{CONTENT}/{FOLDER}/{image.name}", error.line)
                problems.append(Problem("P024", "error", str(error), where, hint))
    return figures, tuple(dict.fromkeys(problems))


def _figure(name: str, entry: Mapping[str, Any], image: Image) -> Figure:
    caption, credit, licence = (" ".join(entry[key].split()) for key in ("caption", "credit", "licence"))
    return Figure(f"{FOLDER}/{name}", image, caption, credit, licence, entry["licence_url"])


def _read(name: str, data: bytes) -> Image:
    """Return the image. Raise ImageError where it is none, or its name does not end as its kind wants."""
    image = read_image(data)
    if not name.lower().endswith(ENDINGS[image.kind]):
        raise ImageError(f"is a {image.kind.upper()} image by its content and not by its name")
    return image


def _images(page: EditedPage) -> Iterator[_PageImage]:
    """Yield every image of a page."""
    finder = Finder(page.manuscript, page.tree)
    for image in page.tree.iter("img"):
        yield _PageImage(figure_name(image.get("src", "")), image.get("alt", "").strip(), image, finder)


# ---------------------------------------------------------------- checks


def _check_entries(entries: Sequence[Group]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        name = figure_name(entry["file"])
        if name in seen:
            message = f'"{name}" is described twice'
            yield Problem("P020", "error", message, entry.locate("file"), "keep one of the two entries")
        seen.add(name)


def _check_idle(known: Mapping[str, Group], shown: Collection[str], files: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each entry and file that no page shows: they are not published."""
    for name, entry in known.items():
        if name not in shown:
            hint = f"write ![what it shows]({name}) in a page, or delete the entry"
            yield Problem("P025", "warning", f'no page shows "{name}"', entry.locate("file"), hint)
    for name in sorted({*files} - {*known} - {*shown}):
        hint = f"write ![what it shows]({name}) in a page and describe it in figures.yaml, or delete the file"
        yield Problem("P025", "warning", "no page shows this file", Location(f"{CONTENT}/{FOLDER}/{name}"), hint)


def _check_shown(image: _PageImage, known: Mapping[str, Group], files: Collection[str]) -> Iterator[Problem]:
    if image.name not in files:
        message = f'the image "{image.name}" is not in {CONTENT}/{FOLDER}/'
        yield Problem("P022", "error", message, image.where, _missing_hint(image.name, files))
        return
    entry = known.get(image.name)
    if entry is None:
        message = f'nothing is said about the image "{image.name}" in {LIST}'
        yield Problem("P021", "error", message, image.where, _entry_hint(image))
    elif not image.alt and not entry["decorative"]:
        hint = (
            f"write what it shows, such as ![A map of the town]({image.name}); "
            f"or, if a reader who can't see it misses nothing, add to its entry in {LIST}:\n"
            "  decorative: true"
        )
        yield Problem("P023", "error", f'the image "{image.name}" has no alternative text', image.where, hint)
    elif image.alt and entry["decorative"]:
        message = f'the image "{image.name}" has alternative text and is called decorative'
        hint = f"delete decorative: true in {LIST}, or the text between ![ and ]"
        yield Problem("P023", "error", message, image.where, hint)


def _missing_hint(name: str, files: Collection[str]) -> str:
    near = nearest(name, sorted(files))
    return f'did you mean "{near}"?' if near else f"put the file there: {CONTENT}/{FOLDER}/{name}"


def _entry_hint(image: _PageImage) -> str:
    values = {"file": scalar(image.name)} | dict.fromkeys(("caption", "credit", "licence", "licence_url"), "")
    written = entry_text(values if image.alt else values | {"decorative": "true"})
    return f"add this to {LIST}, and fill it in:\n{written}".rstrip()

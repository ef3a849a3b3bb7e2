"""Checks of finished pages, whatever the templates did: ids, links, requests to other hosts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from gapmark.markup.tags import Attributes, read_tags
from gapmark.model import OutputFile
from gapmark.problems.location import UNPRINTABLE, Location, Problem
from gapmark.render.web_files import is_allowed
from gapmark.run.memo import keep
from gapmark.site.made_pages import NOT_FOUND
from gapmark.text.sanitise import ALIGNMENT

REQUESTS = {"src", "srcset", "poster", "data"}
"""Attributes that make a browser fetch something."""
FETCHED = {"stylesheet", "icon", "preload", "manifest"}
"""Relations of a link element that make a browser fetch something."""
TEXTS = frozenset(
    (".html", ".xhtml", ".xml", ".opf", ".ncx", ".svg", ".css", ".js", ".json", ".csv", ".txt", ".bib", ".ris", ".cff")
)
"""The endings of files that are text."""
LINKED = "application/ld+json"
"""The type of a script that is data."""


class PageMarks(NamedTuple):
    """The ids and addresses of one finished page, with the line of each."""

    ids: dict[str, int]
    twice: tuple[tuple[str, int], ...]
    targets: tuple[tuple[str, bool, int], ...]
    """Address, whether a browser fetches it unasked, line."""
    blocked: tuple[tuple[str, int], ...] = ()
    """Scripts and styles that the page's own policy blocks, with their lines."""


def check_site(
    files: Sequence[OutputFile], base_url: str = "", templates: Sequence[tuple[str, str]] = ()
) -> Iterator[Problem]:
    """Yield two makers of one path, ids that stand twice on a page, links that lead nowhere, requests to other
    hosts.

    `base_url` is the site's address once it is online, ending in a slash; it may be empty. Of `templates`, name and
    text, the one that has a link is named, once.
    """
    collisions = tuple(check_collisions(files))
    if collisions:  # what else is wrong comes of them
        yield from collisions
        return
    yield from check_characters(files)
    pages = {file.path: keep(read_marks, file.data) for file in files if file.path.endswith(".html")}
    paths = {file.path for file in files}
    links: dict[Problem, None] = {}
    for path, page in pages.items():
        for name, line in page.twice:
            hint = "two headings or blocks carry one name ({#name}); give one of them another"
            yield Problem("P010", "error", f'the id "{name}" stands twice on one page', Location(path, line), hint)
        for part, line in page.blocked:
            hint = "put it into a file of static/; in a template, a script without values in it may stand in the page"
            message = f"{part} does nothing: the policy of the page blocks it"
            yield Problem("T005", "warning", message, Location(path, line), hint)
        top = urlsplit(base_url).path if path == NOT_FOUND else ""
        for address, fetched, line in page.targets:
            target = (address.removeprefix(top), fetched, line)
            found = _check_target(path, target, pages, paths)
            links |= dict.fromkeys(link._replace(where=_written(address, templates) or link.where) for link in found)
    yield from links


def _written(address: str, templates: Sequence[tuple[str, str]]) -> Location | None:
    """Return the place in the first template that has an attribute with this address; None where none has."""
    pattern = re.compile(rf"""\b(?:href|{"|".join(sorted(REQUESTS))})\s*=\s*(["']){re.escape(address)}\1""")
    for name, text in templates:
        if address in text and (found := pattern.search(text)):
            return Location(f"templates/{name}", text[: found.start()].count("\n") + 1)
    return None


def check_characters(files: Sequence[OutputFile]) -> Iterator[Problem]:
    """Yield a problem for each file of text, in the book too, that has a character in it that no text can hold."""
    for file in (file for file in files if not file.path.startswith("source/")):  # checked when it was read: S003
        for name, line, character in keep(find_unprintable, file.data, posixpath.splitext(file.path)[1]):
            where = Location(f"{file.path}/{name}" if name else file.path, line)
            message = f"has the control character U+{character:04X} in it"
            hint = (
                "take it out of the template or the file of static/ that it comes from; else tell the program's makers"
            )
            yield Problem("O012", "error", message, where, hint)


def find_unprintable(data: bytes, ending: str) -> tuple[tuple[str, int, int], ...]:
    """Return the first such character of a text, or of each text in an archive: its file there, line and number."""
    if ending == ".epub":
        with ZipFile(BytesIO(data)) as archive:
            parts = [(name, archive.read(name), posixpath.splitext(name)[1]) for name in archive.namelist()]
        inside = ((name, find_unprintable(part, end)) for name, part, end in parts if end != ".epub")
        return tuple((name, line, character) for name, found in inside for _, line, character in found)
    text = data.decode("utf-8", "ignore").replace("\r", " ") if ending in TEXTS else ""
    found = UNPRINTABLE.search(text)
    return (("", text.count("\n", 0, found.start()) + 1, ord(found[0])),) if found else ()


def check_collisions(files: Sequence[OutputFile]) -> Iterator[Problem]:
    """Yield two files that would get one path. Some disks know no difference between upper and lower case, or
    between two forms of `é`."""
    makers: dict[str, OutputFile] = {}
    for file in files:
        first = makers.setdefault(_folded(file.path), file)
        if first is not file:
            message = f"two files would become {file.path}: {first.maker} and {file.maker}"
            yield Problem("O007", "error", message, Location(file.maker), "rename or remove one of the two")
    for file in files:
        folder = posixpath.dirname(file.path)
        while folder:
            if other := makers.get(_folded(folder)):
                message = f"{folder} would be both a file ({other.maker}) and a folder"
                yield Problem("O007", "error", message, Location(file.maker), "rename or remove one of the two")
            folder = posixpath.dirname(folder)


def _folded(path: str) -> str:
    return normalize("NFC", path).casefold()


def read_marks(data: bytes) -> PageMarks:
    """Return the ids and addresses of a page."""
    html = data.decode("utf-8", "replace")  # what static/ holds need not be UTF-8
    ids: dict[str, int] = {}
    twice: list[tuple[str, int]] = []
    targets: list[tuple[str, bool, int]] = []
    blocked: list[tuple[str, int]] = []
    code = ""
    """The element, where what stands in it is run or followed."""
    for kind, words, attributes, line in read_tags(html):
        if kind == "text" and code and not is_allowed(html, words):
            blocked.append((f"the content of <{code}>", line))
        code = words if kind == "start" and _is_code(words, attributes) else ""
        for name, value in attributes:
            if name.startswith("on") or (name == "style" and not re.fullmatch(ALIGNMENT, value)):
                blocked.append((f'the attribute "{name}"', line))
            if name == "id" and value:
                (twice.append((value, line)) if value in ids else ids.setdefault(value, line))
            elif name in REQUESTS or name == "href":
                fetched = name in REQUESTS or (words == "link" and dict(attributes).get("rel") in FETCHED)
                targets.append((value, fetched, line))
    return PageMarks(ids, tuple(twice), tuple(targets), tuple(blocked))


def _is_code(tag: str, attributes: Attributes) -> bool:
    """Whether an element holds what a browser runs or follows."""
    return tag == "style" or (tag == "script" and "src" not in dict(attributes) and ("type", LINKED) not in attributes)


def _check_target(
    path: str, target: tuple[str, bool, int], pages: Mapping[str, PageMarks], paths: set[str]
) -> Iterator[Problem]:
    address, fetched, line = target
    where = Location(path, line)
    try:
        parts = urlsplit(address)
    except ValueError as error:
        yield Problem("L005", "error", f'"{address}" is no address: {error}', where, "mend the template")
        return
    if parts.scheme or parts.netloc:
        if fetched and parts.scheme != "data":
            hint = "put the file into static/ and use a relative address"
            yield Problem("L006", "error", f'the page would fetch "{address}" from another host', where, hint)
        return
    wanted = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if wanted not in paths:
        yield Problem("L005", "error", f'"{address}" leads to no file of this site', where, "mend the template")
    elif parts.fragment and wanted in pages and unquote(parts.fragment) not in pages[wanted].ids:
        yield Problem("L005", "error", f'"{address}" leads to no place on {wanted}', where, "mend the template")

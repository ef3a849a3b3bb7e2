"""Takes from the tree of a page what it may not have: unknown elements and attributes, nested links, doubled ids.

A page has one h1, its title; where the body has an h1 too, all its headings go down by one level.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from gapmark import CONTENT
from gapmark.markup.elements import BLOCKS, CONTAINERS, HEADINGS, PHRASES
from gapmark.markup.tree import RAW
from gapmark.problems.location import Location, Problem

ALLOWED = {
    "a": frozenset(("href", "title", "data-gap")),
    "abbr": frozenset(("title",)),
    "img": frozenset(("src", "alt", "title")),
    "ol": frozenset(("start",)),
    "td": frozenset(("style",)),
    "th": frozenset(("style",)),
    RAW: frozenset(("html",)),
}
"""Attributes besides `id` and `class`."""
ELEMENTS = PHRASES | BLOCKS | CONTAINERS | {RAW}
SCHEMES = frozenset(("http", "https", "mailto"))

_EVERYWHERE = frozenset(("id", "class"))
ALIGNMENT = "text-align: (?:left|right|center);"
"""The one style that an element may have: that of a table's cell."""
_IGNORED = re.compile(r"[\x00-\x20]+")
"""Characters that browsers leave out of an address."""

Locate = Callable[[Element, str], Location]
"""Returns the place of an element in the Markdown, given the element and what was written there."""


def vet(tree: Element, place: Locate) -> Iterator[Problem]:
    """Take away, in place, what a page may not have; yield a problem for each thing taken away that an editor wrote."""
    _lower_headings(tree)
    for element in tree.iter():
        _strip(element)
    yield from _check_ids(tree, place)
    for element in list(tree.iter()):
        if element.tag in ("a", "img"):
            yield from _check_address(element, place)
    yield from _check_nested(tree, place)


def _lower_headings(tree: Element) -> None:
    if tree.find(".//h1") is None:
        return
    for element in tree.iter():
        if element.tag in HEADINGS:
            element.tag = f"h{min(6, int(element.tag[1]) + 1)}"


def _strip(element: Element) -> None:
    if element.tag not in ELEMENTS:
        element.tag = "span"
    allowed = _EVERYWHERE | ALLOWED.get(element.tag, frozenset())
    kept = {name: value for name, value in element.items() if name in allowed and isinstance(value, str)}
    if not re.fullmatch(ALIGNMENT, kept.get("style", "")):
        kept.pop("style", None)
    element.attrib.clear()
    element.attrib.update(kept)


def _check_ids(tree: Element, place: Locate) -> Iterator[Problem]:
    seen: set[str] = set()
    for element in tree.iter():
        name = element.get("id")
        if name is None:
            continue
        if name in seen:
            message = f'the id "{name}" is used twice on this page'
            yield Problem("P104", "error", message, place(element, f"#{name}"), "give one of them another id")
        seen.add(name)


# ---------------------------------------------------------------- links


def _check_address(element: Element, place: Locate) -> Iterator[Problem]:
    name = "href" if element.tag == "a" else "src"
    written = element.get(name)
    if written is None:
        return
    target = _IGNORED.sub("", written).replace("\\", "/")
    head = re.split(r"[/?#]", target, maxsplit=1)[0]
    scheme = head.partition(":")[0].lower() if ":" in head else "//" if target.startswith("//") else ""
    shown = " ".join(written.split())
    if element.tag == "img" and scheme in ("http", "https", "//"):
        message = f'the image "{shown}" is on another host, and a page loads nothing from there'
        hint = f"copy the file into {CONTENT}/figures/ and write its name there; see that its licence allows it"
        yield Problem("L003", "error", message, place(element, written), hint)
    elif scheme and (element.tag == "img" or scheme not in SCHEMES):
        message = f'the address "{shown}" is neither a web address nor a path'
        hint = "begin it with https://, http:// or mailto:, or with the name of a file"
        yield Problem("L002", "error", message, place(element, written), hint)
    else:
        return
    _make_inert(element)


def _make_inert(element: Element) -> None:
    if element.tag == "img":
        element.text = element.get("alt")
    element.tag = "span"
    element.attrib.clear()


def _check_nested(tree: Element, place: Locate) -> Iterator[Problem]:
    """Take links out of links, which no browser can show. (A gap reference there has not become a link.)"""
    inner = {link: None for outer in tree.iter("a") for link in outer.iter("a") if link is not outer}
    for link in inner:
        written = link.get("href", "")
        message = f'the link "{written}" stands inside another link'
        yield Problem("L004", "error", message, place(link, written), "end the outer link before it")
        _make_inert(link)

"""Resolves the place-holders in the tree that Python-Markdown leaves.

Python-Markdown writes its place-holders out after the tree has become HTML. Here they are resolved in the tree, so that
its text is the text of the page: entities and typographic marks become characters, gap references become elements.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown.util import BLOCK_LEVEL_ELEMENTS, AtomicString

from gapmark.markup.elements import BLOCKS, CONTAINERS, HEADINGS
from gapmark.markup.tree import RAW
from gapmark.text.dialect import PLACE_HOLDERS, Parsed
from gapmark.text.references import GapReference, Masked, unmask

DEPTH = 100
"""The most levels of elements. No text needs more, and later stages may recurse so deep."""

_PLACE_HOLDER = re.compile("(\x02[^\x02\x03]*\x03)|[\x02\x03]")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);", re.IGNORECASE)
_ENTITIES = re.compile(rf"(?:{_ENTITY.pattern})+", re.IGNORECASE)
_NO_GAP_IN = frozenset(("a", "code", "pre"))
_RAW_BLOCK = re.compile(r"<(?:[!?]|/?([a-z][a-z0-9]*))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Page:
    parsed: Parsed
    masked: Masked
    placed: set[int] = field(default_factory=set)


def resolve(parsed: Parsed, masked: Masked) -> set[int]:
    """Resolve every place-holder of the tree, in place. Return the indexes of the gap references that became marks.

    Raise RecursionError where elements are nested deeper than `DEPTH`.
    """
    page = _Page(parsed, masked)
    todo: list[tuple[Element, bool, int]] = [(parsed.root, True, 0)]
    while todo:
        element, gaps_allowed, depth = todo.pop()
        if depth > DEPTH:
            raise RecursionError
        gaps_allowed = gaps_allowed and element.tag not in _NO_GAP_IN
        children = list(element)
        _resolve_element(element, page, gaps_allowed=gaps_allowed)
        todo += [(child, gaps_allowed, depth + 1) for child in children]
    for element in parsed.root.iter():
        _lay_out(element)
    _name_contents(parsed.root)
    return page.placed


def _resolve_element(element: Element, page: _Page, *, gaps_allowed: bool) -> None:
    for name, value in element.items():
        element.set(name, _plain(_decoded(value, page), page))
    children = list(element)
    content: list[str | Element] = [*_parts(element.text, page, gaps_allowed=gaps_allowed)]
    for child in children:
        content.append(child)
        content.extend(_parts(child.tail, page, gaps_allowed=gaps_allowed))
    del element[:]
    _fill(element, content)


def _fill(element: Element, content: list[str | Element]) -> None:
    """Give the element its content; texts are joined at once, not one by one."""
    texts: list[list[str]] = [[]]
    for part in content:
        if isinstance(part, str):
            texts[-1].append(part)
        else:
            element.append(part)
            texts.append([])
    element.text, *tails = ("".join(parts) for parts in texts)
    for child, tail in zip(element, tails, strict=True):
        child.tail = tail


# ---------------------------------------------------------------- text


def _parts(text: str | None, page: _Page, *, gaps_allowed: bool) -> Iterator[str | Element]:
    """Yield the text with its place-holders resolved: words, gap marks and raw HTML."""
    if isinstance(text, AtomicString):  # code and automatic links, where Python-Markdown leaves entities
        text = _decoded(text, page)
    for i, part in enumerate(_PLACE_HOLDER.split(text or "")):
        if i % 2 == 0:
            yield from _unmasked(part, page, gaps_allowed=gaps_allowed)
        elif part:
            meaning = _meaning(part, page)
            yield Element(RAW, html=_plain(meaning, page)) if meaning.startswith("<") and len(meaning) > 1 else meaning


def _unmasked(text: str, page: _Page, *, gaps_allowed: bool) -> Iterator[str | Element]:
    for part in unmask(text):
        original = page.masked.originals[part] if isinstance(part, int) else part
        if isinstance(original, str):
            yield original
        elif gaps_allowed and isinstance(part, int):
            page.placed.add(part)
            yield _gap_mark(original)
        else:
            yield original.text


def _gap_mark(reference: GapReference) -> Element:
    mark = Element("a", {"class": "gap", "data-gap": str(reference.number)})
    mark.text = reference.text
    return mark


def _plain(text: str, page: _Page) -> str:
    """Return the text of an attribute, where no gap can be marked."""
    return "".join(str(part) for part in _unmasked(text, page, gaps_allowed=False))


def _decoded(text: str | None, page: _Page) -> str:
    whole = _PLACE_HOLDER.sub(lambda match: _meaning(match[1], page) if match[1] else "", text or "")
    return _ENTITY.sub(lambda match: html.unescape(match[0]), whole)


def _meaning(place_holder: str, page: _Page) -> str:
    """Return what a place-holder of Python-Markdown stands for; empty for one that is broken."""
    name, _, number = place_holder[1:-1].rpartition(":")
    if name == "wzxhzdk" and number.isdecimal() and int(number) < len(page.parsed.stash):
        stashed = page.parsed.stash[int(number)]
        return html.unescape(stashed) if _ENTITIES.fullmatch(stashed) else stashed
    if not name and number.isdecimal():
        return chr(int(number))
    return PLACE_HOLDERS.get(place_holder, "")


# ---------------------------------------------------------------- contents


def _name_contents(root: Element) -> None:
    """Give the links of a page's contents the words of their headings as plain text, so that no gap stands twice."""
    links = [link for contents in root.iter("div") if contents.get("class") == "toc" for link in contents.iter("a")]
    headings = [element for element in root.iter() if element.tag in HEADINGS] if links else []
    for link, heading in zip(links, headings, strict=True):
        link.set("href", f"#{heading.get('id', '')}")
        link.text = " ".join(_name(heading).split())


def _name(element: Element) -> str:
    if element.get("class") == "footnote-ref":
        return ""
    own = element.get("alt") or element.text or ""
    return own + "".join(_name(child) + (child.tail or "") for child in element)


# ---------------------------------------------------------------- white space


def _lay_out(element: Element) -> None:
    """Put line ends between blocks, and take the empty lines at the end of a code block."""
    if element.tag in BLOCKS or element.tag in CONTAINERS or element.tag == RAW:
        _set_apart(element)
    elif element.tag == "br":
        element.tail = "\n" + (element.tail or "")
    elif element.tag == "code" and "\n" in (element.text or ""):
        element.text = (element.text or "").rstrip() + "\n"


def _set_apart(element: Element) -> None:
    child = element[0] if len(element) == 1 else None
    if element.tag == "p" and child is not None and child.tag == RAW and not (element.text or child.tail):
        block = _RAW_BLOCK.match(child.get("html", ""))
        if block and (block[1] is None or block[1].lower() in BLOCK_LEVEL_ELEMENTS):
            element.tag, element.attrib = RAW, child.attrib  # raw blocks stand in no paragraph
            del element[:]
    if element.tag != RAW and not (element.tail or "").strip():
        element.tail = "\n"
    if element.tag in CONTAINERS and len(element) and not (element.text or "").strip():
        element.text = "\n"

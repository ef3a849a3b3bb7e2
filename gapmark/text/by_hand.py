"""Checks HTML that an editor writes into a page by hand, where `allow_html` is set.

Words in it are shown as they stand: no allowed element or attribute hides, strikes, turns or moves a word. Another one,
or one that is written in another way, is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from xml.etree.ElementTree import Element

from gapmark.markup.elements import ALLOWED_BY_HAND
from gapmark.markup.tree import RAW
from gapmark.problems.location import Location, Problem
from gapmark.text.dialect import is_reserved

ATTRIBUTES = frozenset(
    "alt class colspan datetime height href id lang rowspan scope src start title value width".split()  # noqa: SIM905
)
ADDRESS = re.compile(r"(?:https?:|mailto:|(?![a-z][a-z0-9+.-]*:|[/\\]{2}))[^\x00-\x20\x7f]*", re.IGNORECASE)
"""An address of a link or an image: on the web, of a mail box, or of a file of the site."""
_ATTRIBUTE = r"""\s+([a-z][a-z-]*)(?:\s*=\s*("[^"<>]*"|'[^'<>]*'))?"""
_TAG = re.compile(rf"</?([a-z][a-z0-9]*)((?:{_ATTRIBUTE})*)\s*/?>", re.ASCII | re.IGNORECASE)
_EACH = re.compile(_ATTRIBUTE, re.ASCII | re.IGNORECASE)
_TITLE = re.compile(r"""\s(?:title|alt)\s*=\s*("[^"<>]*"|'[^'<>]*')""", re.IGNORECASE)


def check_by_hand(tree: Element, place: Callable[[Element, str], Location]) -> Iterator[Problem]:
    """Yield a problem for each part of a page's HTML that is not allowed; `place` says where it is written."""
    for element in tree.iter(RAW):
        for written, wrong in _wrong(element.get("html", "")):
            hint = "write it in Markdown, or leave it out; gapmark docs editing lists what HTML in a page may hold"
            yield Problem("P107", "error", f"{wrong} can't stand in a page's HTML", place(element, written), hint)


def words_by_hand(html: str) -> str:
    """Return the words of a piece of HTML, those of its titles and alternative texts too."""
    titles = (unescape(value[1:-1]) for value in _TITLE.findall(html))
    return " ".join((unescape(_TAG.sub(" ", html)), *titles))


def _wrong(html: str) -> Iterator[tuple[str, str]]:
    """Yield each part that is not allowed, as it is written, and the words that name it."""
    at = 0
    while (at := html.find("<", at)) >= 0:
        tag = _TAG.match(html, at)
        if tag is None:
            written = html[at : at + 24].split("\n")[0]
            yield written, f'"{written}", which is no tag such as <span class="name">,'
        elif tag[1].lower() not in ALLOWED_BY_HAND and tag[0][1] != "/":
            yield tag[0], f"the element <{tag[1]}>"
        else:
            yield from ((tag[0], wrong) for wrong in _wrong_attributes(tag[2]))
        at += len(tag[0]) if tag else 1


def _wrong_attributes(written: str) -> Iterator[str]:
    for name, quoted in _EACH.findall(written):
        value = unescape(quoted[1:-1])
        if name.lower() not in ATTRIBUTES:
            yield f'the attribute "{name}"'
        elif name.lower() == "class" and (ours := [part for part in value.split() if is_reserved(part)]):
            yield f'the class "{ours[0]}", which the stylesheet of the site uses,'
        elif name.lower() in ("href", "src") and not ADDRESS.fullmatch(value):
            yield f'the address "{value}"'

"""The element tree of a page: its text, its links, its HTML, and the lines of the Markdown its blocks begin on.

Nothing here knows Python-Markdown, and nothing recurses.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | {"p", "li", "td", "th", "dd", "dt", "pre"}
"""Elements that hold words of their own, as blocks."""
CONTAINERS = frozenset(("div", "ul", "ol", "dl", "blockquote", "table", "thead", "tbody", "tr", "hr"))
"""Blocks that hold other blocks, and no words."""
RAW = "raw"
"""An element that stands for raw HTML, held in its attribute `html`: its words are no words of the page."""

_VOID = frozenset(("br", "hr", "img"))
_WORD = re.compile(r"[^\W_]+")
_OPENING = 4
"""Words of a block that are looked for; fewer also fit a passage before it, more cross a mark-up sooner."""
_REACH = 16
"""Words of the Markdown among which these must stand: mark-up such as a link's address lies between them."""
_LEAD = 30
"""A block mostly begins a line, so words at a line's start are preferred to the same words up to so many before."""
_TRIES = 32
"""Places tried for a word, so that a page of one word over and over takes no longer than another."""


def blocks(tree: Element) -> list[tuple[Element, str]]:
    """Each block in the order of the page with its own text, that of blocks inside it left out.

    A page's contents are left out too: their words are those of its headings.
    """
    found: dict[Element, list[str]] = {}
    todo: list[tuple[Element | str | None, Element]] = [(tree, tree)]
    while todo:
        node, owner = todo.pop()
        if not isinstance(node, Element):
            found.get(owner, []).append(node or "")
            continue
        if node.tag == "div" and node.get("class") == "toc":
            continue
        if node.tag in BLOCKS:
            found[node] = []
        inner = node if node.tag in BLOCKS or node.tag in CONTAINERS else owner
        for child in reversed(node):
            todo += [(child.tail, inner), (child, inner)]
        todo.append((node.text, inner))
    return [(element, "".join(parts).strip()) for element, parts in found.items()]


def plain_text(tree: Element) -> str:
    """The words of a page, a line for each block that has some."""
    return "\n".join(text for _, text in blocks(tree) if text)


def links(tree: Element) -> list[tuple[Element, str]]:
    """Every link and image with the address it leads to, in the order of the page."""
    found = ((element, element.get("href") or element.get("src")) for element in tree.iter("*"))
    return [(element, target) for element, target in found if target]


# ---------------------------------------------------------------- HTML


def serialise(element: Element) -> str:
    """The element as HTML, with its own tag, without its tail. What looks like an entity is escaped like all text."""
    parts: list[str] = []
    todo: list[Element | str] = [element]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == RAW:
            parts.append(node.get("html", ""))
        else:
            parts.append(f"<{node.tag}{_attributes(node)}>{_text(node.text)}")
            todo.append("" if node.tag in _VOID else f"</{node.tag}>")
            for child in reversed(node):
                todo += [_text(child.tail), child]
    return "".join(parts)


def _text(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attributes(element: Element) -> str:
    return "".join(f' {name}="{_text(value).replace(chr(34), "&quot;")}"' for name, value in element.items())


# ---------------------------------------------------------------- lines


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a Markdown text, those of its mark-up with them, and where they stand."""

    words: tuple[str, ...]
    """Stretches of letters and digits."""
    lines: tuple[int, ...]
    """The line of each, counted as the file's lines are."""
    leads: tuple[bool, ...]
    """Whether each is the first on its line, or the second after a number: `2. The army`."""
    places: Mapping[str, Sequence[int]]
    """The indexes of each word, rising."""

    def find(self, words: Sequence[str], start: int, lead: int) -> int | None:
        """The first index, from `start` on, at which the words stand close to each other and in this order.

        One that is the first on its line is preferred to one up to `lead` words before it.
        """
        there = self.places.get(words[0], ())
        first = bisect_left(there, start)
        tries = (i for i in there[first : first + _TRIES] if self._follows(words, i))
        return min(tries, key=lambda i: i - lead * self.leads[i], default=None)

    def _follows(self, words: Sequence[str], start: int) -> bool:
        near = iter(self.words[start : start + _REACH])
        return all(word in near for word in words)


def read_words(body: str, first_line: int) -> Words:
    """The words of a Markdown text whose first line is the file's line `first_line`."""
    words: list[str] = []
    lines: list[int] = []
    leads: list[bool] = []
    places: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(body.split("\n"), start=first_line):
        found = _WORD.findall(line)
        for i, word in enumerate(found):
            places[word].append(len(words))
            words.append(word)
            lines.append(number)
            leads.append(i == 0 or (i == 1 and found[0].isdigit()))
    return Words(tuple(words), tuple(lines), tuple(leads), places)


def locate_blocks(body: str, first_line: int, tree: Element) -> dict[Element, int]:
    """The line of the Markdown file on which each block begins.

    The opening words of each block are looked for from where the one before it ends. A block that isn't found has
    the line of the one before it, and one without words of its own that of the block inside it.
    """
    words = read_words(body, first_line)
    notes = {block for div in tree.iter("div") if div.get("class") == "footnote" for block in div.iter("*")}
    located: dict[Element, int] = {}
    ends, line, in_notes = (0, 0), first_line, False
    found = blocks(tree)
    for element, text in found:
        if element in notes and not in_notes:
            ends, in_notes = (0, 0), True  # footnotes stand at the end of a page, and anywhere in the Markdown
        own = _WORD.findall(text)
        index = _place(words, own, ends, 0 if element.tag in ("td", "th") else _LEAD)
        if index is not None:
            ends, line = (index + len(own), ends[0]), words.lines[index]
        located[element] = line
    for (element, text), (inner, _) in reversed(list(pairwise(found))):
        if not text and any(child is inner for child in element.iter()):
            located[element] = located[inner]
    return located


def _place(words: Words, own: Sequence[str], ends: tuple[int, int], lead: int) -> int | None:
    """Where a block begins, by a later word where mark-up breaks the first.

    It is looked for from the end of the block before it; then of the one before that, which may have been put too far.
    """
    for end in ends:
        for skipped in range(min(_OPENING, len(own))):
            index = words.find(own[skipped : skipped + _OPENING], end, lead)
            if index is not None:
                return index
    return None

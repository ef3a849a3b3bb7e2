"""Finds the places in the Markdown of a page at which elements of its tree are written, for messages."""

from __future__ import annotations

import re
from functools import cached_property
from xml.etree.ElementTree import Element

from gapmark.model import Manuscript
from gapmark.problems.location import Location
from gapmark.text.lines import PageLines

BLOCK_REACH = 5000
"""How many characters from the beginning of its block an element is looked for."""


class Finder:
    """Finds elements of one page; reads its Markdown when it is first asked."""

    def __init__(self, page: Manuscript, tree: Element) -> None:
        self.page, self.tree = page, tree

    def find(self, element: Element, written: str) -> Location:
        """Return where an element has the text `written`: an id, or the address of a link or image.

        Of links to one address each has its own place. What is not found has the place of its block.
        """
        at = self._links.get((element, written))
        if at is None:
            start = self._start(element)
            at = max(self.page.body.find(written, start, start + BLOCK_REACH), start)
        return self.page.locate(at)

    def find_image(self, image: Element) -> Location:
        """Return where an image begins in the Markdown."""
        at = self._links.get((image, image.get("src", "")), -1)
        start = self.page.body.rfind("![", 0, max(at, 0))
        return self.page.locate(start if start >= 0 else at)

    @cached_property
    def _lines(self) -> dict[Element, int]:
        return PageLines(self.page, self.tree).blocks

    @cached_property
    def _parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.tree.iter() for child in parent}

    @cached_property
    def _links(self) -> dict[tuple[Element, str], int]:
        """The offset of the address of each link and image. That of one inside another is written first."""
        offsets: dict[tuple[Element, str], int] = {}
        ends: dict[tuple[int, str], int] = {}
        todo, backwards = [self.tree], []
        while todo:
            backwards.append(todo.pop())
            todo += backwards[-1]
        for element in reversed(backwards):
            target = element.get("href") or element.get("src", "")
            if not target:
                continue
            start = self._start(element)
            at = self._address(element, target, ends.get((start, target), start))
            if at >= 0:
                ends[start, target] = at + 1
                offsets[element, target] = at
        return offsets

    def _address(self, element: Element, target: str, start: int) -> int:
        """Return the offset of an address, at best after `start` and after the element's words; -1 where it is nowhere.

        It stands in a link or in a definition.
        """
        body, address = self.page.body, re.escape(target)
        last = re.findall(r"\w+", "".join(element.itertext()) or element.get("alt", ""))[-1:]
        link = rf"\]\(\s*<?(?={address}[\s>)])"
        patterns = *(rf"{word}[\W_]{{0,9}}{link}" for word in last), rf"{link}|\]:\s*<?(?={address}(?:[\s>]|\Z))"
        found = (re.compile(pattern).search(body, start, start + BLOCK_REACH) for pattern in patterns)
        match = next(filter(None, found), None) or re.search(patterns[-1], body)
        return match.end() if match else max(body.find(target, start), body.find(target))

    def _start(self, element: Element) -> int:
        """Return the offset of the line on which an element's block begins."""
        while element not in self._lines and element in self._parents:
            element = self._parents[element]
        return self.page.start_of(self._lines.get(element, self.page.first_line))

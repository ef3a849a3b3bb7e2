"""Where the elements of a page are written in its Markdown: the one finder of places for messages."""

from __future__ import annotations

import re
from functools import cached_property
from xml.etree.ElementTree import Element

from gapmark.markup.tree import links
from gapmark.model import Manuscript
from gapmark.problems.location import Location
from gapmark.text.lines import PageLines

BLOCK_REACH = 5000
"""So many characters from the beginning of its block something is looked for."""


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

    @cached_property
    def _lines(self) -> dict[Element, int]:
        return PageLines(self.page, self.tree).blocks

    @cached_property
    def _parents(self) -> dict[Element, Element]:
        return {child: parent for parent in self.tree.iter() for child in parent}

    @cached_property
    def _links(self) -> dict[tuple[Element, str], int]:
        """The offset of each link's address, and of each image, in the order of the page."""
        offsets: dict[tuple[Element, str], int] = {}
        ends: dict[tuple[int, str], int] = {}
        for element, target in links(self.tree):
            start = self._start(element)
            at = self._address(target, ends.get((start, target), start))
            if at >= 0:
                ends[start, target] = at + 1
                image = self.page.body.rfind("![", 0, at) if element.tag == "img" else -1
                offsets[element, target] = image if image >= 0 else at
        return offsets

    def _address(self, target: str, start: int) -> int:
        """Return the offset of an address, at best in a link or a definition after `start`; -1 where it is nowhere."""
        body, words = self.page.body, re.escape(target)
        link = re.compile(rf"\]\(\s*<?(?={words}[\s>)])|\]:\s*<?(?={words}(?:[\s>]|\Z))")
        if match := link.search(body, start, start + BLOCK_REACH) or link.search(body):
            return match.end()
        return max(body.find(target, start), body.find(target))

    def _start(self, element: Element) -> int:
        """Return the offset of the line on which an element's block begins."""
        while element not in self._lines and element in self._parents:
            element = self._parents[element]
        return self.page.start_of(self._lines.get(element, self.page.first_line))

"""The line of the Markdown file on which a word of the edition stands."""

from __future__ import annotations

import re
from bisect import bisect_left

from gapmark.edition.pages import EditedPage
from gapmark.edition.tree import Words, locate_blocks, read_words
from gapmark.edition.words import Published

_PARTS = re.compile(r"[^\W_]+")
_REACH = 24
"""Words of mark-up, such as a link's address, that may lie between two words of a text."""


class PageLines:
    """Finds lines on one page; reads its Markdown once."""

    def __init__(self, page: EditedPage, published: Published) -> None:
        manuscript = page.manuscript
        located = locate_blocks(manuscript.body, manuscript.first_line, page.tree)
        index = {element: i for i, element in enumerate(page.tree.iter())}
        self.published = published
        self.words: Words = read_words(manuscript.body, manuscript.first_line)
        self.blocks = {index[element]: line for element, line in located.items() if element in index}
        self.title_line = 1

    def line(self, word: int) -> int:
        """The line of the edition's word with this index."""
        block = self.published.blocks[self.published.words[word].block]
        begin = self.blocks.get(block.node, self.title_line)
        if block.node < 0:
            return begin
        at = bisect_left(self.words.lines, begin)
        for part in self._parts(block.first_word, word + 1):
            near = self.words.words[at : at + _REACH]
            at += near.index(part) + 1 if part in near else 0
        return (
            self.words.lines[at - 1] if 0 < at <= len(self.words.lines) and self.words.lines[at - 1] >= begin else begin
        )

    def _parts(self, start: int, stop: int) -> list[str]:
        return [part for word in self.published.words[start:stop] for part in _PARTS.findall(word.text)]

"""The line of the Markdown file on which a word of the edition stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from gapmark.compare.words import Published
from gapmark.text.pages import EditedPage
from gapmark.text.tree import Words, locate_blocks, read_words

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
        self.found: dict[int, list[int]] = {}

    def line(self, word: int) -> int:
        """The line of the edition's word with this index."""
        block = self.published.words[word].block
        if block not in self.found:
            self.found[block] = list(self._lines(block))
        return self.found[block][word - self.published.blocks[block].first_word]

    def _lines(self, index: int) -> Iterator[int]:
        """The line of each word of a block: its parts are looked for one after the other, from the block's line on."""
        blocks, words = self.published.blocks, self.published.words
        block = blocks[index]
        line = self.blocks.get(block.node, self.title_line)
        at = bisect_left(self.words.lines, line) if block.node >= 0 else len(self.words.words)
        stop = blocks[index + 1].first_word if index + 1 < len(blocks) else len(words)
        for word in words[block.first_word : stop]:
            for part in _PARTS.findall(word.text):
                near = self.words.words[at : at + _REACH]
                if part in near:
                    at += near.index(part) + 1
                    line = self.words.lines[at - 1]
            yield line

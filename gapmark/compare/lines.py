"""The file and line of content/ on which a word of the edition stands."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from gapmark.compare.comparison import Comparison
from gapmark.problems.location import Location
from gapmark.text.lines import PageLines
from gapmark.text.pages import Edition


class WordLines:
    """Finds the lines of words in content/; reads a page, and a block, when it is first asked about it."""

    def __init__(self, edition: Edition, comparison: Comparison) -> None:
        self.pages, self.published = edition.compared, comparison.published
        self._pages: dict[int, tuple[PageLines, tuple[Element, ...]]] = {}
        self._blocks: dict[int, tuple[int, ...]] = {}

    def locate(self, word: int) -> Location:
        """Return where the edition's word with this index stands; the words of a title on the file's first line."""
        index = self.published.words[word].block
        block = self.published.blocks[index]
        if index not in self._blocks:
            self._blocks[index] = self._lines(index)
        return Location(self.pages[block.page].manuscript.path, self._blocks[index][word - block.first_word])

    def _lines(self, index: int) -> tuple[int, ...]:
        """Return the line of each word of a block."""
        block = self.published.blocks[index]
        words = [word.text for word in self.published.words_of(index)]
        if block.node < 0:
            return (1,) * len(words)
        lines, nodes = self._read(block.page)
        return tuple(lines.lines_of(nodes[block.node], words))

    def _read(self, page: int) -> tuple[PageLines, tuple[Element, ...]]:
        if page not in self._pages:
            tree = self.pages[page].tree
            self._pages[page] = PageLines(self.pages[page].manuscript, tree), tuple(tree.iter())
        return self._pages[page]

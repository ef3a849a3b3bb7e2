"""Finds the lines of a page's Markdown on which the blocks and the words of its tree stand.

A tree doesn't remember where its text came from, so the words of each block are looked for in the Markdown, one after
the other, mark-up between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import eq
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gapmark.markup.tree import blocks
from gapmark.model import Manuscript

_WORD = re.compile(r"[^\W_]+")
_FIRST_WORDS = 4
"""How many words of a block are looked for. Fewer may fit a passage before it; mark-up breaks more of them."""
_REACH = 16
"""How many words of the Markdown these may span: mark-up such as the address of a link can stand between them."""
_LEAD = 30
"""Words at a line's start are preferred to the same words up to so many words before: most blocks begin a line."""
_TRIES = 32
"""The most places that are tried for a word, so that a page which repeats one word takes no longer than another."""


class Words(NamedTuple):
    """The words of a Markdown text, those of its mark-up with them, and where they stand."""

    words: tuple[str, ...]
    """Stretches of letters and digits."""
    lines: tuple[int, ...]
    """The line of each, counted as the file's lines are."""
    leads: tuple[bool, ...]
    """Whether each is the first on its line, or the second after a number: `2. The army`."""
    indexes: Mapping[str, Sequence[int]]
    """The indexes of each word in rising order."""

    def find(self, words: Sequence[str], start: int, lead: int) -> int | None:
        """Return the first index, from `start` on, at which the words stand close to each other and in this order.

        One that is the first on its line is preferred to one that stands up to `lead` words before it. None: there is
        none.
        """
        there = self.indexes.get(words[0], ())
        first = bisect_left(there, start)
        tries = (i for i in there[first : first + _TRIES] if self._follows(words, i))
        return min(tries, key=lambda i: i - lead * self.leads[i], default=None)

    def _follows(self, words: Sequence[str], start: int) -> bool:
        near = iter(self.words[start : start + _REACH])
        return all(word in near for word in words)


def find_row(
    wanted: Sequence[str],
    words: Sequence[str],
    indexes: Mapping[str, Sequence[int]],
    same: Callable[[Sequence[str], Sequence[str]], bool] = eq,
) -> Iterator[int]:
    """Yield each index at which the wanted words stand one after the other; look at the indexes of the rarest only.

    `same` compares them with as many words that stand there.
    """
    if wanted:
        rarest = min(range(len(wanted)), key=lambda n: len(indexes.get(wanted[n], ())))
        starts = (place - rarest for place in indexes.get(wanted[rarest], ()))
        yield from (i for i in starts if i >= 0 and same(wanted, words[i : i + len(wanted)]))


def read_words(page: Manuscript) -> Words:
    """Return the words of a page's Markdown."""
    words: list[str] = []
    lines: list[int] = []
    leads: list[bool] = []
    indexes: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(page.body.split("\n"), start=page.first_line):
        found = _WORD.findall(line)
        for i, word in enumerate(found):
            indexes[word].append(len(words))
            words.append(word)
            lines.append(number)
            leads.append(i == 0 or (i == 1 and found[0].isdigit()))
    return Words(tuple(words), tuple(lines), tuple(leads), indexes)


def count_words(text: str) -> int:
    """Return how many words a text has: stretches without white space that hold a letter or a digit."""
    return sum(1 for word in text.split() if re.search(r"\w", word))


class PageLines:
    """Finds lines on one page; reads its Markdown once."""

    def __init__(self, page: Manuscript, tree: Element) -> None:
        self.words = read_words(page)
        self.first_line = page.first_line
        self.blocks: dict[Element, int] = {}
        """The line on which each block begins."""
        self._locate(tree)

    def lines_of(self, block: Element, words: Iterable[str]) -> Iterator[int]:
        """Yield the line of each word of a block; the words are given in order."""
        line = self.blocks.get(block, self.first_line)
        at = bisect_left(self.words.lines, line)
        for word in words:
            for part in _WORD.findall(word):
                near = self.words.words[at : at + _REACH]
                if part in near:
                    at += near.index(part) + 1
                    line = self.words.lines[at - 1]
            yield line

    def _locate(self, tree: Element) -> None:
        """Look for the opening words of each block from where the one before it ends.

        A block that isn't found has the line of the one before it, and one without words of its own that of the block
        inside it.
        """
        notes = {block for div in tree.iter("div") if div.get("class") == "footnote" for block in div.iter("*")}
        ends, line, in_notes = (0, 0), self.first_line, False
        found = blocks(tree)
        for element, text in found:
            if element in notes and not in_notes:
                ends, in_notes = (0, 0), True  # footnotes stand at the end of a page, and anywhere in the Markdown
            own = _WORD.findall(text)
            index = self._place(own, ends, 0 if element.tag in ("td", "th") else _LEAD)
            if index is not None:
                ends, line = (index + len(own), ends[0]), self.words.lines[index]
            self.blocks[element] = line
        for (element, text), (inner, _) in reversed(list(pairwise(found))):
            if not text and any(child is inner for child in element.iter()):
                self.blocks[element] = self.blocks[inner]

    def _place(self, own: Sequence[str], ends: tuple[int, int], lead: int) -> int | None:
        """Return the index of the word at which a block begins, found by a later word where mark-up breaks the first.

        Look from the end of the block before it, then from the end of the one before that, which may have been put too
        far.
        """
        for end in ends:
            for skipped in range(min(_FIRST_WORDS, len(own))):
                index = self.words.find(own[skipped : skipped + _FIRST_WORDS], end, lead)
                if index is not None:
                    return index
        return None

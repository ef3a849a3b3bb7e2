"""The words of both sides as `align` compares them: the cleaned source's, and those of the pages as published.

A word is a stretch of letters and digits with the marks inside it (`al-Safira`, `Aleppo's`), or one punctuation mark.
Typography is folded away: curly and straight quotation marks are one, and so are a dash and `--`. A gap is one word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from sys import intern
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

from gapmark.markup.elements import HEADINGS
from gapmark.markup.tree import Run, Slot, runs
from gapmark.model import Document, Piece
from gapmark.run.memo import remember
from gapmark.source.sections import empty_sections
from gapmark.source.sentences import sentence_starts

FOLDED = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        **dict.fromkeys("„«»", '"'),
        **dict.fromkeys("‚‹›", "'"),
        "–": "--",
        "—": "--",
        "…": "...",
        "\u00a0": " ",
    }
)
"""Typographic characters and what stands for them in ASCII. The fold of a dash is a double hyphen."""
_HYPHENS = re.compile("-{3,}")
"""Three or more hyphens in a row are a dash too."""
WORD = r"-*(?:--|[–—])[-–—]*|\.{3}|['‘’]{2}|[^\W_]+(?:['‘’.\-/,:][^\W_]+)*(?:['‘’](?=\s|$))?|[^\w\s]|_"

BlockKind = Literal["heading", "paragraph", "item"]
EditionKind = Literal["title", "heading", "paragraph", "item", "note"]


class SourceWord(NamedTuple):
    """A word of the cleaned source."""

    key: str
    """The folded word, by which words are compared."""
    text: str
    space: bool
    """Whether a space stands before it; false at the start of a block."""
    token: int
    """The number of the token that its first character belongs to."""
    last: int
    """The number of the token that its last character belongs to; the last mark of a gap."""
    block: int
    """Which block it belongs to, counted from 0 over the document; a heading is a block."""
    opens: bool
    """Whether a sentence begins with it, or a block."""
    gap: int = 0
    """The number of the gap that it stands for; 0 for a word."""


class SourceBlock(NamedTuple):
    """A heading, paragraph or list item of the source."""

    kind: BlockKind
    first_word: int
    """The index of its first word."""
    section: int


class EditionWord(NamedTuple):
    """A word of a page as published, and where it stands in the page's tree."""

    key: str
    text: str
    space: bool
    block: int
    """Which block of the edition it belongs to, counted from 0 over all pages."""
    node: int = -1
    """The index of its element in `tree.iter()`; -1 for a word of the page's title."""
    place: Slot = "text"
    """Whether it stands in the element's text or in its tail."""
    start: int = 0
    stop: int = 0
    """Its place in that text. A word that crosses mark-up ends where the mark-up begins."""
    gap: int = 0
    """The number of the gap that it stands for; 0 for a word."""


class EditionBlock(NamedTuple):
    """A block of a page as published."""

    kind: EditionKind
    """`note` is a footnote, and `title` the page's title: the editor's own words both."""
    page: int
    """The index of its page."""
    node: int
    """The index of its element in `tree.iter()`; -1 for a title."""
    first_word: int
    """The index of its first word over all pages."""


class SourceWords(NamedTuple):
    """The source's side."""

    words: tuple[SourceWord, ...]
    blocks: tuple[SourceBlock, ...]


class Published(NamedTuple):
    """The edition's side."""

    words: tuple[EditionWord, ...]
    blocks: tuple[EditionBlock, ...]

    def words_of(self, block: int) -> tuple[EditionWord, ...]:
        """Return the words of the block with this index."""
        stop = self.blocks[block + 1].first_word if block + 1 < len(self.blocks) else len(self.words)
        return self.words[self.blocks[block].first_word : stop]


def fold(text: str) -> str:
    """Return the text with its typography folded; two readings are compared by it."""
    folded = text if text.isascii() else text.translate(FOLDED)
    return _HYPHENS.sub("--", folded) if "---" in folded else folded


def same_words(text: str) -> str:
    """Return the text with its typography and its white space folded."""
    return " ".join(fold(text).split())


# ---------------------------------------------------------------- the source


def read_source_words(document: Document) -> SourceWords:
    """Return the words of every section, its heading first; headings with nothing under them are left out."""
    words: list[SourceWord] = []
    blocks: list[SourceBlock] = []
    last = {gap.first_token: gap.last_token for gap in document.gaps}
    for number, kind, pieces in compared_blocks(document):
        blocks.append(SourceBlock(kind, len(words), number))
        words += _source_words(pieces, last, len(blocks) - 1)
    return SourceWords(tuple(words), tuple(blocks))


def compared_blocks(document: Document) -> Iterator[tuple[int, BlockKind, tuple[Piece, ...]]]:
    """Yield each heading and block that is compared: the number of its section, its kind and its pieces."""
    empty = empty_sections(document)
    for number, section in enumerate(document.sections):
        if section.title and section.first_token not in empty:
            yield number, "heading", section.title
        yield from ((number, block.kind, block.pieces) for block in section.blocks)


def _source_words(pieces: Sequence[Piece], last: Mapping[int, int], block: int) -> Iterator[SourceWord]:
    """Yield the words of a block: write its pieces out, and remember the token of every character.

    `last` are the last tokens of gaps by the first.
    """
    text, tokens, gaps = "", [], {}
    for piece in pieces:
        words = piece.text if piece.kind == "word" else ""
        shown = " " * piece.space + (reference(piece.gap) if piece.kind == "gap" else words)
        text += shown
        if piece.kind == "gap":
            gaps[len(text) - len(reference(piece.gap))] = piece.gap
        tokens += [piece.token] * len(shown)
    starts = deque(sentence_starts(text))
    for start, word, key, space, gap in _find_words(text, gaps):
        first, final = tokens[start], tokens[start + len(word) - 1]
        opens = bool(starts) and starts[0] <= start
        while starts and starts[0] <= start:
            starts.popleft()
        yield SourceWord(key, word, space, first, last.get(final, final), block, opens, gap)


def reference(gap: int) -> str:
    """Return how a gap is written in a text."""
    return f"[gap {gap}]"


_ANY = re.compile(WORD)


def _find_words(text: str, gaps: Mapping[int, int]) -> Iterator[tuple[int, str, str, bool, int]]:
    """Yield where each word begins, the word, its key, whether white space stands before it, and its gap's number.

    `gaps` are the numbers of gaps by the offset of their references. Words come again and again: a long text holds each
    only once.
    """
    stop = 0
    for match in _ANY.finditer(text):
        start = match.start()
        if start >= stop:
            gap = gaps.get(start, 0)
            word = intern(reference(gap) if gap else match[0])
            stop = start + len(word)
            yield start, word, fold(word), start > 0 and text[start - 1].isspace(), gap


_REFERENCE = re.compile(r"\[gap ([1-9][0-9]{0,5})\]")


def keys_of(text: str) -> list[str]:
    """Return the words of a quotation as they are compared; a gap stands in it as `[gap 1]`."""
    gaps = {match.start(): int(match[1]) for match in _REFERENCE.finditer(text)}
    return [key for _, _, key, _, _ in _find_words(text, gaps)]


def find_words(wanted: Sequence[str], keys: Sequence[str], start: int = 0) -> Iterator[int]:
    """Yield each place, from `start` on, where these words stand one after the other."""
    for at in range(start, len(keys) - len(wanted) + 1) if wanted else ():
        if keys[at] == wanted[0] and list(keys[at : at + len(wanted)]) == list(wanted):
            yield at


# ---------------------------------------------------------------- the edition


def read_page_words(pages: Sequence[tuple[str, Element]]) -> Published:
    """Return the words of each page, given as title and tree, in the order of reading; its title comes first."""
    words: list[EditionWord] = []
    blocks: list[EditionBlock] = []
    for number, (title, tree) in enumerate(pages):
        own, begun = remember(_read_page, title, tree, len(blocks), of=number)
        blocks += (EditionBlock(kind, number, node, len(words) + start) for kind, node, start in begun)
        words += own
    return Published(tuple(words), tuple(blocks))


def _read_page(title: str, tree: Element, first: int) -> tuple[list[EditionWord], list[tuple[EditionKind, int, int]]]:
    """Return the words of a page, and for each of its blocks kind, node and first word; `first` is the number of its
    title."""
    words = [EditionWord(key, word, space, first) for _, word, key, space, _ in _find_words(title, {})]
    blocks: list[tuple[EditionKind, int, int]] = [("title", -1, 0)]
    nodes = {element: i for i, element in enumerate(tree.iter())}
    notes = {e for div in nodes if div.get("class") == "footnote" for e in div.iter()}
    by_block: dict[Element, list[Run]] = {}
    for run in runs(tree):
        by_block.setdefault(run.block, []).append(run)
    for element, own in by_block.items():
        found = tuple(_block_words(own, nodes, first + len(blocks)))
        if found:
            blocks.append(("note" if element in notes else _kind(element.tag), nodes[element], len(words)))
            words += found
    return words, blocks


def _kind(tag: str) -> Literal["heading", "paragraph", "item"]:
    return "heading" if tag in HEADINGS else "item" if tag == "li" else "paragraph"


def _block_words(runs: Sequence[Run], nodes: Mapping[Element, int], block: int) -> Iterator[EditionWord]:
    numbers = [int(run.node.get("data-gap", 0)) if run.place == "text" else 0 for run in runs]
    texts = [reference(gap) if gap else run.text for run, gap in zip(runs, numbers, strict=True)]
    starts = [0, *accumulate(map(len, texts))]
    gaps = {start: gap for start, gap in zip(starts, numbers, strict=False) if gap}
    for start, word, key, space, gap in _find_words("".join(texts), gaps):
        current = bisect_right(starts, start) - 1
        run, begin = runs[current], start - starts[current]
        stop = min(begin + len(word), len(texts[current]))
        yield EditionWord(key, word, space, block, nodes[run.node], run.place, begin, stop, gap)

"""The words of both sides as `align` compares them: the cleaned source's, and those of the pages as published.

A word is a stretch of letters and digits with the marks inside it (`al-Safira`, `Aleppo's`), or one punctuation mark.
Typography is folded away: curly and straight quotation marks are one, and so are a dash and `--`. A gap is one word.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from gapmark.compare.align import PINNED
from gapmark.model import Document, Piece
from gapmark.source.sentences import sentence_starts
from gapmark.text.tree import BLOCKS, CONTAINERS, RAW

FOLDED = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "--", "—": "--", "…": "...", "\u00a0": " "})
"""Typographic characters and what stands for them in ASCII. The fold of a dash is a double hyphen."""
WORD = re.compile(r"-{2,}|\.{3}|''|[^\W_]+(?:['’.\-/,:][^\W_]+)*(?:['’](?=\s|$))?|[^\w\s]|_")

Place = Literal["text", "tail"]


@dataclass(frozen=True, slots=True)
class SourceWord:
    """A word of the cleaned source."""

    key: str
    """What is compared."""
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


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A heading, paragraph or list item of the source."""

    kind: Literal["heading", "paragraph", "item"]
    first_word: int
    """The index of its first word."""
    section: int


@dataclass(frozen=True, slots=True)
class EditionWord:
    """A word of a page as published, and where it stands in the page's tree."""

    key: str
    text: str
    space: bool
    block: int
    """Which block of the edition it belongs to, counted from 0 over all pages."""
    node: int = -1
    """The index of its element in `tree.iter()`; -1 for a word of the page's title."""
    place: Place = "text"
    """Whether it stands in the element's text or in its tail."""
    start: int = 0
    stop: int = 0
    """Where in that text. A word that crosses mark-up ends where the mark-up begins."""


@dataclass(frozen=True, slots=True)
class EditionBlock:
    """A block of a page as published."""

    kind: Literal["title", "heading", "paragraph", "item", "note"]
    """`note` is a footnote, and `title` the page's title: the editor's own words both."""
    page: int
    """The index of its page."""
    node: int
    """The index of its element in `tree.iter()`; -1 for a title."""
    first_word: int
    """The index of its first word over all pages."""


@dataclass(frozen=True, slots=True)
class Source:
    """The source's side."""

    words: tuple[SourceWord, ...]
    blocks: tuple[SourceBlock, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """The edition's side."""

    words: tuple[EditionWord, ...]
    blocks: tuple[EditionBlock, ...]


def fold(text: str) -> str:
    """The text with its typography folded: what two readings are compared by."""
    return text.translate(FOLDED)


def same_words(text: str) -> str:
    """The text folded, its white space too."""
    return " ".join(fold(text).split())


# ---------------------------------------------------------------- the source


def read_source_words(document: Document) -> Source:
    """The words of every section that has something under its heading, the heading first."""
    words: list[SourceWord] = []
    blocks: list[SourceBlock] = []
    for number, section in enumerate(document.sections):
        titled = [("heading", section.title)] if section.title and section.blocks else []
        for kind, pieces in (*titled, *((block.kind, block.pieces) for block in section.blocks)):
            blocks.append(SourceBlock(kind, len(words), number))  # type: ignore[arg-type] # the kinds of a Block
            words += _source_words(pieces, document, len(blocks) - 1)
    return Source(tuple(words), tuple(blocks))


def _source_words(pieces: Sequence[Piece], document: Document, block: int) -> Iterator[SourceWord]:
    """Write the pieces out, remember the token of every character, and read words off the text."""
    text, tokens = "", []
    for piece in pieces:
        shown = f"{PINNED}{piece.gap}{PINNED}" if piece.kind == "gap" else piece.text
        shown = " " * piece.space + shown
        text += shown
        tokens += [piece.token] * len(shown)
    last = {gap.first_token: gap.last_token for gap in document.gaps}
    starts = deque(sentence_starts(text))
    for match, key, space in _find_words(text):
        first, final = tokens[match.start()], tokens[match.end() - 1]
        opens = bool(starts) and starts[0] <= match.start()
        while starts and starts[0] <= match.start():
            starts.popleft()
        yield SourceWord(key, match[0], space, first, last.get(final, final), block, opens)


_ANY = re.compile(f"{PINNED}[0-9]+{PINNED}|{WORD.pattern}")


def _find_words(text: str) -> Iterator[tuple[re.Match[str], str, bool]]:
    """Each word of a text, its key, and whether white space stands before it."""
    for match in _ANY.finditer(text):
        space = match.start() > 0 and text[match.start() - 1].isspace()
        yield match, fold(match[0]), space


_REFERENCE = re.compile(r"\[gap (\d{1,6})\]")


def keys_of(text: str) -> list[str]:
    """The words of a quotation as they are compared; a gap stands in it as `[gap 1]`."""
    held = _REFERENCE.sub(lambda match: f"{PINNED}{match[1]}{PINNED}", text.replace(PINNED, ""))
    return [key for _, key, _ in _find_words(held)]


# ---------------------------------------------------------------- the edition


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of text in the tree that belongs to one block."""

    block: int
    """The index of the block's element in `tree.iter()`."""
    node: int
    place: Place
    text: str


def read_page_words(pages: Sequence[tuple[str, Element]]) -> Published:
    """The words of each page, given as title and tree, in the order of reading; its title comes first."""
    words: list[EditionWord] = []
    blocks: list[EditionBlock] = []
    for number, (title, tree) in enumerate(pages):
        blocks.append(EditionBlock("title", number, -1, len(words)))
        words += (EditionWord(key, m[0], space, len(blocks) - 1) for m, key, space in _find_words(title))
        _read_tree(tree, number, words, blocks)
    return Published(tuple(words), tuple(blocks))


def _read_tree(tree: Element, page: int, words: list[EditionWord], blocks: list[EditionBlock]) -> None:
    nodes = list(tree.iter())
    notes = {e for div in nodes if div.get("class") == "footnote" for e in div.iter()}
    runs: dict[int, list[_Run]] = {}
    for run in _runs(tree, {element: i for i, element in enumerate(nodes)}):
        runs.setdefault(run.block, []).append(run)
    for node, own in runs.items():
        kind = "note" if nodes[node] in notes else _kind(nodes[node].tag)
        found = tuple(_block_words(own, len(blocks)))
        if found:
            blocks.append(EditionBlock(kind, page, node, len(words)))
            words += found


def _kind(tag: str) -> Literal["heading", "paragraph", "item"]:
    return "heading" if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else "item" if tag == "li" else "paragraph"


def _runs(tree: Element, index: dict[Element, int]) -> Iterator[_Run]:
    """Every text of the tree, in order, with its block; what the generator wrote into the page is no word of it."""
    todo: list[tuple[Element, int, bool]] = [(tree, 0, False)]
    while todo:
        element, block, after = todo.pop()
        if after:
            yield _Run(block, index[element], "tail", element.tail or "")
            continue
        inner = index[element] if element.tag in BLOCKS or element.tag in CONTAINERS else block
        if element.tag == "a" and element.get("data-gap"):
            yield _Run(block, index[element], "text", f"{PINNED}{element.get('data-gap')}{PINNED}")
        elif not _is_generated(element):
            yield _Run(inner, index[element], "text", element.text or "")
            for child in reversed(element):
                todo += [(child, inner, True), (child, inner, False)]


def _is_generated(element: Element) -> bool:
    """Whether Python-Markdown made it: the mark of a footnote, the way back from one, a table of contents."""
    kind = element.get("class", "")
    return element.tag == RAW or kind in ("footnote-ref", "footnote-backref", "toc") or element.tag in ("hr", "img")


def _block_words(runs: Sequence[_Run], block: int) -> Iterator[EditionWord]:
    text = "".join(run.text for run in runs)
    starts, at = [], 0
    for run in runs:
        starts.append(at)
        at += len(run.text)
    current = 0
    for match, key, space in _find_words(text):
        while current + 1 < len(runs) and starts[current + 1] <= match.start():
            current += 1
        run, begin = runs[current], match.start() - starts[current]
        stop = min(begin + len(match[0]), len(run.text))
        yield EditionWord(key, match[0], space, block, run.node, run.place, begin, stop)

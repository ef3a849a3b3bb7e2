"""Writing Markdown: cleaned words in, Markdown out that reads back as the same words.

The rules are those of Python-Markdown with the extensions of `gapmark.text.dialect`, and only what these would take
for mark-up is escaped, so that prose stays prose. White space inside a word is written as one space. Where a word
holds `[gap 1]` or any other mark-up of its own, it is escaped and read back as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gapmark.model import Block, Piece

# `<` and `&` have no backslash escape in Python-Markdown. An underscore inside a word is never emphasis there.
_INLINE = re.compile(r"[\\`*\[<]|(?<![^\W_])_|_(?![^\W_])|&(?=[#A-Za-z0-9])|\{(?=[:#.])")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}

_LINE_RULES = (
    # A heading or a quotation begins on any line of a paragraph, so also where an editor breaks one.
    (re.compile(r"(?<![^ ])[#>]"), r"\\\g<0>"),
    # Lists, rules and definitions begin with a block.
    (re.compile(r"^(\d+)\.(?= )"), r"\1\\."),
    (re.compile(r"^[+-](?= )|^-(?=-[- ]*$)"), r"\\\g<0>"),
    (re.compile(r"^:(?= )"), "&#58;"),
)


def to_markdown(blocks: Sequence[Block]) -> str:
    """Paragraphs and lists as Markdown: each paragraph or item on one line, italics as `*x*`, gaps as `[gap N]`.

    No line end stands after the last line. Blocks without words are left out.
    """
    lines = ((block.kind, _line(block.pieces)) for block in blocks)
    parts: list[str] = []
    for kind, group in groupby((line for line in lines if line[1]), key=lambda line: line[0]):
        texts = [text for _, text in group]
        parts.extend(texts if kind == "paragraph" else ["\n".join(f"* {text}" for text in texts)])
    return "\n\n".join(parts)


def heading_markdown(title: Sequence[Piece], level: int = 2) -> str:
    """A heading as one line of Markdown; empty where the title has no words."""
    text = "".join(_written(title)).replace("#", "\\#")  # hashes at its end would be taken for closing ones
    return f"{'#' * level} {text}" if text else ""


def _line(pieces: Sequence[Piece]) -> str:
    text = "".join(_written(pieces))
    for pattern, replacement in _LINE_RULES:
        text = pattern.sub(replacement, text)
    return text


class _Atom(NamedTuple):
    text: str
    """Without white space at its ends, never empty; of a gap its reference."""
    space: bool
    is_gap: bool


def _written(pieces: Sequence[Piece]) -> Iterator[str]:
    """The parts of a line. Words between two marks are escaped together: `&` and `amp;` may be two glued words."""
    atoms, opens, closes = _italics(pieces)
    words = ""
    for index, atom in enumerate(atoms):
        space = " " if atom.space and index else ""
        if index in opens or atom.is_gap:
            yield _escaped(words + space)
            yield "*" if index in opens else ""
            words = space = ""
        if atom.is_gap:
            yield atom.text
        else:
            words += space + atom.text
        if index + 1 in closes:
            yield _escaped(words) + "*"
            words = ""
    yield _escaped(words)


def _escaped(words: str) -> str:
    return _INLINE.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), words)


def _italics(pieces: Iterable[Piece]) -> tuple[list[_Atom], set[int], set[int]]:
    """The words and gaps of a block, the indexes at which italics begin, and those before which they end."""
    atoms: list[_Atom] = []
    marks: list[tuple[str, int]] = []
    space = False
    for piece in pieces:
        space = space or piece.space
        text = f"[gap {piece.gap}]" if piece.kind == "gap" else " ".join(piece.text.split())
        if piece.kind != "word":
            marks.append((piece.kind, len(atoms)))
        if text:
            atoms.append(_Atom(text, space, piece.kind == "gap"))
            space = False
    spans = [span for span in _spans(marks) if 0 <= span[0] < span[1]]
    opens, closes = {start for start, _ in spans}, {end for _, end in spans}
    glued = {i for i in opens & closes if not atoms[i].space}  # `*a**b*` would be something else
    return atoms, opens - glued, closes - glued


def _spans(marks: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """Where italics begin and end; -1 where there is no beginning.

    A mark without a mate is dropped: an asterisk that doesn't pair would be shown. But where a gap has swallowed the
    other end of italics, they run to that gap, or begin after it.
    """
    start = after_gap = -1
    for kind, index in marks:
        if kind == "open":
            start = index if start < 0 else start
        elif kind == "close":
            yield max(start, after_gap), index
            start = after_gap = -1
        else:
            yield start, index
            start, after_gap = -1, index + 1

"""Writing Markdown: cleaned words in, Markdown out that reads back as the same words.

The rules are those of Python-Markdown with the extensions of `gapmark.text.dialect`, and only what these would take
for mark-up is escaped, so that prose stays prose. Where a word holds `[gap 1]` or any other mark-up of its own, it is
escaped and read back as words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapmark.model import Block, Piece

# `<` and `&` have no backslash escape in Python-Markdown. An underscore inside a word is never emphasis there.
_MARK_UP = re.compile(r"[\\`*\[<]|(?<![^\W_])_|_(?![^\W_])|&(?=[#A-Za-z0-9])|\{(?=[:#.])")
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
    parts: list[str] = []
    before = ""
    for block in blocks:
        line = _line(block.pieces)
        lead = block.lead or "* " * (block.kind == "item")
        kind = re.sub("[0-9]+", "1", lead) if block.kind == "item" else ""
        if line and kind and before and (kind == before or kind.startswith("  ") or before.startswith("  ")):
            parts[-1] += f"\n{lead}{line}"
        elif line:
            parts.append(lead + line)
        before = kind if line else before
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


def _written(pieces: Sequence[Piece]) -> Iterator[str]:
    """The parts of a line. Words between two marks are escaped together: `&` and `amp;` may be two glued words."""
    words, before = "", "open"
    for piece in pieces:
        words += " " * (piece.space and before != "open")  # "* x*" would be no italics
        words += piece.text * (piece.kind == "word")
        before = piece.kind
        if piece.kind != "word":
            yield _escaped(words)
            yield f"[gap {piece.gap}]" if piece.kind == "gap" else piece.text or "*"
            words = ""
    yield _escaped(words)


def _escaped(words: str) -> str:
    return _MARK_UP.sub(lambda match: _ENTITIES.get(match[0], f"\\{match[0]}"), words)

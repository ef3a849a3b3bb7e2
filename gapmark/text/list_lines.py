"""Lists as GitHub reads them: Python-Markdown wants an empty line before a list, and four spaces a level."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ITEM = re.compile(r" *(?P<marker>[-*+]|[0-9]{1,9}\.) {1,4}(?=\S)")
_RULE = re.compile(r" *([-*_])(?: *\1){2,} *")
_LEVEL = 4
"""Spaces by which Python-Markdown tells what belongs to an item."""


def lay_out_lists(lines: Iterable[str]) -> list[str]:
    """Return a page's lines with each list set apart, and what is in an item indented by four spaces a level.

    What belongs to an item begins in the column of its words, or further right (CommonMark 0.31, 5.2).
    """
    layout = _Layout()
    for line in lines:
        layout.add(line)
    return layout.lines


class _Layout:
    """The lines so far, and the list items that are open after them."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.items: list[tuple[int, bool]] = []
        """Of each the column at which its words begin, and whether it has a number."""
        self.further = False
        """Whether the last lines are a further paragraph of an item."""

    def add(self, line: str) -> None:
        text = line.lstrip(" ")
        indent = len(line) - len(text)
        follows = bool(self.lines) and bool(self.lines[-1].strip())  # on a line with words
        item = None if _RULE.fullmatch(line) else _ITEM.match(line)
        numbered = item is not None and text[0].isdigit()
        apart = follows and not self.items
        while self.items and text and indent < self.items[-1][0] and (item or not follows):
            apart = self.items.pop()[1] != numbered
        deeper = indent - (self.items[-1][0] if self.items else 0)
        if item and deeper < _LEVEL and not (apart and follows and numbered and not text.startswith("1.")):
            self.lines += [""] if follows and (apart or self.further) else []
            self.lines.append(" " * _LEVEL * len(self.items) + text)
            self.items.append((item.end(), numbered))
            self.further = False
        elif text and self.items:
            self.further = self.further or not follows
            kept = 0 if follows or deeper < _LEVEL else deeper
            self.lines.append(" " * (_LEVEL * (len(self.items) - follows) + kept) + text)
        else:
            self.lines.append(line)

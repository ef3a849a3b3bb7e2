"""Brackets that reach too far: Python-Markdown walks from each to its end, or to that of its block, many times."""

from __future__ import annotations

import re

MOST = 4_000_000
"""Characters that the brackets of one block may span, all added up: about a second. A page of links spans thousands."""
_SIGNS = re.compile(r"\\.|\]\(|[\[\]()]", re.S)
_BETWEEN = re.compile(r"\n[ \t]*\n")


def find_far_bracket(text: str) -> int | None:
    """Where the widest of them begins in a block whose brackets span more than MOST; None where no block has such."""
    start = 0
    for end in (*(between.start() for between in _BETWEEN.finditer(text)), len(text)):
        if (end - start) ** 2 > MOST:
            spans = _spans(text[start:end])
            if sum(spans.values()) > MOST:
                return start + max(spans, key=lambda at: spans[at])
        start = end
    return None


def _spans(block: str) -> dict[int, int]:
    """How far each bracket, and each address of a link, reaches; the block's end is as far as any does."""
    brackets: list[int] = []
    addresses: list[int] = []
    spans: dict[int, int] = {}
    for found in _SIGNS.finditer(block):
        sign, at = found[0], found.start()
        if sign[0] == "]" and brackets:
            begin = brackets.pop()
            spans[begin] = at - begin
        if sign == "[":
            brackets.append(at)
        elif sign == "](" or (sign == "(" and addresses):
            addresses.append(at)
        elif sign == ")" and addresses:
            begin = addresses.pop()
            spans[begin] = at - begin
    return spans | {begin: len(block) - begin for begin in (*brackets, *addresses)}

"""Limits for what Python-Markdown takes very long for: its time grows with the square of some signs.

It walks from each bracket to its end, or to that of its block, many times. No text that somebody wrote comes near these
limits: each is reached in about half a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapmark.model import Manuscript
from gapmark.problems.location import Problem

ABBREVIATIONS = 800
"""The most abbreviations that a page may define."""
QUOTATION_MARKS = 1000
"""The most quotation marks in a row."""
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\]\n]*\][ ]?:", re.M)
_QUOTATION_MARKS = re.compile(f'"{{{QUOTATION_MARKS}}}')
LINES, TAGS, BRACES = 500, 500, 500
"""The most lines in one block that are a rule, a heading's underline, a heading or a meaning; the most tags without an
end on a page; the most braces in a line."""
_BRACES = re.compile(r"^.*\{.*$", re.M)
_LINE = re.compile(r"^[ ]{0,3}(?:([*_-])(?:[ ]?\1){2,}|=+|-+|#{1,6}[^#\n].*|:[ ].*)[ ]*$", re.M)
_OPEN_TAG = re.compile(r"<[A-Za-z/!?][^<>]*(?=<|\Z)")
BRACKETS = 4_000_000
"""Characters that the brackets of one block may span, all added up: about a second. A page of links spans thousands."""
_SIGNS = re.compile(r"\\.|\]\(|[\[\]()]", re.S)
_BETWEEN = re.compile(r"\n[ \t]*\n")


def check_limits(page: Manuscript) -> Iterator[Problem]:
    """Yield a problem for each limit that a page's Markdown exceeds."""
    far = find_far_bracket(page.body)
    if far is not None:
        message = "a bracket is opened here, with many others, and ends far away or never"
        where = page.locate(far)
        yield Problem("P101", "error", message, where, "close it, or write \\[ where it is only a sign")
    for at, message, hint in _too_many(page.body):
        yield Problem("P106", "error", f"{message}: this would take too long to read", page.locate(at), hint)


def _too_many(body: str) -> Iterator[tuple[int, str, str]]:
    found = [match.start() for match in _ABBREVIATION.finditer(body)]
    if len(found) > ABBREVIATIONS:
        yield found[ABBREVIATIONS], f"{len(found):,} abbreviations are defined", f"define {ABBREVIATIONS} at the most"
    marks = _QUOTATION_MARKS.search(body)
    if marks:
        yield marks.start(), f"{QUOTATION_MARKS:,} quotation marks stand in a row", "take them away"
    tags = [match.start() for match in _OPEN_TAG.finditer(body)]
    if len(tags) > TAGS:
        yield tags[0], f"{len(tags):,} tags are opened with < and not closed", "write &lt; where it is only a sign"
    for line in _BRACES.finditer(body):
        if line[0].count("{") > BRACES:
            yield line.start(), f"{line[0].count('{'):,} braces stand in one line", "break the line, or take them away"
    for start, end in _blocks(body):
        lines = [match.start() for match in _LINE.finditer(body, start, end)] if end - start > LINES else ()
        if len(lines) > LINES:
            hint = "put an empty line between them"
            yield lines[LINES], f"{len(lines):,} headings, rules or meanings stand in one block", hint


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each block begins and ends: between empty lines."""
    start = 0
    for end in (*(between.start() for between in _BETWEEN.finditer(text)), len(text)):
        yield start, end
        start = end


def find_far_bracket(text: str) -> int | None:
    """Return the offset of the widest bracket of a block whose brackets span too much; None where no block has such."""
    for start, end in _blocks(text):
        if (end - start) ** 2 > BRACKETS:
            spans = _spans(text[start:end])
            if sum(spans.values()) > BRACKETS:
                return start + max(spans, key=lambda at: spans[at])
    return None


def _spans(block: str) -> dict[int, int]:
    """Return how far each bracket, and each address of a link, reaches; at the most to the end of its block."""
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

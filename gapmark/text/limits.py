"""What Python-Markdown takes very long for, beside brackets: its time grows with the square of some signs.

No text that somebody wrote comes near these limits: each is reached in about half a second.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapmark.model import Location, Problem

ABBREVIATIONS = 800
"""Defined on a page."""
QUOTATION_MARKS = 1000
"""In a row."""
_ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\]\n]*\][ ]?:", re.M)
_QUOTATION_MARKS = re.compile(f'"{{{QUOTATION_MARKS}}}')


def check_limits(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield a problem for each limit that a page's Markdown exceeds."""
    for at, message, hint in _too_many(body):
        where = Location(path, first_line + body.count("\n", 0, at))
        yield Problem("P106", "error", f"{message}: this would take too long to read", where, hint)


def _too_many(body: str) -> Iterator[tuple[int, str, str]]:
    found = [match.start() for match in _ABBREVIATION.finditer(body)]
    if len(found) > ABBREVIATIONS:
        yield found[ABBREVIATIONS], f"{len(found):,} abbreviations are defined", f"define {ABBREVIATIONS} at the most"
    marks = _QUOTATION_MARKS.search(body)
    if marks:
        yield marks.start(), f"{QUOTATION_MARKS:,} quotation marks stand in a row", "take them away"

"""Where passages were removed: runs of the token `@`, and whether they stand where the pattern predicts them.

The distributor replaced ten tokens out of every 201, the header counted: tokens 190-199, 391-400 and so on. True of the
first gap of 854 documents in 854, and of 9,005 of the 9,008 later distances.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapmark.model import Gap, Token

GAP_LENGTH = 10
"""Marks in a whole gap, in tokens."""
FIRST_GAP = 190
"""The number of the first mark of a document that begins with a header."""
PERIOD = 201
"""From the first mark of a gap to the first mark of the next, in tokens."""


def find_gaps(tokens: tuple[Token, ...]) -> tuple[tuple[Gap, ...], tuple[int, ...]]:
    """The gaps, and the numbers of the literal marks: what follows the tenth mark of a run belongs to no gap.

    A document with a header fixes where each gap should stand; without one only the distance from the gap before can
    be checked, and the first gap counts as predicted.
    """
    anchored = bool(tokens) and tokens[0].kind == "header"
    gaps: list[Gap] = []
    literal: list[int] = []
    for index, length in mark_runs([token.text for token in tokens]):
        first = index + tokens[0].number
        previous = gaps[-1].first_token if gaps else None
        predicted = (first - FIRST_GAP) % PERIOD == 0 if anchored else previous in (None, first - PERIOD)
        gaps.append(Gap(len(gaps) + 1, first, min(length, GAP_LENGTH), predicted))
        literal.extend(range(first + GAP_LENGTH, first + length))
    return tuple(gaps), tuple(literal)


def mark_runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The index of the first mark and the length of each run of marks among the tokens' texts."""
    start = end = 0
    for index, text in enumerate(texts):
        if text != "@":
            continue
        if index != end and end > start:
            yield start, end - start
        start, end = (start if index == end and end > start else index), index + 1
    if end > start:
        yield start, end - start

"""Where passages were removed: runs of the token `@`, and whether they stand where a pattern predicts them.

The distributor replaced ten tokens out of every 201, the header counted: tokens 190-199, 391-400 and so on. True of the
first gap of 854 documents in 854, and of 9,005 of the 9,008 later distances. In newer texts of the same distributor it
is ten out of every 200, from token 201 on (3 documents of 3); there, single `@` stand in the text too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from gapmark.model import Gap, Token
from gapmark.source.tokens import kind_of

GAP_LENGTH = 10
"""Marks in a whole gap, in tokens."""


class Pattern(NamedTuple):
    """Where the gaps of a collection stand, in tokens."""

    first: int
    """The number of the first mark of a document that begins with a header."""
    period: int
    """From the first mark of a gap to the first mark of the next."""

    def predicts(self, start: int, previous: int, *, anchored: bool) -> bool:
        """Whether a gap that begins with token `start` is where it should be; `previous` is the gap before, or 0.

        A header fixes where each gap stands; without one only the distance from the gap before can be checked.
        """
        return (start - self.first) % self.period == 0 if anchored else previous in (0, start - self.period)


PATTERNS = (Pattern(190, 201), Pattern(201, 200))
"""The first is the common one, and taken where both fit as well."""


def find_gaps(tokens: Sequence[Token]) -> tuple[tuple[Gap, ...], tuple[int, ...]]:
    """The gaps of a document, and the numbers of the literal marks, which belong to no gap."""
    spans, literal = read_gap_marks([token.text for token in tokens])
    numbered = enumerate(spans, start=1)
    gaps = tuple(
        Gap(n, n, tokens[start].number, tokens[start].number + length - 1, length, predicted=predicted)
        for n, (start, length, predicted) in numbered
    )
    return gaps, tuple(tokens[index].number for index in literal)


def read_gap_marks(texts: Sequence[str]) -> tuple[list[tuple[int, int, bool | None]], list[int]]:
    """Index, length and whether it is predicted of each gap among a document's tokens; the indexes of literal marks.

    Literal is what follows the tenth mark of a run, and a single one that no law makes a gap: it stands neither where
    the pattern has one nor at the end, where the document may have ended inside its last gap.
    """
    runs, anchored = list(mark_runs(texts)), _is_anchored(texts)
    pattern = _find_pattern(runs, anchored=anchored)
    gaps: list[tuple[int, int, bool | None]] = []
    literal: list[int] = []
    for start, length in runs:
        previous = gaps[-1][0] + 1 if gaps else 0
        predicted = pattern.predicts(start + 1, previous, anchored=anchored) if anchored or previous else None
        if length == 1 and not predicted and start + 1 < len(texts):
            literal.append(start)
            continue
        gaps.append((start, min(length, GAP_LENGTH), predicted))
        literal.extend(range(start + GAP_LENGTH, start + length))
    return gaps, literal


def find_pattern(tokens: Sequence[Token]) -> Pattern:
    """The pattern that predicts most of the document's gaps."""
    texts = [token.text for token in tokens]
    return _find_pattern(list(mark_runs(texts)), anchored=_is_anchored(texts))


def _find_pattern(runs: Sequence[tuple[int, int]], *, anchored: bool) -> Pattern:
    starts = [start + 1 for start, length in runs if length > 1]

    def fits(pattern: Pattern) -> int:
        pairs = zip(starts, (0, *starts), strict=False)
        return sum(pattern.predicts(start, previous, anchored=anchored) for start, previous in pairs)

    return max(PATTERNS, key=fits)


def _is_anchored(texts: Sequence[str]) -> bool:
    """Whether they begin with a header, which fixes where each gap stands."""
    return bool(texts) and kind_of(texts[0]) == "header"


def mark_runs(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The index of the first mark and the length of each run of marks among the tokens' texts."""
    marks = (index for index, text in enumerate(texts) if text == "@")
    for _, run in groupby(enumerate(marks), key=lambda mark: mark[1] - mark[0]):
        (_, start), *others = run
        yield start, 1 + len(others)

"""Where the story is cut: a source tells it in order, so its sections are cut into pages and never shuffled.

There are at most three cuts: background | battle | aftermath | sources. Of all ways to cut, the one is taken in which
the headings speak most strongly for the pages they come to stand on. Headings that no list names stay with what comes
before them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, combinations_with_replacement, pairwise
from typing import NamedTuple

from gapmark.receive.heading_words import WHOLE

STORY = ("background", "battle", "aftermath")
EMPTY = 2
"""So many times more weighs a heading with nothing under it: it names all that follows, not one section."""
PRESENT = 2
"""What it weighs that a page has a section at all."""
OPENS = 1
"""What it weighs that a page begins with a heading that is a name of its part of the story."""


class StoryPart(NamedTuple):
    """A section with text, and the empty headings that stand over it: no cut goes between them."""

    weights: Mapping[str, int]
    """How strongly the headings speak for each role."""
    opens: frozenset[str]
    """The roles that a page beginning here would be well begun for."""


LEAD = StoryPart({"background": WHOLE}, frozenset())
"""What stands before the first heading."""


def weigh_part(headings: Sequence[Mapping[str, int]]) -> StoryPart:
    """A part, from the weights of its headings: all but the last are empty."""
    if not headings:
        return LEAD
    total: dict[str, int] = {}
    for number, weights in enumerate(headings, start=1):
        for role, weight in weights.items():
            total[role] = total.get(role, 0) + weight * (EMPTY if number < len(headings) else 1)
    return StoryPart(total, frozenset(role for role, weight in headings[0].items() if weight == WHOLE))


def cut_story(parts: Sequence[StoryPart]) -> tuple[str, ...]:
    """The role of every part; `other` for all of them where no heading says anything of a story."""
    story = len(parts) - _count_sources(parts)
    if not any(part.weights.get(role) for part in parts[:story] if part != LEAD for role in STORY):
        return ("other",) * story + ("sources",) * (len(parts) - story)
    battle, aftermath = _find_cuts(parts[:story])
    ends = (battle, aftermath - battle, story - aftermath, len(parts) - story)
    return tuple(role for role, length in zip((*STORY, "sources"), ends, strict=True) for _ in range(length))


def _count_sources(parts: Sequence[StoryPart]) -> int:
    """How many parts at the end are lists of sources."""
    gains = [_gain(part) for part in reversed(parts)]
    totals = list(accumulate(gains, initial=0))
    return totals.index(max(totals))


def _gain(part: StoryPart) -> int:
    """How much more a part looks like sources than like the story."""
    story = max(part.weights.get(role, 0) for role in STORY)
    return part.weights.get("sources", 0) - max(story, 1)


def _find_cuts(parts: Sequence[StoryPart]) -> tuple[int, int]:
    """Where the battle and the aftermath begin; of cuts that are as good, the later ones."""
    sums = {role: list(accumulate((part.weights.get(role, 0) for part in parts), initial=0)) for role in STORY}

    def worth(cuts: tuple[int, int]) -> tuple[int, tuple[int, int]]:
        total = 0
        for role, (start, stop) in zip(STORY, pairwise((0, *cuts, len(parts))), strict=True):
            if start < stop:
                total += sums[role][stop] - sums[role][start] + PRESENT + OPENS * (role in parts[start].opens)
        return total, cuts

    return max(combinations_with_replacement(range(len(parts) + 1), 2), key=worth)

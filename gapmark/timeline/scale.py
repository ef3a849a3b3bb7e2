"""The scale of the timeline, from days to heights, with its cuts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

CUT = 6
"""A stretch without a start or an end is cut short when it is longer than so many times the median between starts."""
CUT_HEIGHT = 46
PAD = 14
"""How far the axis runs on beyond its first and last date, in units of the drawing."""
FILL = 1.0
"""Height of the axis to that of the words beside it: the same, so that most words stand near their mark."""
LEAST = 70
"""Height in units of all that is to scale, at the least."""


class Scale(NamedTuple):
    """Days against heights: straight between one knot and the next."""

    days: tuple[float, ...]
    """The knots: every start and end, in order, as Julian days."""
    heights: tuple[float, ...]
    """Heights of the knots, in units from the top of the drawing."""
    per_day: float
    """Units a day, where the axis is not cut."""
    cuts: frozenset[int]
    """The knots after which the axis is cut."""

    @property
    def bottom(self) -> float:
        """Return the height of the last knot."""
        return self.heights[-1]

    @property
    def breaks(self) -> tuple[tuple[float, float], ...]:
        """Return top and bottom of each cut."""
        return tuple((self.heights[knot] + PAD, self.heights[knot + 1] - PAD) for knot in sorted(self.cuts))

    def height(self, day: float) -> float:
        """Return the height of a day."""
        knot = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 1)
        if knot in self.cuts:
            share = (day - self.days[knot]) / (self.days[knot + 1] - self.days[knot])
            return self.heights[knot] + share * (self.heights[knot + 1] - self.heights[knot])
        return self.heights[knot] + (day - self.days[knot]) * self.per_day

    def pieces(self, top: float, bottom: float) -> tuple[tuple[float, float], ...]:
        """Return a stretch of heights without the cuts in it."""
        edges = [top, *(edge for cut in self.breaks if top < cut[0] and cut[1] < bottom for edge in cut), bottom]
        return tuple(zip(edges[::2], edges[1::2], strict=True))

    def runs(self) -> tuple[tuple[float, float], ...]:
        """Return the days of each stretch between two cuts, as far as its axis is drawn."""
        pad = PAD / self.per_day if self.per_day else 0.0
        firsts = (0, *(knot + 1 for knot in sorted(self.cuts)))
        lasts = (*sorted(self.cuts), len(self.days) - 1)
        return tuple((self.days[first] - pad, self.days[last] + pad) for first, last in zip(firsts, lasts, strict=True))


def make_scale(ends: Sequence[tuple[float, float]], room: float, top: float) -> Scale:
    """Make a scale for dates, given by start and end, with words beside it that take `room`."""
    days = sorted({day for pair in ends for day in pair})
    steps = [later - earlier for earlier, later in pairwise(days)]
    between = sorted(later - earlier for earlier, later in pairwise(sorted({start for start, _ in ends})))
    longest = CUT * between[len(between) // 2] if between else float("inf")
    cuts = frozenset(knot for knot, step in enumerate(steps) if step > longest)
    length = sum(step for knot, step in enumerate(steps) if knot not in cuts)
    per_day = max(FILL * room - CUT_HEIGHT * len(cuts), LEAST) / length if length else 0.0
    drawn = [CUT_HEIGHT + 2 * PAD if knot in cuts else step * per_day for knot, step in enumerate(steps)]
    return Scale(tuple(days), tuple(accumulate(drawn, initial=top)), per_day, cuts)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float) -> list[float]:
    """Move blocks apart so that none overlaps the next, each as near as can be to where it should stand.

    Least squares by pooling neighbours (Ayer and others, 1955): what would overlap is moved together, about its mean.
    """
    offsets = list(accumulate(heights, initial=0.0))
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=False):
        pool = (place - offset, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, count = pools.pop()
            pool = ((mean * count + pool[0] * pool[1]) / (count + pool[1]), count + pool[1])
        pools.append(pool)
    means = [mean for mean, count in pools for _ in range(count)]
    return [max(mean, top) + offset for mean, offset in zip(means, offsets, strict=False)]

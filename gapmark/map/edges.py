"""The edge of a map: cuts lines at it, and closes land to areas along it.

Land lies to the left of a coast. So where a coast leaves the map, the land goes on along the edge, counter-clockwise,
to the place where the next coast comes in.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from gapmark.map.projection import Flat

FlatLine = list[Flat]

SMALLEST_AREA = 2.0
"""Islands and lakes below this, in square units, are left out."""
CORNERS = 60
"""Corners of a round map: enough to look round."""


class Rectangle(NamedTuple):
    """A map with four corners; its rim runs 0 to 4 from the lower right corner."""

    left: float
    top: float
    right: float
    bottom: float

    def cut(self, p: Flat, q: Flat) -> tuple[float, float] | None:
        """Return which part of the way from p to q lies inside, as two shares of it, 0 to 1: by Liang and Barsky
        (1984)."""
        start, end = 0.0, 1.0
        for low, high, a, b in ((self.left, self.right, p[0], q[0]), (self.top, self.bottom, p[1], q[1])):
            if low <= a <= high and low <= b <= high:
                continue
            if a == b or max(a, b) < low or min(a, b) > high:
                return None
            first, last = sorted(((low - a) / (b - a), (high - a) / (b - a)))
            start, end = max(start, first), min(end, last)
        return (start, end) if start < end else None

    def along(self, place: Flat) -> float:
        """Return where on the rim a place lies: on the nearest side; clamped, so that a place beside it has a number
        too."""
        x = min(max((place[0] - self.left) / (self.right - self.left), 0.0), 1.0)
        y = min(max((place[1] - self.top) / (self.bottom - self.top), 0.0), 1.0)
        sides = ((1 - x, 1 - y), (y, 2 - x), (x, 2 + y), (1 - y, 3 + x))
        return min(sides)[1] % 4

    def rim(self, start: float, end: float) -> FlatLine:
        """Return the corners passed on the way along the rim, counter-clockwise; once round at the most."""
        corners = (
            (self.right, self.bottom),
            (self.right, self.top),
            (self.left, self.top),
            (self.left, self.bottom),
        )
        stop = end if end > start else end + 4
        return [corners[n % 4] for n in range(math.floor(start) + 1, math.ceil(stop))]


class Disc(NamedTuple):
    """A round map; its rim is measured in corners, counter-clockwise from the right."""

    x: float
    y: float
    radius: float

    def cut(self, p: Flat, q: Flat) -> tuple[float, float] | None:
        """Return where the straight line through p and q meets the circle."""
        x, y, dx, dy = p[0] - self.x, p[1] - self.y, q[0] - p[0], q[1] - p[1]
        length, middle = dx * dx + dy * dy, x * dx + y * dy
        inside = middle * middle - length * (x * x + y * y - self.radius**2)
        if length == 0 or inside <= 0:
            return None
        half = math.sqrt(inside)
        start, end = max(0.0, (-middle - half) / length), min(1.0, (half - middle) / length)
        return (start, end) if start < end else None

    def along(self, place: Flat) -> float:
        """Return the angle, in corners."""
        turn = math.atan2(self.y - place[1], place[0] - self.x) / math.tau
        return turn % 1 * CORNERS

    def rim(self, start: float, end: float) -> FlatLine:
        """Corners close enough to look round."""
        stop = end if end > start else end + CORNERS
        angles = (math.tau * n / CORNERS for n in range(math.floor(start) + 1, math.ceil(stop)))
        return [(self.x + self.radius * math.cos(a), self.y - self.radius * math.sin(a)) for a in angles]


Edge = Rectangle | Disc
"""The edge of a map. Places on its rim are numbered counter-clockwise as seen."""

# ---------------------------------------------------------------- cutting and closing


def clip(line: FlatLine, edge: Edge) -> list[FlatLine]:
    """Return the parts of a line inside the edge. A ring that begins inside is cut where it leaves, not where it
    begins."""
    pieces: list[FlatLine] = []
    running = False
    for p, q in pairwise(line):
        part = edge.cut(p, q)
        if part is None:
            running = False
            continue
        if not running or part[0] > 0:
            pieces.append([point_between(p, q, part[0])])
        pieces[-1].append(point_between(p, q, part[1]))
        running = part[1] == 1
    if len(pieces) > 1 and is_ring(line) and pieces[0][0] == line[0] and pieces[-1][-1] == line[-1]:
        pieces[0] = pieces.pop() + pieces[0][1:]
    return pieces


def point_between(p: Flat, q: Flat, share: float) -> Flat:
    """Return the place at a share of the way from p to q; exactly p or q at the ends."""
    if share in (0, 1):
        return q if share else p
    return p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])


def is_ring(line: FlatLine) -> bool:
    """Whether a line ends where it begins."""
    return len(line) > 2 and math.dist(line[0], line[-1]) < 1e-6


def _close_areas(pieces: list[FlatLine], edge: Edge) -> list[FlatLine]:
    """Return rings round the land, from coasts cut off at the edge: rings as they are, the others joined along the
    rim."""
    rings = [piece for piece in pieces if is_ring(piece)]
    coasts = [piece for piece in pieces if not is_ring(piece)]
    entries = sorted((edge.along(piece[0]), n) for n, piece in enumerate(coasts))
    unused = dict.fromkeys(range(len(coasts)))
    while unused:
        number = next(iter(unused))
        ring: FlatLine = []
        while number in unused:
            del unused[number]
            leaves = edge.along(coasts[number][-1])
            ring += coasts[number]
            enters, number = entries[bisect_right(entries, (leaves, math.inf)) % len(entries)]
            ring += edge.rim(leaves, enters)
        rings.append([*ring, ring[0]])
    return rings


def fill_land(coasts: Iterable[FlatLine], edge: Edge, is_land_at_rim: Callable[[], bool]) -> list[FlatLine]:
    """Return rings round the land inside the edge, to be filled even-odd.

    Whether there is land at the rim is asked only where no coast crosses the rim.
    """
    pieces = [piece for line in coasts for piece in clip(line, edge)]
    rings = [ring for ring in _close_areas(pieces, edge) if abs(area(ring)) >= SMALLEST_AREA]
    if all(is_ring(piece) for piece in pieces) and is_land_at_rim():
        rim = edge.rim(-0.5, -0.5)
        rings.insert(0, [*rim, rim[0]])
    return rings


def area(ring: FlatLine) -> float:
    """Return the area within a ring; negative if it runs counter-clockwise as seen."""
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in pairwise(ring)) / 2

"""Flat lines made fit for a small map: cut off at its frame, closed to areas, simplified, written as SVG paths.

Land lies to the left of a coast. So where a coast leaves the frame, the land's edge goes on along the frame,
counter-clockwise, to the place where the next coast comes in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import Protocol

from gapmark.map.projection import Flat

FlatLine = list[Flat]

TOLERANCE = 0.5
"""How far a simplified line may be off, in units of the map: less than the width of a stroke."""

MOST_DOTS = 600
"""Above this many dots a map is simplified further: a page must stay light, and a small map clear."""

TRIANGLES = (1.0, 2.0, 4.0, 7.0, 12.0)
"""How far such a map is simplified, step by step: triangles below these, in square units, are left out."""

SMALLEST_AREA = 2.0
"""Islands and lakes below this, in square units, are left out."""


class Frame(Protocol):
    """The edge of a map, convex. Places on its rim are numbered counter-clockwise as seen."""

    def cut(self, p: Flat, q: Flat) -> tuple[float, float] | None:
        """Which part of the way from p to q lies inside: two shares of the way, 0 to 1."""

    def along(self, place: Flat) -> float:
        """Where on the rim a place lies, 0 up to `round`."""

    def rim(self, start: float, end: float) -> FlatLine:
        """The corners passed on the way along the rim, counter-clockwise; once round at the most."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A frame with four corners; its rim runs 0 to 4 from the lower right corner."""

    left: float
    top: float
    right: float
    bottom: float

    def cut(self, p: Flat, q: Flat) -> tuple[float, float] | None:
        """By Liang and Barsky (1984)."""
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
        """On the nearest side; clamped, so that a place next to the rim has a number too."""
        x = min(max((place[0] - self.left) / (self.right - self.left), 0.0), 1.0)
        y = min(max((place[1] - self.top) / (self.bottom - self.top), 0.0), 1.0)
        sides = ((1 - x, 1 - y), (y, 2 - x), (x, 2 + y), (1 - y, 3 + x))
        return min(sides)[1] % 4

    def rim(self, start: float, end: float) -> FlatLine:
        """The corners between two places."""
        corners = (
            (self.right, self.bottom),
            (self.right, self.top),
            (self.left, self.top),
            (self.left, self.bottom),
        )
        stop = end if end > start else end + 4
        return [corners[n % 4] for n in range(math.floor(start) + 1, math.ceil(stop))]


@dataclass(frozen=True, slots=True)
class Disc:
    """A round frame; its rim is measured in corners, CORNERS of them to the full circle."""

    x: float
    y: float
    radius: float

    CORNERS = 60

    def cut(self, p: Flat, q: Flat) -> tuple[float, float] | None:
        """Where the straight line through p and q meets the circle."""
        x, y, dx, dy = p[0] - self.x, p[1] - self.y, q[0] - p[0], q[1] - p[1]
        length, middle = dx * dx + dy * dy, x * dx + y * dy
        inside = middle * middle - length * (x * x + y * y - self.radius**2)
        if length == 0 or inside <= 0:
            return None
        half = math.sqrt(inside)
        start, end = max(0.0, (-middle - half) / length), min(1.0, (half - middle) / length)
        return (start, end) if start < end else None

    def along(self, place: Flat) -> float:
        """The angle, in corners."""
        turn = math.atan2(self.y - place[1], place[0] - self.x) / math.tau
        return turn % 1 * self.CORNERS

    def rim(self, start: float, end: float) -> FlatLine:
        """Corners close enough to look round."""
        stop = end if end > start else end + self.CORNERS
        angles = (math.tau * n / self.CORNERS for n in range(math.floor(start) + 1, math.ceil(stop)))
        return [(self.x + self.radius * math.cos(a), self.y - self.radius * math.sin(a)) for a in angles]


# ---------------------------------------------------------------- cutting and closing


def clip(line: FlatLine, frame: Frame) -> list[FlatLine]:
    """The parts of a line inside the frame. A ring that begins inside is cut where it leaves, not where it begins."""
    pieces: list[FlatLine] = []
    running = False
    for p, q in pairwise(line):
        part = frame.cut(p, q)
        if part is None:
            running = False
            continue
        if not running or part[0] > 0:
            pieces.append([between(p, q, part[0])])
        pieces[-1].append(between(p, q, part[1]))
        running = part[1] == 1
    if len(pieces) > 1 and is_ring(line) and pieces[0][0] == line[0] and pieces[-1][-1] == line[-1]:
        pieces[0] = pieces.pop() + pieces[0][1:]
    return pieces


def between(p: Flat, q: Flat, share: float) -> Flat:
    """The place at a share of the way from p to q; exactly p or q at the ends."""
    if share in (0, 1):
        return q if share else p
    return p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])


def is_ring(line: FlatLine) -> bool:
    """Whether a line ends where it begins."""
    return len(line) > 2 and math.dist(line[0], line[-1]) < 1e-6


def close_areas(pieces: list[FlatLine], frame: Frame) -> list[FlatLine]:
    """Rings round the land, from coasts cut off at the frame: rings as they are, the others joined along the rim."""
    rings = [piece for piece in pieces if is_ring(piece)]
    coasts = [piece for piece in pieces if not is_ring(piece)]
    entries = sorted((frame.along(piece[0]), n) for n, piece in enumerate(coasts))
    unused = dict.fromkeys(range(len(coasts)))
    while unused:
        number = next(iter(unused))
        ring: FlatLine = []
        while number in unused:
            del unused[number]
            leaves = frame.along(coasts[number][-1])
            enters, following = next_entry(entries, leaves)
            ring += coasts[number] + frame.rim(leaves, enters)
            number = following
        rings.append([*ring, ring[0]])
    return rings


def next_entry(entries: list[tuple[float, int]], leaves: float) -> tuple[float, int]:
    """The first coast to come in after a place on the rim."""
    after = [entry for entry in entries if entry[0] > leaves]
    return min(after) if after else entries[0]


def fill_land(coasts: Iterable[FlatLine], frame: Frame, is_land_at_rim: Callable[[], bool]) -> list[FlatLine]:
    """Rings round the land in the frame, to be filled even-odd.

    Whether there is land at the rim is asked only where no coast crosses the rim.
    """
    pieces = [piece for line in coasts for piece in clip(line, frame)]
    rings = [ring for ring in close_areas(pieces, frame) if abs(area(ring)) >= SMALLEST_AREA]
    if all(is_ring(piece) for piece in pieces) and is_land_at_rim():
        rim = frame.rim(-0.5, -0.5)
        rings.insert(0, [*rim, rim[0]])
    return rings


def area(ring: FlatLine) -> float:
    """The area within a ring; negative if it runs counter-clockwise as seen."""
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in pairwise(ring)) / 2


# ---------------------------------------------------------------- writing


def simplify_all(lines: Iterable[FlatLine]) -> list[FlatLine]:
    """The lines simplified, further where they have many dots together; rings that become too small are left out."""
    kept = [simplify(line) for line in lines]
    for triangle in TRIANGLES:
        if sum(map(len, kept)) <= MOST_DOTS:
            break
        kept = [generalise(line, triangle) for line in kept]
        kept = [line for line in kept if not is_ring(line) or abs(area(line)) >= SMALLEST_AREA]
    return kept


def generalise(line: FlatLine, smallest: float) -> FlatLine:
    """The line without the dots that make the smallest triangles with their neighbours (Visvalingam, Whyatt 1993).

    This takes out narrow inlets and spits, which `simplify` would keep. `smallest` is in square units; the ends stay.
    """
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = [0.0, *(abs(area([p, q, r, p])) for p, q, r in zip(line, line[1:], line[2:], strict=False)), 0.0]
    heap = [(sizes[n], n) for n in range(1, len(line) - 1)]
    heapify(heap)
    gone: set[int] = set()
    while heap and heap[0][0] < smallest:
        size, n = heappop(heap)
        if n in gone or size != sizes[n]:
            continue
        gone.add(n)
        after[before[n]], before[after[n]] = after[n], before[n]
        for near in {before[n], after[n]} - {0, len(line) - 1}:
            p, q, r = line[before[near]], line[near], line[after[near]]
            sizes[near] = max(size, abs(area([p, q, r, p])))
            heappush(heap, (sizes[near], near))
    return [place for n, place in enumerate(line) if n not in gone]


def simplify(line: FlatLine) -> FlatLine:
    """The line with fewer dots, by Douglas and Peucker (1973), without recursion; the ends stay."""
    line = thin(line)
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        far, middle = farthest(line, first, last)
        if far > TOLERANCE:
            keep.add(middle)
            stack += [(first, middle), (middle, last)]
    return [line[n] for n in sorted(keep)]


def thin(line: FlatLine) -> FlatLine:
    """The line without dots that hardly move away from the one before."""
    kept = line[:1]
    for place in line[1:-1]:
        if abs(place[0] - kept[-1][0]) + abs(place[1] - kept[-1][1]) > TOLERANCE:
            kept.append(place)
    return kept + line[-1:]


def farthest(line: FlatLine, first: int, last: int) -> tuple[float, int]:
    """How far the farthest dot lies from the straight way between two others, and its number."""
    (x, y), (x1, y1) = line[first], line[last]
    dx, dy = x1 - x, y1 - y
    length = math.hypot(dx, dy)
    far, middle = 0.0, first
    for n in range(first + 1, last):
        px, py = line[n]
        away = abs((px - x) * dy - (py - y) * dx) / length if length > 1e-6 else math.hypot(px - x, py - y)
        if away > far:
            far, middle = away, n
    return far, middle


def path_of(lines: Iterable[FlatLine], closed: bool = False) -> str:
    """SVG path data: a move to each line's start, then steps; one decimal, rounded without drift."""
    return "".join(write_line(line, closed) for line in lines)


def write_line(line: FlatLine, closed: bool) -> str:
    """One line of a path; nothing where all its dots fall together."""
    dots = [(round(x * 10), round(y * 10)) for x, y in (line[:-1] if closed else line)]
    steps = "".join(write_steps(dots))
    start = f"M{tenths(dots[0][0])}{sign(dots[0][1])}"
    return f"{start}l{steps.lstrip(' ')}{'z' if closed else ''}" if steps else ""


def write_steps(dots: list[tuple[int, int]]) -> Iterator[str]:
    """The steps from dot to dot, those of no length left out."""
    for (x, y), (x1, y1) in pairwise(dots):
        if (x, y) != (x1, y1):
            yield sign(x1 - x) + sign(y1 - y)


def tenths(value: int) -> str:
    """So many tenths as a short decimal: 12, 1.5, .5, -.5."""
    whole, rest = divmod(abs(value), 10)
    digits = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{digits}" if value < 0 else digits


def sign(value: int) -> str:
    """The same, parted from what stands before it by a minus sign or a space."""
    return tenths(value) if value < 0 else f" {tenths(value)}"

"""Simplifies flat lines for a small map, and writes them as SVG paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heapify, heappop, heappush
from itertools import pairwise

from gapmark.map.edges import SMALLEST_AREA, FlatLine, area, is_ring
from gapmark.map.projection import Flat

SMALLEST_TRIANGLE = 0.8
"""Area in square units: a dot that makes a smaller triangle with its neighbours can't be seen."""

MOST_DOTS = 600
"""Above this many dots a map is simplified further: a page must stay light, and a small map clear."""

TRIANGLES = (1.0, 2.0, 4.0, 7.0, 12.0)
"""How far such a map is simplified, step by step."""


def simplify_all(lines: Iterable[FlatLine]) -> list[FlatLine]:
    """Return the lines simplified, more where many dots lie together; rings that become too small are left out."""
    kept = [simplify(line) for line in lines]
    for triangle in TRIANGLES:
        if sum(map(len, kept)) <= MOST_DOTS:
            break
        kept = [simplify(line, triangle) for line in kept]
        kept = [line for line in kept if not is_ring(line) or abs(area(line)) >= SMALLEST_AREA]
    return kept


def simplify(line: FlatLine, smallest: float = SMALLEST_TRIANGLE) -> FlatLine:
    """Return the line without the dots that make the smallest triangles with their neighbours (Visvalingam, Whyatt
    1993).

    This takes out narrow inlets and spits too. `smallest` is in square units; the ends stay.
    """
    before, after = list(range(-1, len(line) - 1)), list(range(1, len(line) + 1))
    sizes = [0.0, *map(_triangle, line, line[1:], line[2:]), 0.0]
    heap = [(size, n) for n, size in enumerate(sizes[:-1]) if n and size < smallest]
    heapify(heap)
    gone: set[int] = set()
    while heap:
        size, n = heappop(heap)
        if n in gone or size != sizes[n]:
            continue
        gone.add(n)
        after[before[n]], before[after[n]] = after[n], before[n]
        for near in {before[n], after[n]} - {0, len(line) - 1}:
            sizes[near] = max(size, _triangle(line[before[near]], line[near], line[after[near]]))
            if sizes[near] < smallest:
                heappush(heap, (sizes[near], near))
    return [place for n, place in enumerate(line) if n not in gone]


def _triangle(p: Flat, q: Flat, r: Flat) -> float:
    return abs((q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1])) / 2


def path_of(lines: Iterable[FlatLine], closed: bool = False) -> str:
    """Return SVG path data: a move to each line's start, then steps with one decimal, rounded so that errors don't
    add up."""
    return "".join(_write_line(line, closed) for line in lines)


def _write_line(line: FlatLine, closed: bool) -> str:
    """Return one line of a path; empty where all its dots fall together."""
    dots = [(round(x * 10), round(y * 10)) for x, y in (line[:-1] if closed else line)]
    steps = "".join(_write_steps(dots))
    start = f"M{_tenths(dots[0][0])}{sign(dots[0][1])}"
    return f"{start}l{steps.lstrip(' ')}{'z' if closed else ''}" if steps else ""


def _write_steps(dots: list[tuple[int, int]]) -> Iterator[str]:
    """Return the steps from dot to dot, without those of no length."""
    for (x, y), (x1, y1) in pairwise(dots):
        if (x, y) != (x1, y1):
            yield sign(x1 - x) + sign(y1 - y)


def _tenths(value: int) -> str:
    """Return a number of tenths as a short decimal: 12, 1.5, .5, -.5."""
    whole, rest = divmod(abs(value), 10)
    digits = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{digits}" if value < 0 else digits


def sign(value: int) -> str:
    """Return the same with a minus sign or a space before it."""
    return _tenths(value) if value < 0 else f" {_tenths(value)}"

"""Makes `gapmark/defaults/atlas/atlas.txt` from the npm package world-atlas (Natural Earth 4.1). Run by hand, once:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python .ci/make_atlas.py package

`NOTICE.md` beside the result says where the lines come from, `gapmark/map/atlas.py` what it looks like. The
steps: simplify every arc (a shared one once, so that neighbours still fit), turn coasts so that land lies to their
left, cut the arcs at the edges of square cells, and write the steps from dot to dot as signed bytes.
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Dot = tuple[int, int]
Line = list[Dot]

HEAD = """gapmark atlas 1
Coasts, borders and names of countries from Natural Earth 4.1 (public domain, naturalearthdata.com), by way of
world-atlas 2.0.2 (Copyright 2013-2019 Michael Bostock, ISC licence). Simplified and cut into cells.
Borders are those in force on the ground (de facto), as Natural Earth draws them."""

LEVELS = (
    # widest view in km, source, quanta per degree, degrees per cell, tolerance in degrees, smallest island in degrees^2
    (2_000, "10m", 250, 5, 0.012, 0.0003),
    (6_000, "10m", 250, 10, 0.06, 0.01),
    (40_100, "10m", 100, 30, 0.2, 0.05),
    (0, "110m", 20, 90, 0.5, 3.0),  # no view is this narrow: the globe of the inset asks for it by this name
)
ROWS_PER_DEGREE, STEPS_PER_DEGREE = 4, 50
NARROWEST = 8  # of those steps: 18 km at the equator, too narrow for a name
LONGEST_STEP = 127
SEA = -1

NAMES = {
    "Antigua and Barb.": "Antigua and Barbuda",
    "Bosnia and Herz.": "Bosnia and Herzegovina",
    "Central African Rep.": "Central African Republic",
    "Dem. Rep. Congo": "DR Congo",
    "Dominican Rep.": "Dominican Republic",
    "Eq. Guinea": "Equatorial Guinea",
    "eSwatini": "Eswatini",
    "Faeroe Is.": "Faroe Islands",
    "Falkland Is.": "Falkland Islands",
    "Macedonia": "North Macedonia",
    "Marshall Is.": "Marshall Islands",
    "N. Cyprus": "Northern Cyprus",
    "S. Sudan": "South Sudan",
    "Solomon Is.": "Solomon Islands",
    "United States of America": "United States",
    "W. Sahara": "Western Sahara",
}
"""Short forms written out, and names that have changed since Natural Earth 4.1."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One arc of the topology. Dots are in quanta from 180 W, 90 S; x runs on over the date line without a jump."""

    dots: Line
    coast: bool
    left: int
    """The number of the country to the left, or SEA."""
    right: int


def main(package: Path) -> None:
    """Write atlas.txt from the folder of the unpacked npm package."""
    sources = {name: json.loads((package / f"countries-{name}.json").read_text("utf-8")) for name in ("10m", "110m")}
    countries = sources["10m"]["objects"]["countries"]["geometries"]
    names = [f"{c.get('id', '')} {NAMES.get(c['properties']['name'], c['properties']['name'])}" for c in countries]
    sections = [HEAD, "\n".join(["countries", *names]), "\n".join(write_rows(sources["10m"]))]
    for widest, source, quanta, size, tolerance, smallest in LEVELS:
        arcs = read_arcs(sources[source], quanta, tolerance, smallest)
        sections.append("\n".join([f"lines {widest} {quanta} {size}", *write_cells(arcs, quanta, size)]))
    path = Path(__file__).parents[1] / "gapmark" / "defaults" / "atlas" / "atlas.txt"
    path.write_text("\n\n".join(sections) + "\n", encoding="utf-8", newline="\n")


# ---------------------------------------------------------------- reading TopoJSON


def read_arcs(topology: Any, quanta: int, tolerance: float, smallest: float) -> list[Arc]:
    """Every arc, simplified; coasts run with land to their left; islands below `smallest` are left out."""
    owners = {key: index for index, key in rings_of(topology["objects"]["countries"], by_country=True)}
    coasts = {key for _, key in rings_of(topology["objects"]["land"], by_country=False)}
    arcs = []
    for number, dots in enumerate(decode(topology, quanta)):
        # TopoJSON rings run with the inside to the right, `~number` is the arc `number` run backwards.
        right, left = owners.get(number, SEA), owners.get(~number, SEA)
        line = simplify(dots, tolerance * quanta, quanta)
        if is_islet(line, smallest, quanta):
            continue
        if number in coasts:
            line, left, right = line[::-1], right, left
        arcs.append(Arc(line, number in coasts or ~number in coasts, left, right))
    return arcs


def rings_of(geometry: Any, by_country: bool) -> Iterator[tuple[int, int]]:
    """The index of each geometry with each of the arcs that bound it."""
    for index, part in enumerate(geometry["geometries"]):
        stack = [part.get("arcs", [])]
        while stack:
            item = stack.pop()
            if isinstance(item, int):
                yield (index if by_country else 0), item
            else:
                stack.extend(item)


def decode(topology: Any, quanta: int) -> Iterator[Line]:
    """The arcs in quanta, with jumps over the date line taken out."""
    (scale_x, scale_y), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line: Line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            dot = round((x * scale_x + west + 180) * quanta), round((y * scale_y + south + 90) * quanta)
            line.append(unwrapped(dot, line[-1][0] if line else dot[0], 360 * quanta))
        yield line


def unwrapped(dot: Dot, near: int, turn: int) -> Dot:
    """The dot moved by whole turns to within half a turn of `near`."""
    return (dot[0] - near + turn // 2) % turn + near - turn // 2, dot[1]


def is_islet(line: Line, smallest: float, quanta: int) -> bool:
    """Whether the line is a closed ring round less than `smallest` degrees^2 (as at the equator), or nothing at all."""
    if len(line) < 2:
        return True
    doubled = sum(p[0] * q[1] - q[0] * p[1] for p, q in itertools.pairwise(line))
    shrink = math.cos(math.radians(line[0][1] / quanta - 90))
    return line[0] == line[-1] and abs(doubled) / 2 * shrink < smallest * quanta * quanta


def simplify(line: Line, tolerance: float, quanta: int) -> Line:
    """Douglas and Peucker (1973), without recursion; degrees of longitude count for what they are worth there."""
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first > 1:
            far, middle = farthest(line, first, last, math.cos(math.radians(line[first][1] / quanta - 90)))
            if far > tolerance:
                keep.add(middle)
                stack += [(first, middle), (middle, last)]
    dots = [line[n] for n in sorted(keep)]
    return [dot for n, dot in enumerate(dots) if n == 0 or dot != dots[n - 1]]


def farthest(line: Line, first: int, last: int, shrink: float) -> tuple[float, int]:
    """How far the farthest dot lies from the straight way between two others, and which it is."""
    (x, y), (x1, y1) = line[first], line[last]
    dx, dy = (x1 - x) * shrink, y1 - y
    length = dx * dx + dy * dy or 1.0
    far, middle = -1.0, first
    for n in range(first + 1, last):
        px, py = (line[n][0] - x) * shrink, line[n][1] - y
        part = max(0.0, min(1.0, (px * dx + py * dy) / length))
        away = math.hypot(px - part * dx, py - part * dy)
        if away > far:
            far, middle = away, n
    return far, middle


# ---------------------------------------------------------------- cells


def write_cells(arcs: list[Arc], quanta: int, size: int) -> Iterator[str]:
    """One line for each cell, west to east, then south to north: `L` or `S` for its corner, coasts `;` borders."""
    step, across, up = size * quanta, 360 // size, 180 // size
    coasts: dict[Dot, list[str]] = {}
    borders: dict[Dot, list[str]] = {}
    for arc in arcs:
        for cell, piece in cut_into_cells(arc.dots, step):
            pieces = coasts if arc.coast else borders
            pieces.setdefault((cell[0] % across, cell[1]), []).append(write_piece(piece, cell, step))
    for row in range(up):
        land = land_along(arcs, row * step, 360 * quanta)
        for column in range(across):
            parts = ",".join(coasts.get((column, row), ())), ",".join(borders.get((column, row), ()))
            yield ("L" if land(column * step) else "S") + ";".join(parts).rstrip(";")


def cut_into_cells(dots: Line, step: int) -> Iterator[tuple[Dot, Line]]:
    """The line in pieces that each lie in one cell, ends on the edges included."""
    piece: Line = []
    home: Dot | None = None
    for start, end in itertools.pairwise(dots):
        for p, q in split_at_edges(start, end, step):
            cell = (p[0] + q[0]) // (2 * step), (p[1] + q[1]) // (2 * step)
            if cell != home:
                if home is not None:
                    yield home, piece
                home, piece = cell, [p]
            piece.append(q)
    if home is not None:
        yield home, piece


def split_at_edges(p: Dot, q: Dot, step: int) -> Iterator[tuple[Dot, Dot]]:
    """The straight way from p to q, cut where it crosses the edge of a cell."""
    parts = {0.0, 1.0}
    for axis in (0, 1):
        low, high = sorted((p[axis], q[axis]))
        for edge in range((low // step + 1) * step, high, step):
            parts.add((edge - p[axis]) / (q[axis] - p[axis]))
    dots = [(round(p[0] + t * (q[0] - p[0])), round(p[1] + t * (q[1] - p[1]))) for t in sorted(parts)]
    return ((a, b) for a, b in itertools.pairwise(dots) if a != b)


def write_piece(piece: Line, cell: Dot, step: int) -> str:
    """Base64 of: x and y of the first dot in its cell (two bytes each, the high one first), then steps, a byte each."""
    (x, y), raw = piece[0], bytearray()
    raw += (x - cell[0] * step).to_bytes(2, "big") + (y - cell[1] * step).to_bytes(2, "big")
    for p, q in itertools.pairwise(piece):
        dx, dy = q[0] - p[0], q[1] - p[1]
        count = -(-max(abs(dx), abs(dy)) // LONGEST_STEP)
        for n in range(count):
            for way in (dx, dy):
                raw.append((round(way * (n + 1) / count) - round(way * n / count)) & 255)
    return b64encode(raw).decode("ascii").rstrip("=")


# ---------------------------------------------------------------- what lies where


def crossings(arcs: Iterable[Arc], axis: int, at: float) -> Iterator[tuple[float, Arc, bool]]:
    """Where arcs cross the line on which `axis` has the value `at` (never a whole number), and whether they rise."""
    for arc in arcs:
        for p, q in zip(arc.dots, arc.dots[1:], strict=False):
            if (p[axis] < at) != (q[axis] < at):
                part = (at - p[axis]) / (q[axis] - p[axis])
                other = 1 - axis
                yield p[other] + part * (q[other] - p[other]), arc, q[axis] > p[axis]


def land_along(arcs: list[Arc], y: int, turn: int) -> Any:
    """Tells of any x whether (x + 1/2, y + 1/2) is land. The South Pole is; every coast on the way changes that."""
    coasts = [arc for arc in arcs if arc.coast]
    meridians = (found for at in (0.5, turn + 0.5, 0.5 - turn) for found in crossings(coasts, 0, at))
    start = sum(other < y + 0.5 for other, _, _ in meridians) % 2 == 0
    row = [x % turn for x, _, _ in crossings(coasts, 1, y + 0.5)]
    return lambda x: start ^ (sum(0.5 < other < x + 0.5 for other in row) % 2 == 1)


def write_rows(topology: Any) -> Iterator[str]:
    """One line for each parallel, south to north: eastward from 180 W, so many steps of such a country."""
    yield f"rows {ROWS_PER_DEGREE} {STEPS_PER_DEGREE}"
    quanta = LEVELS[0][2]
    arcs = read_arcs(topology, quanta, *LEVELS[0][4:])
    pole = [c["properties"]["name"] for c in topology["objects"]["countries"]["geometries"]].index("Antarctica")
    for row in range(180 * ROWS_PER_DEGREE):
        y = row * quanta // ROWS_PER_DEGREE + 0.5
        found = sorted(
            (x % (360 * quanta), arc.right if rises else arc.left) for x, arc, rises in crossings(arcs, 1, y)
        )
        first = (0, found[-1][1] if found else pole if y < 90 * quanta else SEA)
        steps = [(round(x * STEPS_PER_DEGREE / quanta), country) for x, country in [first, *found]]
        yield " ".join(f"{width}:{country}".replace(f":{SEA}", ":") for width, country in without_slivers(steps))


def without_slivers(starts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a parallel without those too narrow to name: they join their neighbours, or count as sea."""
    ends = [x for x, _ in starts[1:]] + [360 * STEPS_PER_DEGREE]
    after = [country for _, country in starts[1:]] + [starts[0][1]]
    width, last = 0, starts[0][1]
    for (x, country), end, following in zip(starts, ends, after, strict=True):
        shown = country if end - x >= NARROWEST else following if following == last else SEA
        if shown != last:
            yield width, last
            width, last = 0, shown
        width += end - x
    yield width, last


if __name__ == "__main__":
    main(Path(sys.argv[1]))

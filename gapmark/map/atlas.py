"""Reads the compact lines in `gapmark/defaults/atlas/atlas.txt`: coasts, borders and the names of countries.

The file is text in sections, parted by empty lines:

- `countries`: ISO 3166-1 numeric code and English name, one a line;
- `rows R S`: one line for each parallel, R to the degree from 90 S: stretches from 180 W eastward, `width:country`, the
  width in S steps to the degree, the country as its place in the list, none for the sea and for slivers;
- `lines W Q D`: lines for views up to W kilometres across, one line for each cell of D degrees, west to east and south
  to north from 180 W, 90 S. A cell is `L` or `S` (its south-west corner is land or sea), then coasts, `;`, borders,
  parted by commas; each is base64 of its first dot in the cell (x and y in Q quanta to the degree, two bytes each) and
  of the steps to the next dots (a signed byte each). Coasts run with land to their left.

Only the cells asked for are parsed.
"""

from __future__ import annotations

from array import array
from binascii import a2b_base64
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

Line = list[tuple[float, float]]
"""A line of (longitude, latitude) in degrees; the longitude may run past 180 or -180."""

GLOBE = 0
"""The width to ask for to get the coarse lines for a small globe."""


class Bounds(NamedTuple):
    """A part of the world in degrees. `west` <= `east`; both may lie beyond 180 where the part spans the date line."""

    west: float
    south: float
    east: float
    north: float


class Level(NamedTuple):
    """One section of lines."""

    quanta: int
    size: int
    cells: list[bytes]

    def cell(self, column: int, row: int) -> bytes:
        """Return the text of one cell; columns go round the world."""
        across = 360 // self.size
        return self.cells[row * across + column % across]


Dots = list[tuple[int, int]]


def parse_level(atlas: bytes, kilometres: float) -> Level:
    """Return the finest section that serves a view of `across` kilometres; GLOBE for the coarsest."""
    levels = [section for section in atlas.split(b"\n\n") if section.startswith(b"lines ")]
    for section in levels[-1:] if kilometres == GLOBE else levels:
        head, _, body = section.partition(b"\n")
        widest, quanta, size = (int(word) for word in head.split()[1:])
        if kilometres <= widest:
            break
    return Level(quanta, size, body.split(b"\n"))


def parse_cells(atlas: bytes, bounds: Bounds, kilometres: float) -> tuple[list[Line], list[Line]]:
    """Return the coasts and borders of the cells within the bounds, for a view so many kilometres across.

    Coasts have land to their left and are joined from cell to cell: each is a ring, or ends outside the bounds.
    """
    level = parse_level(atlas, kilometres)
    coasts: list[Dots] = []
    borders: list[Dots] = []
    for column, row in cells_within(bounds, level.size):
        coast, _, border = level.cell(column, row)[1:].partition(b";")
        coasts += _parse_pieces(coast, level, column, row)
        borders += _parse_pieces(border, level, column, row)
    turn = 360 * level.quanta
    joined = [_to_degrees(line, level.quanta) for line in join_pieces(coasts, turn)]
    return joined, [_to_degrees(line, level.quanta) for line in borders]


def cells_within(bounds: Bounds, size: int) -> Iterator[tuple[int, int]]:
    """Return column and row of each cell within the bounds, each once; columns may be past the date line."""
    first, last = int((bounds.west + 180) // size), int((bounds.east + 180) // size)
    lowest, highest = max(0, int((bounds.south + 90) // size)), min(180 // size - 1, int((bounds.north + 90) // size))
    for row in range(lowest, highest + 1):
        for column in range(first, min(last, first + 360 // size - 1) + 1):
            yield column, row


def _parse_pieces(pieces: bytes, level: Level, column: int, row: int) -> Iterator[Dots]:
    """Yield the lines of one cell in quanta from 180 W, 90 S."""
    corner_x, corner_y = column * level.size * level.quanta, row * level.size * level.quanta
    for piece in pieces.split(b",") if pieces else ():
        raw = a2b_base64(piece + b"=" * (-len(piece) % 4))
        x, y = corner_x + raw[0] * 256 + raw[1], corner_y + raw[2] * 256 + raw[3]
        steps = array("b", raw[4:])
        yield list(zip(accumulate(steps[::2], initial=x), accumulate(steps[1::2], initial=y), strict=True))


def join_pieces(pieces: list[Dots], turn: int) -> Iterator[Dots]:
    """Return the pieces joined where one begins at the end of another, over the date line too (`turn` is the
    circumference in quanta)."""
    starting: dict[tuple[int, int], list[int]] = {}
    for number, piece in enumerate(pieces):
        starting.setdefault((piece[0][0] % turn, piece[0][1]), []).append(number)
    ends = {(piece[-1][0] % turn, piece[-1][1]) for piece in pieces}
    used: set[int] = set()
    heads = [n for n, piece in enumerate(pieces) if (piece[0][0] % turn, piece[0][1]) not in ends]
    for first in [*heads, *range(len(pieces))]:
        line: Dots = []
        at: int | None = first if first not in used else None
        while at is not None:
            used.add(at)
            piece = pieces[at]
            shift = line[-1][0] - piece[0][0] if line else 0
            rest = piece[bool(line) :]
            line += [(x + shift, y) for x, y in rest] if shift else rest
            following = starting.get((line[-1][0] % turn, line[-1][1]), ())
            at = next((n for n in following if n not in used), None)
        if line:
            yield line


def _to_degrees(line: Dots, quanta: int) -> Line:
    unit = 1 / quanta
    return [(x * unit - 180, y * unit - 90) for x, y in line]


def is_land(atlas: bytes, longitude: float, latitude: float, kilometres: float) -> bool:
    """Whether a place is land: every coast crossed on the way from the corner of its cell changes the answer.

    The way goes east and then north, half a quantum off every dot, so that it never meets one.
    """
    level = parse_level(atlas, kilometres)
    step, half = level.size * level.quanta, 0.5
    x, y = int((longitude + 180) % 360 * level.quanta) + half, int((latitude + 90) * level.quanta) + half
    column, row = int(x // step), min(180 // level.size - 1, int(y // step))
    base_y = row * step + half
    cell = level.cell(column, row)
    pieces = list(_parse_pieces(cell[1:].partition(b";")[0], level, column, row))
    base_x = column * step + half
    changes = sum(_crosses(piece, base_x, x, base_y) for piece in pieces)
    changes += sum(_crosses([(b, a) for a, b in piece], base_y, y, x) for piece in pieces)
    return cell.startswith(b"L") ^ (changes % 2 == 1)


def _crosses(line: Sequence[tuple[float, float]], start: float, end: float, y: float) -> int:
    """Return how often a line crosses the straight way from (start, y) to (end, y)."""
    count = 0
    for (x1, y1), (x2, y2) in pairwise(line):
        if (y1 < y) != (y2 < y):
            count += start < x1 + (y - y1) / (y2 - y1) * (x2 - x1) < end
    return count


# ---------------------------------------------------------------- names


class Stretch(NamedTuple):
    """A part of a parallel that lies in one country."""

    country: str
    """The country's ISO 3166-1 numeric code, a space and its English name; the code is empty where there is none."""
    latitude: float
    west: float
    east: float
    """Degrees; past 180 where the part asked for is."""


def parse_rows(atlas: bytes, bounds: Bounds, apart: float) -> Iterator[Stretch]:
    """Yield the stretches of country within the bounds, along parallels about so many degrees apart."""
    sections = atlas.split(b"\n\n", 3)
    countries = sections[1].decode("utf-8").split("\n")[1:]
    head, *rows = sections[2].split(b"\n")
    per_degree, steps = (int(word) for word in head.split()[1:])
    lowest, highest = int((bounds.south + 90) * per_degree) + 1, int((bounds.north + 90) * per_degree)
    for row in range(max(0, lowest), min(len(rows) - 1, highest) + 1, max(1, round(apart * per_degree))):
        for west, east, country in parse_row(rows[row], steps):
            for turn in (-360, 0, 360):
                start, end = max(west + turn, bounds.west), min(east + turn, bounds.east)
                if start < end:
                    yield Stretch(countries[country], row / per_degree - 90, start, end)


def parse_row(row: bytes, steps: int) -> Iterator[tuple[float, float, int]]:
    """Return west end, east end and country number of each stretch of land on one parallel."""
    x = 0
    for part in row.split():
        width, _, country = part.partition(b":")
        if country:
            yield x / steps - 180, (x + int(width)) / steps - 180, int(country)
        x += int(width)

"""Finds places for names on a small map, so that none covers another, a sign, the scale or the inset.

Widths are estimated, generously, since no font can be asked at build time.
"""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from gapmark.map.projection import Flat

SIZE = 20.5
"""Of all text, in units of the map: 12 pixels on a phone 320 wide. Where there is more room, the stylesheet makes it
smaller, so that what has room here has room there."""

TARGET = 41.0
"""Height of what a finger may hit, in units: 24 pixels on such a phone."""

SIGN = 6.0
"""Half the width of a place's sign, with a little air."""

LINK = 4.0
"""The size of the boxes that stand for a leader."""

SQUARE = 32.0
"""The side of the squares by which boxes are found."""
COMBINING = ("Mn", "Me", "Cf")

AROUND = ((1, -0.55), (1, 0.55), (1, 0), (-1, -0.55), (-1, 0.55), (-1, 0), (0, -1), (0, 1))
"""Where a name may stand beside its sign, best first: right, left (-1) or centred (0), and how far below (-: above)."""

LEADERS = tuple(
    (reach * math.cos(math.radians(angle)), reach * math.sin(math.radians(angle)))
    for reach in (24, 40, 60, 85, 115, 150)
    for angle in (*(-30, 30, 150, -150, -60, 60, 120, -120, 0, 180, -90, 90), *range(-165, 180, 30))
)
"""Where a name may stand when there is no room beside its sign: at the end of a line of so many units."""


class Box(NamedTuple):
    """A part of the map that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


Position = tuple[float, float, int, tuple[Flat, Flat] | None]
"""Where a name may stand: x, the middle of its height, its side of x, and the line that leads to it."""


class Label(NamedTuple):
    """A name in its place."""

    number: int
    """Which of the names it is, from 0."""
    x: float
    y: float
    """Height of the base line."""
    anchor: str
    """SVG's text-anchor, for text in a left-to-right frame."""
    box: Box
    leader: tuple[Flat, Flat] | None = None
    """A line from the sign to the name."""

    @property
    def target(self) -> Box:
        """Return the box that a finger may hit: higher than the name."""
        return target_of(self.box)


def target_of(box: Box) -> Box:
    """Return the box that a finger may hit of a name in a box."""
    middle = (box.top + box.bottom) / 2
    return Box(box.left, middle - TARGET / 2, box.right, middle + TARGET / 2)


def text_width(text: str) -> float:
    """Return about how wide a text will be: 0.6 em a character, 1 em where East Asian, 0 for a combining one."""
    return SIZE * sum(_character_width(character) for character in text)


def _character_width(character: str) -> float:
    if unicodedata.category(character) in COMBINING:
        return 0.0
    return 1.05 if unicodedata.east_asian_width(character) in "WF" else 0.6


FEW, MANY = 40, 200
"""Names of which each is to find room; among more, some are shown by pointing only. Among many no line leads to a name:
no map can keep so many apart."""


def place_labels(names: Sequence[str], signs: Sequence[Flat], map_box: Box, taken: Iterable[Box]) -> list[Label]:
    """Return a label for each name that finds room. The first names get the best places.

    A name that finds none chooses before the others when they are placed once more.
    """
    order, around = list(range(len(names))), tuple(taken)
    best: list[Label] = []
    for _ in names[:FEW]:
        labels = _place_in_order(order, names, signs, map_box, around)
        best = max(best, labels, key=len)
        placed = {label.number for label in labels}
        left = [number for number in order if number not in placed]
        if not left or len(names) > FEW:
            break
        order = left + [number for number in order if number in placed]
    return sorted(best, key=lambda label: label.number)


def _place_in_order(
    order: Sequence[int], names: Sequence[str], signs: Sequence[Flat], map_box: Box, taken: Sequence[Box]
) -> list[Label]:
    own = [around_sign(sign) for sign in signs]
    boxes, targets = Boxes((*taken, *own)), Boxes(())
    labels: list[Label] = []
    for number in order:
        boxes.leave(own[number])
        positions = _positions(signs[number], led=len(names) <= MANY)
        found = _find_room(number, text_width(names[number]), positions, map_box, boxes, targets)
        boxes.take(own[number])
        if found:
            labels.append(found)
            targets.take(found.target)
            for box in (found.box, *leader_boxes(found.leader)):
                boxes.take(box)
    return labels


class Boxes:
    """Boxes that are taken, by the squares they lie in, so that a name needs no longer on a crowded map."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self.squares: defaultdict[tuple[int, int], list[Box]] = defaultdict(list)
        for box in boxes:
            self.take(box)

    def take(self, box: Box) -> None:
        """Add a box."""
        for square in squares_of(box):
            self.squares[square].append(box)

    def leave(self, box: Box) -> None:
        """Take away one that was added."""
        for square in squares_of(box):
            self.squares[square].remove(box)

    def meets(self, box: Box) -> bool:
        """Whether one of them overlaps with this one."""
        return any(
            box.left < right and left < box.right and box.top < bottom and top < box.bottom
            for square in squares_of(box)
            for left, top, right, bottom in self.squares.get(square, ())
        )


def squares_of(box: Box, side: float = SQUARE) -> Iterator[tuple[int, int]]:
    """Return the squares of the map, of side `side`, that a box touches."""
    for column in range(int(box.left // side), int(box.right // side) + 1):
        for row in range(int(box.top // side), int(box.bottom // side) + 1):
            yield column, row


def around_sign(sign: Flat) -> Box:
    """Return the box that a sign covers."""
    return Box(sign[0] - SIGN, sign[1] - SIGN, sign[0] + SIGN, sign[1] + SIGN)


def _positions(sign: Flat, *, led: bool) -> Iterator[Position]:
    """Yield where a name may stand, best first: beside its sign, then at the end of a leader, if it may have one."""
    yield from (_beside_sign(sign, side, down) for side, down in AROUND)
    yield from (_at_leader(sign, dx, dy) for dx, dy in LEADERS if led)


def _find_room(
    number: int, width: float, positions: Iterable[Position], map_box: Box, others: Boxes, targets: Boxes
) -> Label | None:
    """Return the first position that meets nothing and lies on the map; None where there is none."""
    for x, middle, side, leader in positions:
        box = _box_at(x, middle, width, side)
        free = map_box.holds(box) and not others.meets(box) and not targets.meets(target_of(box))
        if free and not any(map(others.meets, leader_boxes(leader))):
            return label_at(number, x, middle, width, side, leader)
    return None


def leader_boxes(leader: tuple[Flat, Flat] | None) -> list[Box]:
    """Return the boxes that a leader covers, as a chain of small ones."""
    if not leader:
        return []
    (x, y), (x1, y1) = leader
    count = int(math.dist(*leader) / LINK) + 1
    dots = ((x + (x1 - x) * n / count, y + (y1 - y) * n / count) for n in range(1, count))
    return [Box(dx - LINK / 2, dy - LINK / 2, dx + LINK / 2, dy + LINK / 2) for dx, dy in dots]


def _beside_sign(sign: Flat, side: int, down: float) -> Position:
    """Return the name to one side of its sign, or above or below it."""
    return sign[0] + side * (SIGN + 2), sign[1] + down * (SIGN + SIZE / 2 if side == 0 else SIZE), side, None


def _at_leader(sign: Flat, dx: float, dy: float) -> Position:
    """Return the name at the end of a leader."""
    side = 1 if dx > 1 else -1 if dx < -1 else 0
    end = (sign[0] + dx, sign[1] + dy)
    reach = math.hypot(dx, dy)
    start = (sign[0] + dx / reach * SIGN, sign[1] + dy / reach * SIGN)
    middle = end[1] if side else end[1] + math.copysign(SIZE / 2, dy)
    return end[0] + 2 * side, middle, side, (start, end)


def label_at(
    number: int, x: float, middle: float, width: float, side: int, leader: tuple[Flat, Flat] | None = None
) -> Label:
    """Return a label whose text begins (1), ends (-1) or is centred (0) at x, with its middle at y."""
    anchor = {1: "start", -1: "end", 0: "middle"}[side]
    return Label(number, x, middle + SIZE * 0.34, anchor, _box_at(x, middle, width, side), leader)


def _box_at(x: float, middle: float, width: float, side: int) -> Box:
    left = x - width * (0.5 - side / 2)
    return Box(left, middle - SIZE * 0.6, left + width, middle + SIZE * 0.6)

"""Puts the globe and the scale into corners of a map, where they cover no place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from gapmark.map.frame import HEIGHT, WIDTH, Frame
from gapmark.map.globe import RADIUS
from gapmark.map.labels import MANY, Box, around_sign, text_width
from gapmark.map.projection import Flat

INNER = Box(4, 4, WIDTH - 4, HEIGHT - 4)
"""The area for names."""
MARGIN = 10.0
NAME = 110
"""Room that the name of a place beside a sign may want, in units."""


class Layout(NamedTuple):
    """The globe and the scale in the corners of the map."""

    inset: Flat | None
    """The middle of the globe."""
    scale: Box
    taken: tuple[Box, ...]


APART = 11.0
"""Units between the middles of two signs, at the least: each can be seen."""
ROUNDS, PULL = 80, 0.2
"""How often signs are moved apart, and how far in each of the first rounds they are drawn back."""


def keep_apart(spots: Sequence[Flat]) -> list[Flat]:
    """Return the signs, moved as little as possible until none covers another."""
    moved = list(spots)
    for turn in range(ROUNDS if len(spots) <= MANY else 0):
        pull = PULL if turn < ROUNDS / 2 else 0.0
        moved = [(x + (x0 - x) * pull, y + (y0 - y) * pull) for (x, y), (x0, y0) in zip(moved, spots, strict=True)]
        pairs = [(i, j) for i, j in combinations(range(len(moved)), 2) if math.dist(moved[i], moved[j]) < APART - 0.01]
        for i, j in pairs:
            (x, y), (x1, y1) = moved[i], moved[j]
            apart = math.dist(moved[i], moved[j])
            across, down = ((x1 - x) / apart, (y1 - y) / apart) if apart else (1.0, 0.0)
            push = max(APART - apart, 0) / 2
            moved[i], moved[j] = (x - push * across, y - push * down), (x1 + push * across, y1 + push * down)
        if not pairs:
            break
    return moved


def lay_out(frame: Frame, signs: Sequence[Flat], length: float, text: str) -> Layout:
    """Return the globe in the corner with the fewest signs near it, and the scale in the better of the other lower
    corners.

    `length` and `text` are those of the bar of the scale.
    """
    side = 2 * RADIUS + MARGIN
    corners = {
        (right, low): corner_box(right, low, side + MARGIN, side + MARGIN)
        for right, low in ((True, False), (True, True), (False, True), (False, False))
    }
    counts = {corner: crowding(box, signs) for corner, box in corners.items()}
    best = min(counts, key=lambda corner: counts[corner])
    wide = max(length, text_width(text)) + 2 * MARGIN
    bars = [corner_box(right, True, wide, 40) for right in (False, True) if frame.round or (right, True) != best]
    scale = min(bars, key=lambda box: crowding(box, signs))
    if frame.round:
        return Layout(None, scale, (scale,))
    box = corners[best]
    return Layout(((box.left + box.right) / 2, (box.top + box.bottom) / 2), scale, (scale, box))


def corner_box(right: bool, low: bool, wide: float, high: float) -> Box:
    """Return a box of this size in a corner of the map."""
    left, top = (WIDTH - wide if right else 0.0), (HEIGHT - high if low else 0.0)
    return Box(left, top, left + wide, top + high)


def crowding(box: Box, signs: Sequence[Flat]) -> int:
    """Return how many signs a box would cover, each counted heavily, and how many lie near."""
    near = Box(box.left - NAME, box.top - 25, box.right + NAME, box.bottom + 25)
    boxes = [around_sign(sign) for sign in signs]
    return sum(100 * other.meets(box) + other.meets(near) for other in boxes)


def round_distance(frame: Frame) -> float:
    """Return a round number of kilometres for the scale, which is true in the middle of the map."""
    longest = frame.kilometres_across * 0.28
    power = float(10 ** math.floor(math.log10(longest)))
    return next(step * power for step in (5, 2, 1) if step * power <= longest)

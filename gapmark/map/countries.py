"""Puts the names of countries on a map, where they cross no line and cover nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from gapmark.language.phrases import Language
from gapmark.map.atlas import Stretch
from gapmark.map.edges import Disc
from gapmark.map.frame import HEIGHT, WIDTH, Frame
from gapmark.map.labels import SIZE, Box, Label, label_at, squares_of, text_width
from gapmark.map.projection import KILOMETRES_PER_DEGREE, Flat
from gapmark.map.svg import draw_text

SPACED = 1.3
"""How much wider the spaced capitals of a country's name are than its plain letters; the stylesheet spaces them."""

MOST_COUNTRIES = 8
SPOTS_APART = 12.0
"""Units between the spots at which a country's name is tried."""
SHORTEST = 24.0
"""The shortest stretch of a country in units on which its name may stand: what is shorter may not be drawn at all."""
SQUARE = 6.0
"""The squares, in units, into which the map is divided to keep names clear of lines."""


def draw_countries(
    stretches: Iterable[Stretch], frame: Frame, crossed: frozenset[tuple[int, int]], taken: Sequence[Box], t: Language
) -> Iterator[str]:
    """Return the names of the countries with most room on the map, where they cross no line and cover nothing."""
    spots: dict[str, list[Flat]] = {}
    for stretch in stretches:
        spots.setdefault(stretch.country, []).extend(_spots_along(stretch, frame))
    boxes, map_box, shown = list(taken), _room_for_names(frame), 0

    def is_free(box: Box) -> bool:
        clear = map_box.holds(box) and not any(map(box.meets, boxes))
        return clear and crossed.isdisjoint(squares_of(box, SQUARE))

    for country in sorted(spots, key=lambda country: (-len(spots[country]), country)):
        code, _, english = country.partition(" ")
        name = t.find(f"places.country.{code or english}", english)
        width = text_width(name) * SPACED
        label = _place_country(width, spots[country], is_free)
        if label:
            boxes.append(label.box)
            shown += 1
            yield draw_text("locator-country", label, name)
        if shown == MOST_COUNTRIES:
            return


def _spots_along(stretch: Stretch, frame: Frame) -> Iterator[Flat]:
    """Yield places on the map along a stretch of a parallel, about evenly spaced."""
    wide = stretch.east - stretch.west
    length = wide * KILOMETRES_PER_DEGREE * frame.projection.scale * math.cos(math.radians(stretch.latitude))
    if length < SHORTEST:
        return
    count = min(40, int(length / SPOTS_APART))
    places = ((stretch.west + wide * (n + 0.5) / count, stretch.latitude) for n in range(count))
    for run in frame.projection.project(places):
        yield from (place for place in run if 0 < place[0] < WIDTH and 0 < place[1] < HEIGHT)


def _room_for_names(frame: Frame) -> Box:
    if isinstance(frame.edge, Disc):
        half = frame.edge.radius * math.sqrt(0.5)
        return Box(frame.edge.x - half, frame.edge.y - half, frame.edge.x + half, frame.edge.y + half)
    return Box(2, 2, WIDTH - 2, HEIGHT - 2)


def squares_crossed(lines: Iterable[Sequence[Flat]]) -> frozenset[tuple[int, int]]:
    """Return the squares of the map that lines pass through: names keep clear of borders and coasts."""
    return frozenset(square for line in lines for p, q in pairwise(line) for square in _squares_between(p, q))


def _squares_between(p: Flat, q: Flat) -> Iterator[tuple[int, int]]:
    count = int(max(abs(q[0] - p[0]), abs(q[1] - p[1])) / (SQUARE / 2)) + 1
    for n in range(count + 1):
        x, y = p[0] + (q[0] - p[0]) * n / count, p[1] + (q[1] - p[1]) * n / count
        yield int(x // SQUARE), int(y // SQUARE)


def _place_country(width: float, spots: Sequence[Flat], is_free: Callable[[Box], bool]) -> Label | None:
    """Return the country's name centred on the spot, among the spots known to lie in it, that leaves the most room
    round it."""
    for room in (2.0, 1.4, 1.0):
        fitting = [spot for spot in spots if is_free(_box_round(spot, width, room))]
        if fitting:
            x, y = sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)
            best = min(fitting, key=lambda spot: (math.dist(spot, (x, y)), spot))
            return label_at(0, best[0], best[1], width, 0)
    return None


def _box_round(spot: Flat, width: float, room: float) -> Box:
    """Return the box of a name with `room` times its size round it."""
    x, y = spot
    return Box(x - width * (room + 1) / 4, y - SIZE * room * 0.7, x + width * (room + 1) / 4, y + SIZE * room * 0.7)

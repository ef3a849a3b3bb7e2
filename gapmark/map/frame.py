"""Chooses the part of the world that a map shows: its projection, its frame, the degrees it spans."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gapmark.map.atlas import Bounds
from gapmark.map.edges import Disc, Edge, FlatLine, Rectangle
from gapmark.map.projection import EARTH_RADIUS, KILOMETRES_PER_DEGREE, MapPlace, Projection, distance_km, middle_of

WIDTH, HEIGHT = 480, 360
"""Of the map, in its own units."""
MIDDLE = WIDTH / 2, HEIGHT / 2

SINGLE, NARROWEST, WIDEST = 360.0, 40.0, 11_000.0
"""Kilometres across: the map of a single place, the narrowest, and the widest that is not a round map."""

FILLED = 0.6
"""The share of the map's width or height that the places take up."""

OVERLAP = 4.0
"""Units by which the frame of the drawing is wider than what is seen, so that its closing lines are not."""
SHEET = Rectangle(-OVERLAP, -OVERLAP, WIDTH + OVERLAP, HEIGHT + OVERLAP)
"""The edge of a rectangular map."""

STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30)
"""Degrees that meridians and parallels may lie apart."""


class Frame(NamedTuple):
    """A part of the world on the map."""

    projection: Projection
    edge: Edge
    kilometres_across: float
    """From left to right, at the middle of the map."""

    @property
    def round(self) -> bool:
        """Whether the map is a disc with half of the world or more, and not a rectangle."""
        return isinstance(self.edge, Disc)


def outline() -> FlatLine:
    """Return places all round the edge of a rectangular map."""
    sides = pairwise(((0, 0), (WIDTH, 0), (WIDTH, HEIGHT), (0, HEIGHT), (0, 0)))
    return [(x + (x1 - x) * n / 6, y + (y1 - y) * n / 6) for (x, y), (x1, y1) in sides for n in range(6)]


def choose_frame(places: Sequence[MapPlace]) -> Frame:
    """Return the part of the world that has all the places well inside, at least NARROWEST across."""
    longitude, latitude = middle_of(places)
    wide = high = 0.0
    if max(distance_km(MapPlace("", latitude, longitude), place) for place in places) > WIDEST / 2:
        return _round_frame(places)
    for _ in range(3):  # the middle of the box round the places moves the projection, which moves the box a little
        flat = Projection(latitude, longitude)
        flats = [spot for p in places if (spot := flat.to_plane(p.longitude, p.latitude))]
        xs, ys = [x for x, _ in flats], [y for _, y in flats]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        longitude, latitude = flat.locate((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2) or (longitude, latitude)
    across = max(wide / FILLED, high / FILLED * WIDTH / HEIGHT, NARROWEST)
    if len(places) == 1:
        across = SINGLE
    if across > WIDEST:
        return _round_frame(places)
    return Frame(Projection(latitude, longitude, WIDTH / across, *MIDDLE), SHEET, across)


def _round_frame(places: Sequence[MapPlace]) -> Frame:
    """Return the world as a disc: half of it, or as much as the places need."""
    longitude, latitude = middle_of(places)
    centre = MapPlace("", latitude, longitude)
    farthest = max(distance_km(centre, place) for place in places) / EARTH_RADIUS
    angle = min(math.radians(160), max(math.pi / 2, farthest + math.radians(15)))
    radius = HEIGHT / 2 - 6
    scale = radius / (2 * EARTH_RADIUS * math.sin(angle / 2))
    return Frame(Projection(latitude, longitude, scale, *MIDDLE), Disc(*MIDDLE, radius), WIDTH / scale)


def bounds_of(frame: Frame) -> Bounds:
    """Return the degrees that the map spans, with a little more; all longitudes where it shows a pole."""
    middle = frame.projection
    across, down = [WIDTH * n / 24 for n in range(25)], [HEIGHT * n / 18 for n in range(19)]
    seen = [place for x in across for y in down if (place := middle.locate(x, y))]
    east = [(longitude - middle.longitude + 180) % 360 - 180 for longitude, _ in seen]
    south, north = min(lat for _, lat in seen), max(lat for _, lat in seen)
    poles = [pole for pole in (-90, 90) if _shows(frame, pole)]
    more_lon, more_lat = (max(east) - min(east)) / 20, (north - south) / 20
    south, north = max(min(south - more_lat, *poles, 90), -90), min(max(north + more_lat, *poles, -90), 90)
    if poles or max(east) - min(east) > 300:
        return Bounds(-180, south, 180, north)
    return Bounds(middle.longitude + min(east) - more_lon, south, middle.longitude + max(east) + more_lon, north)


def _shows(frame: Frame, latitude: float) -> bool:
    place = frame.projection.to_plane(0, latitude)
    return place is not None and SHEET.left <= place[0] <= SHEET.right and SHEET.top <= place[1] <= SHEET.bottom


def graticule(frame: Frame, bounds: Bounds) -> Iterator[FlatLine]:
    """Return meridians and parallels at a round number of degrees, four or five of them across the map."""
    apart = next((step for step in STEPS if step * KILOMETRES_PER_DEGREE >= frame.kilometres_across / 5.5), STEPS[-1])
    shrink = max(0.02, math.cos(math.radians(frame.projection.latitude)))
    wide = next((step for step in STEPS if step >= apart / shrink * 0.99), STEPS[-1])
    last = math.floor(bounds.east / wide) - (bounds.east - bounds.west >= 360)  # 180 is -180
    for n in range(math.ceil(bounds.west / wide), last + 1):
        yield from frame.projection.project((n * wide, latitude) for latitude in _stations(bounds.south, bounds.north))
    for n in range(math.ceil(bounds.south / apart), math.floor(bounds.north / apart) + 1):
        yield from frame.projection.project((longitude, n * apart) for longitude in _stations(bounds.west, bounds.east))


def _stations(start: float, end: float) -> list[float]:
    return [start + (end - start) * n / 60 for n in range(61)]

"""Which part of the world a map shows: its projection, its frame and the degrees it spans."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gapmark.map.atlas import Bounds
from gapmark.map.outline import Disc, FlatLine, Frame, Rectangle
from gapmark.map.projection import EARTH_RADIUS, KILOMETRES_PER_DEGREE, Point, Projection, distance_km, middle_of

SINGLE, NARROWEST, WIDEST = 360.0, 40.0, 11_000.0
"""Kilometres across: the map of a single place, the narrowest, and the widest that is not a round map."""

FILLED = 0.6
"""The share of the map's width or height that the places take up."""

OVERLAP = 4.0
"""Units by which the frame of the drawing is wider than what is seen, so that its closing lines are not."""

STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30)
"""Degrees that meridians and parallels may lie apart."""


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world on a map of a given size."""

    width: int
    height: int
    projection: Projection
    frame: Frame
    kilometres_across: float
    round: bool
    """Whether the map is a disc with more than half the world, and not a rectangle."""

    def outline(self) -> FlatLine:
        """Places all round the edge of a rectangular map."""
        across = [self.width * n / 6 for n in range(7)]
        down = [self.height * n / 6 for n in range(7)]
        top, bottom = [(x, 0.0) for x in across], [(x, float(self.height)) for x in reversed(across)]
        left, right = [(0.0, y) for y in reversed(down)], [(float(self.width), y) for y in down]
        return [*top, *right[1:], *bottom[1:], *left[1:-1]]


def fit_view(points: Sequence[Point], width: int, height: int) -> View:
    """The view that has all the points well inside, at least NARROWEST across."""
    longitude, latitude = middle_of(points)
    wide = high = 0.0
    if max(distance_km(Point("", latitude, longitude), point) for point in points) > WIDEST / 2:
        return round_view(points, width, height)
    for _ in range(3):  # the middle of the box round the points moves the projection, which moves the box a little
        flat = Projection(latitude, longitude)
        places = [place for p in points if (place := flat.place(p.longitude, p.latitude))]
        xs, ys = [x for x, _ in places], [y for _, y in places]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        longitude, latitude = flat.locate((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2) or (longitude, latitude)
    across = max(wide / FILLED, high / FILLED * width / height, NARROWEST)
    if len(points) == 1:
        across = SINGLE
    if across > WIDEST:
        return round_view(points, width, height)
    scale = width / across
    frame = Rectangle(-OVERLAP, -OVERLAP, width + OVERLAP, height + OVERLAP)
    return View(width, height, Projection(latitude, longitude, scale, width / 2, height / 2), frame, across, False)


def round_view(points: Sequence[Point], width: int, height: int) -> View:
    """The world as a disc, half of it or as much as the points need."""
    longitude, latitude = middle_of(points)
    centre = Point("", latitude, longitude)
    farthest = max(distance_km(centre, point) for point in points) / EARTH_RADIUS
    angle = min(math.radians(160), max(math.pi / 2, farthest + math.radians(15)))
    radius = min(width, height) / 2 - 6
    scale = radius / (2 * EARTH_RADIUS * math.sin(angle / 2))
    projection = Projection(latitude, longitude, scale, width / 2, height / 2)
    return View(width, height, projection, Disc(width / 2, height / 2, radius), width / scale, True)


def bounds_of(view: View) -> Bounds:
    """The degrees that the map spans, with a little more; all longitudes where it shows a pole."""
    middle = view.projection
    across, down = [view.width * n / 24 for n in range(25)], [view.height * n / 18 for n in range(19)]
    seen = [place for x in across for y in down if (place := middle.locate(x, y))]
    east = [(longitude - middle.longitude + 180) % 360 - 180 for longitude, _ in seen]
    south, north = min(lat for _, lat in seen), max(lat for _, lat in seen)
    poles = [pole for pole in (-90, 90) if shows(view, pole)]
    more_lon, more_lat = (max(east) - min(east)) / 20, (north - south) / 20
    south, north = min([south - more_lat, *poles]), max([north + more_lat, *poles])
    if poles or max(east) - min(east) > 300:
        return Bounds(-180, south, 180, north)
    return Bounds(middle.longitude + min(east) - more_lon, south, middle.longitude + max(east) + more_lon, north)


def shows(view: View, latitude: float) -> bool:
    """Whether a pole is on the map."""
    place = view.projection.place(0, latitude)
    if place is None:
        return False
    return -OVERLAP <= place[0] <= view.width + OVERLAP and -OVERLAP <= place[1] <= view.height + OVERLAP


def graticule(view: View, bounds: Bounds) -> Iterator[FlatLine]:
    """Meridians and parallels a round number of degrees apart, four or five of them across the map."""
    apart = next((step for step in STEPS if step * KILOMETRES_PER_DEGREE >= view.kilometres_across / 5.5), STEPS[-1])
    shrink = max(0.02, math.cos(math.radians(view.projection.latitude)))
    wide = next((step for step in STEPS if step >= apart / shrink * 0.99), STEPS[-1])
    last = math.floor(bounds.east / wide) - (bounds.east - bounds.west >= 360)  # 180 is -180
    for n in range(math.ceil(bounds.west / wide), last + 1):
        yield from view.projection.project((n * wide, latitude) for latitude in stations(bounds.south, bounds.north))
    for n in range(math.ceil(bounds.south / apart), math.floor(bounds.north / apart) + 1):
        yield from view.projection.project((longitude, n * apart) for longitude in stations(bounds.west, bounds.east))


def stations(start: float, end: float) -> list[float]:
    """Degrees from start to end, close enough for a smooth curve."""
    return [start + (end - start) * n / 60 for n in range(61)]

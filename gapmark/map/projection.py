"""Places on the sphere and on a flat map: distance, direction and the azimuthal equal-area projection.

Angles are degrees (north and east positive), distances kilometres on a sphere of the Earth's mean radius. Flat
positions have x to the right and y downwards, as in SVG, in units of the map.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

EARTH_RADIUS = 6371.0088
"""Mean radius R1 of the Earth in kilometres (Moritz, Geodetic Reference System 1980, Journal of Geodesy 74, 2000)."""

KILOMETRES_PER_DEGREE = math.radians(EARTH_RADIUS)
"""Along a great circle."""

COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
"""The eight compass points, clockwise from north; each stands for the 45 degrees round it."""

NEAREST_POLE = 89.99
"""Beyond this latitude every way leads south, or north: about a kilometre from the pole."""

FARTHEST = 170.0
"""Degrees from its centre at which a map ends at the latest: the point opposite has no place on a flat map."""

Flat = tuple[float, float]
"""x and y on the map."""


class MapPlace(NamedTuple):
    """A place to be shown on the map."""

    name: str
    latitude: float
    longitude: float
    certainty: str = "exact"
    """`exact` or `approximate`; anything but `exact` is drawn as approximate."""
    href: str = ""
    """Where the place's name leads; empty for nowhere."""


def distance_km(a: MapPlace, b: MapPlace) -> float:
    """Return the great-circle distance in kilometres, by the haversine formula (Sinnott, Sky and Telescope 68,
    1984)."""
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH_RADIUS * math.asin(math.sqrt(min(1.0, half)))


def _azimuth(a: MapPlace, b: MapPlace) -> float:
    """Return the direction in which the shortest way from a to b sets out, in degrees clockwise from north."""
    if abs(a.latitude) > NEAREST_POLE:
        return 180.0 if a.latitude > 0 else 0.0
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    east = math.radians(b.longitude - a.longitude)
    x = math.sin(east) * math.cos(lat_b)
    y = math.cos(lat_a) * math.sin(lat_b) - math.sin(lat_a) * math.cos(lat_b) * math.cos(east)
    return math.degrees(math.atan2(x, y)) % 360


def bearing(a: MapPlace, b: MapPlace) -> str:
    """Return the compass point, one of COMPASS, in which b lies as seen from a."""
    return COMPASS[round(_azimuth(a, b) / 45) % 8]


class Projection(NamedTuple):
    """Lambert's azimuthal equal-area projection (Snyder, Map Projections: A Working Manual, 1987, chapter 24).

    True to area everywhere and to distance and direction at its centre; fit for any place, the poles included.
    """

    latitude: float
    longitude: float
    scale: float = 1.0
    """Units of the map to one kilometre at the centre."""
    x: float = 0.0
    """Where the centre lies on the map."""
    y: float = 0.0

    def project(self, dots: Iterable[tuple[float, float]]) -> list[list[Flat]]:
        """Return a line of (longitude, latitude) as flat lines: several, where it leaves out what is beyond
        FARTHEST."""
        sin0, cos0 = math.sin(math.radians(self.latitude)), math.cos(math.radians(self.latitude))
        size, limit = self.scale * EARTH_RADIUS, math.cos(math.radians(FARTHEST))
        sin, cos, sqrt, radians = math.sin, math.cos, math.sqrt, math.pi / 180
        runs: list[list[Flat]] = [[]]
        for longitude, latitude in dots:
            east, lat = (longitude - self.longitude) * radians, latitude * radians
            sin1, cos1 = sin(lat), cos(lat)
            cos_east = cos(east)
            near = sin0 * sin1 + cos0 * cos1 * cos_east
            if near > limit:
                k = size * sqrt(2 / (1 + near))
                y = self.y - k * (cos0 * sin1 - sin0 * cos1 * cos_east)
                runs[-1].append((self.x + k * cos1 * sin(east), y))
            elif runs[-1]:
                runs.append([])
        return [run for run in runs if run]

    def to_plane(self, longitude: float, latitude: float) -> Flat | None:
        """Return where one place lies on the map; None beyond FARTHEST."""
        runs = self.project([(longitude, latitude)])
        return runs[0][0] if runs else None

    def locate(self, x: float, y: float) -> tuple[float, float] | None:
        """Return the (longitude, latitude) shown at a flat position; None off the globe."""
        dx, dy = (x - self.x) / (self.scale * EARTH_RADIUS), (self.y - y) / (self.scale * EARTH_RADIUS)
        away = math.hypot(dx, dy)
        if away > 2:
            return None
        angle = 2 * math.asin(away / 2)
        lat0, sin_c, cos_c = math.radians(self.latitude), math.sin(angle), math.cos(angle)
        north = dy / away if away else 0.0
        lat = math.asin(max(-1.0, min(1.0, cos_c * math.sin(lat0) + north * sin_c * math.cos(lat0))))
        side = dx / away * sin_c if away else 0.0
        east = math.atan2(side, math.cos(lat0) * cos_c - north * math.sin(lat0) * sin_c)
        return (self.longitude + math.degrees(east) + 180) % 360 - 180, math.degrees(lat)


def middle_of(places: Sequence[MapPlace]) -> tuple[float, float]:
    """Return nearly the (longitude, latitude) of the middle of the smallest circle round all (Badoiu and Clarkson
    2003)."""
    first = places[0]
    start = x, y, z = _vector(first.longitude, first.latitude)
    vectors = [_vector(place.longitude, place.latitude) for place in places]
    for n in range(1, 100):
        far = min(vectors, key=lambda v: v[0] * x + v[1] * y + v[2] * z)
        x, y, z = (a + (b - a) / (n + 1) for a, b in zip((x, y, z), far, strict=True))
    if math.hypot(x, y, z) < 0.05:  # places on opposite sides of the Earth: look at it from aside
        x, y, z = (-start[1], start[0], 0.0) if abs(start[2]) < 0.999 else (1.0, 0.0, 0.0)
    return math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))


def _vector(longitude: float, latitude: float) -> tuple[float, float, float]:
    lon, lat = math.radians(longitude), math.radians(latitude)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

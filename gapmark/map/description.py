"""A map in words: where the places lie, how far and in which direction from the first, what the signs mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gapmark.language.phrases import Language
from gapmark.map.projection import COMPASS, MapPlace, bearing, distance_km

NEAR = 0.95
"""Kilometres within which one place may be a part of the other: a direction would say too much."""


class DrawnMap(NamedTuple):
    """A finished map."""

    svg: str
    description: str
    """A drawn map with its description in words: where the places lie, and how far from the first."""
    note: str
    """For the caption: where the borders come from, and what the signs mean where they differ."""


def describe(places: Sequence[MapPlace], t: Language) -> str:
    """Return in words where the first place lies, and the others as seen from it."""
    first = places[0]
    sentences = [t("places.map.single", place=first.name, position=print_position(first, t))]
    sentences += [_relate(place, first, t) for place in places[1:]]
    sentences += [t("places.map.about", place=place.name) for place in places if place.certainty != "exact"]
    return " ".join(sentences)


def _relate(place: MapPlace, other: MapPlace, t: Language) -> str:
    away = distance_km(other, place)
    if away < 0.05:
        return t("places.map.same", place=place.name, other=other.name)
    if away < NEAR:
        return t("places.map.near", place=place.name, other=other.name)
    distance, direction = print_distance(away, t), print_direction(other, place, t)
    return t("places.map.relation", place=place.name, distance=distance, direction=direction, other=other.name)


def print_direction(start: MapPlace, end: MapPlace, t: Language) -> str:
    """Return the compass point in words."""
    return t(f"places.direction.{COMPASS.index(bearing(start, end)) + 1}")


def print_distance(kilometres: float, t: Language) -> str:
    """Return a distance with its unit: metres below a kilometre, one decimal below ten, whole kilometres above."""
    if kilometres < NEAR:
        return t("places.map.metres", number=t.figures(f"{max(50, round(kilometres * 20) * 50)}"))
    plain = f"{kilometres:,.1f}" if kilometres < 9.95 else f"{kilometres:,.0f}"
    return t("places.map.kilometres", number=t.figures(plain.removesuffix(".0")))


def print_position(place: MapPlace, t: Language) -> str:
    """Return latitude and longitude with two decimals: to about a kilometre."""
    return t(
        "places.map.degrees",
        latitude=t.figures(f"{abs(place.latitude):.2f}"),
        north_south=t(f"places.hemisphere.{1 if place.latitude >= 0 else 2}"),
        longitude=t.figures(f"{abs(place.longitude):.2f}"),
        east_west=t(f"places.hemisphere.{3 if place.longitude >= 0 else 4}"),
    )


def note(places: Sequence[MapPlace], t: Language, moved: bool = False, unnamed: Sequence[str] = ()) -> str:
    """Return the caption: the origin of the borders, the meaning of the signs where they differ, whether some were
    `moved`, and the names for which there is no room."""
    alike = all(place.certainty == "exact" for place in places)
    sentences = ("places.map.borders", "" if alike else "places.map.signs", "places.map.apart" if moved else "")
    left = [t("places.map.unnamed", names=t("list.separator").join(unnamed))] if unnamed else []
    return " ".join((*(t(key) for key in sentences if key), *left))

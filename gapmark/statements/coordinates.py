"""Coordinates as people write them, or copy them from a map, to degrees north and east (WGS 84)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from gapmark.problems.location import Problem
from gapmark.problems.lookalikes import plain
from gapmark.statements.evidence import accept
from gapmark.yamltext.records import Group

RANGES = {"latitude": 90, "longitude": 180}
"""Degrees on either side of nought."""
_AXES = {"N": "latitude", "S": "latitude", "E": "longitude", "W": "longitude"}
_NUMBER = r"\d+(?:[.,]\d+)?"
_ANGLE = re.compile(
    rf"(?P<before>[NSEW])?\s*(?P<sign>[-+]?)(?P<degrees>{_NUMBER})\s*(?:[\u00b0\u00ba\u02dad]|deg)?\s*"
    rf"(?:(?P<minutes>{_NUMBER})\s*(?:['\u2032\u2019]|min)\s*)?"
    rf"(?:(?P<seconds>{_NUMBER})\s*(?:[\"\u2033\u201d]|''|\u2032\u2032|sec)\s*)?(?P<after>[NSEW]\b)?",
    re.IGNORECASE,
)
EXAMPLES = "-34.6, 34,6 S or 34\u00b0 36\u2032 S; or a pair: coordinates: 36.07, 37.37"


class Coordinates(NamedTuple):
    """A place's coordinates; both None where it has none, or none that can be read."""

    latitude: float | None
    longitude: float | None
    problems: tuple[Problem, ...]


def read_coordinates(entry: Group) -> Coordinates:
    """Return the coordinates of an entry of places.yaml, from `latitude` and `longitude` or from `coordinates`."""
    given = [key for key in ("coordinates", *RANGES) if entry[key]]
    found: dict[str, float] = {}
    problems: list[Problem] = []
    for key in given:
        angles = _angles(entry[key])
        axes = [axis or name for (axis, _), name in zip(angles, RANGES if len(angles) == 2 else [key], strict=False)]
        right = sorted(axes) == sorted(RANGES) or (axes == [key] and key in RANGES)
        if not right or len(angles) > 2 or found.keys() & {*axes}:
            message = f'{key} "{entry[key]}" can\'t be read, is the other one, or is given twice'
            problems.append(Problem("X030", "error", message, entry.locate(key), f"write {EXAMPLES}"))
        found |= dict(zip(axes, (value for _, value in angles), strict=False))
    if not problems:
        problems += _check(entry, given, found)
    return Coordinates(found.get("latitude"), found.get("longitude"), tuple(problems))


FAR = 1500.0
"""Kilometres to the nearest other place from which on a place is told, where it is far more than with the others."""
MOST = 200
"""Places that are compared with each other."""


def find_outliers(places: Sequence[tuple[Group, Coordinates]]) -> Iterator[Problem]:
    """Yield a warning for a place far away from all others, or near them if its two coordinates are exchanged."""
    spots = [(at.latitude or 0.0, at.longitude or 0.0) for _, at in places]
    if not 3 <= len(spots) <= MOST:
        return
    others = [spots[:n] + spots[n + 1 :] for n in range(len(spots))]
    nearest = [min(_distance(spot, other) for other in rest) for spot, rest in zip(spots, others, strict=True)]
    usual = sorted(nearest)[len(nearest) // 2]
    for (entry, _), spot, rest, away in zip(places, spots, others, nearest, strict=True):
        if away > max(FAR, 5 * usual):
            turned = (
                abs(spot[1]) <= RANGES["latitude"] and min(_distance(spot[::-1], other) for other in rest) < away / 5
            )
            message = f'"{entry["name"]}" lies {away:,.0f} km from every other place'
            hint = f"its latitude may be {spot[1]} and its longitude {spot[0]}" if turned else "see that it is right"
            hint += "; where it lies there, " + accept("X040", entry)
            yield Problem("X040", "warning", message, entry.locate("latitude"), hint)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two places on a sphere."""
    (a, b), (c, d) = (tuple(map(radians, spot)) for spot in (one, other))
    return 12742 * asin(min(1, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))


def _angles(text: str) -> list[tuple[str, float]]:
    """Each angle of a text with the axis that a letter names, or none; nothing where it is no one or two angles."""
    text = plain(text).strip(" ()")
    if re.sub(r"[\s,;/]+", "", _ANGLE.sub("", text)):
        return []
    return [_angle(match) for match in _ANGLE.finditer(text)]


def _angle(match: re.Match[str]) -> tuple[str, float]:
    parts = [float((match[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")]
    value = parts[0] if not any(parts[1:]) else round(parts[0] + parts[1] / 60 + parts[2] / 3600, 6)
    letter = (match["before"] or match["after"] or "").upper()
    value = -value if (match["sign"] == "-") != (letter in {"S", "W"}) else value
    return _AXES.get(letter, ""), int(value) if value.is_integer() else value


def _check(entry: Group, given: list[str], found: dict[str, float]) -> Iterator[Problem]:
    for key, value in found.items():
        if abs(value) > RANGES[key]:
            message = f"{key} {value} is not between -{RANGES[key]} and {RANGES[key]}"
            hint = "write degrees; south and west are negative, or end with S and W"
            yield Problem("X030", "error", message, entry.locate(key if key in given else "coordinates"), hint)
    if len(found) == 1:
        message = f'"{entry["name"]}" has a {given[0]} and not the other coordinate'
        yield Problem("X030", "error", message, entry.locate(given[0]), "give both, or neither")
    if found and not entry["source"]:
        message = f'the coordinates of "{entry["name"]}" have no source'
        hint = "add source: such as GeoNames 170063, CC BY 4.0"
        yield Problem("X030", "error", message, entry.locate(given[0]), hint)

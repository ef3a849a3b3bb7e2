"""places.csv: the places that an editor has coordinates for, and which of them the first sentence of a text names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from typing import NamedTuple

from gapmark.problems.location import Location, Problem
from gapmark.project.files import as_text

PLACES = "places.csv"
COLUMNS = ("name", "country", "latitude", "longitude", "source")
LONGEST = 4
"""Words of a name that are looked for."""
_BEFORE = {"of", "at", "in", "near", "outside", "on", "around", "against", "to", "for", "above", "below", "upon"}
"""Words that stand before the name of a place; before one of a person stands another."""


class Place(NamedTuple):
    """A place with its coordinates, in degrees, and where they come from."""

    name: str
    country: str
    latitude: float
    longitude: float
    source: str


Gazetteer = Mapping[str, tuple[Place, ...]]
"""The places by name: several where places in different countries have one name."""


def read_places(data: bytes) -> tuple[Gazetteer, tuple[Problem, ...]]:
    """Return the places, and what is wrong with rows that are left out. Raise GapmarkError where it is no text."""
    text = as_text(data, PLACES)
    rows = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=text.partition("\n")[0].count))
    found: dict[str, tuple[Place, ...]] = {}
    problems = []
    for row in rows:
        try:
            place = _place({key: (row.get(key) or "").strip() for key in COLUMNS})
            found[place.name] = (*found.get(place.name, ()), place)
        except ValueError as error:
            hint = f"each row has {', '.join(COLUMNS)}: degrees from -90 to 90 and from -180 to 180"
            problems.append(Problem("X051", "error", str(error), Location(PLACES, rows.line_num), hint))
    return found, tuple(problems)


def _place(row: Mapping[str, str]) -> Place:
    """Raise ValueError that says what is wrong with a row."""
    try:
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
    except ValueError:
        latitude = longitude = 999.0
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f'"{row["name"]}" has no place on the earth: {row["latitude"]}, {row["longitude"]}')
    if not row["name"] or not row["source"]:
        raise ValueError("a place needs a name, and a source of its coordinates")
    return Place(row["name"], row["country"], latitude, longitude, row["source"])


def find_place(sentence: str, title: str, places: Gazetteer) -> Place | None:
    """Return the place that a sentence names, the one in the title before others; None where it can be two."""
    for words in (title if title in sentence else "", sentence):
        names = _names_in(words, places)
        if len(names) == 1:
            (name,) = names
            return located(name, sentence, places)
        if names and words == sentence:
            return None
    return None


def located(name: str, sentence: str, places: Gazetteer) -> Place | None:
    """Return the place of a name; where several have it, the only one whose country the sentence names."""
    same = places.get(name, ())
    named = [place for place in same if place.country and place.country in sentence]
    return same[0] if len(same) == 1 else named[0] if len(named) == 1 else None


def _names_in(words: str, places: Gazetteer) -> set[str]:
    """The names that stand first, after a number or after one of `_BEFORE`; none of them is a part of a longer one."""
    tokens = re.findall(r"[\w’'-]+|[^\w\s]", words)
    found, at = set(), 0
    while at < len(tokens):
        sizes = range(min(LONGEST, len(tokens) - at), 0, -1)
        name = next((n for size in sizes if (n := " ".join(tokens[at : at + size])) in places), "")
        if name and name[0].isupper() and (at == 0 or tokens[at - 1].isdigit() or tokens[at - 1].lower() in _BEFORE):
            found.add(name)
        at += name.count(" ") + 1 if name else 1
    return found

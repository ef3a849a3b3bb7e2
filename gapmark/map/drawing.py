"""The parts of a locator map as SVG text: areas and lines, signs, names, the scale."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from gapmark.map.atlas import Stretch
from gapmark.map.frame import View
from gapmark.map.labels import Box, Label, place_country, text_width
from gapmark.map.outline import Disc, FlatLine, path_of
from gapmark.map.projection import KILOMETRES_PER_DEGREE, Flat, Point

NAME_SIZE, COUNTRY_SIZE, SCALE_SIZE = 18.0, 13.0, 14.0
"""Sizes of text in units of the map; a map 480 units wide on a telephone 320 pixels wide shows two thirds of them."""

SPACED = 1.3
"""How much wider the spaced capitals of a country's name are than its plain letters; the stylesheet spaces them."""

LONGEST_NAME = 32
"""Characters of a place's name that the map has room for."""

MOST_COUNTRIES = 8
SPOTS_APART = 12.0
"""Units between the spots at which a country's name is tried."""
SHORTEST = 24.0
"""The shortest stretch of a country in units on which its name may stand: what is shorter may not be drawn at all."""


def draw_path(css_class: str, lines: Iterable[FlatLine], closed: bool = False) -> str:
    """One path with all the lines, or nothing where there are none."""
    data = path_of(lines, closed)
    return f'<path class="{css_class}" d="{data}"/>' if data else ""


def draw_sea(view: View) -> str:
    """What lies under everything: the whole map, or the disc of a round one."""
    if isinstance(view.frame, Disc):
        return draw_circle("locator-sea", view.frame)
    return f'<rect class="locator-sea" width="{view.width}" height="{view.height}"/>'


def draw_edge(view: View) -> str:
    """The line round the map."""
    if isinstance(view.frame, Disc):
        return draw_circle("locator-frame", view.frame)
    return f'<rect class="locator-frame" x=".5" y=".5" width="{view.width - 1}" height="{view.height - 1}"/>'


def draw_circle(css_class: str, disc: Disc) -> str:
    """A circle as large as a round frame."""
    return f'<circle class="{css_class}" cx="{disc.x:g}" cy="{disc.y:g}" r="{disc.radius:g}"/>'


def draw_sign(place: Flat, point: Point, named: bool) -> str:
    """A dot for an exact place, a hollow diamond for an approximate one; pointing shows a name that found no room."""
    title = "" if named else f"<title>{escape(point.name)}</title>"
    x, y = place
    if point.certainty == "exact":
        return f'<circle class="locator-place" cx="{x:.1f}" cy="{y:.1f}" r="4.5">{title}</circle>'
    return f'<path class="locator-place locator-approximate" d="M{x:.1f} {y - 6:.1f}l6 6-6 6-6-6z">{title}</path>'


def draw_label(label: Label, point: Point) -> str:
    """A place's name, with its leader and its link."""
    leader = draw_path("locator-leader", [list(label.leader)]) if label.leader else ""
    first = " locator-first" if label.number == 0 else ""
    text = draw_text(f"locator-label{first}", label, shorten(point.name), NAME_SIZE)
    return leader + (f'<a href="{escape(point.href)}">{text}</a>' if point.href else text)


def shorten(name: str) -> str:
    """The name as it stands on the map; the description has it whole."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def draw_text(css_class: str, label: Label, text: str, size: float) -> str:
    """Real text."""
    place = f'x="{label.x:.1f}" y="{label.y:.1f}" font-size="{size:g}" text-anchor="{label.anchor}"'
    return f'<text class="{css_class}" {place}>{escape(text)}</text>'


def draw_scale(box: Box, length: float, text: str) -> str:
    """A bar with a tick at each end and its length above the middle, in the middle of its box."""
    middle, y = (box.left + box.right) / 2, box.bottom - 11
    bar = f"M{middle - length / 2:.1f} {y - 5:.1f}v5h{length:.1f}v-5"
    label = Label(0, middle, y - 8, "middle", box)
    return f'<path class="locator-scale" d="{bar}"/>' + draw_text("locator-scale-text", label, text, SCALE_SIZE)


def draw_countries(
    stretches: Iterable[Stretch],
    view: View,
    crossed: frozenset[tuple[int, int]],
    taken: Sequence[Box],
    names: Mapping[str, str],
) -> Iterator[str]:
    """The names of the countries with most room on the map, where they cross no line and cover nothing."""
    spots: dict[str, list[Flat]] = {}
    for stretch in stretches:
        spots.setdefault(stretch.country, []).extend(spots_along(stretch, view))
    boxes, map_box, shown = list(taken), room_for_names(view), 0
    for country in sorted(spots, key=lambda country: (-len(spots[country]), country)):
        code, _, english = country.partition(" ")
        name = names.get(code or english, english)
        width = text_width(name, COUNTRY_SIZE) * SPACED
        label = place_country(width, COUNTRY_SIZE, spots[country], crossed, map_box, boxes)
        if label:
            boxes.append(label.box)
            shown += 1
            yield draw_text("locator-country", label, name, COUNTRY_SIZE)
        if shown == MOST_COUNTRIES:
            return


def spots_along(stretch: Stretch, view: View) -> Iterator[Flat]:
    """Places on the map along a stretch of a parallel, about evenly spaced."""
    wide = stretch.east - stretch.west
    length = wide * KILOMETRES_PER_DEGREE * view.projection.scale * math.cos(math.radians(stretch.latitude))
    if length < SHORTEST:
        return
    count = min(40, int(length / SPOTS_APART))
    places = ((stretch.west + wide * (n + 0.5) / count, stretch.latitude) for n in range(count))
    for run in view.projection.project(places):
        yield from (place for place in run if 0 < place[0] < view.width and 0 < place[1] < view.height)


def room_for_names(view: View) -> Box:
    """Where names may stand: on the map, or within the square in a round one."""
    if isinstance(view.frame, Disc):
        half = view.frame.radius * math.sqrt(0.5)
        return Box(view.frame.x - half, view.frame.y - half, view.frame.x + half, view.frame.y + half)
    return Box(2, 2, view.width - 2, view.height - 2)

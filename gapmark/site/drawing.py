"""The parts of a locator map as SVG text: areas and lines, signs, names, the scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from gapmark.site.atlas import Stretch
from gapmark.site.labels import Box, Label, place_country, text_width
from gapmark.site.outline import Disc, FlatLine, path_of
from gapmark.site.projection import Flat, Point
from gapmark.site.view import View

NAME_SIZE, COUNTRY_SIZE, SCALE_SIZE = 18.0, 13.0, 14.0
"""Sizes of text in units of the map; a map 480 units wide on a telephone 320 pixels wide shows two thirds of them."""

SPACED = 1.3
"""How much wider the spaced capitals of a country's name are than its plain letters; the stylesheet spaces them."""

MOST_COUNTRIES = 8
SPOTS_APART = 12.0
"""Units between the spots at which a country's name is tried."""


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
    """A dot for an exact place, a hollow diamond for an approximate one; its name to be shown by pointing if not else."""
    title = "" if named else f"<title>{escape(point.name)}</title>"
    x, y = place
    if point.certainty == "exact":
        return f'<circle class="locator-place" cx="{x:.1f}" cy="{y:.1f}" r="4.5">{title}</circle>'
    return f'<path class="locator-place locator-approximate" d="M{x:.1f} {y - 6:.1f}l6 6-6 6-6-6z">{title}</path>'


def draw_label(label: Label, point: Point) -> str:
    """A place's name, with its leader and its link."""
    leader = draw_path("locator-leader", [list(label.leader)]) if label.leader else ""
    first = " locator-first" if label.number == 0 else ""
    text = draw_text(f"locator-label{first}", label, point.name, NAME_SIZE)
    return leader + (f'<a href="{escape(point.href)}">{text}</a>' if point.href else text)


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
    boxes, map_box, shown = list(taken), Box(2, 2, view.width - 2, view.height - 2), 0
    for country in sorted(spots, key=lambda country: (-len(spots[country]), country)):
        code, _, english = country.partition(" ")
        name = names.get(code or english, english)
        width = text_width(name, COUNTRY_SIZE) * SPACED
        label = place_country(width, COUNTRY_SIZE, spots[country], crossed, map_box, boxes)
        if label and shown < MOST_COUNTRIES:
            boxes.append(label.box)
            shown += 1
            yield draw_text("locator-country", label, name, COUNTRY_SIZE)


def spots_along(stretch: Stretch, view: View) -> Iterator[Flat]:
    """Places on the map along a stretch of a parallel, about evenly spaced."""
    ends = view.projection.project([(stretch.west, stretch.latitude), (stretch.east, stretch.latitude)])
    if len(ends) != 1 or len(ends[0]) != 2:
        return
    (x, y), (x1, y1) = ends[0]
    count = min(40, int(max(abs(x1 - x), abs(y1 - y)) / SPOTS_APART) + 1)
    for n in range(count):
        longitude = stretch.west + (stretch.east - stretch.west) * (n + 0.5) / count
        place = view.projection.place(longitude, stretch.latitude)
        if place and 0 < place[0] < view.width and 0 < place[1] < view.height:
            yield place

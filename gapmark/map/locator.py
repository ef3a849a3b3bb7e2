"""The locator map: where the places of the edition lie, as one inline SVG drawn at build time.

Coasts and borders come from Natural Earth by way of `gapmark/defaults/atlas/atlas.txt`; whoever calls reads the file.
Colours and strokes are the stylesheet's: the SVG has classes only, and certainty is shown by the shape of the sign.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from gapmark.map import atlas as lines
from gapmark.map.drawing import (
    NAME_SIZE,
    SCALE_SIZE,
    SPOTS_APART,
    draw_countries,
    draw_edge,
    draw_label,
    draw_path,
    draw_scale,
    draw_sea,
    draw_sign,
    shorten,
)
from gapmark.map.frame import View, bounds_of, fit_view, graticule
from gapmark.map.globe import RADIUS, draw_globe
from gapmark.map.labels import Box, around_sign, place_labels, squares_crossed, text_width
from gapmark.map.outline import clip, fill_land, simplify, simplify_all
from gapmark.map.projection import COMPASS, KILOMETRES_PER_DEGREE, Flat, Point, bearing, distance_km

MARGIN = 10.0
NAME = 110
"""Room that the name of a place beside a sign may want, in units."""


@dataclass(frozen=True, slots=True)
class LocatorWords:
    """Every text on and about the map; the defaults are English."""

    title: str = "Map of the places"
    single: str = "{place} lies at {position}."
    relation: str = "{place} lies {distance} {direction} of {other}."
    same: str = "{place} lies at the same spot as {other}."
    about: str = "The position of {place} is approximate."
    kilometres: str = "{number} km"
    degrees: str = "{latitude}° {north_south}, {longitude}° {east_west}"
    hemispheres: tuple[str, str, str, str] = ("N", "S", "E", "W")
    directions: tuple[str, ...] = (
        "north",
        "north-east",
        "east",
        "south-east",
        "south",
        "south-west",
        "west",
        "north-west",
    )
    """For the eight compass points, clockwise from north."""
    thousands: str = ","
    decimal: str = "."
    digits: str = "0123456789"
    borders: str = "Borders: as held on the ground (de facto), Natural Earth."
    signs: str = "A hollow diamond marks a place whose position is approximate."
    countries: Mapping[str, str] = field(default_factory=dict)
    """Names of countries by ISO 3166-1 numeric code, or by the English name where there is no code."""


@dataclass(frozen=True, slots=True)
class Locator:
    """A finished map."""

    svg: str
    description: str
    """What the map shows, in words: where the places lie and how far from the first of them."""
    kilometres_across: float
    """From the left edge to the right, at the middle of the map."""
    note: str
    """For the caption: where the borders come from, and what the signs mean where they differ."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands in the corners of the map."""

    inset: Flat | None
    """The middle of the globe."""
    scale: Box
    taken: tuple[Box, ...]


def draw_locator(
    points: Sequence[Point],
    atlas: bytes,
    words: LocatorWords | None = None,
    *,
    width: int = 480,
    height: int = 360,
    prefix: str = "locator",
) -> Locator:
    """The map of at least one place, the first being the one the others are related to.

    `atlas` is the content of atlas.txt, `width` and `height` are in SVG units, `prefix` begins every id in the SVG.
    """
    words = words or LocatorWords()
    view = fit_view(points, width, height)
    description = describe(points, words)
    signs = [(flat, point) for point in points if (flat := view.projection.place(point.longitude, point.latitude))]
    bar = scale_bar(view, words)
    flats = [flat for flat, _ in signs]
    layout = lay_out(view, flats, bar)
    names = [shorten(point.name) for _, point in signs]
    labels = place_labels(names, flats, NAME_SIZE, inner_box(view), layout.taken)
    named = {label.number for label in labels}
    parts = (
        *draw_ground(atlas, view, layout, [*map(around_sign, flats), *(label.box for label in labels)], words),
        *(draw_label(label, signs[label.number][1]) for label in labels),
        *(draw_sign(flat, point, n in named) for n, (flat, point) in enumerate(signs)),
        draw_scale(layout.scale, *bar),
        draw_edge(view),
    )
    svg = wrap("".join(parts), view, words.title, description, prefix, linked=any(point.href for point in points))
    return Locator(svg, description, view.kilometres_across, note(points, words))


def wrap(content: str, view: View, title: str, description: str, prefix: str, linked: bool) -> str:
    """The whole SVG. With links in it, it can't be one image to a screen reader, or the links would be hidden."""
    key = escape(prefix)
    return (
        f'<svg class="locator" paint-order="stroke" viewBox="0 0 {view.width} {view.height}"'
        f' role="{"group" if linked else "img"}"'
        f' aria-labelledby="{key}-title {key}-desc" direction="ltr">'
        f'<title id="{key}-title">{escape(title)}</title><desc id="{key}-desc">{escape(description)}</desc>'
        f"{content}</svg>"
    )


# ---------------------------------------------------------------- in words


def describe(points: Sequence[Point], words: LocatorWords) -> str:
    """Where the first place lies, and the others as seen from it."""
    first = points[0]
    sentences = [words.single.format(place=first.name, position=format_position(first, words))]
    sentences += [relate(point, first, words) for point in points[1:]]
    sentences += [words.about.format(place=point.name) for point in points if point.certainty != "exact"]
    return " ".join(sentences)


def relate(place: Point, other: Point, words: LocatorWords) -> str:
    """How far and in which direction a place lies from another."""
    away = distance_km(other, place)
    if away < 0.05:
        return words.same.format(place=place.name, other=other.name)
    return words.relation.format(
        place=place.name,
        distance=format_kilometres(away, words),
        direction=format_direction(other, place, words),
        other=other.name,
    )


def format_direction(start: Point, end: Point, words: LocatorWords) -> str:
    """The compass point in words."""
    return words.directions[COMPASS.index(bearing(start, end))]


def format_kilometres(kilometres: float, words: LocatorWords) -> str:
    """A distance with its unit: one decimal below ten kilometres, whole kilometres above."""
    plain = f"{kilometres:,.1f}" if kilometres < 9.95 else f"{kilometres:,.0f}"
    return words.kilometres.format(number=in_figures(plain.removesuffix(".0"), words))


def in_figures(plain: str, words: LocatorWords) -> str:
    """A number such as 1,234.5 with the language's digits and marks."""
    marks = (*words.digits, words.thousands, words.decimal)
    return plain.translate(dict(zip(map(ord, "0123456789,."), marks, strict=True)))


def format_position(point: Point, words: LocatorWords) -> str:
    """Latitude and longitude with two decimals: to about a kilometre."""
    north, south, east, west = words.hemispheres
    return words.degrees.format(
        latitude=in_figures(f"{abs(point.latitude):.2f}", words),
        north_south=north if point.latitude >= 0 else south,
        longitude=in_figures(f"{abs(point.longitude):.2f}", words),
        east_west=east if point.longitude >= 0 else west,
    )


def note(points: Sequence[Point], words: LocatorWords) -> str:
    """The caption's last words."""
    return f"{words.borders} {words.signs}" if any(p.certainty != "exact" for p in points) else words.borders


# ---------------------------------------------------------------- layout


def inner_box(view: View) -> Box:
    """Where names may stand."""
    return Box(4, 4, view.width - 4, view.height - 4)


def lay_out(view: View, signs: Sequence[Flat], bar: tuple[float, str]) -> Layout:
    """The inset in the corner with the fewest signs near it, the scale in the better of the other lower corners."""
    side = 2 * RADIUS + MARGIN
    corners = {
        (right, low): corner_box(view, right, low, side + MARGIN, side + MARGIN)
        for right, low in ((True, False), (True, True), (False, True), (False, False))
    }
    counts = {corner: crowding(box, signs) for corner, box in corners.items()}
    best = min(counts, key=lambda corner: counts[corner])
    wide = max(bar[0], text_width(bar[1], SCALE_SIZE)) + 2 * MARGIN
    bars = [corner_box(view, right, True, wide, 40) for right in (False, True) if view.round or (right, True) != best]
    scale = min(bars, key=lambda box: crowding(box, signs))
    if view.round:
        return Layout(None, scale, (scale,))
    box = corners[best]
    return Layout(((box.left + box.right) / 2, (box.top + box.bottom) / 2), scale, (scale, box))


def corner_box(view: View, right: bool, low: bool, wide: float, high: float) -> Box:
    """A box of such a size in a corner of the map."""
    left, top = (view.width - wide if right else 0.0), (view.height - high if low else 0.0)
    return Box(left, top, left + wide, top + high)


def crowding(box: Box, signs: Sequence[Flat]) -> int:
    """How many signs a box would cover, each counted heavily, and how many lie near."""
    near = Box(box.left - NAME, box.top - 25, box.right + NAME, box.bottom + 25)
    boxes = [around_sign(sign) for sign in signs]
    return sum(100 * other.meets(box) + other.meets(near) for other in boxes)


def scale_bar(view: View, words: LocatorWords) -> tuple[float, str]:
    """Length in units and text of a bar of a round number of kilometres, true in the middle of the map."""
    longest = view.kilometres_across * 0.28
    power = 10 ** math.floor(math.log10(longest))
    kilometres = next(step * power for step in (5, 2, 1) if step * power <= longest)
    return kilometres * view.projection.scale, format_kilometres(kilometres, words)


# ---------------------------------------------------------------- drawing


def draw_ground(atlas: bytes, view: View, layout: Layout, taken: Sequence[Box], words: LocatorWords) -> Iterator[str]:
    """Sea, land, graticule, borders, the inset and the names of countries, which keep clear of what is taken."""
    bounds, frame = bounds_of(view), view.frame
    outlines = lines.parse_cells(atlas, bounds, view.kilometres_across)
    coasts = [run for line in outlines.coasts for run in view.projection.project(line)]
    borders = [part for line in outlines.borders for run in view.projection.project(line) for part in clip(run, frame)]
    land = simplify_all(fill_land(coasts, frame, lambda: is_land_at_rim(atlas, view)))
    net = [part for line in graticule(view, bounds) for part in clip(line, frame)]
    yield draw_sea(view)
    yield draw_path("locator-land locator-coast", land, closed=True)
    yield draw_path("locator-graticule", map(simplify, net))
    yield draw_path("locator-border", simplify_all(borders))
    if layout.inset:
        yield draw_globe(atlas, view.projection, view.outline(), layout.inset)
    crossed = squares_crossed([*land, *borders])
    stretches = lines.parse_rows(atlas, bounds, SPOTS_APART / view.projection.scale / KILOMETRES_PER_DEGREE)
    yield from draw_countries(stretches, view, crossed, [*layout.taken, *taken], words.countries)


def is_land_at_rim(atlas: bytes, view: View) -> bool:
    """Whether there is land at one place on the rim."""
    place = view.projection.locate(*view.frame.rim(-0.5, 0.5)[0])
    return place is not None and lines.is_land(atlas, *place, view.kilometres_across)

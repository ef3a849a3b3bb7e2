"""Draws the map: where the places of the edition lie, as one inline SVG made at build time.

Coasts and borders come from Natural Earth by way of `gapmark/defaults/atlas/atlas.txt`; whoever calls reads the file.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from gapmark.language.phrases import Language
from gapmark.map.atlas import is_land, parse_cells, parse_rows
from gapmark.map.countries import SPOTS_APART, draw_countries, squares_crossed
from gapmark.map.description import DrawnMap, describe, note, print_distance
from gapmark.map.edges import clip, fill_land
from gapmark.map.frame import HEIGHT, WIDTH, Frame, bounds_of, choose_frame, graticule, outline
from gapmark.map.globe import draw_globe
from gapmark.map.labels import SIZE, Box, around_sign, place_labels
from gapmark.map.layout import INNER, Layout, keep_apart, lay_out, round_distance
from gapmark.map.paths import simplify, simplify_all
from gapmark.map.projection import KILOMETRES_PER_DEGREE, MapPlace
from gapmark.map.svg import draw_edge, draw_label, draw_path, draw_scale, draw_sea, draw_sign, shorten

CLOSE = 1.0
"""How far from its true place a sign may stand, in units, without a word."""


def draw_map(places: Sequence[MapPlace], atlas: bytes, t: Language) -> DrawnMap:
    """Return the map of at least one place. The first place is the one the others are related to.

    `atlas` is the content of atlas.txt.
    """
    frame = choose_frame(places)
    description = describe(places, t)
    signs = [(spot, place) for place in places if (spot := frame.projection.to_plane(place.longitude, place.latitude))]
    spots = keep_apart([spot for spot, _ in signs])
    moved = any(math.dist(spot, true) > CLOSE for spot, (true, _) in zip(spots, signs, strict=True))
    kilometres = round_distance(frame)
    length, text = kilometres * frame.projection.scale, print_distance(kilometres, t)
    layout = lay_out(frame, spots, length, text)
    names = [shorten(place.name) for _, place in signs]
    labels = place_labels(names, spots, INNER, layout.taken)
    named = {label.number for label in labels}
    unnamed = [place.name for number, (_, place) in enumerate(signs) if number not in named]
    parts = (
        *_draw_ground(atlas, frame, layout, [*map(around_sign, spots), *(label.box for label in labels)], t),
        *(draw_label(label, signs[label.number][1]) for label in labels),
        *(draw_sign(spots[n], place, n in named) for n, (_, place) in enumerate(signs)),
        draw_scale(layout.scale, length, text),
        draw_edge(frame),
    )
    linked = any(place.href for place in places)
    svg = _whole_svg("".join(parts), t("places.map.title"), description, linked)
    return DrawnMap(svg, description, note(places, t, moved, unnamed))


def _whole_svg(content: str, title: str, description: str, linked: bool) -> str:
    """Return the whole SVG. With links in it, it can't be one image to a screen reader: the links would be hidden."""
    return (
        f'<svg class="locator" paint-order="stroke" viewBox="0 0 {WIDTH} {HEIGHT}" font-size="{SIZE}"'
        f' role="{"group" if linked else "img"}"'
        f' aria-labelledby="locator-title locator-desc" direction="ltr">'
        f'<title id="locator-title">{escape(title)}</title><desc id="locator-desc">{escape(description)}</desc>'
        f"{content}</svg>"
    )


def _draw_ground(atlas: bytes, frame: Frame, layout: Layout, taken: Sequence[Box], t: Language) -> Iterator[str]:
    """Return sea, land, graticule, borders, the globe and the names of countries, which keep clear of `taken`."""
    bounds, edge, flat = bounds_of(frame), frame.edge, frame.projection
    coast_lines, border_lines = parse_cells(atlas, bounds, frame.kilometres_across)
    coasts = [run for line in coast_lines for run in flat.project(line)]
    borders = [part for line in border_lines for run in flat.project(line) for part in clip(run, edge)]
    land = simplify_all(fill_land(coasts, edge, lambda: _is_land_at_rim(atlas, frame)))
    net = [part for line in graticule(frame, bounds) for part in clip(line, edge)]
    yield draw_sea(frame)
    yield draw_path("locator-land locator-coast", land, closed=True)
    yield draw_path("locator-graticule", map(simplify, net))
    yield draw_path("locator-border", simplify_all(borders))
    if layout.inset:
        yield draw_globe(atlas, flat, outline(), layout.inset)
    crossed = squares_crossed([*land, *borders])
    stretches = parse_rows(atlas, bounds, SPOTS_APART / flat.scale / KILOMETRES_PER_DEGREE)
    yield from draw_countries(stretches, frame, crossed, [*layout.taken, *taken], t)


def _is_land_at_rim(atlas: bytes, frame: Frame) -> bool:
    place = frame.projection.locate(*frame.edge.rim(-0.5, 0.5)[0])
    return place is not None and is_land(atlas, *place, frame.kilometres_across)

"""The inset of a map: a small globe that shows where in the world the map lies."""

from __future__ import annotations

import math
from collections.abc import Iterator

from gapmark.map import atlas as lines
from gapmark.map.edges import Disc, FlatLine, clip, fill_land
from gapmark.map.paths import path_of, simplify
from gapmark.map.projection import EARTH_RADIUS, Flat, Projection

RADIUS = 44.0
WORLD = lines.Bounds(-180, -90, 180, 90)
STEEPEST = 50.0
"""The latitude beyond which the globe is not tilted: countries are easier to know with north upwards."""
SMALLEST_MARK = 8.0
"""A map smaller than this on the globe, in units, is marked by a ring."""


def draw_globe(atlas: bytes, view: Projection, corners: FlatLine, centre: Flat) -> str:
    """Return SVG of the globe with its middle at `centre`; `corners` goes round the map, in the map's units."""
    globe = _face(view, centre)
    disc = Disc(*centre, RADIUS)
    outlines, _ = lines.parse_cells(atlas, WORLD, lines.GLOBE)
    coasts = [run for line in outlines for run in globe.project(line)]
    land = path_of((_bend(simplify(ring), centre) for ring in fill_land(coasts, disc, lambda: False)), closed=True)
    net = path_of(_bend(simplify(piece), centre) for run in _graticule(globe) for piece in clip(run, disc))
    x, y = centre
    circle = f'cx="{x:g}" cy="{y:g}" r="{RADIUS:g}"'
    return (
        f'<g class="locator-inset"><circle class="locator-sea" {circle}/>'
        f'<path class="locator-graticule" d="{net}"/><path class="locator-land" d="{land}"/>'
        f'{mark(view, globe, corners, centre)}<circle class="locator-frame" {circle}/></g>'
    )


def _face(view: Projection, centre: Flat) -> Projection:
    """Return the half of the globe that looks at the map."""
    tilt = max(-STEEPEST, min(STEEPEST, view.latitude))
    return Projection(tilt, view.longitude, RADIUS / (math.sqrt(2) * EARTH_RADIUS), *centre)


def _bend(line: FlatLine, centre: Flat) -> FlatLine:
    """Return a place of the equal-area projection as seen on a globe from far away (orthographic): 2 sin(c/2)
    becomes sin(c)."""
    x, y = centre
    bent = []
    for px, py in line:
        share = math.sqrt(max(0.0, 1 - ((px - x) ** 2 + (py - y) ** 2) / (2 * RADIUS * RADIUS))) * math.sqrt(2)
        bent.append((x + (px - x) * share, y + (py - y) * share))
    return bent


def _graticule(globe: Projection) -> Iterator[FlatLine]:
    """Return meridians and parallels, 30 degrees apart."""
    for longitude in range(-180, 180, 30):
        yield from globe.project((longitude, latitude) for latitude in range(-90, 91, 3))
    for latitude in range(-60, 61, 30):
        yield from globe.project((longitude, latitude) for longitude in range(-180, 181, 3))


def mark(view: Projection, globe: Projection, corners: FlatLine, centre: Flat) -> str:
    """Return the outline of the map on the globe, or a ring where the outline would be too small to see."""
    places = [place for x, y in corners if (place := view.locate(x, y))]
    outline = _bend([flat for place in places if (flat := globe.to_plane(*place))], centre)
    wide = max(x for x, _ in outline) - min(x for x, _ in outline)
    if wide >= SMALLEST_MARK:
        return f'<path class="locator-here" d="{path_of([[*outline, outline[0]]], closed=True)}"/>'
    middle = globe.to_plane(view.longitude, view.latitude) or centre
    x, y = _bend([middle], centre)[0]
    return f'<circle class="locator-here" cx="{x:.1f}" cy="{y:.1f}" r="{SMALLEST_MARK / 2:g}"/>'

"""The parts of a map as SVG: areas and lines, signs, names, the scale. Colours and strokes are the stylesheet's."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from gapmark.map.edges import Disc, FlatLine
from gapmark.map.frame import HEIGHT, WIDTH, Frame
from gapmark.map.labels import Box, Label
from gapmark.map.paths import path_of
from gapmark.map.projection import Flat, MapPlace

LONGEST_NAME = 32
"""Characters of a place's name that the map has room for."""


def draw_path(css_class: str, lines: Iterable[FlatLine], closed: bool = False) -> str:
    """Return one path with all the lines; empty where there are none."""
    data = path_of(lines, closed)
    return f'<path class="{css_class}" d="{data}"/>' if data else ""


def draw_sea(frame: Frame) -> str:
    """Return the ground: the whole map, or the disc of a round one."""
    if isinstance(frame.edge, Disc):
        return _draw_circle("locator-sea", frame.edge)
    return f'<rect class="locator-sea" width="{WIDTH}" height="{HEIGHT}"/>'


def draw_edge(frame: Frame) -> str:
    """Return the line round the map."""
    if isinstance(frame.edge, Disc):
        return _draw_circle("locator-frame", frame.edge)
    return f'<rect class="locator-frame" x=".5" y=".5" width="{WIDTH - 1}" height="{HEIGHT - 1}"/>'


def _draw_circle(css_class: str, disc: Disc) -> str:
    return f'<circle class="{css_class}" cx="{disc.x:g}" cy="{disc.y:g}" r="{disc.radius:g}"/>'


def draw_sign(at: Flat, place: MapPlace, named: bool) -> str:
    """Return a dot for an exact place, a hollow diamond for an approximate one. Pointing at it shows a name that
    found no room."""
    title = "" if named else f"<title>{escape(place.name)}</title>"
    x, y = at
    if place.certainty == "exact":
        return f'<circle class="locator-place" cx="{x:.1f}" cy="{y:.1f}" r="4.5">{title}</circle>'
    return f'<path class="locator-place locator-approximate" d="M{x:.1f} {y - 6:.1f}l6 6-6 6-6-6z">{title}</path>'


def draw_label(label: Label, place: MapPlace) -> str:
    """Return a place's name, with its leader and its link."""
    leader = draw_path("locator-leader", [list(label.leader)]) if label.leader else ""
    first = " locator-first" if label.number == 0 else ""
    text = draw_text(f"locator-label{first}", label, shorten(place.name))
    return leader + (f'<a href="{escape(place.href)}">{_draw_target(label.target)}{text}</a>' if place.href else text)


def _draw_target(box: Box) -> str:
    wide, high = box.right - box.left, box.bottom - box.top
    return (
        f'<rect class="locator-target" fill="none" pointer-events="all" x="{box.left:.0f}" y="{box.top:.0f}"'
        f' width="{wide:.0f}" height="{high:.0f}"/>'
    )


def shorten(name: str) -> str:
    """Return the name as it stands on the map; the description has it whole."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def draw_text(css_class: str, label: Label, text: str) -> str:
    """Return a text element."""
    at = f'x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor}"'
    return f'<text class="{css_class}" {at}>{escape(text)}</text>'


def draw_scale(box: Box, length: float, text: str) -> str:
    """Return a bar with a tick at each end and its length above it, in the middle of its box."""
    middle, y = (box.left + box.right) / 2, box.bottom - 11
    bar = f"M{middle - length / 2:.1f} {y - 5:.1f}v5h{length:.1f}v-5"
    label = Label(0, middle, y - 8, "middle", box)
    return f'<path class="locator-scale" d="{bar}"/>' + draw_text("locator-scale-text", label, text)

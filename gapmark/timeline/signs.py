"""The signs of the timeline, as SVG. Shapes tell them apart, colour only helps; colours are the style sheet's."""

from __future__ import annotations

from collections.abc import Sequence

from gapmark.timeline.event import Certainty


def short(value: float) -> str:
    """Return a number as short as it can be written, to a tenth of a unit."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def draw_mark(certainty: Certainty, x: float, y: float) -> str:
    """Draw a full circle where a date is stated, a broken ring where it is inferred, a diamond where it is relative."""
    at = f'cx="{short(x)}" cy="{short(y)}"'
    if certainty == "stated":
        return f'<circle class="timeline-stated" paint-order="stroke" fill="currentColor" {at} r="5"/>'
    if certainty == "inferred":
        look = 'fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.6 1.7"'
        return f'<circle class="timeline-inferred" {look} {at} r="5"/>'
    path = f"M{short(x)} {short(y - 6.5)}l6.5 6.5-6.5 6.5-6.5-6.5z"
    return f'<path class="timeline-relative" fill="none" stroke="currentColor" stroke-width="1.5" d="{path}"/>'


def draw_halo(x: float, y: float) -> str:
    """Draw the dotted ring round the mark of an approximate date."""
    look = 'fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-dasharray="0 3.5"'
    return f'<circle class="timeline-approximate" {look} cx="{short(x)}" cy="{short(y)}" r="8.5"/>'


TAPER = 24.0
"""Length of an end that comes to a point, at the most."""


def draw_bar(
    certainty: Certainty, x: float, pieces: Sequence[tuple[float, float]], *, soft: tuple[bool, bool] = (False, False)
) -> str:
    """Draw a bar about x in pieces: solid where stated, a broken outline where inferred, a ladder where relative.

    A soft start or end, at which no day is stated, comes to a point.
    """
    fill = "currentColor" if certainty == "stated" else "none"
    dashes = ' stroke-dasharray="3 2"' if certainty == "inferred" else ""
    last = len(pieces) - 1
    path = "".join(
        _outline(x, *piece, soft=(soft[0] and number == 0, soft[1] and number == last))
        for number, piece in enumerate(pieces)
    )
    if certainty == "relative":
        path += "".join(_rungs(x, top, bottom) for top, bottom in pieces)
    return (
        f'<path class="timeline-bar timeline-bar-{certainty}" fill="{fill}" stroke="currentColor"{dashes} d="{path}"/>'
    )


def _outline(x: float, top: float, bottom: float, *, soft: tuple[bool, bool]) -> str:
    left, right, taper = short(x - 2.5), short(x + 2.5), min((bottom - top) / 2, TAPER)
    high, low = short(top + taper), short(bottom - taper)
    head = f"M{left} {high}L{short(x)} {short(top)} {right} {high}" if soft[0] else f"M{left} {short(top)}h5"
    foot = f"V{low}L{short(x)} {short(bottom)} {left} {low}z" if soft[1] else f"V{short(bottom)}h-5z"
    return head + foot


def _rungs(x: float, top: float, bottom: float) -> str:
    count = min(int((bottom - top) / 6), 60)
    return "".join(
        f"M{short(x - 2.5)} {short(top + (bottom - top) * rung / (count + 1))}h5" for rung in range(1, count + 1)
    )


def draw_arrow(x: float, y: float, length: float) -> str:
    """Draw an arrow for an open end: downwards, or upwards where the length is below zero."""
    tip = -4 if length > 0 else 4
    path = f"M{short(x)} {short(y)}v{short(length)}m-4 {tip}l4 {-tip} 4 {tip}"
    return f'<path class="timeline-open" fill="none" stroke="currentColor" d="{path}"/>'


def draw_cut(x: float, top: float, bottom: float, lanes: int) -> str:
    """Draw a cut of the axis: a zigzag across it and the bars beside it, dotted above and below."""
    middle = (top + bottom) / 2
    zigzag = f"M{short(x - 9)} {short(middle + 3)}l6-6" + " 6 6 6-6" * (1 + (lanes + 1) // 2)
    dots = f"M{short(x)} {short(top)}V{short(middle - 3)}M{short(x)} {short(middle + 3)}V{short(bottom)}"
    look = 'class="timeline-break" fill="none" stroke="currentColor"'
    return f'<path {look} stroke-dasharray="1 3" d="{dots}"/><path {look} d="{zigzag}"/>'

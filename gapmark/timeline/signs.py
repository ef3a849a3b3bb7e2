"""The signs of the timeline, as SVG. Shapes tell them apart, colour only helps; colours are the style sheet's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def draw_bar(certainty: Certainty, x: float, pieces: Sequence[tuple[float, float]]) -> str:
    """Draw a bar about x in pieces: solid where stated, a broken outline where inferred, a ladder where relative."""
    fill = "currentColor" if certainty == "stated" else "none"
    dashes = ' stroke-dasharray="3 2"' if certainty == "inferred" else ""
    path = "".join(f"M{short(x - 2.5)} {short(top)}h5V{short(bottom)}h-5z" for top, bottom in pieces)
    if certainty == "relative":
        path += "".join(_rungs(x, top, bottom) for top, bottom in pieces)
    return (
        f'<path class="timeline-bar timeline-bar-{certainty}" fill="{fill}" stroke="currentColor"{dashes} d="{path}"/>'
    )


FADES = (0.62, 0.46, 0.3, 0.16)
"""What is left of each strip of an end that fades, from the bar outwards."""
STRIP = 5.0
"""Height of a strip, at the most."""


def fade(pieces: Sequence[tuple[float, float]], *, start: bool, end: bool) -> tuple[tuple[float, float], ...]:
    """Break a bar up into strips that grow shorter towards an end at which no day is stated."""
    whole = list(pieces)
    if end:
        whole += _strips(*whole.pop())
    if start:
        top, bottom = whole.pop(0)
        whole = [(-low, -high) for high, low in reversed(tuple(_strips(-bottom, -top)))] + whole
    return tuple(whole)


def _strips(top: float, bottom: float) -> Iterator[tuple[float, float]]:
    strip = min((bottom - top) / (2 * len(FADES)), STRIP)
    solid = bottom - strip * len(FADES)
    yield top, solid
    for number, share in enumerate(FADES, start=1):
        low = solid + strip * number
        yield low - strip * share, low


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

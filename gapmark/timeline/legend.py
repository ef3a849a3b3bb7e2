"""The key below the timeline: the signs that occur in it, with their meaning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from gapmark.language.phrases import Language
from gapmark.timeline.event import CERTAINTIES, Certainty, TimelineEvent
from gapmark.timeline.labels import LINE, wrap
from gapmark.timeline.sides import WIDTH, across, run, turn
from gapmark.timeline.signs import draw_arrow, draw_bar, draw_cut, draw_halo, draw_mark, short

ROW = 22
"""Height of an entry of the key with one line, in units."""
MEANING = 28
"""Where its words begin."""


def draw_legend(
    events: Sequence[TimelineEvent], lanes: Sequence[int], cut: bool, t: Language, top: float
) -> tuple[str, float]:
    """Draw the key from the height `top` on, and return it with the height at which it ends."""
    rows, foot = [], top + 22
    for sign, meaning in _signs(events, lanes, cut):
        lines = wrap(t(f"timeline.drawing.{meaning}"), WIDTH - MEANING)
        rows.append(f'<g transform="translate(0 {short(foot)})">{turn(sign, t)}{_meaning(lines, t)}</g>')
        foot += ROW + LINE * (len(lines) - 1)
    rule = f'<path stroke="currentColor" d="M0 {short(top)}H{WIDTH}"/>'
    return f'<g class="timeline-legend">{rule}{"".join(rows)}</g>', foot


def _meaning(lines: Sequence[str], t: Language) -> str:
    x = across(MEANING, t)
    more = "".join(f' <tspan x="{x}" dy="{LINE}">{escape(line)}</tspan>' for line in lines[1:])
    return f'<text x="{x}" y="4.5"{run(t)}>{escape(lines[0])}{more}</text>'


def _signs(events: Sequence[TimelineEvent], lanes: Sequence[int], cut: bool) -> Iterator[tuple[str, str]]:
    """Yield each sign that occurs and the last part of the key of its meaning."""
    spans = {event.certainty for event, lane in zip(events, lanes, strict=True) if lane}
    points = {event.certainty for event, lane in zip(events, lanes, strict=True) if not lane}
    for name in CERTAINTIES:
        if name in points or name in spans:
            yield _sign(name, name in points, name in spans), name
    first = min(spans, key=CERTAINTIES.index, default=CERTAINTIES[0])
    if spans:
        yield draw_bar(first, 11, ((-7, 7),)), "bar"
    if any(lane and (event.soft_start or event.soft_end) for event, lane in zip(events, lanes, strict=True)):
        yield draw_bar(first, 11, ((-7, 7),), soft=(False, True)), "soft"
    if any(event.has_halo(lane) for event, lane in zip(events, lanes, strict=True)):
        yield draw_halo(11, 0), "approximate"
    if any(event.open_start or event.open_end for event in events):
        yield draw_arrow(11, -7, 14), "open"
    if cut:
        yield draw_cut(11, -8, 8, 0), "cut"


def _sign(certainty: Certainty, as_point: bool, as_bar: bool) -> str:
    x = 5 if as_point and as_bar else 11
    mark = draw_mark(certainty, x, 0) if as_point else ""
    return mark + (draw_bar(certainty, 22 - x, ((-7, 7),)) if as_bar else "")

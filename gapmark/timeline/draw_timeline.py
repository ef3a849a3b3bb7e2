"""Draws the timeline as SVG, at build time, so that it needs no script and prints.

One column, read downwards: the ticks of the axis on the left, the axis, the marks on it, the words on the right. The
axis is to scale; a stretch far longer than the others is cut short and shown as cut. The words keep their distance from
each other, and a thin line leads from each to its mark where they had to move.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

from gapmark.dates.calendars import Calendar
from gapmark.language.phrases import Language
from gapmark.timeline.event import TimelineEvent
from gapmark.timeline.labels import GAP, LINE, SIZE, draw_label, draw_leader, wrap, wrap_date
from gapmark.timeline.legend import draw_legend
from gapmark.timeline.scale import PAD, Scale, make_scale, spread
from gapmark.timeline.sides import AXIS, LANE, LANES, WIDTH, across, base, run, turn
from gapmark.timeline.signs import draw_arrow, draw_bar, draw_cut, draw_halo, draw_mark, short
from gapmark.timeline.ticks import Tick, draw_ticks

TOP = 22
SHORTEST = 12
"""Length of the shortest bar: what would be shorter is drawn as a point."""


def draw_timeline(events: Sequence[TimelineEvent], t: Language, calendar: Calendar = "gregorian") -> str:
    """Return a timeline as one SVG element, its axis in `calendar`; empty where there are no events."""
    if not events:
        return ""
    ordered = sorted(events, key=lambda event: (event.earliest, -event.latest))
    texts = [(wrap_date(event, t), wrap(event.label)) for event in ordered]
    heights = [LINE * (len(dates) + len(lines)) + GAP for dates, lines in texts]
    ends = [(event.earliest, event.latest + event.whole_day) for event in ordered]
    scale = make_scale(ends, sum(heights), TOP)
    heads = spread([scale.height(event.earliest) for event in ordered], heights, TOP)
    lanes = _lanes([(a, b if scale.height(b) - scale.height(a) >= SHORTEST else a) for a, b in ends])
    width = min(1, LANES / max(*lanes, 1))
    mark = _mark if width == 1 else partial(_narrow, width=width)
    foot = max(scale.bottom + 26, heads[-1] + heights[-1])
    ticks = tuple(draw_ticks(scale, t, [event.earliest for event in ordered if event.certainty == "stated"], calendar))
    lines = [
        *_axis(scale, ticks, min(max(lanes), LANES)),
        *map(draw_leader, (scale.height(event.earliest) for event in ordered), heads, (lane * width for lane in lanes)),
        *(mark(event, scale, lane) for event, lane in zip(ordered, lanes, strict=True)),
    ]
    labels = (draw_label(event, *rows, head, t) for event, rows, head in zip(ordered, texts, heads, strict=True))
    legend, bottom = draw_legend(ordered, lanes, bool(scale.breaks), t, foot + 14)
    body = turn("".join(lines), t) + _tick_labels(ticks, t) + "".join(labels) + legend
    return _frame(ordered, t, body, bottom)


def _frame(events: Sequence[TimelineEvent], t: Language, body: str, height: float) -> str:
    # A picture hides what is in it from a screen reader, links included: with links it is a group.
    role = "group" if any(event.href for event in events) else "img"
    described = t("list.clauses").join(_item(event, t) for event in events)
    return (
        f'<svg class="timeline-drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {short(height)}"'
        f' width="{WIDTH}" height="{short(height)}" font-size="{SIZE}" role="{role}"'
        f' aria-labelledby="timeline-title" aria-describedby="timeline-desc"{base(t)}>'
        f'<title id="timeline-title">{escape(t("timeline.drawing.title"))}</title>'
        f'<desc id="timeline-desc">{escape(described)}.</desc>{body}</svg>'
    )


def _item(event: TimelineEvent, t: Language) -> str:
    date = t.plain_of_text(event.date) if event.quoted else event.date
    date = f"{date} [{event.year}]" if event.year else date
    certainty = t(f"timeline.drawing.{event.certainty}")
    return t("timeline.drawing.item", date=date, label=t.plain_of_text(event.label), certainty=certainty)


# ---------------------------------------------------------------- axis


def _axis(scale: Scale, ticks: Sequence[Tick], lanes: int) -> Iterator[str]:
    runs = ((scale.height(first), scale.height(last)) for first, last in scale.runs())
    pieces = [(top, bottom) if bottom > top else (top - PAD, bottom + PAD) for top, bottom in runs]
    path = "".join(f"M{AXIS} {short(top)}V{short(bottom)}" for top, bottom in pieces)
    yield f'<path class="timeline-axis" fill="none" stroke="currentColor" d="{path}"/>'
    path = "".join(f"M{AXIS - 5} {short(tick.height)}h5" for tick in ticks)
    yield f'<path class="timeline-tick" stroke="currentColor" d="{path}"/>' if ticks else ""
    yield from (draw_cut(AXIS, top, bottom, lanes) for top, bottom in scale.breaks)


def _tick_labels(ticks: Sequence[Tick], t: Language) -> str:
    labels = "".join(_tick_label(tick, t) for tick in ticks)
    return f'<g class="timeline-scale">{labels}</g>' if ticks else ""


def _tick_label(tick: Tick, t: Language) -> str:
    x, y = across(AXIS - 10, t), short(tick.height + 4)
    below = f'<tspan x="{x}" dy="16" class="timeline-tick-year">{escape(tick.below)}</tspan>' if tick.below else ""
    return f'<text x="{x}" y="{y}"{run(t, backwards=True)}>{escape(tick.label)}{below}</text>'


# ---------------------------------------------------------------- marks


def _lanes(ends: Sequence[tuple[float, float]]) -> list[int]:
    """Give each bar the first lane that is free, from 1 on; a point stands on the axis, in lane 0.

    A lane is free for what begins after its last bar: two that touch would look like one.
    """
    free: list[float] = []
    lanes = []
    for start, end in ends:
        lane = 0
        if end > start:
            lane = next((lane for lane, until in enumerate(free) if until < start), len(free))
            free[lane : lane + 1] = [end]
            lane += 1
        lanes.append(lane)
    return lanes


def _narrow(event: TimelineEvent, scale: Scale, lane: int, width: float) -> str:
    """The mark of an event where more bars stand side by side than there is room for: all are made narrower."""
    mark = _mark(event, scale, lane)
    return f'<g transform="translate({short(AXIS * (1 - width))} 0) scale({width:.3g} 1)">{mark}</g>' if lane else mark


def _mark(event: TimelineEvent, scale: Scale, lane: int) -> str:
    top = bottom = scale.height(event.earliest)
    x = AXIS + LANE * lane
    mark = draw_mark(event.certainty, x, top)
    if lane:
        bottom = scale.height(event.latest + event.whole_day)
        tie = f'<path class="timeline-leader" stroke="currentColor" d="M{AXIS} {short(top)}H{x}"/>'
        soft = event.soft_start, event.soft_end
        mark = tie + draw_bar(event.certainty, x, scale.pieces(top, bottom), soft=soft)
    halo = draw_halo(x, top) if event.has_halo(lane) else ""
    side = AXIS + LANE * max(lane, 1)
    before = draw_arrow(side, top, -18) if event.open_start else ""
    after = draw_arrow(side, bottom, 18) if event.open_end else ""
    return before + after + halo + mark

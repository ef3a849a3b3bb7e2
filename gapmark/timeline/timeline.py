"""Draws the timeline as SVG, at build time, so that it needs no script and prints.

One column, read downwards: the ticks of the axis on the left, the axis, the marks on it, the words on the right. The
axis is to scale; a stretch far longer than the others is cut short and shown as cut. The words keep their distance from
each other, and a thin line leads from each to its mark where they had to move.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from gapmark.timeline.scale import PAD, Scale, Tick, TickWords, draw_ticks, make_scale, spread
from gapmark.timeline.sides import Sides
from gapmark.timeline.signs import CERTAINTIES, Certainty, draw_arrow, draw_bar, draw_cut, draw_halo, draw_mark, short


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An event to be drawn. What has no place in time is left out by the caller and listed elsewhere."""

    label: str
    """What happened, in plain text."""
    words: str
    """Its date as shown to the reader."""
    earliest: float
    """First day, as a Julian Day Number; a fraction is a time of day (see `edition.dates.span`)."""
    latest: float
    """Last day, counted in; the same as `earliest` for one day."""
    certainty: Certainty
    href: str = ""
    """Where its words lead; empty for nowhere."""
    approximate: bool = False
    open_start: bool = False
    """Whether it may reach back before `earliest` without end ("before 1945")."""
    open_end: bool = False


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """The words of the drawing, in the reader's language."""

    title: str = "Timeline"
    stated: str = "date stated in the text"
    inferred: str = "year or date inferred"
    relative: str = "reckoned from another date"
    bar: str = "a bar: from the first day to the last"
    open: str = "no first or no last day stated"
    approximate: str = "approximate"
    cut: str = "axis cut short here"
    item: str = "{date}: {label} ({certainty})"
    """One event in the text alternative."""
    clauses: str = "; "
    """Between two events there."""
    ticks: TickWords = field(default_factory=TickWords)
    sides: Sides = field(default_factory=Sides)
    """Which way it all runs; the labels are in the language of the text."""


WIDTH = 360
"""Of the drawing, in its own units; at 320 pixels a unit is 0.89 of one."""
AXIS = 66
TEXT = 108
"""Left edge of the words; the bars stand between it and the axis."""
LANE = 8
LANES = 3
SIZE = 15
"""Of the words, in units: 13.3 pixels on the narrowest phone."""
LINE = 19
GAP = 16
"""Between the words of one event and of the next."""
FIRST_BASELINE = 5
"""From the height of a mark to the baseline of the date beside it."""
TOP = 22
SHORTEST = 12
"""Length of the shortest bar: what would be shorter is drawn as a point."""
LEADER = 4
"""How far words may stand from the height of their mark before a line leads to it."""


def draw_timeline(
    events: Sequence[TimelineEvent], words: TimelineWords | None = None, *, id_prefix: str = "timeline"
) -> str:
    """Return a timeline as one SVG element; empty where there are no events. Ids begin with `id_prefix`."""
    if not events:
        return ""
    words = words or TimelineWords()
    ordered = sorted(events, key=lambda event: (event.earliest, -event.latest))
    texts = [_wrap(event.label) for event in ordered]
    heights = [LINE * (1 + len(lines)) + GAP for lines in texts]
    ends = [(event.earliest, event.latest + _whole_day(event)) for event in ordered]
    scale = make_scale(ends, sum(heights), TOP)
    heads = spread([scale.height(event.earliest) for event in ordered], heights, TOP)
    lanes = _lanes([pair if _drawn_length(scale, *pair) >= SHORTEST else (pair[0], pair[0]) for pair in ends])
    foot = max(scale.bottom + 26, heads[-1] + heights[-1])
    stated = [event.earliest for event in ordered if event.certainty == "stated"]
    ticks = tuple(draw_ticks(scale, words.ticks, stated))
    lines = [
        *_axis(scale, ticks, max(lanes)),
        *(
            _leader(scale.height(event.earliest), head, lane)
            for event, head, lane in zip(ordered, heads, lanes, strict=True)
        ),
        *(_mark(event, scale, lane) for event, lane in zip(ordered, lanes, strict=True)),
    ]
    names = (_words(event, rows, head, words) for event, rows, head in zip(ordered, texts, heads, strict=True))
    body = words.sides.turn("".join(lines), WIDTH) + _tick_labels(ticks, words) + "".join(names)
    legend, bottom = _legend(ordered, lanes, bool(scale.breaks), words, foot + 14)
    return _frame(ordered, words, id_prefix, body + legend, bottom)


def _whole_day(event: TimelineEvent) -> float:
    """Return 1 where an event lasts to the end of a day and 0 for one day or less, which is a point."""
    return 1.0 if event.latest > event.earliest and event.latest == int(event.latest) else 0.0


def _frame(events: Sequence[TimelineEvent], words: TimelineWords, prefix: str, body: str, height: float) -> str:
    # A picture hides what is in it from a screen reader, links included: with links it is a group.
    role = "group" if any(event.href for event in events) else "img"
    ids = escape(prefix, quote=True)
    described = words.clauses.join(_item(event, words) for event in events)
    return (
        f'<svg class="timeline-drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {short(height)}"'
        f' width="{WIDTH}" height="{short(height)}" font-size="{SIZE}" role="{role}"'
        f' aria-labelledby="{ids}-title" aria-describedby="{ids}-desc"{words.sides.base}>'
        f'<title id="{ids}-title">{escape(words.title)}</title><desc id="{ids}-desc">{escape(described)}.</desc>'
        f"{body}</svg>"
    )


def _item(event: TimelineEvent, words: TimelineWords) -> str:
    return words.item.format(date=event.words, label=event.label, certainty=getattr(words, event.certainty))


# ---------------------------------------------------------------- words

WIDE, NARROW = frozenset("mwMWABCDGHKNOQRUVXY—%@&"), frozenset("iljtfrI.,:;'’‘|()[]! -")


def width_of(text: str) -> float:
    """Estimate the width of a text in units, for a book face of SIZE: sized so that wide faces fit too."""
    return SIZE * sum(0.84 if letter in WIDE else 0.36 if letter in NARROW else 0.58 for letter in text)


def _wrap(text: str, room: float = WIDTH - TEXT - 4) -> list[str]:
    """Break a text into lines; a word too long for a line stays whole."""
    lines: list[str] = []
    left = 0.0
    for word in text.split():
        width = width_of(word + " ")
        if lines and width <= left:
            lines[-1] += " " + word
            left -= width
        else:
            lines.append(word)
            left = room - width
    return lines


def _words(event: TimelineEvent, lines: Sequence[str], head: float, words: TimelineWords) -> str:
    x, y = words.sides.across(TEXT, WIDTH), head + FIRST_BASELINE
    date = f'<tspan class="timeline-date" x="{x}" y="{short(y)}">{escape(event.words)}</tspan>'
    own, of_text = words.sides.run(), words.sides.run(of_text=True)
    space = '<tspan font-size="0"> </tspan>' if "end" in of_text else " "  # there its width would move the line
    rows = "".join(
        f'{space}<tspan x="{x}" y="{short(y + LINE * row)}">{escape(line)}</tspan>'
        for row, line in enumerate(lines, start=1)
    )
    between = "" if own == of_text else f'</text><text class="timeline-label"{of_text}>'
    text = f'<text class="timeline-label"{own}>{date}{between}{rows}</text>'
    return f'<a href="{escape(event.href, quote=True)}">{text}</a>' if event.href else text


def _leader(mark: float, head: float, lane: int) -> str:
    if abs(mark - head) <= LEADER:
        return ""
    bend = AXIS + LANE * (LANES + 1) - 2
    path = f"M{AXIS + LANE * lane + 5} {short(mark)}L{bend} {short(head)}H{TEXT - 5}"
    return f'<path class="timeline-leader" fill="none" stroke="currentColor" stroke-width=".6" d="{path}"/>'


# ---------------------------------------------------------------- axis


def _axis(scale: Scale, ticks: Sequence[Tick], lanes: int) -> Iterator[str]:
    runs = ((scale.height(first), scale.height(last)) for first, last in scale.runs())
    pieces = [(top, bottom) if bottom > top else (top - PAD, bottom + PAD) for top, bottom in runs]
    path = "".join(f"M{AXIS} {short(top)}V{short(bottom)}" for top, bottom in pieces)
    yield f'<path class="timeline-axis" fill="none" stroke="currentColor" d="{path}"/>'
    path = "".join(f"M{AXIS - 5} {short(tick.height)}h5" for tick in ticks)
    yield f'<path class="timeline-tick" stroke="currentColor" d="{path}"/>' if ticks else ""
    yield from (draw_cut(AXIS, top, bottom, lanes) for top, bottom in scale.breaks)


def _tick_labels(ticks: Sequence[Tick], words: TimelineWords) -> str:
    labels = "".join(_tick_label(tick, words) for tick in ticks)
    return f'<g class="timeline-scale" font-size="13">{labels}</g>' if ticks else ""


def _tick_label(tick: Tick, words: TimelineWords) -> str:
    x, y = words.sides.across(AXIS - 10, WIDTH), short(tick.height + 4)
    below = f'<tspan x="{x}" dy="14" class="timeline-tick-year">{escape(tick.below)}</tspan>' if tick.below else ""
    return f'<text x="{x}" y="{y}"{words.sides.run(backwards=True)}>{escape(tick.label)}{below}</text>'


# ---------------------------------------------------------------- marks


def _drawn_length(scale: Scale, start: float, end: float) -> float:
    return scale.height(end) - scale.height(start)


def _lanes(ends: Sequence[tuple[float, float]]) -> list[int]:
    """Give each bar the first lane that is free, 1 to LANES; a point stands on the axis, in lane 0."""
    free = [float("-inf")] * LANES
    lanes = []
    for start, end in ends:
        lane = 0
        if end > start:
            lane = next((lane for lane, until in enumerate(free) if until <= start), LANES - 1)
            free[lane] = max(free[lane], end)
            lane += 1
        lanes.append(lane)
    return lanes


def _mark(event: TimelineEvent, scale: Scale, lane: int) -> str:
    top = bottom = scale.height(event.earliest)
    x = AXIS + LANE * lane
    mark = draw_mark(event.certainty, x, top)
    if lane:
        bottom = scale.height(event.latest + _whole_day(event))
        tie = f'<path class="timeline-leader" stroke="currentColor" d="M{AXIS} {short(top)}H{x}"/>'
        mark = tie + draw_bar(event.certainty, x, scale.pieces(top, bottom))
    halo = draw_halo(x, top) if event.approximate else ""
    side = AXIS + LANE * max(lane, 1)
    before = draw_arrow(side, top, -18) if event.open_start else ""
    after = draw_arrow(side, bottom, 18) if event.open_end else ""
    return before + after + halo + mark


# ---------------------------------------------------------------- legend


def _legend(
    events: Sequence[TimelineEvent], lanes: Sequence[int], cut: bool, words: TimelineWords, top: float
) -> tuple[str, float]:
    """Return the key to the signs that occur, and where it ends."""
    spans = {event.certainty for event, lane in zip(events, lanes, strict=True) if lane}
    points = {event.certainty for event, lane in zip(events, lanes, strict=True) if not lane}
    signs = [
        (_sign(name, name in points, name in spans), getattr(words, name))
        for name in CERTAINTIES
        if name in points or name in spans
    ]
    others = (
        (draw_bar(min(spans, default="stated", key=CERTAINTIES.index), 11, ((-7, 7),)), words.bar, bool(spans)),
        (draw_halo(11, 0), words.approximate, any(event.approximate for event in events)),
        (draw_arrow(11, -7, 14), words.open, any(event.open_start or event.open_end for event in events)),
        (draw_cut(11, -8, 8, 0), words.cut, cut),
    )
    signs += [(sign, meaning) for sign, meaning, occurs in others if occurs]
    rows = (
        f'<g transform="translate(0 {short(top + 22 + 21 * row)})">{words.sides.turn(sign, WIDTH)}'
        f'<text x="{words.sides.across(28, WIDTH)}" y="4.5"{words.sides.run()}>{escape(meaning)}</text></g>'
        for row, (sign, meaning) in enumerate(signs)
    )
    rule = f'<path stroke="currentColor" d="M0 {short(top)}H{WIDTH}"/>'
    return f'<g class="timeline-legend" font-size="13.5">{rule}{"".join(rows)}</g>', top + 22 + 21 * len(signs)


def _sign(certainty: Certainty, as_point: bool, as_bar: bool) -> str:
    x = 5 if as_point and as_bar else 11
    mark = draw_mark(certainty, x, 0) if as_point else ""
    return mark + (draw_bar(certainty, 22 - x, ((-7, 7),)) if as_bar else "")

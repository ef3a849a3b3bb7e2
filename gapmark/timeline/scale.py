"""From days to heights: the scale of the timeline, its cuts and its ticks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from gapmark.language.date_words import ENGLISH, DateWords, year_words
from gapmark.statements.calendars import civil_day, day_number

CUT = 6
"""A stretch without a start or an end is cut short when it is longer than so many times the median between starts."""
CUT_HEIGHT = 46
PAD = 14
"""How far the axis runs on beyond its first and last date, in units of the drawing."""
FILL = 1.0
"""Height of the axis to that of the words beside it: the same, so that most words stand near their mark."""
LEAST = 70
"""Height in units of all that is to scale, at the least."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days against heights: straight between one knot and the next."""

    days: tuple[float, ...]
    """The knots: every start and end, in order, as Julian days."""
    heights: tuple[float, ...]
    """Of the knots, in units from the top of the drawing."""
    per_day: float
    """Units a day, where the axis is not cut."""
    cuts: frozenset[int]
    """The knots after which the axis is cut."""

    @property
    def bottom(self) -> float:
        """Height of the last knot."""
        return self.heights[-1]

    @property
    def breaks(self) -> tuple[tuple[float, float], ...]:
        """Top and bottom of each cut."""
        return tuple((self.heights[knot] + PAD, self.heights[knot + 1] - PAD) for knot in sorted(self.cuts))

    def height(self, day: float) -> float:
        """Return the height of a day."""
        knot = min(max(bisect_right(self.days, day) - 1, 0), len(self.days) - 1)
        if knot in self.cuts:
            share = (day - self.days[knot]) / (self.days[knot + 1] - self.days[knot])
            return self.heights[knot] + share * (self.heights[knot + 1] - self.heights[knot])
        return self.heights[knot] + (day - self.days[knot]) * self.per_day

    def pieces(self, top: float, bottom: float) -> tuple[tuple[float, float], ...]:
        """Return a stretch of heights without the cuts in it."""
        edges = [top, *(edge for cut in self.breaks if top < cut[0] and cut[1] < bottom for edge in cut), bottom]
        return tuple(zip(edges[::2], edges[1::2], strict=True))

    def runs(self) -> tuple[tuple[float, float], ...]:
        """Return the days of each stretch between two cuts, as far as its axis is drawn."""
        pad = PAD / self.per_day if self.per_day else 0.0
        firsts = (0, *(knot + 1 for knot in sorted(self.cuts)))
        lasts = (*sorted(self.cuts), len(self.days) - 1)
        return tuple((self.days[first] - pad, self.days[last] + pad) for first, last in zip(firsts, lasts, strict=True))


def make_scale(ends: Sequence[tuple[float, float]], room: float, top: float) -> Scale:
    """Make a scale for dates, given by start and end, with words beside it that take `room`."""
    days = sorted({day for pair in ends for day in pair})
    steps = [later - earlier for earlier, later in pairwise(days)]
    between = sorted(later - earlier for earlier, later in pairwise(sorted({start for start, _ in ends})))
    longest = CUT * between[len(between) // 2] if between else float("inf")
    cuts = frozenset(knot for knot, step in enumerate(steps) if step > longest)
    length = sum(step for knot, step in enumerate(steps) if knot not in cuts)
    per_day = max(FILL * room - CUT_HEIGHT * len(cuts), LEAST) / length if length else 0.0
    drawn = [CUT_HEIGHT + 2 * PAD if knot in cuts else step * per_day for knot, step in enumerate(steps)]
    return Scale(tuple(days), tuple(accumulate(drawn, initial=top)), per_day, cuts)


def spread(wanted: Sequence[float], heights: Sequence[float], top: float) -> list[float]:
    """Move blocks apart so that none overlaps the next, each as near as can be to where it should stand.

    Least squares by pooling neighbours (Ayer and others, 1955): what would overlap is moved together, about its mean.
    """
    offsets = list(accumulate(heights, initial=0.0))
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=False):
        pool = (place - offset, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, count = pools.pop()
            pool = ((mean * count + pool[0] * pool[1]) / (count + pool[1]), count + pool[1])
        pools.append(pool)
    means = [mean for mean, count in pools for _ in range(count)]
    return [max(mean, top) + offset for mean, offset in zip(means, offsets, strict=False)]


# ---------------------------------------------------------------- ticks


@dataclass(frozen=True, slots=True)
class TickWords:
    """Words beside the ticks."""

    months: tuple[str, ...] = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    day: str = "{day} {month}"
    hour: str = "{hour:02d}:00"
    dates: DateWords = ENGLISH
    """Gives the years."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick of the axis."""

    height: float
    label: str
    below: str = ""
    """A second line, with what the first leaves out: at the first tick after the top or a cut."""


STEPS = (
    *(("hour", count, count / 24) for count in (1, 2, 3, 6, 12)),
    *(("day", count, float(count)) for count in (1, 2, 5, 10)),
    *(("month", count, 30.4 * count) for count in (1, 2, 3, 6)),
    *(("year", count * power, 365.25 * count * power) for power in (1, 10, 100, 1000, 10_000) for count in (1, 2, 5)),
)
"""From tick to tick: unit, how many of it, about how many days."""
TICK_GAP = 52
"""Units from tick to tick, at the least."""


def draw_ticks(scale: Scale, words: TickWords, stated: Collection[float]) -> Iterator[Tick]:
    """Yield the ticks of each run, at the finest step that leaves room for their words.

    `stated` are days whose year the text states; the year of a run without one stands in brackets.
    """
    unit, count, _ = next((step for step in STEPS if step[2] * scale.per_day >= TICK_GAP), STEPS[-1])
    for first, last in scale.runs():
        days = [day for day in _tick_days(unit, count, first, last) if first <= day <= last]
        finest = unit if days or (unit == "year" and scale.per_day) else "day"
        for number, day in enumerate(days or [_first_known(scale, first)]):
            label, below = _tick_words(finest, day, words)
            sure = any(first <= known <= last for known in stated)
            shown = below if sure or not below else f"[{below}]"
            yield Tick(scale.height(day), label, "" if number else shown)


def _first_known(scale: Scale, day: float) -> float:
    return next(known for known in scale.days if known >= day)


def _tick_days(unit: str, count: int, first: float, last: float) -> Iterator[float]:
    """Yield the days of ticks from a little before the first to the last."""
    year, month, _ = civil_day(int(first))
    if unit == "hour":
        start = int(first)
        yield from (start + hour / 24 for hour in range(0, int((last - start) * 24) + 1, count))
    elif unit == "year":
        end = civil_day(int(last))[0]
        yield from (day_number(tick, 1, 1) for tick in _round_years(count, year, end))
    else:
        yield from _days_of_months(unit, count, day_number(year, month, 1), last)


def _round_years(count: int, first: int, last: int) -> Iterator[int]:
    """Yield the years that are round to a reader: 495 and 490 BC, which are -494 and -489; no year 0."""
    yield from range((first - 1) // count * count + 1, min(last, 0) + 1, count)
    yield from range(max(first // count * count, count), last + 1, count)


def _days_of_months(unit: str, count: int, day: int, last: float) -> Iterator[float]:
    while day <= last:
        year, month, _ = civil_day(day)
        if unit == "day":
            yield from (float(day + step) for step in range(0, 30 - max(count // 2, 1), count))
        elif (month - 1) % count == 0:
            yield float(day)
        day = day_number(year, month + 1, 1)


def _tick_words(unit: str, day: float, words: TickWords) -> tuple[str, str]:
    year, month, number = civil_day(int(day))
    name, in_year = words.months[month - 1], year_words(year, words.dates)
    date = words.dates.in_digits(words.day.format(day=number, month=name))
    if unit == "hour":
        hour = round(day % 1 * 24)
        return (words.dates.in_digits(words.hour.format(hour=hour)), date) if hour else (date, in_year)
    forms = {"day": (date, in_year), "month": (in_year, "") if month == 1 else (name, in_year), "year": (in_year, "")}
    return forms[unit]

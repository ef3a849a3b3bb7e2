"""The ticks of the axis, with their words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from gapmark.dates.calendars import Calendar, civil_day, day_number
from gapmark.language.phrases import Language
from gapmark.language.print_dates import print_year
from gapmark.timeline.scale import Scale


class Tick(NamedTuple):
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


def draw_ticks(
    scale: Scale, t: Language, stated: Collection[float], calendar: Calendar = "gregorian"
) -> Iterator[Tick]:
    """Yield the ticks of each run, at the finest step that leaves room for their words.

    `stated` are days whose year the text states; the year of a run without one stands in brackets. The axis counts in
    `calendar`.
    """
    unit, count, _ = next((step for step in STEPS if step[2] * scale.per_day >= TICK_GAP), STEPS[-1])
    for first, last in scale.runs():
        days = [day for day in _tick_days(unit, count, first, last, calendar) if first <= day <= last]
        finest = unit if days or (unit == "year" and scale.per_day) else "day"
        for number, day in enumerate(days or [next(known for known in scale.days if known >= first)]):
            label, below = _tick_words(finest, day, t, calendar)
            sure = any(first <= known <= last for known in stated)
            shown = below if sure or not below else f"[{below}]"
            yield Tick(scale.height(day), label, "" if number else shown)


def _tick_days(unit: str, count: int, first: float, last: float, calendar: Calendar) -> Iterator[float]:
    """Yield the days of ticks from a little before the first to the last."""
    year, month, _ = civil_day(int(first), calendar)
    if unit == "hour":
        start = int(first)
        yield from (start + hour / 24 for hour in range(0, int((last - start) * 24) + 1, count))
    elif unit == "year":
        end = civil_day(int(last), calendar)[0]
        yield from (day_number(tick, 1, 1, calendar) for tick in _round_years(count, year, end))
    else:
        yield from _days_of_months(unit, count, day_number(year, month, 1, calendar), last, calendar)


def _round_years(count: int, first: int, last: int) -> Iterator[int]:
    """Yield the years that are round to a reader: 495 and 490 BC, which are -494 and -489; no year 0."""
    yield from range((first - 1) // count * count + 1, min(last, 0) + 1, count)
    yield from range(max(first // count * count, count), last + 1, count)


def _days_of_months(unit: str, count: int, day: int, last: float, calendar: Calendar) -> Iterator[float]:
    while day <= last:
        year, month, _ = civil_day(day, calendar)
        if unit == "day":
            yield from (float(day + step) for step in range(0, 30 - max(count // 2, 1), count))
        elif (month - 1) % count == 0:
            yield float(day)
        day = day_number(year, month + 1, 1, calendar)


def _tick_words(unit: str, day: float, t: Language, calendar: Calendar) -> tuple[str, str]:
    year, month, number = civil_day(int(day), calendar)
    name, in_year = t(f"dates.short.{month}"), print_year(year, t)
    date = t.digits(t("timeline.drawing.day", day=str(number), month=name))
    if unit == "hour":
        hour = round(day % 1 * 24)
        return (t.digits(t("timeline.drawing.hour", hour=f"{hour:02d}")), date) if hour else (date, in_year)
    forms = {"day": (date, in_year), "month": (in_year, "") if month == 1 else (name, in_year), "year": (in_year, "")}
    return forms[unit]

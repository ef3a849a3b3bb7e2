"""The time that a text states, from first to last, for programs that ask what a page is about."""

from __future__ import annotations

from collections.abc import Sequence

from gapmark.dates.calendars import civil_day
from gapmark.dates.date import Date, Moment
from gapmark.statements.events import Event


def coverage(events: Sequence[Event]) -> str:
    """A date or an interval in ISO 8601, `-0489` for 490 BC; empty where no event states its whole date.

    Only what the text states counts: no inferred year, and nothing that is open at an end. A season, which ISO 8601
    has no form for, counts as its year; a day of the Julian calendar as that of the Gregorian.
    """
    stated = [
        (date.earliest, date.latest, date)
        for event in events
        if (date := event.date) and event.certainty == "stated"
        if date.earliest is not None and date.latest is not None
    ]
    if not stated:
        return ""
    earliest, _, first = min(stated, key=lambda span: (span[0], -span[1]))
    _, latest, last = max(stated, key=lambda span: (span[1], -span[0]))
    begin, end = _written(first.start, earliest, first), _written(last.end, latest, last)
    return begin if begin == end else f"{begin}/{end}"


def _written(point: Moment | None, day: int, date: Date) -> str:
    """One end of a date, as exactly as it was stated."""
    if point and point.day:
        year, month, of_month = civil_day(day)
        return f"{_year(year)}-{month:02d}-{of_month:02d}"
    year, month, _ = civil_day(day, date.calendar)
    is_month = point and 1 <= point.month <= 12 and date.calendar == "gregorian"
    return f"{_year(year)}-{month:02d}" if is_month else _year(year)


def _year(year: int) -> str:
    return f"{year:05d}" if year < 0 else f"{year:04d}"

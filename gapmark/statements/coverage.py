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
    stated = [event.date for event in events if event.certainty == "stated" and event.date and _is_whole(event.date)]
    if not stated:
        return ""
    first = min(stated, key=lambda date: (date.earliest or 0, -(date.latest or 0)))
    last = max(stated, key=lambda date: (date.latest or 0, -(date.earliest or 0)))
    begin, end = _written(first.start, first.earliest, first), _written(last.end, last.latest, last)
    return begin if begin == end else f"{begin}/{end}"


def _is_whole(date: Date) -> bool:
    return date.earliest is not None and date.latest is not None


def _written(point: Moment | None, day: int | None, date: Date) -> str:
    """One end of a date, as exactly as it was stated."""
    if point and point.day:
        year, month, of_month = civil_day(day or 0)
        return f"{_year(year)}-{month:02d}-{of_month:02d}"
    year, month, _ = civil_day(day or 0, date.calendar)
    is_month = point and 1 <= point.month <= 12 and date.calendar == "gregorian"
    return f"{_year(year)}-{month:02d}" if is_month else _year(year)


def _year(year: int) -> str:
    return f"{year:05d}" if year < 0 else f"{year:04d}"

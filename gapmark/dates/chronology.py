"""Puts dates in order and says from when to when each is drawn; a date without a year can be lent one for that."""

from __future__ import annotations

from collections.abc import Sequence

from gapmark.dates.date import Date, DateError, Moment, extent
from gapmark.dates.edtf import check_day


def lend_year(date: Date, year: int) -> Date:
    """Lend a yearless date a year, for order and drawing only: its notation and its points stay without.

    An interval that runs over New Year ends in the next year. Raises DateError where a year has no such day.
    """
    if not date.yearless:
        example = "an inferred year for a date such as XXXX-11-01 only"
        raise DateError(f'"{date.notation}" has a year of its own', example)
    earliest = extent(date.start, date.calendar, year)[0] if date.start else None
    latest = extent(date.end, date.calendar, year)[1] if date.end else None
    last = year
    if date.end and earliest is not None and latest is not None and latest < earliest:
        last = year + 1
        latest = extent(date.end, date.calendar, last)[1]
    for point, of in ((date.start, year), (date.end, last)):
        if point:
            check_day(point._replace(years=(of, of)), str(point.day or ""), date.notation, date.calendar)
    return date._replace(earliest=earliest, latest=latest)


def span(date: Date) -> tuple[float, float] | None:
    """Return the first and last day of a date for a drawing, in Julian days; a clock time is a fraction of a day.

    Where one end is open both are the bound: of `../1945` the last day of 1945, which it includes, and of `1945/..` the
    first. None where no year is stated or lent.
    """
    if date.start is None and date.end and date.latest is not None:
        bound = date.latest + _clock(date.end)
        return bound, bound
    if date.earliest is None:
        return None
    first = date.earliest + _clock(date.start)
    return first, first if date.latest is None else date.latest + _clock(date.end)


def _clock(point: Moment | None) -> float:
    if not point or not point.time:
        return 0.0
    hours, minutes = int(point.time[:2]), int(point.time[3:5])
    return (60 * hours + minutes) / 1440


Key = tuple[float, int, float]


def sort_key(date: Date) -> Key | None:
    """Return a key that puts a longer date before a shorter one of the same start, and `../X` before X; or None."""
    days = span(date)
    if days and date.start is None and date.end and date.end.years:
        return extent(date.end, date.calendar)[0] + _clock(date.end), 0, -days[1]
    return days and (days[0], 0 if date.start is None else 1, -days[1])


def order(dates: Sequence[Date | None]) -> tuple[int, ...]:
    """Return the indexes of dates, given in the order of the text, in the order of time.

    What has no date or no year keeps its place in the text: it follows the latest of the dated ones before it there.
    """
    anchor: Key = (float("-inf"), 0, 0.0)
    keys: list[tuple[Key, int]] = []
    leader = -1
    for index, date in enumerate(dates):
        found = sort_key(date) if date else None
        if found and found >= anchor:
            anchor, leader = found, index
        keys.append((found, index) if found else (anchor, leader))
    return tuple(sorted(range(len(keys)), key=lambda index: (keys[index], index)))

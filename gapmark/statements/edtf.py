"""Dates as an editor writes them, in EDTF notation: read, held against the calendar, put in order.

The notation is ISO 8601-2:2019 levels 0 and 1 (https://www.loc.gov/standards/datetime/) and, of level 2, what history
needs: seasons of a hemisphere and unspecified digits in any year. A date whose year the text does not state has none
here either (`XXXX-11-01`): `place` lends it one for drawing and changes nothing of what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from gapmark.statements.calendars import Calendar, day_number, month_length

Precision = Literal["time", "day", "month", "season", "year", "decade", "century", "years", "interval"]


class DateError(ValueError):
    """A date can't be read. Says what is wrong with it and what could be written."""

    def __init__(self, message: str, example: str) -> None:
        super().__init__(f"{message}; write for example {example}")
        self.message = message
        self.example = example


@dataclass(frozen=True, slots=True)
class Moment:
    """A date that is no interval: a time, a day, a month, a season, a year, or a run of years (`201X`)."""

    years: tuple[int, int] | None
    """First and last astronomical year it can mean; None where no year is stated."""
    month: int = 0
    """1 to 12, or a season from 21 to 32, or 0 where none is stated."""
    day: int = 0
    """1 to 31, or 0 where none is stated."""
    time: str = ""
    """As written, with its zone if it has one: `14:30`, `14:30:05Z`."""
    qualifier: str = ""
    """`?` uncertain, `~` approximate, `%` both."""

    @property
    def precision(self) -> Precision:
        """How much is stated."""
        if self.day:
            return "time" if self.time else "day"
        if self.month:
            return "season" if self.month > 12 else "month"
        first, last = self.years or (0, 0)
        round_figure = first % 10 == 0 and first > 0
        kinds: dict[int, Precision] = {0: "year", 9: "decade" if round_figure else "years", 99: "century"}
        return kinds.get(last - first, "years")


@dataclass(frozen=True, slots=True)
class Date:
    """A date of an event, as `parse_date` understood it."""

    notation: str
    """As written, in EDTF."""
    calendar: Calendar
    """The calendar the notation is in."""
    start: Moment | None
    """The date itself, or the start of an interval; None where the start is open or unknown."""
    end: Moment | None
    """The end of an interval; None where it is open or unknown. The same as `start` where there is no interval."""
    earliest: int | None
    """Julian Day Number of its first day; None where no year is stated or the start is open."""
    latest: int | None
    """Julian Day Number of its last day; None where no year is stated or the end is open."""

    @property
    def precision(self) -> Precision:
        """How much is stated; `interval` for whatever has two ends."""
        return self.start.precision if self.start and self.start is self.end else "interval"

    @property
    def qualifiers(self) -> frozenset[str]:
        """`uncertain`, `approximate`, both or neither; of an interval, of either end."""
        marks = "".join(point.qualifier for point in (self.start, self.end) if point).replace("%", "?~")
        return frozenset(name for mark, name in (("?", "uncertain"), ("~", "approximate")) if mark in marks)

    @property
    def yearless(self) -> bool:
        """Whether its words state no year. True still when `place` has lent it one."""
        return (self.start or self.end or Moment(None)).years is None

    @property
    def month(self) -> int:
        """Month or season of its start, or of its end where the start is open; 0 where none is stated."""
        return (self.start or self.end or Moment(None)).month

    @property
    def day(self) -> int:
        """Day of its start, or of its end where the start is open; 0 where none is stated."""
        return (self.start or self.end or Moment(None)).day


# ---------------------------------------------------------------- seasons

SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12, 5: 3, 6: 6, 7: 9, 8: 12, 9: 9, 10: 12, 11: 3, 12: 6}
"""First month of each season by code less 20: 21-24 and 25-28 (northern), 29-32 (southern), spring first. Whole months,
as the weather is counted. A season that begins in December bears the number of the year it begins in."""


def month_span(point: Moment) -> tuple[int, int]:
    """Return the first month of a point and the month after its last, both counted from January of its year."""
    if point.month > 12:
        first = SEASON_MONTHS[point.month - 20]
        return first, first + 3
    return (point.month, point.month + 1) if point.month else (1, 13)


def first_day(point: Moment, year: int, calendar: Calendar) -> int:
    """Return the Julian Day Number of the first day a point can mean in a year."""
    return day_number(year, month_span(point)[0], point.day or 1, calendar)


def last_day(point: Moment, year: int, calendar: Calendar) -> int:
    """Return the Julian Day Number of the last day a point can mean in a year."""
    if point.day:
        return first_day(point, year, calendar)
    return day_number(year, month_span(point)[1], 1, calendar) - 1


# ---------------------------------------------------------------- reading

POINT = re.compile(
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX)|XXXX|Y-?\d{5,9})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?))?)?)?(?P<qualifier>[?~%]?)",
    re.ASCII,
)

MISTAKES = tuple(
    (re.compile(pattern, re.ASCII | re.IGNORECASE), message, example)
    for pattern, message, example in (
        (r".*\d ?(BC|BCE|AD|CE)|(AD|CE) ?\d.*", "has an era; the year 1 BC is 0000 and 490 BC is -0489", "-0489"),
        (r".*[A-WYZ]{3}.*", "is in words, which belong beside the date; this place takes figures", "2013-02-06"),
        (r"\d{1,4}/\d\d?/\d{1,4}", "has slashes, which part the two ends of an interval", "2013-02-06"),
        (r"\d\d?[-.]\d\d?[-.]\d{4}", "has the year last; the order is year, month, day", "2013-02-06"),
        (r"-?\d{4}-(\d(-.*)?|\d\d-\d)", "has a month or a day of one digit; both take two", "2013-02-06"),
        (r"-?\d{1,3}", "is a year of fewer than four digits", "0490 for AD 490, -0489 for 490 BC"),
        (r"\d{8}", "has no hyphens", "2013-02-06"),
        (r"-?\d{5,}", "is a year of more than four digits, which begins with Y", "Y-17000"),
        (r"[\[{].*", "is a set of dates, which this site does not take; an interval will do", "1667/1668"),
        (r".*(\.\.|…).+|.+(\.\.|…)", "has two dots for an open end, which takes a slash", "../1945 or 1945/.."),
        (r".*[T ]\d.*", "has a time that can't be read; hours and minutes take two digits", "2013-02-06T14:30"),
    )
)
"""What people write for a date that EDTF does not know: pattern of the whole, what is wrong with it, an example."""

EXAMPLES = "2013-02-06, 2013-02, 2013, 1572-24 (winter), 2013-02-06/2013-02-19, ../1945, -0489, XXXX-11-01"


def parse_date(text: str, calendar: Calendar = "gregorian") -> Date:
    """Read a date in EDTF notation. Raises DateError."""
    notation = text.strip()
    ends = notation.split("/")
    if len(ends) > 2 or not notation:
        raise _mistake(notation)
    points = [None if end in ("", "..") else _parse_point(end, notation, calendar) for end in ends]
    start, end = points[0], points[-1]
    if start is None and end is None:
        raise DateError(f'"{notation}" is open at both ends and says nothing', "../1945 or 1945/..")
    _check_years(start, end, notation)
    earliest = first_day(start, start.years[0], calendar) if start and start.years else None
    latest = last_day(end, end.years[1], calendar) if end and end.years else None
    date = Date(notation, calendar, start, end, earliest, latest)
    days = span(date)
    if days and days[0] > days[1]:
        raise DateError(f'"{notation}" ends before it begins', f"{ends[1]}/{ends[0]}")
    return date


def _mistake(notation: str) -> DateError:
    for pattern, message, example in MISTAKES:
        if pattern.fullmatch(notation):
            return DateError(f'"{notation}" {message}', example)
    return DateError(f'"{notation}" is not a date' if notation else "the date is empty", EXAMPLES)


def _parse_point(text: str, notation: str, calendar: Calendar) -> Moment:
    match = POINT.fullmatch(text)
    if not match or match["year"] in ("-0000", "Y-00000"):
        raise _mistake(text if len(notation.split("/")) == 2 else notation)
    month, day = (int(part) if part and part != "XX" else 0 for part in (match["month"], match["day"]))
    point = Moment(_years(match["year"]), month, day, match["time"] or "", match["qualifier"])
    _check_month(point, match["month"] or "", text)
    _check_day(point, match["day"] or "", text, calendar)
    return point


def _years(text: str) -> tuple[int, int] | None:
    if text == "XXXX":
        return None
    lowest, highest = sorted(int(text.lstrip("Y").replace("X", digit)) for digit in "09")
    return lowest, highest


def _check_month(point: Moment, written: str, text: str) -> None:
    if not point.years and not point.month:
        raise DateError(f'"{text}" states neither a year nor a month', "XXXX-11-01 or XXXX-11")
    if written not in ("", "XX") and not (1 <= point.month <= 12 or 21 <= point.month <= 32):
        raise DateError(f'"{text}" has month {written}', "a month from 01 to 12 or a season from 21 (spring) to 24")


def _check_day(point: Moment, written: str, text: str, calendar: Calendar) -> None:
    if written in ("", "XX") and not point.time:
        return
    if not 1 <= point.month <= 12:
        raise DateError(f'"{text}" has a day and no month', "2013-02-06, or 2013 where the month is not known")
    year = point.years[0] if point.years and point.years[0] == point.years[1] else None
    length = month_length(year, point.month, calendar)
    if not 1 <= point.day <= length:
        julian = month_length(year, point.month, "julian")
        other = " (29 with calendar: julian)" if length < point.day <= julian else ""
        message = f'"{text}" names a day that is not there: the month has {length} days{other}'
        raise DateError(message, f"{text[: text.rindex(written)]}{length}")


def _check_years(start: Moment | None, end: Moment | None, notation: str) -> None:
    if start and end and (start.years is None) != (end.years is None):
        raise DateError(f'"{notation}" has a year at one end only', "XXXX-02-06/XXXX-02-19, or a year at both ends")


# ---------------------------------------------------------------- order


def lend_year(date: Date, year: int) -> Date:
    """Lend a yearless date a year, for order and drawing only: its notation and its points stay without.

    An interval that runs over New Year ends in the next year. Raises DateError where the year has no such day.
    """
    if not date.yearless:
        raise DateError(
            f'"{date.notation}" has a year of its own', "an inferred year for a date such as XXXX-11-01 only"
        )
    for point in (date.start, date.end):
        if point:
            _check_day(replace(point, years=(year, year)), str(point.day or ""), date.notation, date.calendar)
    earliest = first_day(date.start, year, date.calendar) if date.start else None
    latest = last_day(date.end, year, date.calendar) if date.end else None
    if date.end and earliest is not None and latest is not None and latest < earliest:
        latest = last_day(date.end, year + 1, date.calendar)
    return replace(date, earliest=earliest, latest=latest)


def span(date: Date) -> tuple[float, float] | None:
    """Return the first and last day of a date for a drawing, in Julian days; a clock time is a fraction of a day.

    Where one end is open both are the bound: of `../1945` and of `1945/..` the first day of 1945. None where no year is
    stated or lent.
    """
    if date.start is None and date.latest is not None:
        bound = _first_of_end(date)
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


def sort_key(date: Date) -> tuple[float, int, float] | None:
    """Return a key that puts a longer date before a shorter one of the same start, and `../X` before X; or None."""
    days = span(date)
    return days and (days[0], 0 if date.start is None else 1, -days[1])


def _first_of_end(date: Date) -> float:
    """Return the first day of the end of an interval: what comes before 1945 comes before 1 January 1945."""
    if not date.end or not date.end.years:
        return float(date.latest or 0)
    return first_day(date.end, date.end.years[0], date.calendar) + _clock(date.end)


def order(dates: Sequence[Date | None]) -> tuple[int, ...]:
    """Return the indexes of dates, given in the order of the text, in the order of time.

    What has no date or no year keeps its place in the text: it follows the dated one it follows there.
    """
    anchor: tuple[float, int, float] = (float("-inf"), 0, 0.0)
    keys: list[tuple[tuple[float, int, float], int]] = []
    leader = -1
    for index, date in enumerate(dates):
        found = sort_key(date) if date else None
        if found:
            anchor, leader = found, index
        keys.append((anchor, leader))
    return tuple(sorted(range(len(keys)), key=lambda index: (keys[index], index)))

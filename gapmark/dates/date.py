"""What a date is: its ends, how exactly they are stated, and the days they can mean."""

from __future__ import annotations

from typing import Literal, NamedTuple

from gapmark.dates.calendars import Calendar, day_number

Precision = Literal["time", "day", "month", "season", "year", "decade", "century", "years", "interval"]
Bound = Literal["", "before", "by", "until", "after", "since"]
PARTS_OF_TIME = ("early", "middle", "late")


class DateError(ValueError):
    """A date can't be read. Says what is wrong with it and what could be written."""

    def __init__(self, message: str, example: str, *, meant: bool = False) -> None:
        """`example` is one of its kind, or what was `meant`."""
        super().__init__(f"{message}; write for example {example}")
        self.message = message
        self.hint = f"did you mean {example}?" if meant else f"write it in EDTF, for example {example}"


class Moment(NamedTuple):
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
    part: str = ""
    """`early`, `middle` or `late` in what is stated, such as a month; empty for all of it."""

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


class Date(NamedTuple):
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
    def bound(self) -> Bound:
        """On which side of its one end it lies; empty where neither end is open."""
        if self.start is None:
            return "by" if self.notation.startswith("by ") else "before" if self.notation.startswith("..") else "until"
        if self.end is None:
            return "after" if self.notation.endswith("..") else "since"
        return ""

    @property
    def points(self) -> tuple[Moment, ...]:
        """Its ends, as far as they are stated: one or two."""
        ends = (self.start, self.end if self.end is not self.start else None)
        return tuple(point for point in ends if point)

    @property
    def qualifiers(self) -> frozenset[str]:
        """`uncertain`, `approximate`, both or neither; of an interval, of either end."""
        marks = "".join(point.qualifier for point in self.points).replace("%", "?~")
        return frozenset(name for mark, name in (("?", "uncertain"), ("~", "approximate")) if mark in marks)

    @property
    def yearless(self) -> bool:
        """Whether its words state no year. True still when `lend_year` has lent it one."""
        return self.points[0].years is None

    @property
    def is_part(self) -> bool:
        """Whether one of its ends is a part of a month or of another time: only the words of the text say which."""
        return any(point.part for point in self.points)

    @property
    def soft_start(self) -> bool:
        """Whether no day is stated on which it begins: the middle or the end of a month has none."""
        return self.start is not None and self.start.part in ("middle", "late")

    @property
    def soft_end(self) -> bool:
        """Whether no day is stated on which it ends."""
        return self.end is not None and self.end.part in ("early", "middle")


# ---------------------------------------------------------------- days

SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12, 5: 3, 6: 6, 7: 9, 8: 12, 9: 9, 10: 12, 11: 3, 12: 6}
"""First month of each season by code less 20: 21-24 and 25-28 (northern), 29-32 (southern), spring first. Whole months,
as the weather is counted. A season that begins in December bears the number of the year it begins in."""


def extent(point: Moment, calendar: Calendar, year: int = 0) -> tuple[int, int]:
    """Return the first and the last day that a point can mean, as Julian Day Numbers.

    `year` is for a point without one. A part is about a third: the early days of a month of 31 are its first ten.
    """
    begin, end = point.years or (year, year)
    month, after = _months(point)
    first = day_number(begin, month, point.day or 1, calendar)
    last = first if point.day else day_number(end, after, 1, calendar) - 1
    third = (last - first + 1) // 3
    early, late = (first, first + third - 1), (last - third + 1, last)
    return {"early": early, "middle": (early[1] + 1, late[0] - 1), "late": late}.get(point.part, (first, last))


def _months(point: Moment) -> tuple[int, int]:
    """Return the first month of a point and the month after its last, both counted from January of its year."""
    if point.month > 12:
        first = SEASON_MONTHS[point.month - 20]
        return first, first + 3
    return (point.month, point.month + 1) if point.month else (1, 13)

"""Reads a date as an editor writes it, in EDTF, and holds it against the calendar.

The notation is ISO 8601-2:2019 levels 0 and 1 (https://www.loc.gov/standards/datetime/) and, of level 2, what history
needs: seasons of a hemisphere and unspecified digits in any year. Our own are `2013-03 early` (`middle`, `late`) and
`by 2013-03`. A date whose year the text does not state has none here either: `XXXX-11-01`.
"""

from __future__ import annotations

import re

from gapmark.dates.calendars import Calendar, month_length
from gapmark.dates.date import PARTS_OF_TIME, Date, DateError, Moment, extent
from gapmark.problems.lookalikes import plain_value

POINT = (
    r"(?P<year>-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX)|XXXX|Y-?\d{5,9})"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)"
    r"(?:T(?P<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?))?)?)?(?P<qualifier>[?~%]?)"
    rf"(?: (?P<part>{'|'.join(PARTS_OF_TIME)}))?"
)

RANGES = (
    r"(\d\d)(\d\d)(?: ?/ ?| - )(\d\d)",
    r"(\d{4})(?: ?- ?| to | until | +/ *|/ +)(\d{4})",
)
"""Two years as people write them; `1939-45` could be a month."""
MISTAKES = (
    (r".*\d ?(BC|BCE|AD|CE)|(AD|CE) ?\d.*", "has an era; the year 1 BC is 0000 and 490 BC is -0489", "-0489"),
    (r"(?:c\.?|ca\.?|circa|about|around) ?(\d{4})", "is an approximate year, which ends with ~", r"\1~"),
    (r"(?:perhaps|possibly|probably) ?(\d{4})", "is an uncertain year, which ends with ?", r"\1?"),
    (
        r"(?:early|mid|late)[- ].*",
        "is a part of a month or a year, which ends with early, middle or late",
        "2013-03 early",
    ),
    (r"\[\.\.(-?[\dX-]+)\]", "is a date at the latest, which begins with by", r"by \1"),
    (r".*[A-WYZ]{3}.*", "is in words, which belong beside the date; this place takes figures", "2013-02-06"),
    (r"by .*", "has by before what is not one date", "by 1945-06"),
    (RANGES[0], "has the century once; an interval has it at both ends", r"\1\2/\1\3"),
    (RANGES[1], "is an interval, whose ends a slash parts", r"\1/\2"),
    (r"(\d\d[1-9])0'?s", "is a decade, whose last figure is X", r"\1X"),
    (r"(\d\d)00'?s", "is a century, whose last figures are XX", r"\1XX"),
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
"""What people write for a date that EDTF does not know: pattern of the whole, what is wrong with it, an example."""

EXAMPLES = "2013-02-06, 2013-02, 2013, 1572-24 (winter), 2013-02-06/2013-02-19, ../1945, -0489, XXXX-11-01"


def parse_date(text: str, calendar: Calendar = "gregorian") -> Date:
    """Read a date in EDTF notation. Raises DateError."""
    notation = plain_value(text)
    start, end = _read_ends(notation, calendar)
    if start is None and end is None:
        raise DateError(f'"{notation}" is open at both ends and says nothing', "../1945 or 1945/..")
    if start and end and (start.years is None) != (end.years is None):
        raise DateError(f'"{notation}" has a year at one end only', "XXXX-02-06/XXXX-02-19, or a year at both ends")
    earliest = extent(start, calendar)[0] if start and start.years else None
    latest = extent(end, calendar)[1] if end and end.years else None
    if start and end and (earliest or 0, start.time) > (latest or 0, end.time or "24:00"):
        raise DateError(f'"{notation}" ends before it begins', "/".join(reversed(notation.split("/"))))
    return Date(notation, calendar, start, end, earliest, latest)


def _read_ends(notation: str, calendar: Calendar) -> tuple[Moment | None, Moment | None]:
    """The two ends; the same point twice where there is one date and no interval."""
    if notation.startswith("by ") and "/" not in notation:
        return None, _parse_point(notation.removeprefix("by "), notation, calendar)
    ends = notation.split("/")
    if len(ends) > 2 or not notation or any(re.fullmatch(years, notation, re.ASCII) for years in RANGES):
        raise _mistake(notation)
    points = [None if end in ("", "..") else _parse_point(end, notation, calendar) for end in ends]
    return points[0], points[0] if points[0] == points[-1] else points[-1]


def _mistake(notation: str) -> DateError:
    for pattern, message, example in MISTAKES:
        match = re.fullmatch(pattern, notation, re.ASCII | re.IGNORECASE)
        if match:
            meant = "\\" in example
            return DateError(f'"{notation}" {message}', match.expand(example) if meant else example, meant=meant)
    return DateError(f'"{notation}" is not a date' if notation else "the date is empty", EXAMPLES)


def _parse_point(text: str, notation: str, calendar: Calendar) -> Moment:
    match = re.fullmatch(POINT, text, re.ASCII)
    if not match or match["year"] in ("-0000", "Y-00000"):
        raise _mistake(text if len(notation.split("/")) == 2 else notation)
    month, day = (int(part) if part and part != "XX" else 0 for part in (match["month"], match["day"]))
    point = Moment(_years(match["year"]), month, day, match["time"] or "", match["qualifier"], match["part"] or "")
    _check_month(point, match["month"] or "", text)
    check_day(point, match["day"] or "", text, calendar)
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
        years = (
            f", or {text[:4]}/{text[:2]}{written} for years"
            if text[2:4] < written and text[4:] == f"-{written}"
            else ""
        )
        example = f"a month from 01 to 12 or a season from 21 (spring) to 24{years}"
        raise DateError(f'"{text}" has month {written}', example)
    if point.part and point.day:
        raise DateError(f'"{text}" is a part of a day', "2013-02-06T14:30, or 2013-02 early")


def check_day(point: Moment, written: str, text: str, calendar: Calendar) -> None:
    """Hold the day of a point, as it was written in `text`, against the calendar. Raises DateError."""
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

"""Two calendars on one count of days, so that dates of either can be put in order and drawn on one axis.

Days are counted by the Julian Day Number: 1 January 4713 BC (Julian) is day 0, 1 January 2000 (Gregorian) is day
2451545. Years are astronomical: 1 BC is the year 0, 490 BC the year -489. Both calendars run without end in both
directions ("proleptic"). The formulas are those of E. G. Richards in the Explanatory Supplement to the Astronomical
Almanac (3rd edition, 2013), chapter 15.11, with floor division, which makes them good for any year.
"""

from __future__ import annotations

from typing import Literal

Calendar = Literal["gregorian", "julian"]

MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_number(year: int, month: int, day: int, calendar: Calendar = "gregorian") -> int:
    """Return the Julian Day Number of a day. Months past 12 run on into the next year."""
    years = year + 4800 - (14 - month) // 12
    months = (month + 9) % 12
    days = day + (153 * months + 2) // 5 + 365 * years + years // 4
    return days - 32083 if calendar == "julian" else days - years // 100 + years // 400 - 32045


def civil_day(number: int, calendar: Calendar = "gregorian") -> tuple[int, int, int]:
    """Return the year, month and day of a Julian Day Number."""
    days = number + 1401
    if calendar == "gregorian":
        days += (4 * number + 274277) // 146097 * 3 // 4 - 38
    quarters = 4 * days + 3
    hours = 5 * (quarters % 1461 // 4) + 2
    month = (hours // 153 + 2) % 12 + 1
    return quarters // 1461 - 4716 + (14 - month) // 12, month, hours % 153 // 5 + 1


def month_length(year: int | None, month: int, calendar: Calendar = "gregorian") -> int:
    """Return how many days a month has; without a year, how many it can have."""
    leap = year is None or (year % 4 == 0 and (calendar == "julian" or year % 100 != 0 or year % 400 == 0))
    return 29 if month == 2 and leap else MONTH_LENGTHS[month - 1]

"""Two calendars on one count of days."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.dates.calendars import civil_day, day_number, month_length


@pytest.mark.parametrize("calendar", ["gregorian", "julian"])
@given(number=st.integers(-20_000_000, 20_000_000))
@settings(max_examples=15, deadline=None)
def test_days_and_dates_answer_each_other(calendar, number):
    assert day_number(*civil_day(number, calendar), calendar) == number


def test_known_days():
    assert day_number(2000, 1, 1) == 2451545
    assert day_number(-4712, 1, 1, "julian") == 0
    assert day_number(1582, 10, 15) == day_number(1582, 10, 5, "julian")
    assert day_number(1999, 13, 1) == day_number(2000, 1, 1)


@pytest.mark.parametrize("calendar", ["gregorian", "julian"])
def test_days_follow_each_other(calendar):
    days = [civil_day(number, calendar) for number in range(2_268_900, 2_270_400)]
    for (year, month, day), following in itertools.pairwise(days):
        last = day == month_length(year, month, calendar)
        after = (year, month + 1, 1) if last and month < 12 else (year + 1, 1, 1) if last else (year, month, day + 1)
        assert following == after


def test_leap_years():
    years = (1600, 1700, 1900, 2000, 2004, 2001, 0, -4)
    assert [month_length(year, 2) == 29 for year in years] == [True, False, False, True, True, False, True, True]
    assert [month_length(year, 2, "julian") == 29 for year in years] == [
        True,
        True,
        True,
        True,
        True,
        False,
        True,
        True,
    ]


def test_lengths_of_months():
    assert [month_length(2001, month) for month in range(1, 13)] == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    assert [month_length(None, 2), month_length(1700, 2), month_length(1700, 2, "julian")] == [29, 28, 29]
    assert month_length(None, 4) == 30

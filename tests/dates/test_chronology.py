"""Dates in order, and from when to when each is drawn."""

import pytest

from gapmark.dates.calendars import day_number
from gapmark.dates.chronology import lend_year, order, sort_key, span
from gapmark.dates.date import DateError, Moment
from gapmark.dates.edtf import parse_date


def test_a_lent_year_changes_nothing_of_what_is_said():
    november = lend_year(parse_date("XXXX-11-01"), 2013)
    assert (november.earliest, november.latest) == (day_number(2013, 11, 1),) * 2
    assert (november.points, november.yearless) == ((Moment(None, 11, 1),), True)
    with pytest.raises(DateError, match="a year of its own"):
        lend_year(parse_date("2013"), 2014)
    with pytest.raises(DateError, match="not there"):
        lend_year(parse_date("XXXX-02-29"), 2013)


@pytest.mark.parametrize(
    ("notation", "year", "first", "last"),
    [
        ("XXXX-12-20/XXXX-01-05", 1813, (1813, 12, 20), (1814, 1, 5)),
        ("XXXX-12-20/XXXX-02-29", 2011, (2011, 12, 20), (2012, 2, 29)),
        ("XXXX-02-06/XXXX-02-19", 2013, (2013, 2, 6), (2013, 2, 19)),
        ("XXXX-11/XXXX-02", 2011, (2011, 11, 1), (2012, 2, 29)),
    ],
)
def test_an_interval_can_run_over_new_year(notation, year, first, last):
    assert span(lend_year(parse_date(notation), year)) == (day_number(*first), day_number(*last))


@pytest.mark.parametrize("year", [2010, 2012])
def test_each_end_must_be_a_day_of_its_year(year):
    with pytest.raises(DateError, match="not there"):
        lend_year(parse_date("XXXX-12-20/XXXX-02-29"), year)


def test_open_ends_are_lent_a_year_too():
    assert lend_year(parse_date("XXXX-05/.."), 1813).earliest == day_number(1813, 5, 1)
    assert lend_year(parse_date("by XXXX-05"), 1813).latest == day_number(1813, 5, 31)


def test_span_for_drawing():
    assert span(parse_date("1939-12-13T06:00")) == (day_number(1939, 12, 13) + 0.25,) * 2
    assert span(parse_date("1939-12-13T06:30"))[0] == day_number(1939, 12, 13) + 390 / 1440
    assert span(parse_date("1939/1945")) == (day_number(1939, 1, 1), day_number(1945, 12, 31))
    assert span(parse_date("1945/..")) == (day_number(1945, 1, 1),) * 2
    for bound in ("../1945", "by 1945", "/1945"):
        assert span(parse_date(bound)) == (day_number(1945, 12, 31),) * 2
        assert order([parse_date("1945-06"), parse_date(bound)]) == (1, 0)
    assert span(parse_date("by 1945-05-08T12:00")) == (day_number(1945, 5, 8) + 0.5,) * 2
    assert span(lend_year(parse_date("by XXXX-05-08"), 1945)) == (day_number(1945, 5, 8),) * 2
    assert span(parse_date("XXXX-11-01")) is None
    assert sort_key(parse_date("XXXX-11-01")) is None


def ordered(*texts):
    return [texts[i] for i in order([parse_date(text) if text else None for text in texts])]


def test_what_has_no_year_follows_all_that_it_follows():
    assert ordered("2013-02", "2013-02-06", "XXXX-02-08", "", "2012-07", "XXXX-03") == [
        *("2012-07", "2013-02", "2013-02-06", "XXXX-02-08", "", "XXXX-03"),
    ]
    assert ordered("1572-12-11/1573-07-13", "1572-11", "XXXX-12-18", "1573-01-31") == [
        *("1572-11", "1572-12-11/1573-07-13", "XXXX-12-18", "1573-01-31"),
    ]
    assert ordered("", "1945", "../1945", "1945-01-01") == ["", "../1945", "1945", "1945-01-01"]
    assert ordered("0001", "-0489", "0000") == ["-0489", "0000", "0001"]


def test_a_time_comes_after_its_day_and_before_the_next():
    dates = ("1941-05-25", "1941-05-24T05:52", "1941-05-24", "1941-05-24T05:37")
    assert ordered(*dates) == ["1941-05-24", "1941-05-24T05:37", "1941-05-24T05:52", "1941-05-25"]


def test_the_longer_of_two_comes_first():
    assert ordered("2013-02-01", "2013-02", "2013-02-01/2013-02-19") == [
        *("2013-02", "2013-02-01/2013-02-19", "2013-02-01"),
    ]

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.dates.calendars import Calendar, civil_day, day_number, is_leap
from gapmark.dates.chronology import lend_year, order, span
from gapmark.dates.date import DateError, Moment
from gapmark.dates.edtf import parse_date


@pytest.mark.parametrize("calendar", ["gregorian", "julian"])
@given(number=st.integers(-20_000_000, 20_000_000))
@settings(max_examples=15, deadline=None)
def test_days_and_dates_answer_each_other(calendar: Calendar, number: int) -> None:
    assert day_number(*civil_day(number, calendar), calendar) == number


def test_known_days() -> None:
    assert day_number(2000, 1, 1) == 2451545
    assert day_number(-4712, 1, 1, "julian") == 0
    assert day_number(1582, 10, 15) == day_number(1582, 10, 5, "julian")
    assert (is_leap(1700), is_leap(1700, "julian"), is_leap(0)) == (False, True, True)


WRONG = {
    "": "empty",
    "2013-02-30": "28 days",
    "1700-02-29": "29 with calendar: julian",
    "2013-13": "month 13",
    "2013-00": "month 00",
    "2013-02-00": "28 days",
    "1945/1939": "1939/1945",
    "2013-02-06T15:00/2013-02-06T14:00": "before it begins",
    "6 February 2013": "in words",
    "490 BC": "-0489",
    "490": "four digits",
    "17000": "Y-17000",
    "20130206": "no hyphens",
    "2013-2-6": "two",
    "06-02-2013": "the year last",
    "2013/02/06": "slashes",
    "[1667,1668]": "a set",
    "XXXX": "neither a year nor a month",
    "../..": "open at both ends",
    "XXXX-02-06/2013-02-19": "one end only",
    "1939..1945": "two dots",
    "2013-XX-05": "no month",
    "2013-02-06T25:00": "a time",
    "-0000": "not a date",
    "²013": "not a date",
}


@pytest.mark.parametrize("notation", WRONG)
def test_wrong_dates_say_why_and_what_to_write(notation: str) -> None:
    with pytest.raises(DateError, match="write for example") as caught:
        parse_date(notation)
    assert WRONG[notation] in str(caught.value)
    assert isinstance(caught.value, ValueError)


@given(st.text(alphabet="0123456789X-/.?~%TYZ:+ ", max_size=24))
@settings(max_examples=15, deadline=None)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError:
        return
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


def test_29_february_1700_is_julian_only() -> None:
    assert parse_date("1700-02-29", "julian").points[0].day == 29
    assert parse_date("XXXX-02-29").earliest is None


def test_extent_and_what_is_stated() -> None:
    february = parse_date("2013-02")
    assert (february.latest or 0) - (february.earliest or 0) == 27
    winter = parse_date("1572-24")
    assert (winter.earliest, winter.latest) == (day_number(1572, 12, 1), day_number(1573, 2, 28))
    southern = parse_date("1914-30")
    assert southern.earliest == day_number(1914, 12, 1)
    november = parse_date("XXXX-11-01")
    assert (november.points, november.yearless, november.earliest) == ((Moment(None, 11, 1),), True, None)
    assert parse_date("1200%").qualifiers == {"approximate", "uncertain"}
    assert [parse_date(text).precision for text in ("201X", "2013-02-06T05:30", "../1945")] == [
        "decade",
        "time",
        "interval",
    ]


def test_a_lent_year_changes_nothing_of_what_is_said() -> None:
    november = lend_year(parse_date("XXXX-11-01"), 2013)
    assert november.earliest == day_number(2013, 11, 1)
    assert (november.points, november.yearless) == ((Moment(None, 11, 1),), True)
    over_new_year = lend_year(parse_date("XXXX-12-20/XXXX-01-05"), 1813)
    assert span(over_new_year) == (day_number(1813, 12, 20), day_number(1814, 1, 5))
    with pytest.raises(DateError, match="a year of its own"):
        lend_year(parse_date("2013"), 2014)
    with pytest.raises(DateError, match="not there"):
        lend_year(parse_date("XXXX-02-29"), 2013)


def test_span_for_drawing() -> None:
    assert span(parse_date("1939-12-13T06:00")) == (day_number(1939, 12, 13) + 0.25,) * 2
    assert span(parse_date("../1945")) == span(parse_date("1945/..")) == (day_number(1945, 1, 1),) * 2
    assert span(parse_date("XXXX-11-01")) is None


def test_order_keeps_what_has_no_year_after_what_it_follows() -> None:
    texts = ("2013-02", "2013-02-06", "XXXX-02-08", "", "2012-07", "XXXX-03")
    dates = [parse_date(text) if text else None for text in texts]
    assert order(dates) == (4, 5, 0, 1, 2, 3)
    assert order([None, parse_date("1945"), parse_date("../1945"), parse_date("1945-01-01")]) == (0, 2, 1, 3)
    assert order([parse_date("0001"), parse_date("-0489"), parse_date("0000")]) == (1, 2, 0)

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.language.date_words import DateWords, describe, html_datetime, year_words
from gapmark.statements.calendars import Calendar, civil_day, day_number, is_leap
from gapmark.statements.edtf import DateError, order, parse_date, place, span


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


DESCRIBED = {
    "2013-02-06": "6 February 2013",
    "2013-02": "February 2013",
    "2013-02-XX": "February 2013",
    "2013-XX": "2013",
    "1572-24": "winter 1572–73",
    "1699-24": "winter 1699–1700",
    "1813-21": "spring 1813",
    "-0489": "490 BC",
    "-0489-09-12": "12 September 490 BC",
    "0000": "1 BC",
    "0070": "AD 70",
    "Y-17000": "17001 BC",
    "201X": "2010s",
    "11XX": "12th century",
    "20XX": "21st century",
    "-04XX": "5th century BC",
    "-049X": "500–491 BC",
    "1200~": "about 1200",
    "1200?": "perhaps 1200",
    "1200%": "perhaps about 1200",
    "../1945": "before 1945",
    "1945/..": "after 1945",
    "/1945": "until 1945",
    "1945/": "from 1945",
    "XXXX-11-01": "1 November (year not stated)",
    "XXXX-03": "March (year not stated)",
    "XXXX-24": "winter (year not stated)",
    "2013-02-06/2013-02-19": "6–19 February 2013",
    "XXXX-02-06/XXXX-02-19": "6–19 February (year not stated)",
    "2013-02-20/2013-03-03": "20 February to 3 March 2013",
    "1812-12/1813-03": "December 1812 to March 1813",
    "1939/1945": "1939–1945",
    "-0430/-0403": "431–404 BC",
    "-0009/0014": "10 BC to AD 14",
    "1813-05-06~/1813-05-09": "about 6 May 1813 to 9 May 1813",
    "2013-02-06T14:30": "6 February 2013, 14:30",
    "2013-02-06T14:30Z": "6 February 2013, 14:30 UTC",
}


@pytest.mark.parametrize("notation", DESCRIBED)
def test_described(notation: str) -> None:
    assert describe(parse_date(notation)) == DESCRIBED[notation]


def test_described_in_another_language() -> None:
    german = DateWords(
        months=("Januar", "Februar", *["?"] * 10), day="{day}. {month} {year}", century="{number}. Jahrhundert"
    )
    assert describe(parse_date("2013-02-06"), german) == "6. Februar 2013"
    assert describe(parse_date("11XX"), german) == "12. Jahrhundert"
    assert year_words(-489, DateWords(bc="{year} v. Chr.")) == "490 v. Chr."


def test_a_julian_date_keeps_its_own_words() -> None:
    agincourt = parse_date("1415-10-25", "julian")
    assert describe(agincourt) == "25 October 1415 (Julian calendar; 3 November 1415 in the Gregorian)"
    assert agincourt.earliest == parse_date("1415-11-03").earliest
    assert describe(parse_date("1700-02", "julian")) == "February 1700 (Julian calendar)"


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
    assert describe(date)
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


def test_29_february_1700_is_julian_only() -> None:
    assert parse_date("1700-02-29", "julian").day == 29
    assert parse_date("XXXX-02-29").earliest is None


def test_extent_and_what_is_stated() -> None:
    february = parse_date("2013-02")
    assert (february.latest or 0) - (february.earliest or 0) == 27
    winter = parse_date("1572-24")
    assert (winter.earliest, winter.latest) == (day_number(1572, 12, 1), day_number(1573, 2, 28))
    southern = parse_date("1914-30")
    assert southern.earliest == day_number(1914, 12, 1)
    november = parse_date("XXXX-11-01")
    assert (november.month, november.day, november.yearless, november.earliest) == (11, 1, True, None)
    assert parse_date("1200%").qualifiers == {"approximate", "uncertain"}
    assert [parse_date(text).precision for text in ("201X", "2013-02-06T05:30", "../1945")] == [
        "decade",
        "time",
        "interval",
    ]


def test_a_lent_year_changes_nothing_of_what_is_said() -> None:
    november = place(parse_date("XXXX-11-01"), 2013)
    assert november.earliest == day_number(2013, 11, 1)
    assert describe(november) == "1 November (year not stated)"
    assert html_datetime(november) == "11-01"
    over_new_year = place(parse_date("XXXX-12-20/XXXX-01-05"), 1813)
    assert span(over_new_year) == (day_number(1813, 12, 20), day_number(1814, 1, 5))
    with pytest.raises(DateError, match="a year of its own"):
        place(parse_date("2013"), 2014)
    with pytest.raises(DateError, match="not there"):
        place(parse_date("XXXX-02-29"), 2013)


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


HTML = {
    "2013-02-06": "2013-02-06",
    "2013-02": "2013-02",
    "0070": "0070",
    "XXXX-11-01": "11-01",
    "2013-02-06T14:30Z": "2013-02-06T14:30Z",
    "XXXX-03": None,
    "-0489": None,
    "0000": None,
    "1572-24": None,
    "201X": None,
    "1200~": None,
    "1939/1945": None,
    "../1945": None,
}


@pytest.mark.parametrize("notation", HTML)
def test_html_datetime(notation: str) -> None:
    assert html_datetime(parse_date(notation)) == HTML[notation]


def test_html_knows_one_calendar() -> None:
    assert html_datetime(parse_date("1415-10-25", "julian")) == "1415-11-03"
    assert html_datetime(parse_date("1415-10", "julian")) is None
    assert html_datetime(parse_date("XXXX-10-25", "julian")) is None

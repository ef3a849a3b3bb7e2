"""Dates in words."""

import pytest
from helpers.languages import ARABIC, ENGLISH, speak
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.dates.chronology import lend_year
from gapmark.dates.date import DateError
from gapmark.dates.edtf import parse_date
from gapmark.language.print_dates import capital, html_datetime, print_date

PRINTED = {
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


@pytest.mark.parametrize("notation", PRINTED)
def test_printed(notation: str) -> None:
    assert print_date(parse_date(notation), ENGLISH) == PRINTED[notation]


GERMAN = {
    "2013-02-06": "6. Februar 2013",
    "2013-02-06/2013-02-19": "6.–19. Februar 2013",
    "2013-02-20/2013-03-03": "20. Februar bis 3. März 2013",
    "XXXX-11-01": "1. November (Jahr nicht genannt)",
    "11XX": "12. Jahrhundert",
    "156X": "1560er-Jahre",
    "-0489": "490 v. Chr.",
    "1200~": "etwa 1200",
}


@pytest.mark.parametrize("notation", GERMAN)
def test_printed_in_german(notation: str) -> None:
    assert print_date(parse_date(notation), speak("de")) == GERMAN[notation]


@pytest.mark.parametrize(
    ("notation", "shown"),
    [
        ("2013-02-06", "٦ فبراير ٢٠١٣"),
        ("2013-02-06/2013-02-19", "٦–١٩ فبراير ٢٠١٣"),
        ("0070", "٧٠ م"),
        ("-0489", "٤٩٠ ق.م"),
        ("2013-02-06T05:30", "٦ فبراير ٢٠١٣، ٠٥:٣٠"),
    ],
)
def test_dates_have_the_digits_of_the_language(notation: str, shown: str) -> None:
    assert print_date(parse_date(notation), ARABIC) == shown


def test_a_julian_date_keeps_its_own_words() -> None:
    agincourt = parse_date("1415-10-25", "julian")
    assert print_date(agincourt, ENGLISH) == "25 October 1415 (Julian calendar; 3 November 1415 in the Gregorian)"
    assert agincourt.earliest == parse_date("1415-11-03").earliest
    assert print_date(parse_date("1700-02", "julian"), ENGLISH) == "February 1700 (Julian calendar)"


@given(st.text(alphabet="0123456789X-/.?~%TYZ:+ ", max_size=24))
@settings(max_examples=15, deadline=None)
def test_every_date_has_words(text: str) -> None:
    try:
        date = parse_date(text)
    except DateError:
        return
    assert print_date(date, ENGLISH)


def test_a_lent_year_is_not_printed() -> None:
    november = lend_year(parse_date("XXXX-11-01"), 2013)
    assert print_date(november, ENGLISH) == "1 November (year not stated)"
    assert html_datetime(november) == "11-01"


def test_a_line_begins_with_a_capital() -> None:
    assert [capital(date) for date in ("on 6 February", "winter 1572–73", "1813", "")] == [
        *("On 6 February", "Winter 1572–73", "1813", "")
    ]


# ---------------------------------------------------------------- HTML


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

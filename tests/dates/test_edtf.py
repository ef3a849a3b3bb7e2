"""Dates as an editor writes them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.dates.date import DateError, Moment
from gapmark.dates.edtf import parse_date

READ = {
    "2013-02-06": [Moment((2013, 2013), 2, 6)],
    " 2013-02 ": [Moment((2013, 2013), 2)],
    "2013-02-XX": [Moment((2013, 2013), 2)],
    "2013-01": [Moment((2013, 2013), 1)],
    "2013-12": [Moment((2013, 2013), 12)],
    "2013-21": [Moment((2013, 2013), 21)],
    "2013-12-31": [Moment((2013, 2013), 12, 31)],
    "2013-XX": [Moment((2013, 2013))],
    "2013-02-06T14:30": [Moment((2013, 2013), 2, 6, "14:30")],
    "2013-02-06T23:59:59+02:00": [Moment((2013, 2013), 2, 6, "23:59:59+02:00")],
    "2013-02-06T00:00Z~": [Moment((2013, 2013), 2, 6, "00:00Z", "~")],
    "0000": [Moment((0, 0))],
    "-0489-08?": [Moment((-489, -489), 8, 0, "", "?")],
    "201X": [Moment((2010, 2019))],
    "-04XX": [Moment((-499, -400))],
    "2XXX": [Moment((2000, 2999))],
    "Y-17000": [Moment((-17000, -17000))],
    "Y170000": [Moment((170000, 170000))],
    "1572-24": [Moment((1572, 1572), 24)],
    "1572-32": [Moment((1572, 1572), 32)],
    "XXXX-11-01": [Moment(None, 11, 1)],
    "XXXX-02-29": [Moment(None, 2, 29)],
    "156X-02-29": [Moment((1560, 1569), 2, 29)],
    "2012-02-29": [Moment((2012, 2012), 2, 29)],
    "2013-03 early": [Moment((2013, 2013), 3, part="early")],
    "18XX late": [Moment((1800, 1899), part="late")],
    "XXXX-03~ middle": [Moment(None, 3, qualifier="~", part="middle")],
    "1939/1945": [Moment((1939, 1939)), Moment((1945, 1945))],
    "1945/1945": [Moment((1945, 1945))],
    "1945~/1945": [Moment((1945, 1945), qualifier="~"), Moment((1945, 1945))],
    "2013-02-06T14:00/2013-02-06": [Moment((2013, 2013), 2, 6, "14:00"), Moment((2013, 2013), 2, 6)],
    "2013-02-06/2013-02-06T14:00": [Moment((2013, 2013), 2, 6), Moment((2013, 2013), 2, 6, "14:00")],
    "by XXXX-06": [Moment(None, 6)],
    "by 1813 late": [Moment((1813, 1813), part="late")],
    "../1945": [Moment((1945, 1945))],
    "1945/": [Moment((1945, 1945))],
}


@pytest.mark.parametrize("notation", READ)
def test_what_is_read(notation):
    date = parse_date(notation)
    assert (date.notation, list(date.points)) == (notation.strip(), READ[notation])


WRONG = {
    "": "the date is empty",
    "2013-02-30": "28 days",
    "1700-02-29": "29 with calendar: julian",
    "2013-13": "month 13",
    "2013-20": "month 20",
    "2013-33": "month 33",
    "2013-00": "month 00",
    "2013-02-00": "28 days",
    "2013-04-31": "30 days; write for example 2013-04-30",
    "1945/1939": "1939/1945",
    "2013-02-06T15:00/2013-02-06T14:00": "before it begins",
    "6 February 2013": "in words",
    "490 BC": "-0489",
    "AD 70": "an era",
    "490": "four digits",
    "17000": "Y-17000",
    "20130206": "no hyphens",
    "2013-2-6": "two",
    "2013-02-6": "two",
    "06-02-2013": "the year last",
    "2013/02/06": "slashes",
    "[1667,1668]": "a set",
    "[..1945-06]": "write for example by 1945-06",
    "c. 1813": "write for example 1813~",
    "About 1813": "write for example 1813~",
    "perhaps 1813": "write for example 1813?",
    "early 1813": "2013-03 early",
    "2013-02-06 early": "a part of a day",
    "XXXX": "neither a year nor a month",
    "XXXX early": "neither a year nor a month",
    "../..": "open at both ends",
    "/": "open at both ends",
    "1/2/3/4": "not a date",
    "by 1813/1814": "by before what is not one date",
    "by ..": "by before what is not one date",
    "XXXX-02-06/2013-02-19": "one end only",
    "1939..1945": "two dots",
    "2013-XX-05": "no month",
    "1572-24-05": "no month",
    "2013-02-06T25:00": "a time",
    "2013-02-06T12:60": "a time",
    "-0000": "not a date",
    "²013": "not a date",
    "2013-03 sometime": "in words",
}


@pytest.mark.parametrize("notation", WRONG)
def test_wrong_dates_say_why_and_what_to_write(notation):
    with pytest.raises(DateError, match="write for example") as caught:
        parse_date(notation)
    assert WRONG[notation] in str(caught.value)
    assert str(caught.value).startswith(f"{caught.value.message}; ")


def test_what_was_meant_is_said_where_it_is_sure():
    hints = []
    for notation in ("c. 1813", "perhaps 1813", "[..1945]", "early 1813"):
        with pytest.raises(DateError) as caught:
            parse_date(notation)
        hints.append(caught.value.hint)
    assert hints == [
        *("did you mean 1813~?", "did you mean 1813??", "did you mean by 1945?"),
        "write it in EDTF, for example 2013-03 early",
    ]


@given(st.text(alphabet="0123456789X-/.?~%TYZ:+ ", max_size=24))
@settings(max_examples=15, deadline=None)
def test_any_text_is_a_date_or_a_date_error(text):
    try:
        date = parse_date(text)
    except DateError:
        return
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


def test_29_february_1700_is_julian_only():
    assert parse_date("1700-02-29", "julian").points == (Moment((1700, 1700), 2, 29),)
    assert parse_date("1573-07-13", "julian").earliest == parse_date("1573-07-23").earliest


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1939/45", "1939/1945"),
        ("1939-45", "1939/1945"),
        ("1939\u201345", "1939/1945"),
        ("1560-1570", "1560/1570"),
        ("1560 \u2013 1570", "1560/1570"),
        ("1560 / 1570", "1560/1570"),
        ("1560 to 1570", "1560/1570"),
        ("1560s", "156X"),
        ("1500s", "15XX"),
    ],
)
def test_ranges_as_people_write_them_lead_to_edtf(written, meant):
    with pytest.raises(DateError) as caught:
        parse_date(written)
    assert caught.value.hint == f"did you mean {meant}?" or f"or {meant} for years" in caught.value.hint
    assert parse_date(meant)


@pytest.mark.parametrize("written", ["2013\u201102\u221206\u00a0", "\u201c2013-02-06\u201d", "\uff12013-02-06"])
def test_signs_that_look_like_those_of_a_date_are_taken(written):
    assert parse_date(written).notation == "2013-02-06"

"""What expressions state, in EDTF. Most cases stand in tests/cases/dates.txt."""

import pytest

from gapmark.dates.find_dates import find_dates
from gapmark.dates.to_edtf import time_of


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("05:52", "05:52"),
        ("05:52:30", "05:52:30"),
        ("17:05 hours", "17:05"),
        ("0530 hours", "05:30"),
        ("5.52 a.m.", "05:52"),
        ("5 am", "05:00"),
        ("12 am", "00:00"),
        ("12.15 p.m.", "12:15"),
        ("6 PM", "18:00"),
        ("5 o'clock in the afternoon", "17:00"),
        ("5 o'clock in the evening", "17:00"),
        ("5 o'clock in the morning", "05:00"),
        ("noon", "12:00"),
        ("Midday", "12:00"),
        ("5 o'clock", ""),
        ("11 at night", ""),
        ("5:52", ""),
        ("midnight", ""),
        ("dawn", ""),
    ],
)
def test_times(words, time):
    assert time_of(words) == time


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in early March 1813", "1813-03 early"),
        ("in mid-March 1813", "1813-03 middle"),
        ("in the middle of March 1813", "1813-03 middle"),
        ("at the beginning of March 1813", "1813-03 early"),
        ("at the start of March 1813", "1813-03 early"),
        ("in the first half of March 1813", "1813-03 early"),
        ("in the second half of March 1813", "1813-03 late"),
        ("in the first week of March 1813", "1813-03 early"),
        ("in the second week of March 1813", "1813-03 middle"),
        ("in the third week of March 1813", "1813-03 middle"),
        ("in the last week of March 1813", "1813-03 late"),
        ("by late March 1813", "by 1813-03 late"),
        ("on or before 3 May 1813", "by 1813-05-03"),
        ("till 3 May 1813", "/1813-05-03"),
        ("from 3 May 1813", "1813-05-03/"),
        ("maybe on 3 May 1813", "1813-05-03?"),
        ("possibly before 1813", "../1813?"),
        ("the 21st century", "20XX"),
        ("the twenty-first century", "20XX"),
        ("the 1st century BC", "-00XX"),
        ("in 1 BC", "0000"),
        ("AD 70", "0070"),
        ("from AD 14 to 37 AD", "0014/0037"),
        ("winter of 1699-1700", "1699-24"),
        ("summer of 1699-1700", ""),
        ("winter of 1699-1701", ""),
        ("from 1945 to 1939", ""),
        ("from 20 December to 3 January 1814", ""),
        ("from 20 December 1813 to 3 January 1814", "1813-12-20/1814-01-03"),
        ("from 3 January 1814 to 20 January", ""),
        ("in 498, before 490 BC", ""),
        ("not until 8 May 1945", ""),
        ("not before 8 May 1945", ""),
        ("on 6 February", "XXXX-02-06"),
        ("in February", "XXXX-02"),
        ("in the spring", "XXXX-21"),
        ("in the fall of 1813", "1813-23"),
        ("in December 1812", "1812-12"),
        ("from 431 to 404 BC", "-0430/-0403"),
        ("from 431 BC to 404 BC", "-0430/-0403"),
        ("from 10 BC to 14 AD", "-0009/0014"),
        ("between 431 and 404 BC", "-0430/-0403"),
        ("from 1572-73", "1572/1573"),
        ("between 1572 and 1573", "1572/1573"),
        ("from February to March", "XXXX-02/XXXX-03"),
        ("from 6 February to 3 March 2013", "2013-02-06/2013-03-03"),
        ("on 6 February 2013 at 14:30", "2013-02-06T14:30"),
        ("about 14 AD", "0014~"),
        ("in the 12th century", "11XX"),
        ("in the fifth century BC", "-04XX"),
        ("in the 990s", ""),
        ("in the 1560s", "156X"),
        ("in the 1500s", ""),
    ],
)
def test_what_is_stated(words, edtf):
    found = [expression.edtf for expression in find_dates(f"It was {words}.") if expression.kind == "stated"]
    assert found[:1] == ([edtf] if found or edtf else [])


def test_two_years_that_are_none_and_a_year_without_its_era():
    assert [found.edtf for found in find_dates("In 498 it fell. In 490 BC it stood.")] == ["", "-0489"]
    assert [found.edtf for found in find_dates("In 498 it fell.")] == ["0498"]
    assert [found.edtf for found in find_dates("On 6 or 8 February it fell.")] == [""]

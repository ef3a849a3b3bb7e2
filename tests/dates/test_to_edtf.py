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
        ("in the 1560s", "156X"),
        ("in the 1500s", ""),
    ],
)
def test_what_is_stated(words, edtf):
    found = [expression.edtf for expression in find_dates(f"It was {words}.") if expression.kind == "stated"]
    assert found[:1] == ([edtf] if found or edtf else [])

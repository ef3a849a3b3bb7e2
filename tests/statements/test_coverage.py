"""The time that a text states, for programs."""

import pytest
from helpers.statements import event, quotations

from gapmark.statements.coverage import coverage
from gapmark.statements.events import read_events

FIGURES = "1572 1573 490 480 1805 1812 2013 1945 400 500"
SOURCE = f"@@1 {FIGURES} ."
QUOTATIONS = quotations((("Battle", f"{FIGURES}."),), source=SOURCE)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([], ""),
        (["2013-02", "2013-02-06"], "2013-02"),
        (["2013-02-06"], "2013-02-06"),
        (["2013-01"], "2013-01"),
        (["2013-12"], "2013-12"),
        (["1573-07", "1572"], "1572/1573-07"),
        (["1805/1812-06-24"], "1805/1812-06-24"),
        (["-0489"], "-0489"),
        (["0000"], "0000"),
        (["-0489-08~", "-0479"], "-0489-08/-0479"),
        (["1572-24"], "1572/1573"),
        (["1945/..", "../1945", "XXXX-11-01"], ""),
        (["-04XX"], "-0499/-0400"),
    ],
)
def test_from_the_first_day_to_the_last(dates, expected):
    events, _ = read_events([event(date=date, quote=FIGURES) for date in dates], QUOTATIONS)
    assert len(events) == len(dates)
    assert coverage(events) == expected


def test_a_day_of_the_julian_calendar_is_written_in_the_gregorian():
    events, _ = read_events([event(date="1573-07-13", calendar="julian", quote=FIGURES)], QUOTATIONS)
    assert coverage(events) == "1573-07-23"
    events, _ = read_events([event(date="-0489-01", calendar="julian", quote=FIGURES)], QUOTATIONS)
    assert coverage(events) == "-0489"


def test_nothing_inferred_is_in_it():
    inferred = event(date="XXXX-11-01", year=2013, certainty="inferred", reasoning="so", quote=FIGURES)
    events, _ = read_events([event(date="2013-02", quote=FIGURES), inferred], QUOTATIONS)
    assert (len(events), coverage(events)) == (2, "2013-02")


def test_a_whole_date_that_was_inferred_is_not_in_it():
    inferred = event(date="2014", certainty="inferred", reasoning="so", quote=FIGURES)
    events, _ = read_events([event(date="2013", quote=FIGURES), inferred], QUOTATIONS)
    assert (len(events), coverage(events)) == (2, "2013")

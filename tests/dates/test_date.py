"""What a date is."""

import pytest

from gapmark.dates.calendars import civil_day, day_number
from gapmark.dates.date import Moment, extent
from gapmark.dates.edtf import parse_date


@pytest.mark.parametrize(
    ("notation", "precision"),
    [
        ("2013-02-06T05:30", "time"),
        ("2013-02-06", "day"),
        ("2013-02", "month"),
        ("1572-24", "season"),
        ("2013", "year"),
        ("201X", "decade"),
        ("000X", "years"),
        ("-049X", "years"),
        ("11XX", "century"),
        ("2XXX", "years"),
        ("1939/1945", "interval"),
        ("../1945", "interval"),
        ("by 1945", "interval"),
        ("2013-02-06/2013-02-06", "day"),
    ],
)
def test_precision(notation, precision):
    assert parse_date(notation).precision == precision


@pytest.mark.parametrize(
    ("notation", "bound"),
    [
        ("1945", ""),
        ("1939/1945", ""),
        ("../1945", "before"),
        ("/1945", "until"),
        ("by 1945", "by"),
        ("1945/..", "after"),
        ("1945/", "since"),
    ],
)
def test_bounds(notation, bound):
    date = parse_date(notation)
    assert date.bound == bound
    assert date.points == tuple(dict.fromkeys(point for point in (date.start, date.end) if point))


def test_qualifiers_of_either_end():
    marks = {
        text: parse_date(text).qualifiers for text in ("1200", "1200~", "1200?", "1200%", "1200/1201~", "1200?/1201~")
    }
    assert [sorted(found) for found in marks.values()] == [
        *([], ["approximate"], ["uncertain"], ["approximate", "uncertain"], ["approximate"]),
        ["approximate", "uncertain"],
    ]


def days(notation):
    date = parse_date(notation)
    return civil_day(date.earliest)[1:], civil_day(date.latest)[1:]


def test_parts_of_a_month_are_about_a_third():
    assert days("2013-03") == ((3, 1), (3, 31))
    assert days("2013-03 early") == ((3, 1), (3, 10))
    assert days("2013-03 middle") == ((3, 11), (3, 21))
    assert days("2013-03 late") == ((3, 22), (3, 31))
    assert days("2013 late") == ((9, 2), (12, 31))
    ends = [
        (d.is_part, d.soft_start, d.soft_end) for d in map(parse_date, ("2013-03", "2013-03 early", "2013-03 middle"))
    ]
    assert ends == [(False, False, False), (True, False, True), (True, True, True)]
    late, from_late = parse_date("2013-03 late"), parse_date("2013-03 late/2013-05")
    assert (late.soft_start, late.soft_end, from_late.is_part, from_late.soft_end) == (True, False, True, False)
    until = parse_date("/2013-03 early")
    assert (until.soft_start, until.soft_end) == (False, True)


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        (Moment((1572, 1572), 24), (1572, 12, 1), (1573, 2, 28)),
        (Moment((1813, 1813), 21), (1813, 3, 1), (1813, 5, 31)),
        (Moment((1914, 1914), 30), (1914, 12, 1), (1915, 2, 28)),
        (Moment((1914, 1914), 31), (1914, 3, 1), (1914, 5, 31)),
        (Moment((1914, 1914), 27), (1914, 9, 1), (1914, 11, 30)),
        (Moment((1560, 1569)), (1560, 1, 1), (1569, 12, 31)),
        (Moment((2012, 2012), 2), (2012, 2, 1), (2012, 2, 29)),
        (Moment((2012, 2012), 12), (2012, 12, 1), (2012, 12, 31)),
        (Moment((2012, 2012), 12, 5), (2012, 12, 5), (2012, 12, 5)),
        (Moment(None, 12, 5), (1805, 12, 5), (1805, 12, 5)),
    ],
)
def test_the_days_a_moment_can_mean(moment, first, last):
    assert extent(moment, "gregorian", 1805) == (day_number(*first), day_number(*last))


def test_without_a_year_nothing_is_earliest():
    november = parse_date("XXXX-11-01")
    assert (november.yearless, november.earliest, november.latest) == (True, None, None)
    assert not parse_date("2013").yearless


@pytest.mark.parametrize(
    ("spring", "months"), [(21, (3, 6, 9, 12)), (25, (3, 6, 9, 12)), (29, (9, 12, 3, 6))], ids=["any", "north", "south"]
)
def test_a_season_has_three_whole_months(spring, months):
    for code, month in enumerate(months, spring):
        date = parse_date(f"1805-{code}")
        year = 1805 + (month == 12)
        assert civil_day(date.earliest) == (1805, month, 1)
        assert civil_day(date.latest)[:2] == (year, (month + 1) % 12 + 1)

"""The ticks of the axis."""

import pytest
from helpers.languages import ARABIC, ENGLISH
from helpers.timeline_events import event

from gapmark.dates.calendars import day_number
from gapmark.timeline.scale import make_scale
from gapmark.timeline.ticks import draw_ticks


def labels(*notations, t=ENGLISH, stated=True):
    days = [event(notation).earliest for notation in notations]
    ticks = draw_ticks(make_scale([(day, day) for day in days], 400, 20), t, days if stated else [])
    return " | ".join(" ".join(filter(None, (tick.label, tick.below))) for tick in ticks)


TICKS = {
    ("2013-02-06", "2013-02-19"): "7 Feb 2013 | 9 Feb | 11 Feb | 13 Feb | 15 Feb | 17 Feb | 19 Feb",
    ("1939-12-13T05:30", "1939-12-13T08:40"): "06:00 13 Dec | 07:00 | 08:00",
    ("-0489", "-0479"): "490 BC | 488 BC | 486 BC | 484 BC | 482 BC | 480 BC",
    ("-0004", "0006"): "4 BC | 2 BC | AD 2 | AD 4 | AD 6",
    ("1500", "1900"): "1500 | 1600 | 1700 | 1800 | 1900",
    ("1572-12-11", "1573-07-13"): "1573 | Feb | Mar | Apr | May | Jun | Jul",
    ("2013-11-03",): "3 Nov 2013",
    (
        "2013-02-06",
        "2013-02-08",
        "2013-02-11",
        "2013-11-03",
    ): "6 Feb 2013 | 7 Feb | 8 Feb | 9 Feb | 10 Feb | 11 Feb | 3 Nov 2013",
}


@pytest.mark.parametrize("notations", TICKS)
def test_ticks(notations):
    assert labels(*notations) == TICKS[notations]


def test_a_year_that_no_date_states_stands_in_brackets():
    assert labels("2013-11-03", stated=False) == "3 Nov [2013]"


def test_ticks_have_the_digits_of_the_language():
    assert labels("1939-12-13T05:30", "1939-12-13T08:40", t=ARABIC).startswith("٠٦:٠٠ ١٣ ديسمبر | ٠٧:٠٠")


def test_an_axis_of_the_julian_calendar_counts_in_it():
    days = [day_number(1453, 4, 6, "julian"), day_number(1453, 5, 29, "julian")]
    scale = make_scale([(day, day) for day in days], 400, 20)
    julian = list(draw_ticks(scale, ENGLISH, days, "julian"))
    june = [tick.height for tick in draw_ticks(scale, ENGLISH, days) if tick.label.endswith("Jun")]
    assert all(tick.height <= scale.height(days[1]) for tick in julian if tick.label.endswith("May"))
    assert not [tick for tick in julian if tick.label.endswith("Jun") and tick.height < scale.height(days[1])]
    assert min(june) < scale.height(days[1])  # 29 May is 7 June in the Gregorian calendar

"""The key: what occurs, and nothing else."""

import pytest
from helpers.languages import ENGLISH, speak
from helpers.timeline_events import event

from gapmark.timeline.labels import width_of
from gapmark.timeline.legend import MEANING, draw_legend
from gapmark.timeline.sides import WIDTH


def meanings(*events, lanes=None, cut=False):
    svg, _ = draw_legend(events, lanes or [0] * len(events), cut, ENGLISH, 0)
    return [part.partition("<")[0] for part in svg.split('y="4.5">')[1:]]


def test_only_what_occurs_is_explained():
    assert meanings(event("2013-02-06")) == ["date stated in the text"]
    assert meanings(event("../1945", certainty="inferred"), event("1200~")) == [
        *("date stated in the text", "year or date inferred", "approximate", "no first or no last day stated")
    ]
    assert meanings(event("2013-02"), lanes=[1], cut=True) == [
        *("date stated in the text", "a bar: from the first day to the last", "axis cut short here")
    ]


def test_a_soft_end_is_a_point_or_a_halo():
    early = event("2013-03 early")
    assert meanings(early) == ["date stated in the text", "approximate"]
    assert meanings(early, lanes=[1]) == [
        *("date stated in the text", "a bar: from the first day to the last", "a bar with a point: no day stated there")
    ]


def test_it_ends_below_its_last_line():
    assert draw_legend([event("2013-02-06")], [0], False, ENGLISH, 100)[1] == 144


def test_a_long_meaning_is_broken_into_lines():
    t = speak(timeline__drawing__stated="a date that the words of the text state with day, month and year")
    svg, foot = draw_legend([event("2013-02-06")], [0], False, t, 100)
    assert svg.count("<tspan") == 1
    assert foot == 164


@pytest.mark.parametrize("code", ["ar", "de", "en"])
def test_no_meaning_leaves_the_drawing(code):
    svg, _ = draw_legend([event("../1945"), event("1200~"), event("2013-02")], [0, 0, 1], True, speak(code), 0)
    lines = [line.partition("<")[0] for line in svg.split(">") if line.partition("<")[0].strip()]
    assert len(lines) >= 5
    assert all(width_of(line) <= WIDTH - MEANING for line in lines)

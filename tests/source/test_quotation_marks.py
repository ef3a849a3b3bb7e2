"""What quotation marks mean."""

import pytest

from gapmark.source.quotation_marks import (
    END,
    GAP_EDGE,
    MISMATCH,
    START,
    cheapest,
    double_costs,
    is_apostrophe,
    is_possessive,
    leaning,
    single_costs,
)

OPEN, CLOSE, EITHER = {"open": 0.0, "close": 9.0}, {"open": 9.0, "close": 0.0}, {"open": 0.0, "close": 0.0}


@pytest.mark.parametrize(
    ("left", "right", "before", "after", "closes"),
    [
        ("", "Go", "", "", False),
        ("(", "Go", "", "", False),
        (":", "Go", "", "", False),
        ("the", "Times", "", "", False),
        (",", "With", "said", "", False),
        ("--", "Go", "", "", False),
        ("it", "", "", "", True),
        ("it", ",", "", "", True),
        (".", "he", "", "", True),
        (",", "John", "", "said", True),
        ("debt", "--", "", "", True),
        ("Times", "was", "", "", True),
    ],
)
def test_neighbours_speak_for_one_reading(left, right, before, after, closes):
    lean = leaning(left, right, before, after)
    assert (lean > 0) == closes
    assert lean != 0


def test_how_far_neighbours_speak():
    """Two weak signs for an end outweigh one for a beginning; a speaker's name outweighs a comma."""
    assert leaning(",", "John", "", "said") == 3
    assert leaning("the", "is") == -1
    assert leaning("", "he") == 1
    assert leaning("--", "he") == -1


def test_neighbours_that_say_nothing():
    assert leaning("table", "chair") == 0
    assert leaning(",", "John", "", "went") == 0


@pytest.mark.parametrize(
    ("marks", "begin", "end", "readings"),
    [
        ([], START, END, []),
        ([EITHER, EITHER], START, END, ["open", "close"]),
        ([CLOSE], START, END, ["close"]),
        ([CLOSE, EITHER, EITHER], START, END, ["close", "open", "close"]),
        ([EITHER, EITHER, EITHER], GAP_EDGE, END, ["close", "open", "close"]),
        ([OPEN, OPEN], START, END, ["open", "open"]),
        ([{"before": 0.2, "open": 1.0}], START, END, ["before"]),
    ],
)
def test_the_cheapest_reading(marks, begin, end, readings):
    assert cheapest(marks, begin, end) == readings


def test_to_open_twice_costs_more_than_to_doubt_a_neighbour():
    slight = {"open": 0.0, "close": MISMATCH - 1}
    assert cheapest([OPEN, slight], START, END) == ["open", "close"]


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("boss", "s", True), (",", "s", False), ("O", "Brien", True), ("o", "clock", True), ("O", "clock", True),
        ("love", "em", True), ("the", "60s", True), ("6", "60s", False), ("the", "Times", False), ("", "s", False),
    ],
)  # fmt: skip
def test_apostrophes(left, right, found):
    assert is_apostrophe(left, right) is found


@pytest.mark.parametrize(
    ("word", "found"), [("boys", True), ("Fox", True), ("s", False), ("boy", False), ("HORSES", True)]
)
def test_possessives(word, found):
    assert is_possessive(word) is found


def test_inches_and_feet():
    assert double_costs("'11", "tall") == {"before": 0.0}
    assert "before" in double_costs("12", "board")
    assert "before" not in double_costs("board", "was")
    assert "open" in double_costs("12", "was")


def test_a_possessive_is_cheaper_than_any_quotation():
    costs = single_costs("boys", "room")
    assert min(costs, key=costs.get) == "before"
    clipped = single_costs("goin", "home")
    assert min(clipped, key=clipped.get) == "before"

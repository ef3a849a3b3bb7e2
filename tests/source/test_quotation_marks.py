"""What quotation marks mean."""

from itertools import product

import pytest

from gapmark.source.quotation_marks import (
    END,
    GAP_EDGE,
    MISMATCH,
    NAMED,
    START,
    cheapest,
    double_costs,
    is_apostrophe,
    is_possessive,
    leaning,
    pair_costs,
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


def test_what_goes_on_in_small_letters_was_no_sentence_of_its_own():
    """After a full stop that is surer than after a comma, where a quotation may begin as well."""
    assert leaning(".", "ran") > leaning(",", "ran") > 0
    assert leaning("!", "ran") == leaning("?", "ran") == leaning(".", "ran")
    assert leaning(".", "Ran") == 0


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


NEIGHBOURS = list(
    product(
        ["", "(", ",", ".", ":", "--", "'", "@", "the", "said", "boys", "goin", "6", "U.S.", "chair"],
        ["", ")", ",", "--", "he", "Go", "was", "'", "@", "s", "em", "60s", "2", "chair"],
        ["", "said"],
        ["", "said"],
    )
)


def test_the_reading_that_neighbours_speak_for_is_free():
    """The other one costs as much as they say; the signs of italics and of speech are read alike, but for capitals."""
    for around in NEIGHBOURS:
        lean = leaning(*around)
        costs = {"open": max(lean, 0), "close": max(-lean, 0)}
        assert double_costs(*around).items() >= costs.items()
        if (around[0] + around[1]).islower():
            assert pair_costs(*around) == costs


def test_capitals_begin_and_end_italics():
    for left, right, meaning in (("tug", "Tairoa", "open"), (",", "Tairoa", "open"), ("Tairoa", "sank", "close")):
        costs = pair_costs(left, right)
        assert (min(costs, key=costs.get), max(costs.values())) == (meaning, NAMED)
    assert pair_costs("tug", "sank") == pair_costs("Tairoa", "Otago") == {"open": 0, "close": 0}


def test_a_lone_mark_is_less_readily_a_quotation_mark_than_an_apostrophe():
    for around in NEIGHBOURS:
        costs = dict(single_costs(*around))
        quotation = {reading: costs.pop(reading) - 1 for reading in ("open", "close")}
        assert quotation == {"open": max(leaning(*around), 0), "close": max(-leaning(*around), 0)}
        assert all(cost > 0 for cost in costs.values())
        if is_apostrophe(*around[:2]):
            assert min(costs.values()) < 1


@pytest.mark.parametrize(
    ("left", "right", "reading"),
    [
        ("boys", "room", "before"),
        ("goin", "home", "before"),
        ("th", "end", "before"),
        ("6", "2", "before"),
        ("O", "clock", "inside"),
        ("Aleppo", "s", "inside"),
        ("love", "em", "after"),
        ("the", "60s", "after"),
        ("boys", ",", "close"),
        ("6", "long", "open"),
        ("U.S.", "aims", "open"),
    ],
)
def test_the_cheapest_reading_of_a_lone_mark(left, right, reading):
    costs = single_costs(left, right)
    assert min(costs, key=costs.get) == reading


@pytest.mark.parametrize(
    ("left", "right", "possible"),
    [
        ("chair", "room", True),
        ("U.S.", "room", True),
        ("12", "boards", True),
        ('"', "editor", True),
        ("'", "editor", True),
        ('"', "Editor", False),
        (".", "room", False),
        (",", "room", False),
        ("", "room", False),
    ],
)
def test_what_an_apostrophe_can_end(left, right, possible):
    assert ("before" in single_costs(left, right)) == possible


def test_an_apostrophe_at_the_end_of_a_word_is_a_last_resort():
    """Without a mate before it, `chair '` is a quotation that begins here rather than a word cut short."""
    assert cheapest([single_costs("chair", "chair")], START, END) == ["open"]
    assert cheapest([single_costs("chair", ",")], START, END) == ["close"]
    assert cheapest([single_costs("boys", ",")], START, END) == ["before"]

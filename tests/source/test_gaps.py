"""Gaps: runs of marks, their places, and the law of their sum."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.source.gaps import find_gaps, find_pattern
from gapmark.source.tokens import tokenise


def gaps_of(text):
    return find_gaps(tokenise(text))


@given(st.lists(st.sampled_from(["@"] * 6 + ["a", "@@1"]), max_size=60))
@settings(max_examples=15, deadline=None)
def test_quantities_and_literal_marks_add_up_to_the_marks(words):
    gaps, literal = gaps_of(" ".join(words))
    assert sum(gap.quantity for gap in gaps) + len(literal) == words.count("@")
    assert all(words[number - 1] == "@" for number in literal)
    assert [gap.number for gap in gaps] == list(range(1, len(gaps) + 1))


@pytest.mark.parametrize(("before", "predicted"), [(188, True), (187, False), (389, True)])
def test_a_header_fixes_where_gaps_stand(before, predicted):
    gaps, _ = gaps_of("@@1 " + "a " * before + "@ " * 10)
    assert gaps[0].predicted is predicted
    assert gaps[0].first_token == before + 2


@pytest.mark.parametrize(("between", "predicted"), [(191, True), (190, True), (189, False)])
def test_without_a_header_only_distances_count(between, predicted):
    gaps, _ = gaps_of("a " * 5 + "@ " * 10 + "b " * between + "@ " * 10)
    assert [gap.predicted for gap in gaps] == [None, predicted], "nothing tells where the first one should stand"


def test_what_follows_the_tenth_mark_is_literal():
    gaps, literal = gaps_of("a " + "@ " * 12 + "b @")
    assert [(gap.first_token, gap.quantity, gap.last_token) for gap in gaps] == [(2, 10, 11), (15, 1, 15)]
    assert literal == (12, 13)


NEWER = "@@1 " + "a " * 199 + "@ " * 10 + "b " * 190 + "@ " * 10


def test_newer_texts_have_another_pattern():
    assert find_pattern(tokenise(NEWER)).period == 200
    assert find_pattern(tokenise("@@1 " + "a " * 188 + "@ " * 10)).period == 201
    assert find_pattern(()).period == 201
    gaps, literal = gaps_of(NEWER + "c @ d")
    assert [(gap.first_token, gap.predicted) for gap in gaps] == [(201, True), (401, True)]
    assert literal == (412,)


def test_a_short_last_gap_of_a_newer_text():
    gaps, literal = gaps_of(NEWER + "b " * 190 + "@")
    assert (gaps[-1].first_token, gaps[-1].quantity, gaps[-1].predicted, literal) == (601, 1, True, ())

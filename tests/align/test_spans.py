"""Spans: cut, turned, put in their place, and the share of a page that was kept."""

import random

import pytest

from gapmark.align.align import align
from gapmark.align.spans import Span, by_place, cut_at, cut_source_at, placed, rewritten, turned

EQUAL = Span("equal", (0, 4), (2, 6))
CASES = [
    (EQUAL, [4], [Span("equal", (0, 2), (2, 4)), Span("equal", (2, 4), (4, 6))]),
    (Span("move", (5, 8), (0, 3), 1), [1, 2], [Span("move", (5, 6), (0, 1), 1), Span("move", (6, 7), (1, 2), 1),
                                               Span("move", (7, 8), (2, 3), 1)]),
    (Span("replace", (3, 5), (0, 4)), [1], [Span("replace", (3, 5), (0, 1)), Span("insert", (5, 5), (1, 4))]),
    (Span("insert", (3, 3), (0, 4), 2), [1], [Span("insert", (3, 3), (0, 1), 2), Span("insert", (3, 3), (1, 4), 2)]),
    (Span("delete", (3, 5), (2, 2)), [2], [Span("delete", (3, 5), (2, 2))]),
    (EQUAL, [2, 6, 9], [EQUAL]),
]  # fmt: skip


@pytest.mark.parametrize(("span", "places", "parts"), CASES)
def test_cut_at_places_of_the_edition(span, places, parts):
    assert cut_at([span], places) == tuple(sorted(parts, key=by_place))


@pytest.mark.parametrize(("span", "places", "parts"), CASES)
def test_cut_at_places_of_the_source(span, places, parts):
    assert cut_source_at([turned(span)], places) == tuple(sorted(map(turned, parts), key=by_place))


def test_turned_is_the_way_back():
    assert turned(Span("delete", (1, 3), (2, 2), 4)) == Span("insert", (2, 2), (1, 3), 4)
    assert turned(turned(EQUAL)) == EQUAL
    assert turned(Span("replace", (0, 1), (2, 4))) == Span("replace", (2, 4), (0, 1))


def test_what_has_no_words_on_one_side_stands_after_the_word_before_it():
    found = placed(
        [Span("insert", (0, 0), (2, 3)), Span("delete", (3, 4), (0, 0)), Span("equal", (0, 3), (3, 6)),
         Span("equal", (4, 6), (0, 2))]
    )  # fmt: skip
    assert found == (
        Span("equal", (0, 3), (3, 6)), Span("delete", (3, 4), (6, 6)), Span("equal", (4, 6), (0, 2)),
        Span("insert", (6, 6), (2, 3)),
    )  # fmt: skip


# ---------------------------------------------------------------- pages that were rewritten


def page(size: int, seed: int) -> list[str]:
    return random.Random(seed).choices([f"w{n}" for n in range(900)] + ["the", "of", "and", ",", "."] * 60, k=size)


def test_a_page_written_anew_is_one_replacement():
    source, edition = page(400, 1), page(300, 2)
    spans = align(source, edition)
    assert [span.kind for span in spans] == ["replace"]
    assert rewritten(spans, 0, 300)


def test_only_the_page_that_was_written_anew_is_said_to_be():
    first, second, third, new = (page(300, seed) for seed in range(4))
    spans = align([*first, *second, *third], [*first, *new, *third])
    assert [rewritten(spans, start, start + 300) for start in (0, 300, 600)] == [False, True, False]


def test_a_page_corrected_cut_down_or_added_to_was_not_written_anew():
    source = page(300, 1)
    corrected = [word if at % 4 else f"new{at}" for at, word in enumerate(source)]
    for edition in (corrected, source[:30], source + page(2000, 2), source[200:] + source[:200]):
        assert not rewritten(align(source, edition), 0, len(edition))


def test_a_small_page_was_not_written_anew():
    source, edition = page(30, 1), page(30, 2)
    assert not rewritten(align(source, edition), 0, 30)


@pytest.mark.parametrize(("kept", "expected"), [(9, True), (10, False)])
def test_a_page_was_rewritten_when_less_than_a_quarter_was_kept(kept, expected):
    spans = [Span("equal", (0, kept), (0, kept)), Span("replace", (kept, 40), (kept, 40))]
    assert rewritten(spans, 0, 40) is expected
    assert rewritten(spans[1:], kept, 40) is False  # 30 words are soon read


def test_what_was_moved_to_a_page_is_kept_and_what_was_cut_beside_it_is_its_own():
    moved = Span("move", (200, 220), (0, 20), 1)
    assert not rewritten([moved, Span("insert", (220, 220), (20, 100))], 0, 100)
    assert rewritten([Span("delete", (0, 60), (0, 0)), Span("insert", (60, 60), (0, 50))], 0, 50)
    assert not rewritten([Span("delete", (0, 60), (50, 50)), Span("insert", (60, 60), (0, 50))], 0, 50)

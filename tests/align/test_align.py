"""Comparing: cases in cases/align.txt (title / source / edition / the changes), and laws that hold for any texts.

In a case, `A` to `D` stand for the paragraphs below, and `[1]` for a gap reference. Equal stretches are not
listed; `2: move` belongs to the second moved passage.
"""

from pathlib import Path

import pytest
from helpers.comparison_law import added, apply, inverse
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.align.align import align
from gapmark.align.spans import Span, cut_at

PARAGRAPHS = {
    "A": "the army shelled the town for two days . many houses were hit and the market burned .",
    "B": "the rebels withdrew to the hills . they left their heavy weapons behind near the old stone bridge .",
    "C": "in march a truce was agreed between the two sides . it held until the summer .",
    "D": "on 8 february , several parts of safira continued to be bombarded by government forces , in an attempt to "
    "reclaim the city .",
}

CASES = "\n" + (Path(__file__).parent.parent / "cases" / "align.txt").read_text("utf-8")


def words(text: str) -> list[str]:
    """The words of a case's line, with its paragraphs written out."""
    written = [word for part in text.split() for word in PARAGRAPHS.get(part, part).split()] if text else []
    return [f"[gap {word[1:-1]}]" if word[0] == "[" else word for word in written]


def told(span: Span, source: list[str], edition: list[str]) -> str:
    old, new = " ".join(source[slice(*span.source)]), " ".join(edition[slice(*span.edition)])
    text = {"replace": f"{old} -> {new}", "delete": f"- {old}", "insert": f"+ {new}", "move": f"move {old}"}[span.kind]
    return f"{span.passage}: {text}" if span.passage else text


def parts(case: str) -> tuple[str, str, str, list[str]]:
    title, source, edition, *changes = case.replace("\\\n", "").rstrip("\n").split("\n")
    return title, source, edition, changes


PARTS = [parts(case) for case in CASES.split("\n# ")[1:]]


@pytest.mark.parametrize(("source", "edition", "changes"), [p[1:] for p in PARTS], ids=[p[0] for p in PARTS])
def test_case(source, edition, changes):
    old, new = words(source), words(edition)
    found = [told(span, old, new) for span in align(old, new) if span.kind != "equal"]
    assert found == [" ".join(words(change)) for change in changes]


# ---------------------------------------------------------------- laws

few = st.lists(st.sampled_from(["a", "b", "the", ".", ",", "[gap 1]"]), max_size=40)
many = st.lists(st.sampled_from([*"abcdefghijklmnop", "the", "of", ",", ".", "."]), max_size=120)
quick = settings(max_examples=15, deadline=None)


@st.composite
def revised(draw):
    """A text and what became of it: stretches cut, put elsewhere, replaced."""
    source = draw(many)
    edition = list(source)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(edition)))
        stretch = edition[start : start + draw(st.integers(0, 25))]
        del edition[start : start + len(stretch)]
        place = draw(st.integers(0, len(edition)))
        edition[place:place] = draw(st.sampled_from([stretch, [], ["new"], ["new", "."], stretch * 2]))
    return source, edition


texts = st.one_of(st.tuples(few, few), st.tuples(many, many), revised())


def sides(spans: tuple[Span, ...], side: str) -> list[int]:
    return [at for span in spans for at in range(*getattr(span, side))]


@quick
@given(texts)
def test_each_word_of_either_side_is_in_exactly_one_span(pair):
    spans = align(*pair)
    assert sorted(sides(spans, "source")) == list(range(len(pair[0])))
    assert sorted(sides(spans, "edition")) == list(range(len(pair[1])))


@quick
@given(texts)
def test_spans_lead_from_the_source_to_the_edition_and_back(pair):
    source, edition = pair
    spans = align(source, edition)
    assert apply(spans, source, added(spans, edition)) == tuple(edition)
    back = inverse(spans)
    assert apply(back, edition, added(back, source)) == tuple(source)


@quick
@given(texts)
def test_each_kind_is_what_it_says(pair):
    source, edition = pair
    for span in align(source, edition):
        old, new = source[slice(*span.source)], edition[slice(*span.edition)]
        shape = {"replace": (True, True), "delete": (True, False), "insert": (False, True)}
        assert (bool(old), bool(new)) == shape.get(span.kind, (True, True))
        assert (old == new) == (span.kind in ("equal", "move"))
        assert not (span.kind == "move" and span.passage == 0)
        assert not (span.kind == "equal" and span.passage)


@quick
@given(texts)
def test_spans_are_sorted_and_what_has_no_words_stands_after_its_neighbour(pair):
    spans = align(*pair)
    assert list(spans) == sorted(spans, key=lambda span: (span.source, span.edition))
    by_edition = sorted(spans, key=lambda span: (span.kind == "delete", span.edition))
    for before, span in zip((None, *by_edition), by_edition, strict=False):
        if span.kind == "insert":
            assert span.source == ((before.source[1],) * 2 if before else (0, 0))
    by_source = sorted(spans, key=lambda span: (span.kind == "insert", span.source))
    for before, span in zip((None, *by_source), by_source, strict=False):
        if span.kind == "delete":
            assert span.edition == ((before.edition[1],) * 2 if before else (0, 0))


@quick
@given(texts)
def test_equal_words_in_place_keep_their_order(pair):
    kept = sides(tuple(span for span in align(*pair) if span.kind == "equal"), "edition")
    assert kept == sorted(kept)


@quick
@given(texts)
def test_passages_are_counted_in_order_and_each_has_a_moved_word(pair):
    spans = align(*pair)
    first_seen = list(dict.fromkeys(span.passage for span in spans if span.passage))
    assert first_seen == list(range(1, len(first_seen) + 1))
    assert {span.passage for span in spans if span.kind == "move"} == set(first_seen)


@quick
@given(many)
def test_the_same_words_are_one_equal_span(source):
    whole = (0, len(source))
    assert align(source, list(source)) == ((Span("equal", whole, whole),) if source else ())


@quick
@given(many, st.data())
def test_one_word_more_is_one_addition(source, data):
    at = data.draw(st.integers(0, len(source)))
    spans = align(source, [*source[:at], "unheard-of", *source[at:]])
    assert [span for span in spans if span.kind != "equal"] == [Span("insert", (at, at), (at, at + 1))]


@quick
@given(many, st.data())
def test_one_stretch_less_is_one_omission(source, data):
    start = data.draw(st.integers(0, len(source)))
    stop = data.draw(st.integers(start, len(source)))
    cut = [span for span in align(source, source[:start] + source[stop:]) if span.kind != "equal"]
    assert [(span.kind, span.source[1] - span.source[0]) for span in cut] == [("delete", stop - start)] * (stop > start)


@quick
@given(
    st.lists(st.lists(st.sampled_from([*"abcdefgh", "the", "of", ","]), max_size=20), min_size=3, max_size=12),
    st.data(),
)
def test_one_sentence_less_is_that_sentence(sentences, data):
    ended = [[*sentence, "."] for sentence in sentences]
    gone = data.draw(st.integers(0, len(ended) - 1))
    ended[gone] = ["this", "one", *ended[gone]]
    start = sum(map(len, ended[:gone]))
    source = [word for sentence in ended for word in sentence]
    spans = align(source, source[:start] + source[start + len(ended[gone]) :])
    assert [s.source for s in spans if s.kind != "equal"] == [(start, start + len(ended[gone]))]


@quick
@given(many, many, many, st.integers(12, 60), st.integers(12, 60))
def test_two_paragraphs_that_changed_places_are_one_move(before, between, after, first, second):
    one = [*(f"p{n}" for n in range(first)), "."]
    two = [*(f"q{n}" for n in range(second)), "."]
    spans = align([*before, ".", *one, *two, *after], [*before, ".", *two, *one, *after])
    moved = [span for span in spans if span.kind != "equal"]
    assert [span.kind for span in moved] == ["move"]
    assert moved[0].source[1] - moved[0].source[0] == min(first, second) + 1


@quick
@given(texts)
def test_any_kind_of_sequence_gives_the_same(pair):
    source, edition = pair
    assert align(source, edition) == align(tuple(source), tuple("".join(list(word)) for word in edition))


@quick
@given(texts, st.lists(st.integers(0, 120), max_size=5))
def test_cut_spans_keep_to_their_pages(pair, places):
    source, edition = pair
    spans = cut_at(align(source, edition), places)
    assert not any(span.edition[0] < place < span.edition[1] for span in spans for place in places)
    assert apply(spans, source, added(spans, edition)) == tuple(edition)
    assert sorted(sides(spans, "source")) == list(range(len(source)))


def test_hostile_texts_end():
    for source, edition in ((["a"] * 3000, ["a"] * 2000), (["a", "b"] * 2000, ["b", "a", "a"] * 1500)):
        spans = align(source, edition)
        assert apply(spans, source, added(spans, edition)) == tuple(edition)

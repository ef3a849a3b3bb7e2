"""Quotations are found in the source's words, which no edit changes; failing that in the pages'."""

import pytest
from helpers.small_edition import PAGES, edited, record
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.statements.quotations import Quotations


def quotations(*edits, pages=PAGES):
    made, _ = record(edited(*edits, pages=pages))
    return Quotations(made)


def proof(quote, *edits):
    return quotations(*edits).find(quote)


UNEDITED = quotations()


@pytest.mark.parametrize(
    ("quote", "tokens"),
    [
        ("The siege of Ulm", (2, 5)),
        ("siege  of\n Ulm", (3, 5)),
        ("Mack's army", (10, 12)),
        ("Mack’s army", (10, 12)),
        ("Mack", (10, 11)),
        ("of Mack", None),
        ("On 16 October the guns", (19, 23)),
        ("on 16 October", None),
        ("6 October", None),
        ("the ulm", None),
        ("", None),
        (" . ", (9, 9)),
    ],
)
def test_words_are_compared_and_spaces_and_typography_folded(quote, tokens):
    found = UNEDITED.find(quote)
    assert (found and (found.first_token, found.last_token)) == tokens


def test_a_quotation_shows_the_words_of_the_source():
    assert proof("Mack's  army was small").quote == "Mack's army was small"


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (("guns opened", "cannon opened"), ("guns", "cannon")),
        (("the guns opened", "the big guns opened"), ("", "big")),
        ((" the guns opened fire", " the guns opened"), ("fire", "")),
        (("small", "large"), None),
        (("Few men fled.", "Few fled."), None),
    ],
)
def test_no_edit_breaks_a_proof_and_a_change_to_the_quoted_words_is_known(edit, changed):
    found = proof("On 16 October the guns opened fire.", edit)
    assert not found.edited
    assert [(change.source, change.published) for change in found.changes] == ([changed] if changed else [])


def test_words_beside_an_addition_and_words_that_moved_are_unchanged():
    added = (" the guns opened", " far off the guns opened")
    assert proof("the guns opened fire", added).changes == proof("On 16 October", added).changes == ()
    moved = edited(
        ("On 16 October the guns opened fire. ", ""), ("fell back. ", "fell back. On 16 October the guns opened fire. ")
    )
    assert quotations(pages=moved).find("On 16 October the guns opened fire").changes == ()


def test_the_place_of_a_change_is_a_line_of_markdown():
    made = quotations(("Few men fled.", "\n\nFew soldiers fled."))
    (change,) = made.find("Few men fled.").changes
    assert str(made.locate(change)) == "content/battle.md:8"


def test_words_of_the_editor_alone_prove_nothing_by_themselves():
    found = proof("the cannon opened", ("guns opened", "cannon opened"))
    assert (found.edited, found.first_token, found.quote) == (True, 0, "the cannon opened")
    assert not proof("the guns opened", ("guns opened", "cannon opened")).edited


@pytest.mark.parametrize(
    ("quote", "gap"),
    [
        ("held the walls", "touched"),
        ("and fell back", "touched"),
        ("the walls [gap 1] and", "touched"),
        ("The army held", "near"),
        ("fell back", "near"),
        ("guns opened fire.", ""),
        ("Few men fled", ""),
    ],
)
def test_a_gap_in_beside_or_near(quote, gap):
    assert UNEDITED.find(quote).gap == gap


def test_a_gap_in_the_editors_words():
    found = proof("and held [gap 1] and", ("The army held the walls", "The army stood and held"))
    assert (found.edited, found.gap) == (True, "touched")


@pytest.mark.parametrize(
    ("quote", "nearest"),
    [
        ("the guns closed fire", "the guns opened fire"),
        ("On 17 October the guns", "On 16 October the guns"),
        ("ULM", "Ulm"),
        ("Vienna", ""),
        ("", ""),
    ],
)
def test_the_nearest_passage(quote, nearest):
    assert UNEDITED.nearest(quote) == nearest


def test_the_nearest_passage_of_a_text_that_repeats_its_words():
    text = "the guns of the town and the guns of the army fired on the walls of the town ."
    made, _ = record((("Battle", text.replace(" .", ".")),), f"@@1 {text}")
    assert Quotations(made).nearest("on the") == "on the"
    assert Quotations(made).nearest("the army shot on the") == "the army fired on the"


def test_what_was_cut_has_no_place_in_the_pages():
    found = proof("Few men fled", (" Few men fled.", ""))
    assert found.word == -1
    assert [change.kind for change in found.changes] == ["omission"]


@given(st.integers(0, 50), st.integers(1, 12))
@settings(max_examples=15, deadline=None)
def test_every_stretch_of_the_source_is_found_where_its_words_are(start, length):
    words = UNEDITED.words[start : start + length]
    text = " ".join(word.text for word in words if not word.gap)
    found = UNEDITED.find(text)
    assert found is not None or any(word.gap for word in words)


def test_many_places_of_one_word_take_no_time():
    source = "@@1 " + "the " * 4000 + "end ."
    made, _ = record((("Battle", "the " * 4000 + "end."),), source)
    assert Quotations(made).find("the " * 50 + "end").last_token == 4002

"""What is counted on pages."""

import pytest
from helpers.languages import ENGLISH, speak
from helpers.small_edition import document, edited, record

from gapmark.site.assemble import _parts
from gapmark.site.change_list import change_entries
from gapmark.site.extents import gap_note
from gapmark.site.numbers import change_numbers, gap_words, label_gaps, paragraph_numbers
from gapmark.site.texts import print_pages, read_printed

SUPPLIED = {
    "gap": 1,
    "words": "for a day",
    "witness": {"title": "A chronicle", "address": "MS 12", "revision": "r7", "date": ""},
    "editor": "A. Editor",
    "date": "2024-05-01",
}


def test_paragraphs_are_counted_on_their_page():
    made, _ = record(edited(("The army held", "## Walls\n\n- The army\n- held")))
    assert sorted(paragraph_numbers(made).values()) == [1, 1, 1, 2, 3]


def test_a_gap_is_a_word():
    made, _ = record()
    word = made.comparison.published.words[gap_words(made)[1]]
    assert "1" in word.key


def test_changes_are_counted_by_page_then_in_the_order_of_the_source():
    made, _ = record(edited(("small", "large"), ("guns", "cannons"), ("Few", "Many")), supplied=[SUPPLIED])
    assert list(change_numbers(made)) == ["change-w14", "change-w23", "change-gap-1", "change-w46"]
    assert list(change_numbers(made).values()) == [1, 2, 3, 4]


@pytest.mark.parametrize("code", ["en", "de", "ar"])
@pytest.mark.parametrize(
    "words", ["200 muskets @ 5 shillings", "came [...] and", "came @@@@@@@@@@ and", "one @ , two [ ... ]"]
)
def test_that_nothing_is_missing_is_not_said_where_something_looks_like_a_mark(words, code):
    t = speak(code)
    assert gap_note(document("@@1 The town fell ."), t) == t("gap.none")
    assert gap_note(document(f"@@1 The town {words} ."), t) == t("gap.uncertain", n=1 + words.startswith("one"))


def test_what_is_supplied_is_missing_no_more():
    t, two = speak("en"), document(f"@@1 {'a ' * 188}{'@ ' * 10}{'b ' * 191}{'@ ' * 6}")
    assert gap_note(two, t) == "This text is incomplete. In 2 places together about 16 words are missing."
    assert gap_note(two, t, {1}) == (
        "This text is incomplete. In 1 place about 6 words are missing. "
        "In 1 place words that the source lacks are supplied from a named witness."
    )
    assert gap_note(two, t, {1, 2}) == "In 2 places words that the source lacks are supplied from a named witness."


def test_a_gap_in_words_is_said_by_its_label_and_never_struck_out_with_them():
    labels = {"2": "[about 10 words missing]"}
    assert label_gaps("a <b> [gap 2] c", labels, "", "del") == (
        '<del>a &lt;b&gt;</del> <span class="gap">[about 10 words missing]</span> <del>c</del>'
    )
    assert label_gaps("[gap 3]", labels, "") == "[gap 3]"


def test_parts_count_what_the_lists_count_and_words_supplied_in_a_gap_are_no_words_missing():
    for supplied, gaps in (([], 1), ([SUPPLIED], 0)):
        made, _ = record(edited(("guns", "cannons")), supplied=supplied)
        printed = [read_printed(page.tree) for page in print_pages(made, ENGLISH, show_changes=True)]
        parts = _parts(made, printed)
        assert sum(part.gaps for part in parts) == gaps
        assert sum(part.changes for part in parts) == len(change_entries(made, parts, shown=True)) == 2 - gaps

"""What is compared: words of the text and whole headings."""

from helpers.small_edition import PAGES, compared, edition

from gapmark.align.spans import Span
from gapmark.compare.units import in_words, origins_of, stretches, units_of
from gapmark.compare.words import read_page_words, read_source_words

SOURCE = "@@1 One two . # Three four # Five six . # Seven @ @ @ # Eight ."


def sides(pages, source=SOURCE):
    made = edition(pages, source)
    old = read_source_words(made.document)
    new = read_page_words([(page.manuscript.title, page.tree) for page in made.compared])
    return old, new, *units_of(old, new)


def test_a_heading_is_one_unit_if_both_sides_have_it():
    _, _, old, new = sides((("Text", "One two.\n\n## Three four\n\nFive six."),))
    assert old.keys[:7] == ("One", "two", ".", "##Three four", "Five", "six", ".")
    assert old.keys[:7] == new.keys
    assert old.place(3) == (3, 5)
    assert new.edges == (0, 3, 4)
    assert new.headings == ((3, "##Three four"),)


def test_a_title_that_is_a_heading_is_compared_and_another_is_not():
    _, _, old, new = sides((("Three four", "Five six."), ("My own", "One two.\n\n[^1]: A note.")))
    assert "##Three four" in old.keys
    assert new.keys == ("##Three four", "Five", "six", ".", "One", "two", ".")
    assert new.place(4) == (7, 8)


def test_headings_that_only_one_side_has_are_left_out():
    _, _, old, new = sides((("Text", "One two.\n\n## Three\n\nFive six."),))
    assert [key for key in (*old.keys, *new.keys) if key.startswith("##")] == []
    assert old.headings[0] == (3, "##Three four")
    assert new.headings == ((3, "##Three"),)


def test_a_paragraph_with_the_words_of_a_heading_is_that_heading():
    _, _, _, new = sides((("Text", "One two.\n\n**Three four**\n\nFive six."),))
    assert new.keys[3] == "##Three four"


def test_a_paragraph_that_was_made_a_heading_is_compared_as_text():
    _, _, _, new = sides((("Text", "## One two.\n\nFive six."),))
    assert new.keys[:3] == ("One", "two", ".")


def test_a_heading_with_a_gap_in_it_is_compared_as_text():
    _, _, old, _ = sides((("Text", "One two."),), "@@1 One two . # Seven @ @ @ @ @ @ @ @ @ @ # Eight .")
    assert not any(key.startswith("##") for key in old.keys)


def test_back_in_words_what_was_no_unit_is_an_omission_or_an_addition():
    old, new, here, there = sides((("Text", "One two.\n\n## Three\n\nFive six."),))
    every = Span("equal", (0, 6), (0, 6)), Span("delete", (6, len(here.keys)), (6, 6))
    spans = in_words(every, here, there, (len(old.words), len(new.words)))
    assert spans[:5] == (
        Span("insert", (0, 0), (0, 1)),
        Span("equal", (0, 3), (1, 4)),
        Span("insert", (3, 3), (4, 5)),
        Span("delete", (3, 5), (4, 4)),
        Span("equal", (5, 8), (5, 8)),
    )


def test_origins():
    spans = Span("equal", (0, 2), (1, 3)), Span("replace", (2, 4), (3, 6)), Span("delete", (4, 5), (6, 6))
    assert origins_of(spans, 7) == (-1, 0, 1, 2, 3, -1, -1)


def test_stretches():
    made = compared(PAGES)
    assert stretches(made.source)[1] == (made.source.blocks[1].first_word, made.source.blocks[2].first_word)
    assert stretches(made.source)[-1][1] == len(made.source.words)


def test_each_of_two_pages_may_have_the_title_of_one_of_two_headings():
    _, _, old, new = sides((("Day", "One two."), ("Day", "Five six.")), "@@1 # Day # One two . # Day # Five six .")
    assert old.keys == new.keys == ("##Day", "One", "two", ".", "##Day", "Five", "six", ".")

"""Sentences as elements of their own."""

import re

from helpers.small_edition import edited, record

from gapmark.language.phrases import Language
from gapmark.markup.tree import serialise
from gapmark.project.phrases import default_phrases
from gapmark.site.sentences import place_of_sentence
from gapmark.site.texts import print_pages

T = Language("en", default_phrases("en"))


def sentences(*edits):
    """The words of each sentence of the page `battle`, by its id."""
    made, _ = record(edited(*edits))
    tree = print_pages(made, T, show_changes=True)[1].tree
    return {
        element.get("id"): re.sub(r"<[^>]*>", "", serialise(element))
        for element in tree.iter("span")
        if element.get("class") == "place"
    }


def test_a_sentence_is_an_element_with_its_gap():
    assert sentences() == {
        "s19": "On 16 October the guns opened fire.",
        "w27": "The army held the walls [about 10 words missing] and fell back.",
        "w46": "Few men fled.",
    }


def test_a_paragraph_of_one_sentence_is_enough():
    found = sentences(("The army", "\n\nThe army"), ("Few", "\n\nFew"))
    assert found == {}


def test_a_sentence_that_is_emphasised_whole():
    assert sentences(("Few men fled.", "*Few men fled.*"))["w46"] == "Few men fled."


def test_a_sentence_that_shares_mark_up_with_another_is_only_a_place():
    found = sentences(("fell back. Few men", "fell *back. Few* men"))
    assert (found["w27"], found["w46"]) == ("", "")


def test_a_sentence_ends_before_what_the_editor_added():
    assert sentences(("fire. The", "fire. So we are told. The"))["s19"] == "On 16 October the guns opened fire."


def test_a_sentence_that_was_cut_is_a_place():
    assert sentences(("Few men fled.", ""))["w46"] == ""


def test_a_sentence_that_begins_a_paragraph_has_a_place_of_its_own():
    places = {"w52": "b.html#w52", "s52": "b.html#s52", "w87": "b.html#w87"}
    assert [place_of_sentence(places, name) for name in ("w52", "w87", "w1")] == ["b.html#s52", "b.html#w87", ""]

"""Quoted words where they stand."""

import pytest
from helpers.small_edition import edited
from helpers.statements import quotations

from gapmark.statements.passages import read_passage

QUOTATIONS = quotations()


def passage(quote, own="", held=QUOTATIONS):
    return read_passage(own, held.find(quote), held)


def sentence(found):
    return found.text[found.sentence :]


@pytest.mark.parametrize(
    ("quote", "whole"),
    [
        ("siege of Ulm", "The siege of Ulm began in 1805."),
        ("The siege of Ulm began in 1805.", "The siege of Ulm began in 1805."),
        ("army was small", "Mack's army was small."),
        ("1805. Mack's army", "The siege of Ulm began in 1805. Mack's army was small."),
        ("the guns opened fire", "On 16 October the guns opened fire."),
        ("held the walls", "The army held the walls [gap 1] and fell back."),
        ("walls were taken", "The town was lost and its walls were taken down by the enemy in the same winter."),
    ],
)
def test_the_rest_of_the_sentence_is_read(quote, whole):
    found = passage(quote)
    assert (sentence(found), found.words) == (whole, quote)


def test_what_stands_before_is_there_as_well():
    assert passage("the guns").text == "On 16 October the guns opened fire."
    before = read_passage("", QUOTATIONS.find("the guns"), QUOTATIONS, before=5)
    assert before.text == "army was small. Battle On 16 October the guns opened fire."
    assert (before.words, sentence(before)) == ("the guns", "On 16 October the guns opened fire.")


def test_own_words_are_looked_for_in_the_quotation():
    found = passage("The siege of Ulm began in 1805", "in 1805")
    assert (found.words, found.own, sentence(found)) == ("in 1805", "in 1805", "The siege of Ulm began in 1805.")
    assert passage("The siege of Ulm began in 1805", "in 1806").words == "The siege of Ulm began in 1805"


def test_the_editors_words_stand_in_their_block():
    found = passage("the cannon opened", held=quotations(edited(("the guns", "the cannon"))))
    assert found.words == "the cannon opened"
    assert sentence(found).startswith("On 16 October the cannon opened fire. The army")
    assert sentence(found).endswith("Few men fled.")


def test_a_sentence_without_end_is_cut():
    words = " ".join(f"w{n}" for n in range(500))
    found = passage("w250", held=quotations((("Battle", words),), source=f"@@1 {words}"))
    assert sentence(found).split() == [f"w{n}" for n in range(150, 351)]

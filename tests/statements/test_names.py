"""Names, counted things and sides are those of the sentence."""

import pytest
from helpers.statements import quotations

from gapmark.problems.location import Location
from gapmark.statements.names import check_names, check_side, check_speaker, check_things
from gapmark.statements.passages import read_passage

SOURCE = (
    "@@1 The Syrian army held Krakow under Colonel Moor . He lost 40 guns . The rebels lost 60 dead and 90 wounded , "
    "and the garrison lost 25 men ; Hall reports that eleven ships sank . Two crews listened ."
)
QUOTATIONS = quotations(
    (("Battle", SOURCE[4:].replace(" .", ".").replace(" ,", ",").replace(" ;", ";")),), source=SOURCE
)
HERE = Location("content/facts.yaml", 2, 5)
SIDES = ("rebels", "garrison of Krakow", "garrison")


def passage(quote, before=0):
    return read_passage("", QUOTATIONS.find(quote), QUOTATIONS, before=before)


@pytest.mark.parametrize(
    ("words", "quote", "fine"),
    [
        ("Krakow held", "The Syrian army held Krakow", True),
        ("Syria's army", "The Syrian army held Krakow", True),
        ("Kraków", "army held Krakow under Colonel Moor", True),
        ("General Moor", "under Colonel Moor", True),
        ("Moor loses guns", "He lost 40 guns", True),
        ("the town of Lviv", "The Syrian army held Krakow", False),
        ("Lviv", "The Syrian army held Krakow", False),
        ("Krakow", "under Colonel Moor", False),
        ("the south gate", "The Syrian army held Krakow", False),
        ("Hall loses guns", "He lost 40 guns", False),
        ("Moor wounded", "Two crews listened", False),
        ("A defeat", "He lost 40 guns", True),
    ],
)
def test_a_name_is_in_the_sentence(words, quote, fine):
    spellings = [("Krakow", "Kraków")]
    wide = passage(quote, 30)
    found = list(check_names(words, HERE, passage(quote), wide, spellings, QUOTATIONS.names, proper=True))
    assert [problem.code for problem in found] == ["X037"] * (not fine)


@pytest.mark.parametrize(
    ("words", "quote", "fine"),
    [
        ("40 cannon", "He lost 40 guns", True),
        ("40 men", "He lost 40 guns", False),
        ("40 tanks", "He lost 40 guns", False),
        ("60 killed", "The rebels lost 60 dead and 90 wounded", True),
        ("90 killed", "The rebels lost 60 dead and 90 wounded", False),
        ("25 soldiers", "the garrison lost 25 men", True),
        ("25 killed", "the garrison lost 25 men", True),
        ("11 vessels", "Hall reports that eleven ships sank", True),
        ("2 listeners", "Two crews listened", True),
        ("25", "the garrison lost 25 men", True),
    ],
)
def test_a_number_counts_what_the_text_counts(words, quote, fine):
    assert [problem.code for problem in check_things(words, HERE, passage(quote))] == ["X038"] * (not fine)


@pytest.mark.parametrize(
    ("side", "words", "fine"),
    [
        ("rebels", "60 dead", True),
        ("rebel forces", "90 wounded", True),
        ("garrison", "25 men", True),
        ("garrison", "60 dead", False),
        ("rebels", "25 men", False),
        ("Syrian army", "25 men", False),
    ],
)
def test_a_number_is_of_the_side_beside_it(side, words, fine):
    found = check_side(
        side, words, HERE, passage("The rebels lost 60 dead and 90 wounded, and the garrison lost 25 men"), SIDES
    )
    assert [problem.code for problem in found] == ["X039"] * (not fine)


@pytest.mark.parametrize(("name", "fine"), [("Hall", True), ("rebels", False), ("Nobody", False)])
def test_who_says_so_is_named_beside_it(name, fine):
    quote = "eleven ships sank"
    found = check_speaker(name, "eleven ships", HERE, passage(quote), passage(quote, 30))
    assert [problem.code for problem in found] == ["X039"] * (not fine)

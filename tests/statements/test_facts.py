"""Claims stand side by side, each with its proof or its source."""

import pytest
from holding import edited
from stating import claim, codes, witness

from gapmark.statements.facts import read_facts

FIELDS = tuple(
    {"name": name, "label": label, "by_side": not label} for name, label in (("date", "Date"), ("losses", ""))
)


class Group(dict):
    """As the YAML reader makes it: it knows which keys were written."""

    places = property(dict)


def facts(pages=None, **claims):
    return read_facts(FIELDS, claims, witness(pages) if pages else witness())


def test_claims_that_differ_stand_side_by_side():
    one = claim(value="few", quote="Few men fled")
    other = claim(value="all", quote="The army held", side="army", according_to="Mack")
    (_, losses), problems = facts(losses=(one, other, claim(value="300", source="An atlas")))
    assert [(c.value, c.side, c.according_to, c.source, bool(c.proof)) for c in losses.claims] == [
        ("few", "", "", "", True),
        ("all", "army", "Mack", "", True),
        ("300", "", "", "An atlas", False),
    ]
    assert codes(problems) == ["X023"]


def test_every_field_is_there_in_its_order_with_a_label():
    found, problems = facts()
    assert [(field.name, field.label, field.claims) for field in found] == [
        ("date", "Date", ()),
        ("losses", "losses", ()),
    ]
    assert not problems


def test_a_field_can_be_left_out_with_a_reason_and_only_so():
    quoted = (claim(quote="in 1805"),)
    found, problems = facts(left_out=Group(date="all of it was in one year"))
    assert ([field.name for field in found], problems) == (["losses"], ())
    assert codes(facts(left_out=Group(date=""))[1]) == ["X024"]
    assert codes(facts(left_out=Group(date="a reason"), date=quoted)[1]) == ["X024"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({}, "X024"),
        ({"quote": "in 1805", "source": "An atlas"}, "X024"),
        ({"quote": "in 1805", "side": "army"}, "X024"),
        ({"quote": "in 1806"}, "X020"),
        ({"quote": "in 1805", "according_to": "Napoleon"}, "X020"),
    ],
)
def test_what_is_wrong_with_a_claim(wrong, code):
    _, problems = facts(date=(claim(**wrong),))
    assert codes(problems) == [code]
    assert all(problem.level == "error" and problem.hint for problem in problems)


def test_all_that_is_wrong_is_told_at_once():
    wrong = [claim(quote=quote) for quote in ("one", "two", "three")]
    assert codes(facts(date=wrong, losses=wrong)[1]) == ["X020"] * 6


def test_the_words_of_an_edit_are_known_as_such():
    (date, _), problems = facts(edited(("in 1805", "in 1806")), date=(claim(quote="in 1806"), claim(quote="in 1805")))
    assert [(c.proof.edited, len(c.proof.changes)) for c in date.claims] == [(True, 0), (False, 1)]
    assert codes(problems) == ["X022", "X021"]

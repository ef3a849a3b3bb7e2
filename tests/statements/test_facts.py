"""Claims stand side by side, each with its proof or its source."""

import pytest
from helpers.small_edition import PAGES, edited
from helpers.statements import codes, facts, fields, quotations

from gapmark.statements.facts import read_facts

FIELDS = fields({"name": "date", "label": "Date"}, {"name": "losses", "by_side": True})


def read(pages=PAGES, **claims):
    return read_facts(FIELDS, facts(FIELDS, **claims), quotations(pages))


def test_claims_that_differ_stand_side_by_side():
    one = {"value": "few", "quote": "Few men fled"}
    other = {"value": "all", "quote": "The army held", "side": "army", "according_to": "Mack"}
    (_, losses), problems = read(losses=[one, other, {"value": "300", "source": "An atlas"}])
    assert [(c.value, c.side, c.according_to, c.source, bool(c.proof)) for c in losses.claims] == [
        ("few", "", "", "", True),
        ("all", "army", "Mack", "", True),
        ("300", "", "", "An atlas", False),
    ]
    assert codes(problems) == ["X023"]


def test_every_field_is_there_in_its_order_with_a_label():
    found, problems = read()
    assert [(field.name, field.label, field.claims) for field in found] == [
        ("date", "Date", ()),
        ("losses", "losses", ()),
    ]
    assert not problems


def test_a_field_can_be_left_out_with_a_reason_and_only_so():
    quoted = [{"value": "x", "quote": "began in 1805"}]
    found, problems = read(left_out={"date": "all of it was in one year"})
    assert ([field.name for field in found], problems) == (["losses"], ())
    assert codes(read(left_out={"date": ""})[1]) == ["X024"]
    assert codes(read(left_out={"date": "a reason"}, date=quoted)[1]) == ["X024"]


def test_a_field_is_not_stated_only_where_the_editor_says_so():
    found, problems = read(not_stated=["losses"])
    assert ([(field.name, field.not_stated) for field in found], problems) == ([("date", False), ("losses", True)], ())
    quoted = [{"value": "x", "quote": "began in 1805"}]
    assert codes(read(not_stated=["date"], date=quoted)[1]) == ["X024"]
    assert codes(read(not_stated=["date"], left_out={"date": "a reason"})[1]) == ["X024"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({}, "X024"),
        ({"quote": "began in 1805", "source": "An atlas"}, "X024"),
        ({"quote": "began in 1805", "side": "army"}, "X024"),
        ({"quote": "in 1806"}, "X020"),
        ({"quote": "began in 1805", "according_to": "Napoleon"}, "X020"),
    ],
)
def test_what_is_wrong_with_a_claim(wrong, code):
    _, problems = read(date=[{"value": "x"} | wrong])
    assert codes(problems) == [code]
    assert all(problem.level == "error" and problem.hint for problem in problems)


def test_all_that_is_wrong_is_told_at_once():
    wrong = [{"value": "x", "quote": quote} for quote in ("one", "two", "three")]
    assert codes(read(date=wrong, losses=wrong)[1]) == ["X020"] * 6


def test_the_words_of_an_edit_are_known_as_such():
    claims = [{"value": "x", "quote": f"began in {year}"} for year in (1806, 1805)]
    (date, _), problems = read(edited(("in 1805", "in 1806")), date=claims)
    assert [(c.proof.edited, len(c.proof.changes)) for c in date.claims] == [(True, 0), (False, 1)]
    assert codes(problems) == ["X022", "X021"]

"""Quotations beside a gap, as pages show them."""

from helpers.languages import ENGLISH
from helpers.small_edition import record
from helpers.statements import facts, fields

from gapmark.compare.changes import reading
from gapmark.site.presenter import Presenter
from gapmark.statements.facts import read_facts
from gapmark.statements.prove import Statements
from gapmark.statements.quotations import Quotations

FIELDS = fields({"name": "guns", "label": "Guns", "by_side": True})


def test_a_quotation_that_touches_a_gap_has_its_mark_at_that_end():
    made, _ = record()
    words = made.comparison.source.words
    at = next(index for index, word in enumerate(words) if word.gap)
    before, after = reading(words[at - 4 : at]), reading(words[at + 1 : at + 5])
    for quote, shown in (
        (before, f"{before} [gap 1]"),
        (after, f"[gap 1] {after}"),
        ("guns opened fire", "guns opened fire"),
    ):
        claims = facts(FIELDS, guns=[{"value": "v", "quote": quote}])
        stated = Statements(read_facts(FIELDS, claims, Quotations(made))[0], (), ())
        assert Presenter(made, {}, ENGLISH).show(stated, b"").facts[0].claims[0].quote == shown

"""Every list is proved in one run, and all that is wrong comes together."""

from helpers.small_edition import record
from helpers.statements import codes, event, facts, fields, place

from gapmark.model import Lists
from gapmark.statements.prove import prove

FIELDS = fields({"name": "date"})
RECORD = record()[0]
LISTS = Lists(
    changes=(),
    gaps=(),
    figures=(),
    fields=FIELDS,
    facts=facts(FIELDS, date=[{"value": "1805", "quote": "began in 1805"}]),
    timeline=(event(date="1805"),),
    places=(place(),),
)


def test_facts_events_and_places():
    proved = prove(LISTS, RECORD)
    assert [len(part) for part in (proved.facts, proved.events, proved.places, proved.problems)] == [1, 1, 1, 0]


def test_without_facts_there_is_no_panel():
    assert prove(LISTS._replace(facts=None), RECORD).facts == ()


def test_all_that_is_wrong_comes_together():
    wrong = LISTS._replace(
        facts=facts(FIELDS, date=[{"value": "1805", "quote": "in 1804"}]),
        timeline=(event(date="1804"),),
        places=(place(name="Wien"),),
    )
    assert codes(prove(wrong, RECORD).problems) == ["X020", "X027", "X020"]

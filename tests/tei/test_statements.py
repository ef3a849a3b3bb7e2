"""What the text states, as lists beside it, with pointers to the words."""

import xml.etree.ElementTree as ET

import pytest
from helpers.tei_tree import ID, TEI

from gapmark.dates.chronology import lend_year
from gapmark.dates.edtf import parse_date
from gapmark.tei.statements import date_attributes, pointer


@pytest.mark.parametrize(
    ("edtf", "attributes"),
    [
        ("2013-02-06", {"when": "2013-02-06"}),
        ("2013-02", {"when": "2013-02"}),
        ("2013", {"when": "2013"}),
        ("-0489", {"when": "-0489"}),
        ("XXXX-11-01", {"when": "--11-01"}),
        ("XXXX-03", {"when": "--03"}),
        ("XXXX-11-01/XXXX-11-03", {}),
        ("2013-02-06/2013-02-19", {"from": "2013-02-06", "to": "2013-02-19"}),
        ("../1945", {"notAfter": "1945-12-31"}),
        ("1945/..", {"notBefore": "1945-01-01"}),
        ("1813~", {"notBefore": "1813-01-01", "notAfter": "1813-12-31", "cert": "medium"}),
        ("1572-24", {"notBefore": "1572-12-01", "notAfter": "1573-02-28"}),
        ("156X", {"notBefore": "1560-01-01", "notAfter": "1569-12-31"}),
    ],
)
def test_dates(edtf, attributes):
    assert date_attributes(parse_date(edtf)) == attributes


def test_dates_of_other_kinds():
    assert date_attributes(parse_date("1573-07-13", "julian")) == {"when": "1573-07-23"}
    assert date_attributes(parse_date("1573-07", "julian")) == {"notBefore": "1573-07-11", "notAfter": "1573-08-10"}
    assert date_attributes(lend_year(parse_date("XXXX-11-01"), 2013), lent=True) == {"when": "2013-11-01"}


@pytest.fixture(scope="module")
def root(files):
    return ET.fromstring(files["edition.xml"])


def test_a_proof_points_from_its_first_token_to_its_last(sample_site):
    record, statements = sample_site.record, sample_site.site.statements
    proof = statements.events[0].proof
    assert pointer(record, proof) == f"#range(t{proof.first_token},t{proof.last_token})"
    gap = record.edition.document.gaps[0]
    over = proof._replace(first_token=gap.first_token + 3, last_token=gap.last_token + 1)
    assert pointer(record, over) == f"#range(gap-1,t{gap.last_token + 1})"
    beside = proof._replace(first_token=gap.first_token - 1, last_token=gap.last_token)
    assert pointer(record, beside) == f"#range(t{gap.first_token - 1},gap-1)"


def test_words_of_the_editor_are_pointed_at_by_their_paragraph(sample_site):
    record, statements = sample_site.record, sample_site.site.statements
    edited = statements.events[0].proof._replace(edited=True)
    block = record.comparison.published.words[edited.word].block
    assert pointer(record, edited) == f"#{record.addresses.blocks[block]}"


def test_every_statement_is_listed_with_its_proof(root, sample_site):
    statements = sample_site.site.statements
    events = root.findall(".//listEvent/event", TEI)
    assert [event.get(ID) for event in events] == [f"event-{n}" for n in range(1, len(statements.events) + 1)]
    assert [event.findtext("label", None, TEI) for event in events] == [event.label for event in statements.events]
    assert [event.findtext("note[@type='proof']", None, TEI) for event in events] == [
        event.proof.quote for event in statements.events
    ]
    inferred = root.find(".//event/desc/date[@type='inferred']", TEI)
    assert (inferred.text, inferred.get("cert")) == ("2013", "medium")
    places = root.findall(".//listPlace/place", TEI)
    assert [place.find("location", TEI) is not None for place in places] == [p.located for p in statements.places]
    facts = root.findall(".//list[@type='facts']/item", TEI)
    assert len(facts) == sum(len(field.claims) for field in statements.facts)
    assert facts[0].findtext("label", None, TEI) == "Date"

"""What records of the template context know by themselves."""

import pytest
from helpers.cited_site import a_part

from gapmark.site.template_context import REACH, WIDE
from gapmark.site.template_records import ReceivedPassage, ReceivedSentence


def site_of(sample_site, pages):
    return sample_site.site.site._replace(parts=tuple(a_part(number) for number in range(1, pages + 1)))


def numbers(parts):
    return [part.number for part in parts]


def test_a_site_lists_all_its_pages_on_each(sample_site):
    site = site_of(sample_site, WIDE - 1)
    assert not site.wide
    assert site.near(site.parts[50]) == site.near(None) == site.parts


@pytest.mark.parametrize(
    ("page", "near"),
    [(1, range(1, 2 + REACH)), (50, range(50 - REACH, 51 + REACH)), (WIDE, range(WIDE - REACH, WIDE + 1))],
)
def test_a_wide_site_lists_those_beside_the_page(sample_site, page, near):
    site = site_of(sample_site, WIDE)
    assert site.wide
    assert numbers(site.near(site.parts[page - 1])) == [*near]
    assert site.near(None) == ()


def test_a_gap_is_open_until_words_are_supplied(sample_site):
    first, _ = sample_site.site.site.gaps
    assert first.status == "open"
    assert first._replace(supplied=("words",)).status == "supplied"


def test_a_sentence_has_the_address_of_its_first_passage():
    passages = ReceivedPassage("w2", 2, 4, "The siege of", 0, ""), ReceivedPassage("w5", 5, 5, "Ulm", 0, "")
    assert ReceivedSentence(passages).address == "w2"

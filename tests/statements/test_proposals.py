"""`suggest`: dates of the text as unconfirmed entries."""

import pytest
from helpers.small_edition import document
from helpers.statements import event

from gapmark.dates.find_dates import find_dates
from gapmark.project.lists import TIMELINE
from gapmark.statements.proposals import HEAD, entry_text, propose
from gapmark.yamltext.values import Yaml


def read(text):
    yaml = Yaml(text, "timeline.yaml", "X004")
    entries = yaml.read(TIMELINE)
    assert not yaml.problems
    return entries


def proposed(text):
    return read("".join(entry_text(found) for found in find_dates(text)))


def test_an_entry_is_unconfirmed_and_says_what_the_words_say():
    (entry,) = proposed('On 8 February, he said: "no" \\ at all, and some more words than ten of them followed.')
    assert entry["confirmed"] is False
    assert (entry["date"], entry["year"], entry["words"], entry["note"]) == (
        "XXXX-02-08",
        None,
        "On 8 February",
        "no year",
    )
    assert entry["label"].endswith(" ...")
    assert entry["quote"].startswith('On 8 February, he said: "no" \\ at all')


@pytest.mark.parametrize(("more", "end"), [(5, "w5."), (6, "...")])
def test_a_label_has_ten_words_at_the_most(more, end):
    words = " ".join(f"w{n}" for n in range(1, more + 1))
    (entry,) = proposed(f"On 8 February 2013 it {words}.")
    assert entry["label"].split()[-1] == end


@pytest.mark.parametrize(
    ("text", "date", "certainty", "note"),
    [
        ("It fell on 6 May 1813.", "1813-05-06", "stated", ""),
        ("It fell on 13 July 1573.", "1573-07-13", "stated", "calendar: julian?"),
        ("It fell on 12 August 490 BC.", "-0489-08-12", "stated", "calendar: julian?"),
        ("It fell in 1573.", "1573", "stated", ""),
        ("It fell two days later.", "", "relative", ""),
        ("For almost two weeks they held out.", "", "relative", ""),
        ("It fell on 8 February [gap 1] and burnt.", "XXXX-02-08", "stated", "beside gap; sentence has a gap; no year"),
    ],
)
def test_notes(text, date, certainty, note):
    (entry,) = proposed(text)
    assert (entry["date"], entry["certainty"], entry["note"]) == (date, certainty, note)


def test_the_text_at_the_head_is_a_comment():
    assert read(HEAD) == ()


def test_what_an_entry_has_is_not_proposed_again():
    whole = document()
    assert [found.words for found in propose(whole.sections, ())] == ["in 1805", "On 16 October", "in the same winter"]
    known = [event(words="On 16 October", quote="On 16 October the guns opened fire"), event(words="in 1805")]
    assert [found.words for found in propose(whole.sections, known)] == ["in the same winter"]
    entries = read("".join(entry_text(found) for found in propose(whole.sections, ())))
    assert propose(whole.sections, entries) == ()


def test_nothing_is_quoted_across_a_gap():
    assert all("[gap" not in found.quote + found.words for found in propose(document().sections, ()))


def test_what_can_mean_two_dates_is_not_proposed_as_stated():
    for text, certainty in (
        ("in the 1800s", "inferred"),
        ("in the winter of 1572", "inferred"),
        ("at 05:30", "stated"),
    ):
        (entry,) = proposed(f"It fell {text} there.")
        assert entry["certainty"] == certainty, text


@pytest.mark.parametrize(
    ("words", "quote", "known"),
    [
        ("On 16 October", "On 16 October the guns opened fire.", True),
        ("on 16 October", "the guns opened fire", True),
        ("16 October", "On 16 October the guns opened fire. The army held the walls", True),
        ("On 16 October 1805", "On 16 October the guns opened fire.", True),
        ("", "On 16 October the guns opened fire.", False),
        ("On 16 October", "Few men fled.", False),
        ("On 17 October", "On 16 October the guns opened fire.", False),
    ],
)
def test_an_entry_is_known_by_its_words_and_their_sentence(words, quote, known):
    found = [found.words for found in propose(document().sections, [event(words=words, quote=quote)])]
    assert ("On 16 October" not in found) == known

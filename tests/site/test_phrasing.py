"""The words of dates, timeline and map come from the language file."""

from dataclasses import replace

import pytest

from gapmark.language.date_words import ENGLISH, describe
from gapmark.language.phrases import Language, MissingPhraseError
from gapmark.map.locator import LocatorWords
from gapmark.project.phrases import default_phrases
from gapmark.site.phrasing import date_words, locator_words, timeline_words
from gapmark.statements.edtf import parse_date
from gapmark.timeline.timeline import TimelineWords

PHRASES = default_phrases("en")
T = Language("en", PHRASES)


def test_english_is_what_the_drawings_have_by_default():
    assert date_words(T) == ENGLISH
    assert timeline_words(T) == TimelineWords()
    assert replace(locator_words(T), borders="") == replace(LocatorWords(), borders="")


def test_another_language_writes_its_own():
    t = Language("de", {**PHRASES, "dates.month.3": "März", "dates.form.day": "{day}. {month} {year}"})
    assert describe(parse_date("1813-03-05"), date_words(t)) == "5. März 1813"
    assert timeline_words(t).ticks.dates.months[2] == "März"


@pytest.mark.parametrize("key", ["dates.month.12", "timeline.drawing.bar", "places.map.single", "places.direction.8"])
def test_a_phrase_that_is_missing_is_named(key):
    t = Language("en", {name: phrase for name, phrase in PHRASES.items() if name != key})
    with pytest.raises(MissingPhraseError, match=key):
        date_words(t), timeline_words(t), locator_words(t)

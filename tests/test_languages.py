"""The language files: complete, used, and the same in form."""

import re
from pathlib import Path

import pytest

from gapmark.language.date_words import describe, year_words
from gapmark.language.phrases import Language
from gapmark.language.plurals import plural_categories
from gapmark.map.locator import format_kilometres, format_position
from gapmark.map.projection import Point
from gapmark.project import phrases as module
from gapmark.project.assets import load_templates
from gapmark.project.folder import read_folder
from gapmark.project.phrases import LANGUAGES, default_phrases, load_language
from gapmark.site.phrasing import date_words, locator_words, timeline_words
from gapmark.statements.edtf import parse_date
from gapmark.timeline.timeline import TimelineEvent, draw_timeline

CODES = [path.stem for path in sorted(LANGUAGES.glob("*.yaml"))]
PACKAGE = Path(module.__file__).parents[1]
COUNTRIES = "places.country."
"""Phrases that only other languages than English have: the atlas has the English names."""

BY_NAME = {
    "direction": "",
    "changes.kind": "correction omission addition move rewritten supplied",
    "changes.rule": "joined italics quotes dashes ellipses spacing marks paragraph_added paragraph_removed"
    " heading_added heading_removed heading_title order",
    "cite.kind": "correction omission addition move rewritten supplied",
    "dates.form": "day day_no_year month season time decade century century_bc bc ad approximate uncertain no_year"
    " before after until since interval julian julian_day dash",
    "dates.month": "1 2 3 4 5 6 7 8 9 10 11 12",
    "dates.short": "1 2 3 4 5 6 7 8 9 10 11 12",
    "dates.season": "1 2 3 4",
    "facts.field": "date place part_of result territory belligerents commanders units strength casualties civilians",
    "ledger": "open supplied",
    "places.direction": "1 2 3 4 5 6 7 8",
    "places.hemisphere": "1 2 3 4",
    "places.map": "title single relation same about kilometres degrees borders signs",
    "search": "count none first",
    "timeline": "stated inferred relative",
    "timeline.drawing": "title stated inferred relative bar open approximate cut item",
}
"""Phrases whose keys the code puts together, by what they begin with: all others stand in it as they are."""


def arabic(text="en"):
    return Language("ar", default_phrases("ar"), text)


def used_keys():
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    texts += dict(load_templates(read_folder(Path("nowhere")))[0]).values()
    return put_together() | {
        key for text in texts for key in re.findall(r"""["']([a-z_]+(?:\.[a-z0-9_]+)+)["']""", text)
    }


def put_together():
    return {f"{start}.{end}".rstrip(".") for start, ends in BY_NAME.items() for end in ends.split() or [""]}


def test_every_phrase_is_used():
    assert sorted(default_phrases("en").keys() - used_keys()) == []


def test_phrases_that_are_put_together_are_there():
    assert sorted(put_together() - default_phrases("en").keys()) == []


# ---------------------------------------------------------------- each language


def braces(phrase):
    texts = phrase.values() if isinstance(phrase, dict) else [phrase]
    return {name for text in texts for name in re.findall(r"\{(\w+)", text)} - {"ordinal", "number"}


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_the_phrases_of_english(code):
    found = {key: phrase for key, phrase in default_phrases(code).items() if not key.startswith(COUNTRIES)}
    english = default_phrases("en")
    assert found.keys() == english.keys()
    assert [key for key in english if isinstance(found[key], dict) != isinstance(english[key], dict)] == []
    assert [key for key in english if not braces(found[key]) <= braces(english[key])] == []


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_every_plural_form(code):
    forms = set(plural_categories(code))
    assert [
        key for key, phrase in default_phrases(code).items() if isinstance(phrase, dict) and set(phrase) != forms
    ] == []


def test_a_phrase_that_is_missing_is_named(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    complete = {code: default_phrases(code) for code in ("en", "ar")}
    for key in complete["en"]:
        short = {name: phrase for name, phrase in complete["ar"].items() if name != key}
        monkeypatch.setattr(module, "default_phrases", {**complete, "ar": short}.__getitem__)
        _, problems = load_language(read_folder(tmp_path), "ar")
        assert [(p.code, p.message, str(p.where)) for p in problems] == [
            ("C006", f'language "ar" lacks: {key}', "content/site.yaml")
        ]


# ---------------------------------------------------------------- numbers and dates


@pytest.mark.parametrize(
    ("notation", "shown"),
    [
        ("2013-02-06", "٦ فبراير ٢٠١٣"),
        ("2013-02-06/2013-02-19", "٦–١٩ فبراير ٢٠١٣"),
        ("0070", "٧٠ م"),
        ("-0489", "٤٩٠ ق.م"),
        ("2013-02-06T05:30", "٦ فبراير ٢٠١٣، ٠٥:٣٠"),
    ],
)
def test_dates_have_the_digits_of_the_language(notation, shown):
    assert describe(parse_date(notation), date_words(arabic())) == shown


def test_positions_and_distances_too():
    words = locator_words(arabic())
    assert format_position(Point("x", 36.075, -37.37), words) == "٣٦٫٠٨° شمالًا، ٣٧٫٣٧° غربًا"
    assert [format_kilometres(km, words) for km in (4.25, 12345.0)] == ["٤٫٢ كم", "١٢٬٣٤٥ كم"]
    assert year_words(-489, date_words(arabic())) == "٤٩٠ ق.م"


def test_the_map_names_countries_in_the_language():
    assert locator_words(arabic()).countries["760"] == "سوريا"
    assert locator_words(Language("en", default_phrases("en"))).countries == {}


def test_the_timeline_knows_both_languages():
    sides = timeline_words(arabic("en")).sides
    assert (sides.direction, sides.text_direction, sides.text_language) == ("rtl", "ltr", "en")
    assert timeline_words(arabic("ar")).sides.text_language == ""


def test_the_timeline_turns_round_and_keeps_the_direction_of_the_labels():
    event = TimelineEvent("A siege", "6 February", 2456330.0, 2456330.0, "stated")
    svg = draw_timeline([event], timeline_words(arabic("en")))
    assert '<g transform="matrix(-1 0 0 1 360 0)"><path class="timeline-axis"' in svg
    assert '<text class="timeline-label" direction="rtl"><tspan class="timeline-date" x="252"' in svg
    assert '<text class="timeline-label" lang="en" text-anchor="end">' in svg
    assert draw_timeline([event], timeline_words(arabic("ar"))).count("<text class=") == 1

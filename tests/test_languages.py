"""The language files: complete, used, and the same in form."""

import re
from pathlib import Path

import pytest
from speaking import categories_of

from gapmark.exports.forms import chosen_forms
from gapmark.language.plurals import ordinal_category
from gapmark.project import phrases as module
from gapmark.project.assets import load_templates
from gapmark.project.folder import read_folder
from gapmark.project.lists import default_fields
from gapmark.project.phrases import LANGUAGES, NAME, default_phrases, load_language

CODES = [path.stem for path in sorted(LANGUAGES.glob("*.yaml"))]
PACKAGE = Path(module.__file__).parents[1]
COUNTRIES = "places.country."
"""Phrases that only other languages than English have: the atlas has the English names."""

BY_NAME = {
    "direction": "",
    "changes.kind": "correction omission addition move rewritten supplied",
    "changes.rule": "joined italics quotes dashes ellipses spacing marks paragraph_added paragraph_removed"
    " heading_added heading_removed heading_retitled heading_title order",
    "cite.kind": "correction omission addition move rewritten supplied",
    "dates.form": "day days day_no_year month season time decade century century_bc bc ad approximate uncertain no_year"
    " before by after until since interval julian julian_day dash",
    "dates.month": "1 2 3 4 5 6 7 8 9 10 11 12",
    "dates.short": "1 2 3 4 5 6 7 8 9 10 11 12",
    "dates.season": "1 2 3 4",
    "facts.field": " ".join(field["name"] for field in default_fields()),
    "forms.use": " ".join(form.name for form in chosen_forms({}) if form.paths),
    "places.direction": "1 2 3 4 5 6 7 8",
    "places.hemisphere": "1 2 3 4",
    "places.map": "title single relation same about kilometres degrees borders signs apart",
    "search": "count none first",
    "timeline": "stated inferred relative",
    "timeline.drawing": "title stated inferred relative bar soft open approximate cut item",
}
"""Phrases whose keys the code puts together, by what they begin with: all others stand in it as they are."""


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


def names(phrase):
    return set(NAME.findall(phrase["other"] if isinstance(phrase, dict) else phrase))


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_the_phrases_of_english(code):
    found = {key: phrase for key, phrase in default_phrases(code).items() if not key.startswith(COUNTRIES)}
    english = default_phrases("en")
    assert sorted(english.keys() - found.keys()) == []
    assert sorted(found.keys() - english.keys()) == []
    assert [key for key in english if isinstance(found[key], dict) != isinstance(english[key], dict)] == []
    assert [key for key in english if names(found[key]) != names(english[key])] == []


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_every_plural_form(code):
    forms = categories_of(code)
    phrases = {key: set(phrase) for key, phrase in default_phrases(code).items() if isinstance(phrase, dict)}
    ordinal = phrases.pop("dates.ordinal", set())
    assert [key for key, found in phrases.items() if found != forms] == []
    assert {"dates.ordinal": ordinal} == {"dates.ordinal": categories_of(code, ordinal_category)}


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


@pytest.mark.parametrize("code", CODES)
def test_the_readme_names_each_language(code):
    readme = (PACKAGE.parent / "README.md").read_text("utf-8")
    assert f"`{code}`" in readme.partition("## Another language")[2].partition("For another one")[0]

"""The language files: complete, used, and the same in form."""

import re
from pathlib import Path

import pytest
from helpers.documents import section
from helpers.languages import categories_of

from gapmark.compare.own_words import IN_TEXT, KINDS
from gapmark.exports.forms import chosen_forms
from gapmark.language.direction import direction_of
from gapmark.language.plurals import ordinal_category
from gapmark.project import phrases as module
from gapmark.project.assets import load_templates
from gapmark.project.folder import DEFAULTS, read_folder
from gapmark.project.phrases import LANGUAGES, NAME, default_phrases, load_language

CODES = [path.stem for path in sorted(LANGUAGES.glob("*.yaml"))]
PACKAGE = Path(module.__file__).parents[1]
COUNTRIES = "places.country."
"""Phrases that only other languages than English have: the atlas has the English names."""

FIELDS = "".join(path.read_text("utf-8") for path in sorted(DEFAULTS.glob("fields*.yaml")))
"""Every list of fields: of fights, of disasters, of treaties and the like."""

BY_NAME = {
    "direction": "",
    "changes.kind": "correction omission addition move rewritten supplied",
    "changes.rule": "joined italics quotes dashes ellipses spacing paragraph_added paragraph_removed"
    " heading_removed heading_retitled heading_title order",
    "changes.own_kind": " ".join(KINDS),
    "changes.spoken": "correction addition",
    "cite.kind": "correction omission addition move rewritten supplied " + " ".join(IN_TEXT),
    "dates.form": "day days day_no_year month season time decade century century_bc bc ad approximate uncertain no_year"
    " before by after until since interval julian julian_day dash",
    "dates.month": "1 2 3 4 5 6 7 8 9 10 11 12",
    "dates.short": "1 2 3 4 5 6 7 8 9 10 11 12",
    "dates.season": "1 2 3 4",
    "extent": "about less_than at_most at_least",
    "extent.unit": "word line letter page leaf paragraph sentence second minute",
    "facts.field": " ".join(re.findall(r"(?m)^- \{name: (\w+)", FIELDS)),
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
    idle = sorted(default_phrases("en").keys() - used_keys())
    assert not idle, f"no template, module or list (fields.yaml, EXPORTS) asks for these phrases: {idle}"


def test_phrases_that_are_put_together_are_there():
    assert sorted(put_together() - default_phrases("en").keys()) == []


# ---------------------------------------------------------------- each language


def names(phrase):
    return set(NAME.findall(phrase["other"] if isinstance(phrase, dict) else phrase))


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_the_phrases_of_english(code):
    found = {key: phrase for key, phrase in default_phrases(code).items() if not key.startswith(COUNTRIES)}
    english = default_phrases("en")
    path = f"gapmark/defaults/languages/{code}.yaml"
    lacking, more = sorted(english.keys() - found.keys()), sorted(found.keys() - english.keys())
    assert not lacking, f"{path} lacks {lacking}"
    assert not more, f"{path} has {more}, which en.yaml has not"
    assert [key for key in english if isinstance(found[key], dict) != isinstance(english[key], dict)] == []
    other = {key: sorted(names(found[key]) ^ names(english[key])) for key in english}
    other = {key: braces for key, braces in other.items() if braces}
    assert not other, f"{path} and en.yaml have not the same names in braces: {other}"


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_every_plural_form(code):
    forms = categories_of(code)
    phrases = {key: set(phrase) for key, phrase in default_phrases(code).items() if isinstance(phrase, dict)}
    wanted = dict.fromkeys(phrases, forms) | {"dates.ordinal": categories_of(code, ordinal_category)}
    wrong = [f"{key}: {sorted(wanted[key])}" for key in wanted if phrases.get(key) != wanted[key]]
    hint = "if the language has others, gapmark/language/plurals.py is wrong"
    assert not wrong, f"gapmark/defaults/languages/{code}.yaml has not these plural forms ({hint}): {wrong}"


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_written_in_its_direction(code):
    said = default_phrases(code)["direction"]
    assert said == direction_of(code), f"{code}.yaml says {said}; gapmark/language/direction.py says otherwise"


@pytest.mark.parametrize("code", CODES)
def test_names_of_countries_are_of_countries_of_the_atlas(code):
    atlas = (PACKAGE / "defaults" / "atlas" / "atlas.txt").read_text("utf-8").partition("\ncountries\n")[2]
    known = {part for line in atlas.partition("\n\n")[0].split("\n") for part in line.split(" ", 1)}
    named = {key.removeprefix(COUNTRIES) for key in default_phrases(code) if key.startswith(COUNTRIES)}
    assert not named - known, f"places: country: of {code}.yaml has {sorted(named - known)}; the atlas has not"


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
def test_the_documents_name_each_language(code):
    named = section("look", "Another language").partition("For another one")[0]
    assert f"`{code}`" in named, f'gapmark/docs/look.md does not name `{code}` under "Another language"'

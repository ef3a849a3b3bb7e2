"""Phrases, plural forms, numbers."""

import pytest
from markupsafe import Markup

from gapmark.phrases import LANGUAGES, default_phrases, load_language
from gapmark.site.language import PLURALS, Language, MissingPhraseError

PHRASES = {
    "hello": "Hello {name}",
    "gap": {"one": "1 gap", "other": "{n} gaps"},
    "numbers.digits": "0123456789",
}
T = Language("en", PHRASES)


def test_braces_are_filled_in():
    assert T("hello", name="Ann") == "Hello Ann"
    assert T("hello") == "Hello {name}"


@pytest.mark.parametrize(("n", "words"), [(0, "0 gaps"), (1, "1 gap"), (2, "2 gaps"), (12345, "12,345 gaps")])
def test_a_number_chooses_its_form(n, words):
    assert T("gap", n=n) == words


def test_markup_stays_markup_and_text_is_escaped():
    t = Language("en", {"x": "<{mark}> & {text}"})
    assert t("x", mark=Markup("<b>1</b>"), text="<i>") == "&lt;<b>1</b>&gt; &amp; &lt;i&gt;"
    assert not isinstance(t("x", mark="<b>"), Markup)


def test_what_is_not_there_is_named():
    with pytest.raises(MissingPhraseError, match="nowhere"):
        T("nowhere")
    with pytest.raises(MissingPhraseError, match="gap"):
        Language("en", {"gap": {"one": "1 gap"}})("gap", n=2)


def test_digits_and_groups():
    t = Language("ar", {"numbers.digits": "٠١٢٣٤٥٦٧٨٩", "numbers.group": "٬"})
    assert [t.number(n) for n in (7, 1234, 12345)] == ["٧", "١٢٣٤", "١٢٬٣٤٥"]
    assert Language("en", {}).direction == "ltr"


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", "other one other other other other other"),
        ("fr", "one one other other other other other"),
        ("ru", "many one few many many one many"),
        ("pl", "many one few many many many many"),
        ("cs", "other one few other other other other"),
        ("ar", "zero one two few many many other"),
        ("he", "other one two other other other other"),
        ("ja", "other other other other other other other"),
        ("pt-BR", "one one other other other other other"),
    ],
)
def test_plural_categories(code, forms):
    """Of 0 1 2 5 11 21 100, from the charts of the Unicode CLDR."""
    t = Language(code, {})
    assert [t.category(n) for n in (0, 1, 2, 5, 11, 21, 100)] == forms.split()
    assert t.category(None) == "other"
    assert code.split("-")[0] in {*PLURALS, "en"}


@pytest.mark.parametrize("code", [path.stem for path in sorted(LANGUAGES.glob("*.yaml"))])
def test_every_language_is_complete(code, tmp_path):
    phrases, problems = load_language(tmp_path, code)
    assert problems == []
    assert phrases.keys() == default_phrases("en").keys()
    for key, phrase in default_phrases("en").items():
        assert isinstance(phrase, dict) == isinstance(phrases[key], dict), key
    assert len(phrases["numbers.digits"]) == 10


def test_a_site_changes_single_phrases(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "language.yaml").write_text("page:\n  next: Onward\nmine: My own\n", "utf-8")
    phrases, problems = load_language(tmp_path, "en")
    assert (phrases["page.next"], phrases["mine"], problems) == ("Onward", "My own", [])
    assert default_phrases("en")["page.next"] != "Onward"

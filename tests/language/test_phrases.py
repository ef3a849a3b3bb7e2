"""Phrases, plural forms, numbers."""

import pytest
from markupsafe import Markup

from gapmark.language.phrases import Language, MissingPhraseError
from gapmark.pipeline import make_site
from gapmark.project.load import load_project

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
    assert [t.number(n) for n in (7, 1234, 12345)] == ["٧", "١٬٢٣٤", "١٢٬٣٤٥"]
    assert Language("en", {}).direction == "ltr"


# ---------------------------------------------------------------- two languages


def test_the_text_is_marked_where_its_language_differs():
    t = Language("ar", {"direction": "rtl"}, "en")
    assert t.text_attributes == ' lang="en" dir="ltr"'
    assert t.own_attributes == ' lang="ar" dir="rtl"'
    assert t.of_text("a < b") == '<bdi lang="en" dir="ltr">a &lt; b</bdi>'
    assert t.isolated("https://example.org/") == '<bdi dir="ltr">https://example.org/</bdi>'
    german = Language("de", {}, "en")
    assert (german.text_attributes, german.isolated("w2")) == (' lang="en"', "w2")


@pytest.mark.parametrize("t", [Language("en", {}, "en"), Language("en", {}, "EN"), Language("en", {})])
def test_nothing_is_marked_where_it_is_the_same(t):
    assert (t.text_attributes, t.own_attributes, t.of_text("words"), t.isolated("w2")) == ("", "", "words", "w2")


def test_lists_have_the_commas_of_the_language():
    t = Language("ar", {"list.separator": "، "})
    assert t.listed("a", "", "b") == "a، b"
    assert t.listed("<a>", Markup("<b>b</b>")) == "&lt;a&gt;، <b>b</b>"
    assert Language("en", {}).listed("a", None) == "a"


def pages(project, old="", new=""):
    path = project / "content" / "site.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    return {
        file.path: file.data.decode() for file in make_site(load_project(project)).files if file.path.endswith(".html")
    }


def test_an_arabic_site_of_an_english_text(sample):
    found = pages(sample, "\nlanguage: en", "\nlanguage: ar")
    assert all('<html lang="ar" dir="rtl">' in html for html in found.values())
    battle = found["battle.html"]
    assert '<article class="text" lang="en" dir="ltr">' in battle
    assert ' lang="ar" dir="rtl">[نحو ١٠ كلمات مفقودة]</a>' in battle
    assert 'aria-label="الفقرة ١: رابط إلى هذا الموضع" lang="ar">١ </a>' in battle
    assert '<title lang="en" dir="ltr">Battle · Battle of Safira</title>' in battle
    assert 'id="w52"' in battle
    home = found["index.html"]
    assert '<h1><bdi lang="en" dir="ltr">Battle of Safira</bdi></h1>' in home
    assert "٢٥٩ كلمة، فجوة واحدة" in home
    assert '<svg class="timeline-drawing"' in home
    assert 'aria-describedby="timeline-desc" direction="ltr"' in home
    assert 'datetime="2013-02-06">٦ فبراير ٢٠١٣</time>' in found["timeline.html"]
    assert '<div class="received-text" lang="en" dir="ltr">' in found["source.html"]


def test_words_of_the_text_keep_their_marks_and_their_order(sample):
    found = pages(sample, "\nlanguage: en", "\nlanguage: ar")
    assert '<bdi lang="en" dir="ltr">“On 8 February”</bdi>' in found["timeline.html"]
    assert '<bdi lang="en" dir="ltr">rebel forces: <a' in found["index.html"]
    assert '<tspan lang="en">\u2066On 8 February\u2069</tspan></tspan>' in found["timeline.html"]
    assert ">[٢٠١٣، مستنتجة]</tspan>" in found["timeline.html"]
    assert "\u2066On 8 February\u2069 [٢٠١٣، مستنتجة]: \u2066Government forces" in found["timeline.html"]


def test_an_english_site_of_an_arabic_text(project):
    found = pages(project, "source:", "source:\n  language: ar")
    assert '<html lang="en" dir="ltr">' in found["battle.html"]
    assert '<article class="text" lang="ar" dir="rtl">' in found["battle.html"]
    assert '<bdi lang="en" dir="ltr">8 words, <a href="gaps.html">no gaps</a>, ' in found["battle.html"]


def test_labels_inside_a_sentence():
    assert Language("en", {"list.labels": "lower"}).listed_labels("Part of", "US losses") == "part of, US losses"
    assert Language("de", {"list.labels": "as_is"}).listed_labels("Teil von") == "Teil von"


def test_a_site_in_one_language_marks_nothing(project):
    html = "".join(pages(project).values())
    assert html.count("<bdi") == 0
    assert html.count(" lang=") == html.count("<html lang=") == html.count(" dir=")

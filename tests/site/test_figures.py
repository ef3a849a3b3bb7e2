"""Images put into pages as figures."""

import pytest
from helpers.markdown_page import page as manuscript

from gapmark.language.phrases import Language
from gapmark.markup.tree import serialise, text_of
from gapmark.model import Manuscript
from gapmark.project.phrases import default_phrases
from gapmark.site.figures import first_pictures, put_figures
from gapmark.text.figures import Figure
from gapmark.text.images import Image
from gapmark.text.markdown import parse_markdown
from gapmark.text.pages import EditedPage

T = Language("en", default_phrases("en"))
FIGURES = {
    "a.png": Figure("figures/a.png", Image("png", 4, 3), "The town", "A. Smith", "CC0", "https://example.org/cc0"),
    "b c.svg": Figure("figures/b c.svg", Image("svg", 8, 6), "", "B & C", "public domain", ""),
}


def parse(text):
    return parse_markdown(manuscript(text), gaps=()).tree


def put(text):
    tree = parse(text)
    put_figures(tree, FIGURES, T)
    return tree


def shape(text):
    """The page with each figure as [its address, and `lazy` where it is]."""
    tree = put(text)
    for parent in list(tree.iter()):
        for child in list(parent):
            if child.tag == "figure":
                image = child.find("a/img")
                child.text = " ".join(filter(None, ("[" + image.get("src"), image.get("loading")))) + "]"
                child[:] = []
    html = serialise(tree).replace("<figure>", "").replace("</figure>", "").replace("\n", "")
    return html.removeprefix("<div>").removesuffix("</div>")


def test_a_figure_whole():
    assert serialise(put("![A map](a.png)")).replace("\n", "") == (
        '<div><figure><a href="figures/a.png"><img src="figures/a.png" alt="A map" width="4" height="3"></a>'
        '<figcaption><span class="caption">The town</span> <span class="credit">Image: A. Smith; licence: '
        '<a rel="license" href="https://example.org/cc0">CC0</a></span></figcaption></figure></div>'
    )
    html = serialise(put("![](b%20c.svg){#plan .wide}"))
    assert '<figure id="plan" class="wide"><a href="figures/b%20c.svg" aria-label="Open the image by itself">' in html
    assert '<figcaption><span class="credit">Image: B &amp; C; licence: <span>public domain</span></span>' in html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![x](a.png)", "[figures/a.png]"),
        ("One.\n\n![x](a.png)\n\nTwo.", "<p>One.</p>[figures/a.png]<p>Two.</p>"),
        ("One ![x](a.png) two.", "<p>One  two.</p>[figures/a.png]"),
        ("![x](a.png) ![y](b%20c.svg)", "[figures/a.png][figures/b%20c.svg lazy]"),
        ("![x](a.png)\n\n![x](a.png)", "[figures/a.png][figures/a.png lazy]"),
        ("*One ![x](a.png)*", "<p><em>One </em></p>[figures/a.png]"),
        ("*![x](a.png)*", "[figures/a.png]"),
        ("## One ![x](a.png)", '<h2 id="one">One </h2>[figures/a.png]'),
        ("- ![x](a.png) one\n- two", "<ul><li>[figures/a.png] one</li><li>two</li></ul>"),
        ("- *![x](a.png)* one", "<ul><li>[figures/a.png] one</li></ul>"),
        ("> ![x](a.png)", "<blockquote>[figures/a.png]</blockquote>"),
        ("[one ![x](a.png)](b.md)", '<p><a href="b.md">one </a></p>[figures/a.png]'),
        ("![x](unknown.png)", '<p><img src="unknown.png" alt="x"></p>'),
    ],
)
def test_places(text, expected):
    assert shape(text) == expected


def test_an_image_that_an_editor_made_a_link_leads_there():
    html = serialise(put("[![x](a.png)](battle.md)"))
    assert '<figure><a href="battle.md"><img src="figures/a.png"' in html
    assert html.count("<a ") == 2


def test_captions_are_no_words_of_the_text():
    assert text_of(put("One.\n\n![x](a.png)\n\nTwo.")).split() == ["One.", "Two."]


def test_first_pictures():
    def page(name, text):
        return EditedPage(Manuscript(f"content/{name}.md", name, "", "other", 1, "", text, 1), parse(text), ())

    pages = [page("one", "![x](b%20c.svg)"), page("two", "![x](b%20c.svg) ![x](a.png)"), page("three", "Words.")]
    assert first_pictures(pages, FIGURES) == {"two.html": FIGURES["a.png"], "index.html": FIGURES["a.png"]}

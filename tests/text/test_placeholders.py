"""What stands in the tree is the true text of the page."""

import pytest
from helpers.markdown_page import inner, plain_text, read
from helpers.markdown_page import page as manuscript

from gapmark.compare.words import read_page_words
from gapmark.markup.tree import serialise
from gapmark.text.lines import PageLines


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a & b &copy; &amp;lt; 1 < 2", "<p>a &amp; b © &amp;lt; 1 &lt; 2</p>"),
        ("`a & b &amp; <c>`", "<p><code>a &amp; b &amp;amp; &lt;c&gt;</code></p>"),
        ('"It\'s" -- so...', "<p>“It’s” – so…</p>"),
        ('\\"a\\" \\*', '<p>"a" *</p>'),
        ("<http://x.org?a&amp;b>", '<p><a href="http://x.org?a&amp;b">http://x.org?a&amp;b</a></p>'),
        ("<me@x.org>", '<p><a href="mailto:me@x.org">me@x.org</a></p>'),
        ('[x](y.md#z "a &quot; b")', '<p><a href="y.md#z" title="a &quot; b">x</a></p>'),
        ("![a `<b>`](t.png)", '<p><img src="t.png" alt="a &lt;b&gt;"></p>'),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("    a <b>\n\n    c\n", "<pre><code>a &lt;b&gt;\n\nc\n</code></pre>"),
        ("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>"),
        ('HQ\n\n*[HQ]: A "b" &amp; c', '<p><abbr title="A &quot;b&quot; &amp; c">HQ</abbr></p>'),
        ("a {sic}\n\n## b {c}", '<p>a {sic}</p>\n<h2 id="b-c">b {c}</h2>'),
        ("## a {#b .c}\n\nd\n{: #e }", '<h2 id="b" class="c">a</h2>\n<p id="e">d</p>'),
        ("\\[TOC]", "<p>[TOC]</p>"),
        ("a [TOC] b", "<p>a [TOC] b</p>"),
        ("///Footnotes Go Here///", "<p>///Footnotes Go Here///</p>"),
        ("a \x02 \x0242\x03 \ufdd0\ufde0\ufdd1", "<p>a \x02 \x0242\x03 \ufdd0\ufde0\ufdd1</p>"),
    ],
)
def test_the_tree_has_true_text(body, expected):
    assert inner(body) == expected
    assert read(body).problems == ()


def test_the_contents_of_a_page_are_links_to_its_headings():
    html = inner("[TOC]\n\n## A *b* & `c<d>` -- [e](f.md)[^1]\n\n#### G\n\n## A {#z}\n\n[TOC]\n\n[^1]: h")
    assert html.startswith(
        '<div class="toc">\n<ul>\n<li><a href="#a-b-cd-e">A b &amp; c&lt;d&gt; – e</a>'
        '<ul>\n<li><a href="#g">G</a></li>\n</ul>\n</li>\n<li><a href="#z">A</a></li>\n</ul>\n</div>\n<h2'
    )
    assert html.count('<div class="toc">') == 1
    assert "<p>[TOC]</p>" in html
    assert inner("a\n\n[TOC]") == '<p>a</p>\n<div class="toc"></div>'


def test_the_contents_of_a_page_are_no_words_of_it_and_double_no_gap():
    body = "[TOC]\n\n## The [gap 1] war\n\nIt began."
    page = read(body)
    assert (page.gaps, page.problems) == ((1,), ())
    assert '<a href="#the-war">The [gap 1] war</a>' in serialise(page.tree)
    assert plain_text(page.tree) == "The [gap 1] war\nIt began."
    assert [(e.tag, line) for e, line in PageLines(manuscript(body), page.tree).blocks.items()] == [("h2", 7), ("p", 9)]
    published = read_page_words([("", page.tree)])
    assert [word.text for word in published.words if word.text[0].isalpha()] == ["The", "war", "It", "began"]


def test_gap_references_become_marks():
    page = read("a [gap 2]: b [Gap 1] c [gap3] [gap\n 4] \\[gap 5] \\\\[gap 6]\n\n[gap 2]: d")
    assert page.gaps == (2, 1, 3, 4, 6, 2)
    assert page.problems == ()
    assert '<a class="gap" data-gap="2">[gap 2]</a>: b <a class="gap" data-gap="1">[gap 1]</a>' in serialise(page.tree)
    assert plain_text(page.tree) == "a [gap 2]: b [gap 1] c [gap 3] [gap 4] [gap 5] \\[gap 6]\n[gap 2]: d"


@pytest.mark.parametrize("body", ["> " * 1500 + "a", "\n".join("    " * i + "* a" for i in range(80))])
def test_what_is_nested_too_deep_is_one_problem(body):
    page = read(f"a [gap 1]\n\n{body}")
    assert [p.code for p in page.problems] == ["P101"]
    assert page.problems[0].where.line >= 7

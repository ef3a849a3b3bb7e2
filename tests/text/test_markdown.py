"""Reading Markdown: the tree, what is refused, and that no text makes it fail."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.compare.words import read_page_words
from gapmark.text.lines import PageLines
from gapmark.text.markdown import parse_markdown
from gapmark.text.references import check_gap_references
from gapmark.text.tree import blocks, links, serialise


def plain_text(tree):
    return "\n".join(text for _, text in blocks(tree) if text)


def read(body, **options):
    return parse_markdown(body, path="content/p.md", first_line=5, **{"gaps": range(1, 10), **options})


def inner(body, **options):
    return serialise(read(body, **options).tree).removeprefix("<div>").removesuffix("</div>").strip()


def found(body, **options):
    return [(p.code, p.where.line) for p in read(body, **options).problems]


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


def test_table_cells_keep_their_alignment():
    assert '<td style="text-align: right;">2</td>' in inner("a | b\n--|--:\n1 | 2")


def test_raw_html_is_words_unless_it_is_allowed():
    body = "<div>a</div>\n\nb <b>c</b> <!-- d -->"
    assert inner(body) == "<p>&lt;div&gt;a&lt;/div&gt;</p>\n<p>b &lt;b&gt;c&lt;/b&gt; &lt;!– d –&gt;</p>"
    assert inner(body, allow_html=True) == "<div>a</div>\n<p>b <b>c</b> <!-- d --></p>"
    assert plain_text(read(body, allow_html=True).tree) == "b c"


def test_headings_begin_at_h2():
    assert inner("# a\n\n## b\n\n###### c") == '<h2 id="a">a</h2>\n<h3 id="b">b</h3>\n<h6 id="c">c</h6>'
    assert inner("## b") == '<h2 id="b">b</h2>'


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
    assert [(e.tag, line) for e, line in PageLines(body, 5, page.tree).blocks.items()] == [("h2", 7), ("p", 9)]
    published = read_page_words([("", page.tree)])
    assert [word.text for word in published.words if word.text[0].isalpha()] == ["The", "war", "It", "began"]


def test_footnotes_have_valid_ids_whatever_their_labels():
    html = inner("a[^my note] b[^my note]\n\n[^my note]: c")
    assert '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup>' in html
    assert '<sup id="fnref2:1">' in html
    assert '<li id="fn:1">' in html
    assert 'href="#fnref2:1"' in html


def test_footnotes_defined_in_footnotes_are_shown():
    assert "inner" in inner("a[^1]\n\n[^1]: b\n\n    > [^2]: inner")


def test_gap_references_become_marks():
    page = read("a [gap 2]: b [Gap 1] c [gap3] [gap\n 4] \\[gap 5] \\\\[gap 6]\n\n[gap 2]: d")
    assert page.gaps == (2, 1, 3, 4, 6, 2)
    assert page.problems == ()
    assert '<a class="gap" data-gap="2">[gap 2]</a>: b <a class="gap" data-gap="1">[gap 1]</a>' in serialise(page.tree)
    assert plain_text(page.tree) == "a [gap 2]: b [gap 1] c [gap 3] [gap 4] [gap 5] \\[gap 6]\n[gap 2]: d"


def test_links_are_listed_as_they_are_written():
    tree = read("[a](battle.md#x) ![b](t.png) [gap 1]").tree
    assert [(element.tag, target) for element, target in links(tree)] == [("a", "battle.md#x"), ("img", "t.png")]


# ---------------------------------------------------------------- problems


@pytest.mark.parametrize(
    "target",
    ["javascript:x", "JaVa&#10;Script:x", "&#106;avascript:x", "\x01javascript:x", "data:text/html,x", "vbscript:x",
     "//host/x", "\\\\\\\\host/x", "/\\host", "java&Tab;script:x", "file:///x", "javascript&colon;x"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["[a]({})", "![a]({})", "[a]({} 'b')", "[a][b]\n\n[b]: {}"])
def test_addresses_that_run_or_lead_elsewhere_are_refused(target, form):
    page = read(form.format(target))
    assert [p.code for p in page.problems if p.level == "error"][:1] in (["L002"], ["L003"])
    assert links(page.tree) == []


@pytest.mark.parametrize("target", ["https://x.org", "HTTP://x.org", "mailto:a@b.c", "battle.md#a:b", "#x", "a?b=c:d"])
def test_other_addresses_are_left(target):
    assert found(f"[a]({target})") == []


def test_images_of_other_hosts_are_refused():
    assert found("a\n\nb ![c](https://x.org/y.png)") == [("L003", 7)]
    assert found("![c](//x.org/y.png)") == [("L003", 5)]
    assert inner("![c](https://x.org/y.png)") == "<p><span>c</span></p>"


def test_a_link_inside_a_link_is_refused():
    assert ("L004", 5) in found("[a <https://b.c> d](e)")


def test_the_line_of_a_link_is_the_line_it_stands_on():
    assert found("one\ntwo\n\nthree\nfour [a](javascript:x)") == [("L002", 9)]


@pytest.mark.parametrize("written", ["onclick=alert(1)", "style='x'", "href=x", "data-gap=3", "title=x", "open"])
def test_attribute_lists_give_ids_and_classes_only(written):
    page = read(f"a [b](c){{: {written} #d .e }}")
    assert [p.code for p in page.problems] == ["P102"]
    assert serialise(page.tree[0]) == '<p>a <a href="c" id="d" class="e">b</a></p>'


@pytest.mark.parametrize("body", ["> " * 1500 + "a", "\n".join("    " * i + "* a" for i in range(80))])
def test_what_is_nested_too_deep_is_one_problem(body):
    page = read(f"a [gap 1]\n\n{body}")
    assert [p.code for p in page.problems] == ["P101"]
    assert page.problems[0].where.line >= 7


def test_each_idle_attribute_list_has_its_own_line():
    assert found("a\n{: x=y }\n\nb\n{: x=y }") == [("P102", 6), ("P102", 9)]


@pytest.mark.parametrize("name", ["gap", "toc", "footnote-ref", "footnote-backref", "footnote"])
def test_a_class_of_what_is_generated_can_t_be_given_to_words(name):
    page = read(f"a [b](c){{: .{name} }}\n{{: class='x {name}' }}")
    assert [p.code for p in page.problems] == ["P102", "P102"]
    assert serialise(page.tree[0]) == '<p>a <a href="c">b</a></p>'
    assert len(read_page_words([("", page.tree)]).words) == 2


def test_an_id_has_no_white_space():
    page = read("## a {: id='b c' }")
    assert [p.code for p in page.problems] == ["P102"]
    assert serialise(page.tree[0]) == '<h2 id="a">a</h2>'


def test_a_footnote_defined_twice_is_an_error_since_one_text_would_be_lost():
    assert found("a[^1]\n\n[^1]: b\n\n[^1]: c") == [("P103", 9)]


def test_an_id_used_twice_is_an_error():
    assert found("## a {#x}\n\n## b {#x}") == [("P104", 7)]


# ---------------------------------------------------------------- any text

MARKS = [
    *("*", "_", "`", "[", "]", "(", ")", "<", ">", "&", "&amp;", "#", "+", "-", ":", "|", "\\", "{", "}", "{:", "{#a"),
    *(".x", "!", "1.", "a", "b", '"', "'", "...", "<b>", "</div>", "<div>", "<!--", "-->", "[^1]", "[x](y)", "(z)"),
    *("[TOC]", "[gap 2]", "[gap  3]", "[gap x]", "\x02", "\x03", "\ufdd0", "\x0242\x03", "HQ"),
]
STARTS = [
    "\n",
    "\n\n",
    "\n    ",
    "\n> ",
    "\n* ",
    "\n: ",
    "\n[^1]: ",
    "\n[^2]: ",
    "\n# ",
    "\n\n[TOC]\n\n",
    "*[HQ]: x",
    "|a|b|\n|-|-|\n",
    "\r\n",
]
bodies = st.lists(st.one_of(st.sampled_from(MARKS + STARTS), st.text(max_size=4)), max_size=25).map("".join)


@settings(max_examples=15, deadline=None)
@given(bodies, st.booleans())
def test_no_body_makes_it_fail(body, allow_html):
    page = read(body, allow_html=allow_html)
    assert all(5 <= line <= 5 + body.count("\n") for line in PageLines(body, 5, page.tree).blocks.values())
    assert all(p.where.path == "content/p.md" for p in page.problems)
    list(check_gap_references([("content/p.md", body, 5, page)], (), {}))
    if not allow_html:
        assert "<b>" not in serialise(page.tree)
        assert not links(page.tree) or all(":" not in target for _, target in links(page.tree) if target[0] != "#")


def test_no_class_of_the_stylesheet_can_be_given():
    style = re.sub(
        r"/[*].*?[*]/",
        "",
        (Path(__file__).parent.parent.parent / "static" / "style.css").read_text("utf-8"),
        flags=re.S,
    )
    for name in set(re.findall(r"\.([a-z][a-z-]*)", style)) - {"wide"}:
        rendered = parse_markdown(f"Words.\n{{: .{name} }}\n", path="content/a.md", first_line=1, gaps=())
        assert [problem.code for problem in rendered.problems] == ["P102"], name


def test_a_footnote_holds_no_gap():
    rendered = parse_markdown("Text[^1].\n\n[^1]: Here [gap 1].\n", path="content/a.md", first_line=1, gaps={1})
    assert [(problem.code, problem.where.line) for problem in rendered.problems] == [("G004", 3)]

"""Reading Markdown: the tree, what is refused, and that no text makes it fail."""

import re
from pathlib import Path

from helpers.markdown_page import found, inner, plain_text, read
from helpers.markdown_page import page as manuscript
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.markup.tree import links, serialise
from gapmark.text.lines import PageLines
from gapmark.text.markdown import parse_markdown
from gapmark.text.references import check_gap_references


def test_raw_html_is_words_unless_it_is_allowed():
    body = "<div>a</div>\n\nb <sub>c</sub>"
    assert inner(body) == "<p>&lt;div&gt;a&lt;/div&gt;</p>\n<p>b &lt;sub&gt;c&lt;/sub&gt;</p>"
    assert inner(body, allow_html=True) == "<div>a</div>\n<p>b <sub>c</sub></p>"
    assert plain_text(read(body, allow_html=True).tree) == "b c"


def test_links_are_listed_as_they_are_written():
    tree = read("[a](battle.md#x) ![b](t.png) [gap 1]").tree
    assert [(element.tag, target) for element, target in links(tree)] == [("a", "battle.md#x"), ("img", "t.png")]


# ---------------------------------------------------------------- problems


def test_the_line_of_a_link_is_the_line_it_stands_on():
    assert found("one\ntwo\n\nthree\nfour [a](javascript:x)") == [("L002", 9)]


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
    assert all(5 <= line <= 5 + body.count("\n") for line in PageLines(manuscript(body), page.tree).blocks.values())
    assert all(p.where.path == "content/p.md" for p in page.problems)
    list(check_gap_references([manuscript(body)], (), {}))
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
        rendered = parse_markdown(manuscript(f"Words.\n{{: .{name} }}\n"), gaps=())
        assert [problem.code for problem in rendered.problems] == ["P102"], name


def test_a_footnote_holds_no_gap():
    rendered = parse_markdown(manuscript("Text[^1].\n\n[^1]: Here [gap 1].\n", first_line=1), gaps={1})
    assert [(problem.code, problem.where.line) for problem in rendered.problems] == [("G004", 3)]

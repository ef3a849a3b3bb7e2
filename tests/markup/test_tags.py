"""The tags of a finished page: one pattern reads them as Python's own parser does."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapmark.markup.tags import Event, _read_on, read_tags

PAGE = """<!doctype html>
<html lang="en"><head><title>A &amp; B</title>
<script>if (a < b) document.write("<p>" + '</p>')</script>
<STYLE media="print">p > b { color: red }</STYLE>
</head><body>
<!-- <p>no tag</p> --><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>
<img src="a.png" alt=""><br /><input disabled type="text"
 value="a &gt; b">x
"""


def joined(events):
    """Texts that touch are one, as it does not matter in how many parts they come."""
    for kind, group in groupby(events, key=lambda event: event.kind):
        found = list(group)
        yield from found if kind != "text" else [Event("text", "".join(event.words for event in found), (), 0)]


@pytest.mark.parametrize("end", ["", "</body></html>\n", "<b>&amp;</b><p", "<a href=x onclick='y'>z</a>", "<![x]><i>"])
def test_a_page(end):
    assert [*joined(read_tags(PAGE + end))] == [*joined(_read_on(PAGE + end, 1))]


def test_what_it_is_made_of():
    assert [*read_tags('a\n<A HREF="b&amp;c" hidden>d &lt;</a>\n<br/>')] == [
        Event("text", "a\n", (), 2),
        Event("start", "a", (("href", "b&c"), ("hidden", "")), 2),
        Event("text", "d <", (), 2),
        Event("end", "a", (), 2),
        Event("text", "\n", (), 3),
        Event("start", "br", (), 3),
    ]


PARTS = ("<", ">", "/", "p", "br", "script", "style", "<p>", "</p>", "<br/>", " id=", '"', "'", "x", "&amp;", "\n", "=")
PARTS += ("<script>", "</script>", "<style>", "</style", "<!--", "-->", "--", "<!doctype html>", ' a="b"', " c")


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_any_page(html):
    assert [*joined(read_tags(html))] == [*joined(_read_on(html, 1))]

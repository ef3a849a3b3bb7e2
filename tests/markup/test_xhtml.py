"""HTML written by hand, as the book has it: valid, and no word lost."""

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.exports.epub import _ChapterWriter
from gapmark.markup.xhtml import CHILDREN, KNOWN, OF_WORDS, PARENTS, PHRASES, to_xhtml


@pytest.mark.parametrize(
    ("html", "xhtml"),
    [
        ("<p>a <b>b</b><br/></p>", "<p>a <b>b</b><br/></p>"),
        ("<center><p>a <font color='red'>b</font></p></center>", "<div><p>a <span>b</span></p></div>"),
        ("<p><font>b</font></p>", "<p><span>b</span></p>"),
        ("<span><div>x</div></span>", "<span><span>x</span></span>"),
        ("<ul>text<li>one</li></ul>", "<div>text<div>one</div></div>"),
        ("<ul>\n<li value='2' type='a'>one</li></ul>", '<ul>\n<li value="2">one</li></ul>'),
        ("<table><tr>x<td>y</td></tr></table>", "<div><div>x<div>y</div></div></div>"),
        ("<table border='1'><tr><td align='left' colspan='2'>y</td></tr></table>",
         '<table><tr><td colspan="2">y</td></tr></table>'),
        ('<table><colgroup><col span="2"/></colgroup><tr><th scope="row">y</th></tr></table>',
         '<table><colgroup><col span="2"/></colgroup><tr><th scope="row">y</th></tr></table>'),
        ("<table><tr><td>y</td></tr><caption>x</caption></table>",
         "<div><div><div>y</div></div><div>x</div></div>"),
        ('<data value="3">three</data><bdo>x</bdo>', '<data value="3">three</data><span>x</span>'),
        ("<li>alone</li>", "<div>alone</div>"),
        ("<dl><li>x</li></dl>", "<div><div>x</div></div>"),
        ("<dl><dd>x</dd><dt>y</dt></dl>", "<div><div>x</div><div>y</div></div>"),
        ("<dl><dt>x</dt><dd>y</dd></dl>", "<dl><dt>x</dt><dd>y</dd></dl>"),
        ("<a:b @x='1' id='a b' onclick='x()'>c</a:b>", "<span>c</span>"),
        ("<a href='x'>a <a href='y'>b</a></a>", '<a href="x">a <span>b</span></a>'),
        ("<script>alert(1)</script><style>p{}</style>a<input/><embed/>", "a"),
        ('<img src="image-1.png" alt="A"/><img src="x.png" alt="a map"/>', '<img src="image-1.png" alt="A"/>a map'),
        ('<svg viewBox="0 0 1"><path d="M0 0" b:c="d"/></svg>', '<svg viewBox="0 0 1"><path d="M0 0"></path></svg>'),
    ],
)  # fmt: skip
def test_what_becomes_of_it(html, xhtml):
    assert to_xhtml(html) == xhtml


TAGS = st.sampled_from(
    ["p", "div", "span", "ul", "li", "table", "tr", "td", "dl", "dt", "a", "b", "h2", "center", "x-y"]
)
SOUP = st.lists(st.one_of(st.just("w "), TAGS.map("<{}>".format), TAGS.map("</{}>".format)), max_size=30).map("".join)


@given(SOUP)
@settings(max_examples=60, deadline=None)
def test_every_element_stands_where_it_can(soup):
    html = _ChapterWriter("a.html", (), {}).rewrite(soup)
    tree = ET.fromstring(f"<div>{to_xhtml(html)}</div>")
    assert "".join(tree.itertext()) == re.sub("<[^>]*>", "", soup)
    for parent in tree.iter():
        for child in parent:
            assert child.tag in KNOWN
            assert parent.tag in PARENTS.get(child.tag, (parent.tag,))
            assert child.tag in CHILDREN.get(parent.tag, (child.tag,))
            assert parent.tag not in OF_WORDS or child.tag in PHRASES

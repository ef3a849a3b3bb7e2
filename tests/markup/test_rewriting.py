"""HTML written again: its tags with other names and attributes, well-formed whatever it was."""

import pytest

from gapmark.markup.rewriting import rewrite


def as_it_is(tag, values):
    return ("" if tag == "font" else tag), values


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>one<li>two</ul><p>x", "<ul><li>one<li>two</li></li></ul><p>x</p>"),
        ("</b>x<b>y<i>z</b>", "x<b>y<i>z</i></b>"),
        ("<p>a<br>b &nbsp;&lt;</p>", "<p>a<br/>b \xa0&lt;</p>"),
        ('<P hidden Title="a&quot;">b</P>', '<p hidden="" title="a&quot;">b</p>'),
        ("<p><font size=2>a <b>b</b></font></p>", "<p>a <b>b</b></p>"),
    ],
)
def test_a_page_written_again(html, expected):
    assert rewrite(html, as_it_is, "/>") == expected

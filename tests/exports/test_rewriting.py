"""Pages written again are well-formed, whatever an editor's own HTML was."""

import pytest

from gapmark.exports.rewriting import PageWriter, heading_of, main_of, panel_of


class Plain(PageWriter):
    def attributes(self, tag, values):
        yield from values.items()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>one<li>two</ul><p>x", "<ul><li>one</li><li>two</li></ul><p>x</p>"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>d", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>d"),
        ("<dl><dt>a<dd>b<dt>c</dl>d", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>d"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"),
        ("<p>a<p>b<ul><li>c</ul>", "<p>a</p><p>b</p><ul><li>c</li></ul>"),
        ("</b>x<b>y<i>z</b>", "x<b>y<i>z</i></b>"),
        ("<p>a<br>b</p>", "<p>a<br>b</p>"),
    ],
)
def test_what_is_left_open_is_closed(html, expected):
    assert Plain("a.html").rewrite(html) == expected


def test_parts_of_a_page():
    page = '<main id="text"><h1>A <i>b</i> &amp; c</h1></main><section class="panel"><p>y</p></section>'
    assert main_of(page) == "<h1>A <i>b</i> &amp; c</h1>"
    assert heading_of(main_of(page)) == "A b &amp; c"
    assert panel_of(page) == '<section class="panel"><p>y</p></section>'
    assert (main_of("x"), heading_of("x"), panel_of("x")) == ("", "", "")

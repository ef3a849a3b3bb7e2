"""Chapters: what stands in the finished pages, and where their links lead."""

import pytest

from gapmark.exports.chapters import LEFT_OUT, heading_of, linked_pages, main_of, place_of


def test_parts_of_a_page():
    page = '<main id="text"><h1>A <i>b</i> &amp; c</h1></main><section class="panel"><p>y</p></section>'
    assert main_of(page) == "<h1>A <i>b</i> &amp; c</h1>"
    assert heading_of(main_of(page)) == "A b &amp; c"
    assert (main_of("x"), heading_of("x")) == ("", "")


def test_a_page_depends_only_on_the_pages_that_it_leads_to():
    html = """<a href="b%20c.html#x">1</a> <a HREF='d.html'>2</a> <a href=e.html>3</a> <a href="#f">4</a>"""
    pages = ("a.html", "b c.html", "d.html", "e.html", "f.html")
    assert linked_pages("a.html", html, pages) == ["a.html", "b c.html", "d.html", "e.html"]


@pytest.mark.parametrize(
    ("href", "place"),
    [
        ("#x", ("a.html", "x")),
        ("b%20c.html#%C3%A9", ("b c.html", "é")),
        ("https://example.org/#x", None),
        ("mailto:a@example.org", None),
    ],
)
def test_where_a_link_leads(href, place):
    assert place_of("a.html", href) == place


def test_lists_of_links_and_switches_are_left_out():
    html = '<nav class="steps"><ol><li>a</li></ol></nav><p>b<a class="address to-source" href="x">S</a></p>'
    assert LEFT_OUT.sub("", f'{html}<p class="with-words web-only"><input></p>') == "<p>b</p>"

"""The tags and texts of a page in order."""

import pytest

from gapmark.markup.tags import Event, read_tags


def test_what_it_is_made_of():
    assert [*read_tags('a\n<A HREF="b&amp;c" hidden>d &lt;</a>\n<br/>')] == [
        Event("text", "a\n", (), 1),
        Event("start", "a", (("href", "b&c"), ("hidden", "")), 2),
        Event("text", "d <", (), 2),
        Event("end", "a", (), 2),
        Event("text", "\n", (), 2),
        Event("start", "br", (), 3),
    ]


@pytest.mark.parametrize(
    ("html", "events"),
    [
        ("<script>if (a < b) '<p>'</script>", [("start", "script"), ("text", "if (a < b) '<p>'"), ("end", "script")]),
        ("<!-- <p> --><![x]><i>", [("start", "i")]),
        ("<path d='M0 0'/>", [("start", "path"), ("end", "path")]),
    ],
)
def test_what_is_no_tag(html, events):
    assert [event[:2] for event in read_tags(html)] == events

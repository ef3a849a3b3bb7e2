"""Where the elements of a page are written in its Markdown."""

import pytest

from gapmark.markup.tree import links
from gapmark.model import Manuscript
from gapmark.text.finder import Finder
from gapmark.text.markdown import parse_markdown


def places(body):
    """Line and column of each link and image of a page whose body begins on line 5."""
    page = Manuscript("content/a.md", "a", "A", "own", 1, "", body, 5)
    tree = parse_markdown(page, gaps=()).tree
    finder = Finder(page, tree)
    found = [finder.find(element, target) for element, target in links(tree) if target[0] != "#"]
    return [(where.line, where.column) for where in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[x](a.md)\n[y](a.md)", [(5, 5), (6, 5)]),
        ("[x](a.md) [y](a.md)\n\n[z](a.md)", [(5, 5), (5, 15), (7, 5)]),
        ("`](a.md)`\n\nwords\n\n[x](a.md)", [(9, 5)]),
        ("the words a.md, and [x](<a.md> 'title')", [(5, 26)]),
        ("[one][x] [two][x]\n\n[x]: a.md", [(7, 6), (7, 6)]),
        ("One[^1]. [x](a.md)\n\n[^1]: Two [y](a.md)\n\nThree [z](a.md)", [(5, 14), (9, 11), (7, 15)]),
        ("[a [b](a.md) c](a.md) [d](a.md)", [(5, 17), (5, 27)]),
        ("![x](a.png)\n![x](a.png)\n[![x](a.png)](b.md)", [(5, 6), (6, 6), (7, 15), (7, 7)]),
        (
            "- [x](a.md)\n- [x](a.md)\n\n| a | b |\n|---|---|\n| [x](a.md) | [y](a.md) |",
            [(5, 7), (6, 7), (10, 7), (10, 19)],
        ),
    ],
)
def test_each_link_has_its_own_place(body, expected):
    assert places(body) == expected


def test_what_is_not_found_has_the_place_of_its_block():
    page = Manuscript("content/a.md", "a", "A", "own", 1, "", "Words.\n\nMore <b>words</b>.", 5)
    tree = parse_markdown(page, gaps=()).tree
    assert str(Finder(page, tree).find(tree[1], "nothing")) == "content/a.md:7:1"


def test_an_image_begins_with_its_sign():
    page = Manuscript("content/a.md", "a", "A", "own", 1, "", "![x](a.png)\n[![x](a.png)](b.md)", 5)
    tree = parse_markdown(page, gaps=()).tree
    assert [str(Finder(page, tree).find_image(image)) for image in tree.iter("img")] == [
        "content/a.md:5:1",
        "content/a.md:6:2",
    ]

"""The lines on which the blocks and words of a page stand."""

from xml.etree.ElementTree import fromstring

from helpers.markdown_page import page

from gapmark.markup.tree import blocks
from gapmark.text.lines import PageLines, count_words, find_row, read_words
from gapmark.text.markdown import parse_markdown

PAGE = """\
The *battle* of Safira
began.[^n] More [link](https://example.org/a/b/c) words.

![An image of a tank](tank.png) The army stood.

* item one
* *R*einforcements two

    Second paragraph of it
* item three

[^n]: The army stood. See note.

    Second paragraph of the note.

## Aftermath ##

1. The first
2. The second
   goes on

Term
:   A definition

> Quoted words

a | b
--|--
The | army

The army stood. (again)
"""


def lines():
    tree = parse_markdown(page(PAGE, first_line=10), gaps=()).tree
    located = PageLines(page(PAGE, first_line=10), tree).blocks
    return [(element.tag, " ".join(text.split()[:2]), located[element]) for element, text in blocks(tree)]


def test_each_block_has_the_line_it_begins_on():
    assert lines() == [
        ("p", "The battle", 10),
        ("p", "The army", 13),
        ("li", "item one", 15),
        ("li", "", 16),
        ("p", "Reinforcements two", 16),
        ("p", "Second paragraph", 18),
        ("li", "", 19),
        ("p", "item three", 19),
        ("h2", "Aftermath", 25),
        ("li", "The first", 27),
        ("li", "The second", 28),
        ("dt", "Term", 31),
        ("dd", "A definition", 32),
        ("p", "Quoted words", 34),
        ("th", "a", 36),
        ("th", "b", 36),
        ("td", "The", 38),
        ("td", "army", 38),
        ("p", "The army", 40),
        ("li", "", 21),
        ("p", "The army", 21),
        ("p", "Second paragraph", 23),
    ]


def test_a_block_that_is_not_found_has_the_line_of_the_one_before():
    tree = fromstring("<div><p>one two</p><p>never written</p><p>three</p></div>")
    assert list(PageLines(page("\none two\n\nthree", first_line=1), tree).blocks.values()) == [2, 2, 4]


def test_words_are_found_in_a_row_at_the_places_of_the_rarest():
    words = read_words(page("the army and the army of the north"))
    assert [*find_row(("the", "army"), words.words, words.indexes)] == [0, 3]
    assert [*find_row(("of", "the", "north"), words.words, words.indexes)] == [5]
    assert [*find_row(("the", "south"), words.words, words.indexes)] == []
    assert [*find_row((), words.words, words.indexes)] == []


def test_words_are_counted():
    assert count_words("On 5 May – he fled. …") == 5

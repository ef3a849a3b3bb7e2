"""The tree: exact HTML, the text of blocks, and their lines."""

from xml.etree.ElementTree import Element, SubElement, fromstring

from gapmark.text.markdown import parse_markdown
from gapmark.text.tree import blocks, locate_blocks, plain_text, serialise

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
    tree = parse_markdown(PAGE, path="p.md", first_line=10, gaps=()).tree
    located = locate_blocks(PAGE, 10, tree)
    return [(element.tag, " ".join(text.split()[:2]), located[element]) for element, text in blocks(tree)]


def test_each_block_has_the_line_it_begins_on():
    assert lines() == [
        ("p", "The battle", 10),
        ("p", "The army", 13),
        ("li", "item one", 15),
        ("li", "", 16),
        ("p", "Reinforcements two", 16),
        ("p", "Second paragraph", 18),
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
    assert list(locate_blocks("\none two\n\nthree", 1, tree).values()) == [2, 2, 4]


def test_text_is_taken_block_by_block():
    tree = fromstring("<div><ul><li>a <em>b</em><ul><li>c</li></ul></li></ul><p>d<br/>e</p>f</div>")
    assert [text for _, text in blocks(tree)] == ["a b", "c", "de"]
    assert plain_text(tree) == "a b\nc\nde"


def test_html_is_exact():
    element = Element("p", {"id": 'a"<&amp;'})
    element.text = "&amp; <b>"
    SubElement(element, "br").tail = "&copy;"
    element.tail = "left out"
    assert serialise(element) == '<p id="a&quot;&lt;&amp;amp;">&amp;amp; &lt;b&gt;<br>&amp;copy;</p>'


def test_depth_needs_no_recursion():
    root = inner = Element("div")
    for _ in range(5000):
        inner = SubElement(inner, "blockquote")
    assert serialise(root).count("<blockquote>") == 5000
    assert locate_blocks("", 1, root) == {}

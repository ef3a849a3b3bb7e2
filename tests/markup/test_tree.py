"""The tree: exact HTML, and the text of its blocks."""

from xml.etree.ElementTree import Element, SubElement, fromstring

from gapmark.markup.tree import blocks, serialise, text_of


def test_text_is_taken_block_by_block():
    tree = fromstring("<div><ul><li>a <em>b</em><ul><li>c</li></ul></li></ul><p>d<br/>e</p>f</div>")
    assert [text for _, text in blocks(tree)] == ["a b", "c", "de"]


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
    inner.text = "deep"
    assert text_of(root) == "deep"
    assert serialise(root).count("<blockquote>") == 5000


def test_the_text_of_a_page_has_no_gap_and_nothing_that_was_generated():
    parts = '<p>one<a class="gap supplied">gap</a> two<a class="address">1</a><a class="footnote-ref">2</a></p>'
    more = '<figure><figcaption>caption</figcaption></figure><div class="toc">contents</div><p>three</p>'
    assert text_of(fromstring(f"<div>{parts}{more}</div>")) == "one twothree"

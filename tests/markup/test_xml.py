"""Trees of XML: what no file can hold is shown, nothing is empty."""

import xml.etree.ElementTree as ET

import pytest

from gapmark.markup.xml import add, add_text, shown, to_bytes


@pytest.mark.parametrize(
    ("text", "sign"), [("a\x07b", "a\u2407b"), ("\ufffe", "\ufffd"), ("\t\n\x7f\u200f", "\t\n\x7f\u200f")]
)
def test_characters(text, sign):
    assert shown(text) == sign


def test_elements():
    root = ET.Element("a")
    add(root, "b", "]]> & <", {"x": "\x01", "y": ""})
    add_text(root, "  one\n two ")
    add(root, "c")
    add_text(root, "end")
    data = to_bytes(root)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    assert data.decode() == f'{declaration}<a><b x="\u2401">]]&gt; &amp; &lt;</b> one two <c />end</a>\n'
    assert "".join(ET.fromstring(data).itertext()) == "]]> & < one two end"

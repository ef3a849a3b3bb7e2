"""Lists come out as on GitHub, which reads CommonMark."""

from xml.etree.ElementTree import tostring

import pytest
from helpers.markdown_page import page

from gapmark.text.list_lines import lay_out_lists
from gapmark.text.markdown import parse_markdown


def html(text):
    tree = parse_markdown(page(text), gaps=(1,)).tree
    return "".join(tostring(child, encoding="unicode") for child in tree).replace("\n", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ships:\n- Ark\n- Swan", "<p>Ships:</p><ul><li>Ark</li><li>Swan</li></ul>"),
        ("Ships:\n1. Ark\n2. Swan", "<p>Ships:</p><ol><li>Ark</li><li>Swan</li></ol>"),
        ("It was in\n1939. Then", "<p>It was in1939. Then</p>"),
        ("5. x\n6. y", '<ol start="5"><li>x</li><li>y</li></ol>'),
        ("1. a\n\n* b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
        ("1. a\n* b", "<ol><li>a</li></ol><ul><li>b</li></ul>"),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("- a\n    - b\n        - c", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul>"),
        ("1. a\n   - b\n   - c\n2. d", "<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>"),
        ("1. a\n   1. b\n2. c", "<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>"),
        ("- a\n  goes on\nlazily\n- b", "<ul><li>agoes onlazily</li><li>b</li></ul>"),
        ("- a\n\n  more\n- b", "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"),
        ("- a\n\nwords", "<ul><li>a</li></ul><p>words</p>"),
        ("> said\n- a", "<blockquote><p>said</p></blockquote><ul><li>a</li></ul>"),
        ("words\n\n---\n\n- - -", "<p>words</p><hr /><hr />"),
        ("a - b\n-c\n-1", "<p>a - b-c-1</p>"),
    ],
)
def test_a_list_is_one(text, expected):
    assert html(text) == expected


def test_lines_that_need_no_change_have_none():
    lines = ["words", "", "* a", "    * b", "", "[^1]: note", "", "    - in the note", "", "    code"]
    assert lay_out_lists(lines) == lines

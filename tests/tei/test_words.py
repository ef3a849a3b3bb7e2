"""What stands where in the texts of the pages."""

from xml.etree.ElementTree import Element

import pytest
from helpers.small_edition import edited, record

from gapmark.tei.words import Insets


def insets(*edits):
    return Insets(record(edited(*edits))[0])


def filled(made, title):
    """The texts of the paragraphs of a page as XML without what tells tokens from one another."""
    page = [page.manuscript.title for page in made.record.edition.compared].index(title)
    parent = Element("p")
    for key in sorted((key for key in made.words if key[0] == page and key[1] >= 0), key=lambda key: key[1:]):
        element = [*made.record.edition.compared[page].tree.iter()][key[1]]
        made.fill(parent, key, getattr(element, key[2]))
    return inner(parent)


def inner(element):
    parts = [element.text or ""]
    for child in element:
        shown = inner(child)
        parts += [shown if child.tag in ("w", "pc") else f"<{child.tag}>{shown}</{child.tag}>", child.tail or ""]
    return "".join(parts)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("small", "small"), "army was small."),
        (("small", "large"), "army was <choice><sic>small</sic><corr>large</corr></choice>."),
        (("was small", "was very small"), "army was <supplied>very</supplied> small."),
        (("army was", "army"), "army <surplus>was</surplus>small."),
    ],
)
def test_changes_stand_where_they_were_made(edit, expected):
    assert filled(insets(edit), "Background").endswith(expected)


def test_names_and_dates_are_put_round_words_of_the_source_only_and_once():
    made = insets(("siege of Ulm", "siege of old Ulm"))
    words = [word.text for word in made.published]
    at = words.index("siege")
    assert not made.wrap(at, at + 2, Element("x"))  # old is no word of the source
    assert made.wrap(at, at + 1, Element("name"))
    assert not made.wrap(at + 1, at + 1, Element("x"))  # is in the name already
    assert "<name>siege of</name>" in filled(made, "Background")


def test_what_is_parted_by_mark_up_is_not_put_into_one_element():
    made = insets(("siege of Ulm", "siege *of* Ulm"))
    at = [word.text for word in made.published].index("siege")
    assert not made.wrap(at, at + 1, Element("x"))


def test_each_sentence_has_its_anchor():
    made = insets()
    anchors = [element for found in made.beside.values() for element in found if element.tag == "anchor"]
    assert {anchor.get("xml:id") for anchor in anchors} == {a.address for a in made.record.addresses.anchors}

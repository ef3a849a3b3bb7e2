"""What looks different and reads the same is counted by rule."""

import pytest
from helpers.small_edition import PAGES, edited, record


def rules(pages, **options):
    made, _ = record(pages, **options)
    return {rule.name: (rule.count, rule.source, rule.published) for rule in made.typography}


def more(*edits):
    """The rules that these edits add to those of the unchanged pages."""
    plain = rules(PAGES)
    return {name: rule for name, rule in rules(edited(*edits)).items() if plain.get(name) != rule}


def test_unchanged_pages():
    assert rules(PAGES) == {
        "joined": (7, "1805 .", "1805."),
        "quotes": (1, "Mack's", "Mack’s"),
        "heading_title": (2, "Battle", "Battle"),
    }


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("guns", '"guns"'), {"marks": (2, "", "“"), "spacing": (1, " guns", "guns")}),
        (("fire. The", "fire.\n\nThe"), {"paragraph_added": (1, "fire. The", "fire. ¶ The")}),
        (("On 16", "## Guns\n\nOn 16"), {"heading_added": (1, "", "Guns")}),
        (("held the", "held -- the"), {"marks": (1, "", "–")}),
        (("[gap 1] and", "[gap 1]and"), {"spacing": (1, " and", "and")}),
    ],
)
def test_rules(edit, expected):
    assert more(edit) == expected


def test_a_heading_left_out():
    pages = (("Ulm", "\n\n".join(body for _, body, *_ in PAGES)),)
    assert rules(pages)["heading_removed"] == (2, "Battle · Aftermath", "")


def test_a_page_with_a_title_of_its_own():
    pages = (PAGES[0], ("Fighting", PAGES[1][1]), PAGES[2])
    found = rules(pages)
    assert found["heading_retitled"] == (1, "Battle", "Fighting")
    assert "heading_removed" not in found


def test_italics_and_joined_paragraphs():
    source = "@@1 He read ' ' The Times ' ' there . # Two # * one * two"
    pages = (("A", "He read *The Times* there."), ("Two", "one two"))
    found = rules(pages, source=source)
    assert found["italics"] == (1, "' '", "*")
    assert found["paragraph_removed"][0] == 1


def test_dashes_and_ellipses():
    found = rules((("A", "It was -- so he said ... late."),), source="@@1 It was -- so he said ... late .")
    assert (found["dashes"][0], found["ellipses"][0]) == (1, 1)


def test_pages_in_another_order():
    assert rules([PAGES[n] for n in (0, 2, 1)])["order"][0] == 1


def test_a_sign_that_is_a_word_is_no_gap():
    source = "@@1 Write to me @ , it said . The old guns opened fire ."
    found = rules((("Text", "Write to me @, it said. The old guns opened fire."),), source=source)
    assert found["joined"][1:] == ("@ ,", "@,")

"""Headings that moved past words, and words that moved past headings, where no word is out of order."""

import pytest
from compare.test_headings import PAGES, SOURCE, edited
from helpers.small_edition import readings, record

FLED = "Some men fled to the hills."
ENDS = "The garrison answered them until the evening."
ARMY = "An army was small and ill."
STONE = "A stone was set up in 1905."


@pytest.mark.parametrize(
    ("edits", "moved"),
    [
        ([(f" {FLED}", ""), ("A stone", f"{FLED} A stone")], FLED),
        ([(f"{STONE} ", ""), ("hills.", f"hills. {STONE}")], STONE),
        ([(f" {ENDS}", ""), ("## The end", f"{ENDS}\n\n## The end")], ENDS),
        ([(f" {ARMY}", ""), ("The guns", f"{ARMY} The guns")], ARMY),
        ([("## Prelude\n\n", ""), (" The old walls", "\n\n## Prelude\n\nThe old walls")], "Prelude"),
        ([("## The end\n\n", ""), (ENDS, f"{ENDS}\n\n## The end")], "The end"),
        ([("## Memory\n\n", ""), ("any more.", "any more.\n\n## Memory")], "Memory"),
    ],
    ids=("below", "above", "to the next page", "under a title", "a heading", "to the page before", "to the end"),
)  # fmt: skip
def test_what_moved_past_a_heading_is_told(edits, moved):
    assert readings(edited(*edits), SOURCE) == [("move", moved, moved)]


def test_headings_that_changed_places_are_told():
    pages = edited(("## The end", "## X"), ("## Memory", "## The end"), ("## X", "## Memory"))
    assert {source for _, source, _ in readings(pages, SOURCE)} == {"The end", "Memory"}


def test_a_section_that_goes_on_on_a_page_of_its_own_has_not_moved():
    body = PAGES[2][1]
    page, rest = body[: body.index("It was moved")], body[body.index("It was moved") :]
    assert readings((*PAGES[:2], ("After", page), ("Later", rest)), SOURCE) == []


def test_a_heading_of_the_editors_own_parts_nothing():
    assert readings(edited((f" {FLED}", f"\n\n## Later\n\n{FLED}")), SOURCE) == []


def test_a_section_without_its_heading_stands_under_the_one_before():
    assert readings(edited(("## Memory\n\n", "")), SOURCE) == []


def test_both_places_of_a_moved_heading_are_named():
    made, _ = record(edited(("## Memory\n\n", ""), ("any more.", "any more.\n\n## Memory")), SOURCE)
    (change,) = made.changes
    assert (change.before, change.after) == ("to the hills.", "A stone was set")
    assert made.comparison.published.words[change.first_word - 1].text == "."

"""The entries of the apparatus: places on both sides, and lines."""

import pytest
from helpers.small_edition import AFTERMATH, PAGES, edited, record

from gapmark.site.change_list import change_entries
from gapmark.site.template_records import Part

PARTS = [Part(1, f"{title.lower()}.html", title, "other", "", 0, 0, 0) for title, *_ in PAGES]
SUPPLIED = {
    "gap": 1,
    "words": "for a day",
    "witness": {"title": "A chronicle", "address": "MS 12", "revision": "r7", "date": ""},
    "editor": "A. Editor",
    "date": "2024-05-01",
}


def entries(*edits, shown=True, **options):
    made, _ = record(edited(*edits), **options)
    return list(change_entries(made, PARTS, shown=shown))


def test_places():
    (entry,) = entries(("fire. The army", "fire.\n\nA army"))
    assert (entry.page.title, entry.href, entry.address) == ("Battle", "battle.html#change-w27", "w27")
    assert (entry.source_href, entry.path, entry.line) == ("source.html#w27", "content/battle.md", 8)


def test_without_marks_the_paragraph_is_led_to():
    (entry,) = entries(("guns", "cannons"), shown=False)
    assert entry.href == "battle.html#w19"


def test_a_section_of_which_nothing_is_left_is_named():
    (entry,) = entries((AFTERMATH, ""))
    assert entry.sections == ("Aftermath",)
    made, _ = record(PAGES[1:])
    assert [entry.sections for entry in change_entries(made, PARTS[1:], shown=True)] == [("",)]
    (entry,) = entries((" Few men fled.", ""))
    assert entry.sections == ()


@pytest.mark.parametrize("shown", [True, False])
def test_what_was_cut_is_told_of_on_its_page(shown):
    (entry,) = entries((" Few men fled.", ""), shown=shown)
    assert (entry.page.title, entry.line) == ("Battle", 6)
    (entry,) = entries((AFTERMATH, ""), shown=shown)
    assert entry.page.title == "Aftermath"


def test_both_readings_stand_among_their_own_words():
    (entry,) = entries(("the guns opened", "our cannons opened"))
    assert (entry.published_before, entry.published_after) == ("On 16 October", "opened fire. The")
    first, second = entries(("guns", "cannons"), ("The army", "Our men"))
    assert (first.published_after, second.published_before) == ("opened fire. Our", "cannons opened fire.")
    assert (first.after, second.before) == ("opened fire. The", "guns opened fire.")


def test_an_omission_stands_between_words_of_its_page():
    (entry,) = entries((" Few men fled.", ""))
    assert (entry.published_before, entry.published, entry.published_after) == ("and fell back.", "", "")
    (entry,) = entries(("On 16 October the guns opened fire. ", ""))
    assert (entry.published_before, entry.published_after) == ("", "The army held the")


def test_a_change_has_the_number_of_its_paragraph():
    (entry,) = entries(("fire. The army", "fire.\n\nA army"))
    assert (entry.number, entry.paragraph) == (1, 2)


def test_supplied_words_are_an_entry():
    found = entries(("guns", "cannons"), ("Few", "Many"), supplied=[SUPPLIED])
    assert [entry.kind for entry in found] == ["correction", "supplied", "correction"]
    given = found[1]
    assert (given.source, given.published, given.href) == ("[gap 1]", "[for a day]", "battle.html#gap-1")
    assert given.reason == "A chronicle, MS 12, r7 (A. Editor, 2024-05-01)"

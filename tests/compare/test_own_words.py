"""What on the pages is the editor's own: each kind is named with its words."""

import pytest
from compare.test_headings import PAGES, SOURCE, edited
from helpers import small_edition
from helpers.plain import read
from helpers.small_edition import readings, record

from gapmark.compare.own_words import find_own
from gapmark.compare.record import compare
from gapmark.model import Manuscript
from gapmark.text.pages import parse_edition


def own(*edits, figures=None):
    made, problems = record(edited(*edits), SOURCE)
    assert not problems
    return [(one.kind, one.words) for one in find_own(made, figures or {}) if one.kind != "title"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("## Memory", "## Memory\n\n## Atrocities", [("heading", "Atrocities")]),
        ("A stone", "## Today\n\nA stone", [("heading", "Today")]),
        ("The guns opened", "The *guns* **opened**", [("emphasis", "guns opened")]),
        ("garrison", '"garrison"', [("marks", "The “garrison"), ("marks", "garrison” answered")]),
        ("A stone", "> A stone", [("quotation", PAGES[2][1].partition("## Memory\n\n")[2])]),
        ("evening.", "evening.[^1]\n\n[^1]: So *one* says.", [("note", "So one says.")]),
        ("The garrison", '[The garrison](after.md "Two regiments")', [("link_title", "Two regiments")]),
        ("The guns opened fire on 16 October.", "## The guns opened fire on 16 October.\n\n",
         [("made_heading", "The guns opened fire on 16 October.")]),
        ("The guns", "The guns", []),
    ],
)  # fmt: skip
def test_what_is_the_editors_own_is_named_and_changes_no_word(old, new, expected):
    assert own((old, new)) == expected
    assert readings(edited((old, new)), SOURCE) == []


def test_titles_of_the_editors_own():
    made, _ = record(PAGES, SOURCE)
    assert [one.words for one in find_own(made, {}) if one.kind == "title"] == ["Background", "After"]


def test_italics_of_the_source_are_no_emphasis_added():
    source = "@@1 The ship ' Victory ' came into the harbour . # The end # It was over ."
    made, _ = record((("A", "The ship *Victory* came *into* the harbour."), ("The end", "It was over.")), source)
    assert [(one.kind, one.words) for one in find_own(made, {})] == [("title", "A"), ("emphasis", "into")]


@pytest.mark.parametrize("written", ['"[gap 1]"', "-- [gap 1]", "([gap 1])", "\n\n[gap 1]", "[gap 1]\n\n", "*[gap 1]*"])
def test_marks_at_a_gap_are_told_with_its_reference(written):
    made, _ = small_edition.record(small_edition.edited(("[gap 1]", written)))
    own = find_own(made, {})
    told = [*(text for change in made.changes for text in change), *(rule.source for rule in made.typography)]
    told += [rule.published for rule in made.typography] + [one.words for one in own]
    assert all(str(text).isprintable() for text in told)
    assert made.changes or own[1:] or "\n" in written


def test_what_a_received_markdown_text_sets_apart_is_its_own():
    text = "# A letter\n\nMy *dear* brother, the town **fell** in 1805.\n\n> We yield, he said, and that was all.\n"
    document = read(text, "a.md")
    for body, expected in ((text, []), (text.replace("brother", "*brother*"), [("emphasis", "brother")])):
        page = Manuscript("content/a.md", "a", "A letter", "other", 1, "", body.partition("\n\n")[2], 6)
        made = compare(parse_edition(document, [page], allow_html=False), [], [], strict=False)
        assert [(one.kind, one.words) for one in find_own(made, {})] == expected

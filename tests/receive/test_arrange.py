"""Which section goes on which page."""

from pathlib import Path

import pytest

from gapmark.model import Source
from gapmark.project.folder import read_folder
from gapmark.project.settings import load_headings
from gapmark.receive.arrange import arrange, find_roles, guess_title
from gapmark.source.sections import parse_document

HEADINGS = load_headings(read_folder(Path("nowhere")))[0]


def document(text, source_id="12"):
    return parse_document(Source(source_id, "content/source/12.txt", text, "0" * 64, len(text)))


def pages(text):
    found = arrange(document(text), HEADINGS)
    return {draft.name: (draft.title, [title for title, _ in draft.sections]) for draft in found.drafts}


def test_the_three_pages():
    assert pages("@@1 Lead . # Battle # Fight . # Aftermath # Peace . # References #") == {
        "background": ("Background", [""]),
        "battle": ("Battle", [""]),
        "aftermath": ("Aftermath", [""]),
    }


def test_a_lead_with_more_gets_a_heading():
    assert pages("@@1 Lead . # Prelude # War . # Siege # Fight .") == {
        "background": ("Background", ["Introduction", "Prelude"]),
        "battle": ("Siege", [""]),
    }


def test_a_few_unknown_words_stay_where_they_are():
    assert pages("@@1 Lead and more and more of it . # Battle # Fight and more of it . # Xyzzy # Few .") == {
        "background": ("Background", [""]),
        "battle": ("Battle", ["", "Xyzzy"]),
    }


def test_many_unknown_words_get_a_page():
    assert pages("@@1 Lead . # Xyzzy # Many of them and more . # Plugh # More .") == {
        "background": ("Background", [""]),
        "further": ("Further sections", ["Xyzzy", "Plugh"]),
    }


def test_what_could_not_be_told():
    found = arrange(document("@@1 Lead . # Xyzzy # Words . # References # # Notes #"), HEADINGS)
    assert (found.unknown, found.empty) == (("Xyzzy",), ("References", "Notes"))


@pytest.mark.parametrize("text", ["@@1", "@@1 # # #", "@@1 # References #", "@ @ @", "#", "@@1 * * *"])
def test_next_to_nothing(text):
    found = arrange(document(text), HEADINGS)
    assert all(draft.sections for draft in found.drafts)


def test_no_section_is_lost():
    text = "@@1 Lead . # A # a . # Battle # b . # C # c . # Aftermath # d . # Battle # e . # Sources # f ."
    drafts = arrange(document(text), HEADINGS).drafts
    placed = [section for draft in drafts for _, section in draft.sections]
    assert sorted(section.first_token for section in placed) == [s.first_token for s in document(text).sections]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("", "background"),
        ("BACKGROUND", "background"),
        ("The battle", "battle"),
        ("Aftermath and legacy", "aftermath"),
        ("Causes of the war", "background"),
        ("Xyzzy", ""),
        ("—", ""),
    ],
)
def test_roles(title, role):
    assert find_roles([title], HEADINGS) == [role]


def test_ties_are_settled_by_the_place():
    names = {
        role: {"exact": ["forces"] if role != "sources" else [], "contains": [], "weak": []}
        for role in ("background", "aftermath")
    }
    battle = {"battle": {"exact": ["battle"], "contains": [], "weak": []}}
    assert find_roles(["Forces", "Battle", "Forces"], [names | battle]) == ["background", "battle", "aftermath"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Battle of Safira was fought", "Battle of Safira"),
        ("The Siege of Ulm ( 1805 ) was", "Siege of Ulm"),
        ("Shays 's Rebellion , an uprising", "Shays's Rebellion"),
        ("In 1805 , they fought", "Document 12"),
        ("@ @ @ @ was fought", "Document 12"),
        ("lower case was fought", "Document 12"),
        ("", "Document 12"),
        ("A " * 5000, "Document 12"),
        ("A" * 100_000, "Document 12"),
    ],
)
def test_titles(text, title):
    assert guess_title(document(f"@@12 {text}")) == title

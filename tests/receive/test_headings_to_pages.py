"""Which section goes on which page, and why."""

from pathlib import Path

import pytest

from gapmark.model import Source
from gapmark.project.folder import read_folder
from gapmark.project.settings import load_headings
from gapmark.receive.event_title import guess_title
from gapmark.receive.headings_to_pages import arrange, find_kind
from gapmark.source.sections import parse_document

HEADINGS = load_headings(read_folder(Path("nowhere")))[0]
NOTHING = {"exact": [], "contains": [], "weak": []}


def document(text):
    return parse_document(Source("12", "content/source/12.txt", text, "0" * 64, len(text)))


def drafts(text, **own):
    """The pages; `own` is what the site's own file says is a whole heading, by role."""
    named = {role: NOTHING | {"exact": names} for role, names in own.items()}
    return arrange(document(text), (named, *HEADINGS) if own else HEADINGS).drafts


def pages(text, **own):
    return {draft.name: (draft.title, list(draft.headings)) for draft in drafts(text, **own)}


def test_the_three_pages():
    assert pages("@@1 Lead . # Battle # Fight . # Aftermath # Peace . # References #") == {
        "background": ("Background", [""]),
        "battle": ("Battle", ["Battle"]),
        "aftermath": ("Aftermath", ["Aftermath"]),
    }


def test_a_raid():
    text = (
        "@@1 Lead . # The force # Few . # Crossing # At night . # The raid # # Harbour # Fire . # Withdrawal # Home ."
        " # Decorations # Many . # In film # A film . # Notes # # Further reading # * A book"
    )
    assert pages(text) == {
        "background": ("Background", ["", "The force", "Crossing"]),
        "battle": ("The raid", ["The raid", "Harbour", "Withdrawal"]),
        "aftermath": ("Aftermath", ["Decorations", "In film"]),
        "sources": ("Sources", ["Notes", "Further reading"]),
    }


def test_an_empty_heading_names_the_page():
    found = pages("@@1 Lead . # The siege # # First winter # Cold . # Spring # Mud . # Legacy # A film .")
    assert found["battle"] == ("The siege", ["The siege", "First winter", "Spring"])


def test_a_title_that_a_later_heading_has_is_joined_to_the_first():
    found = pages("@@1 Lead . # Background # War . # Battle # Fight . # Casualties # Many . # Aftermath # Peace .")
    assert (found["background"][0], found["aftermath"][0]) == (
        "Introduction and background",
        "Casualties and aftermath",
    )


def test_a_heading_that_comes_twice():
    found = pages("@@1 Lead . # Siege # Cold . # Siege # Mud . # Aftermath # Peace . # Aftermath # More .")
    assert found["battle"] == ("Siege", ["Siege", "Siege"])
    assert found["aftermath"] == ("Aftermath", ["Aftermath", "Aftermath"])


def test_a_text_without_a_story_is_one_page():
    assert pages("@@1 Lead . # Xyzzy # Many . # Plugh # More .") == {"main-text": ("Text", ["", "Xyzzy", "Plugh"])}


def test_a_text_without_headings():
    assert pages("@@1 Lead .") == {"main-text": ("Text", [""])}


def test_a_heading_that_the_site_names_goes_where_it_says():
    text = "@@1 Lead . # Xyzzy # War . # Battle # Fight . # Plugh # Peace . # Aftermath # Peace ."
    assert [titles for _, titles in pages(text, background=["plugh"], aftermath=["Xyzzy"]).values()] == [
        ["", "Plugh"],
        ["Battle"],
        ["Xyzzy", "Aftermath"],
    ]


def test_an_empty_heading_that_the_site_names_takes_what_stands_right_under_it():
    found = pages("@@1 Lead . # Battle # Fight . # A # # B # b . # C # c . # Legacy # d .", background=["A"])
    assert found["background"][1] == ["", "A", "B"]


def test_the_reasons():
    text = "@@1 Lead . # Battle # Fight . # Xyzzy # More . # Legacy # Peace ."
    assert [draft.reason for draft in drafts(text)] == [
        "because it stands before the first heading",
        'because of "Battle"',
        'because of "Legacy"',
    ]
    named = {draft.name: draft.reason for draft in drafts(text, aftermath=["Xyzzy"])}
    assert named["aftermath"] == 'because content/headings.yaml names "Xyzzy"'
    assert drafts("@@1 # Xyzzy # a")[0].reason == "because no heading says more"


def test_what_the_headings_did_not_say():
    found = arrange(document("@@1 Lead . # Xyzzy # Words . # References # # Notes #"), HEADINGS)
    assert (found.unlisted, found.empty) == (("Xyzzy",), ("References", "Notes"))


@pytest.mark.parametrize(
    "text", ["@@1", "@@1 # # #", "@@1 # References #", "@ @ @", "#", "@@1 * * *", "@@1 # A # # B #"]
)
def test_next_to_nothing(text):
    assert all(draft.sections for draft in arrange(document(text), HEADINGS).drafts)


def test_no_section_is_lost():
    text = "@@1 Lead . # A # a . # Battle # b . # C # # Aftermath # d . # Battle # e . # Sources # f ."
    placed = [section for draft in drafts(text) for section in draft.sections]
    assert [section.first_token for section in placed] == [s.first_token for s in document(text).sections]


def test_three_hundred_headings():
    text = "@@1 Lead . " + " ".join(f"# Xyzzy {n} # a ." for n in range(150)) + " # Battle # b . " * 150
    assert next(len(draft.sections) for draft in drafts(text)) == 151


KINDS = [
    ("The Siege of Exford was long .", "fight"),
    ("On 3 May 1900 the army met a force outside Exford .", "fight"),
    ("The Fall of Exford ended the treaty .", "fight"),
    ("The Exford uprising began in May .", "fight"),
    ("The Treaty of Exford ended the War of the Isles .", "act"),
    ("In 1648 the Peace of Exford ended a siege .", "act"),
    ("The 1905 general election was held in May .", "act"),
    ("The trial of Mary Lee began in May .", "act"),
    ("The Great Fire of Exford began when troops slept .", "disaster"),
    ("The eruption of Mount Tarn began on 10 June 1886 .", "disaster"),
    ("Horatio Lee was a painter . He saw a battle .", ""),
]


@pytest.mark.parametrize(("lead", "kind"), KINDS)
def test_the_title_and_the_first_sentence_say_what_an_event_is(lead, kind):
    made = document(f"@@1 {lead} # Background # a b . # Battle # c d . # Spread # e . # Aftermath # f g .")
    found = find_kind(made, guess_title(made), HEADINGS)
    assert found == kind
    middle = arrange(made, HEADINGS, found).drafts[1]
    name = "battle" if kind == "fight" else "events"
    title = "Battle" if kind == "fight" else "Course of events"
    assert (middle.role, middle.name, middle.title, middle.headings) == (name, name, title, ("Battle", "Spread"))


@pytest.mark.parametrize(
    "heading",
    [
        *("Naming of the battle", "Memory of the battle", "Dating of the battle", "Site of the battle", "Archaeology"),
        *("Roman siege works", "Veterans of the campaign", "Accounts of the siege", "Significance of the battle"),
    ],
)
def test_last_words_do_not_outweigh_the_first(heading):
    text = f"@@1 The Battle of Exford . # Battle # a b . # Aftermath # c d . # {heading} # e f . # Memorial # g h ."
    drafts = arrange(document(text), HEADINGS).drafts
    assert [(draft.title, len(draft.sections)) for draft in drafts[1:]] == [("Battle", 1), ("Aftermath", 3)]

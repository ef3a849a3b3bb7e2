"""What an editor's changes are told as."""

import pytest
from helpers.small_edition import AFTERMATH, PAGES, edited, readings, record

from gapmark.compare.changes import reading

SENTENCE = "On 16 October the guns opened fire."
CASES = {
    "a word corrected": ([("guns", "cannons")], [("correction", "guns", "cannons")]),
    "two words corrected apart": (
        [("guns", "cannons"), ("Few", "Many")],
        [("correction", "guns", "cannons"), ("correction", "Few", "Many")],
    ),
    "a sentence cut": ([(f"{SENTENCE} ", "")], [("omission", SENTENCE, "")]),
    "a sentence added": ([("fell back.", "fell back. It rained.")], [("addition", "", "It rained.")]),
    "a comma cut": ([("1805.", "1805")], [("omission", ".", "")]),
    "the letter case": ([("The army", "the army")], [("correction", "The", "the")]),
    "a gap moved": ([("walls [gap 1]", "walls"), ("Few men", "Few [gap 1] men")], [("move", "[gap 1]", "[gap 1]")]),
    "words beside a gap": ([("walls [gap 1]", "walls [gap 1] then")], [("addition", "", "then")]),
    "quotation marks": ([("the guns", '"the guns"')], []),
    "a dash": ([("walls [gap 1]", "walls -- [gap 1]")], []),
    "typographic apostrophe": ([("Mack's", "Mack’s")], []),
    "italics": ([("the guns", "*the guns*")], []),
    "spaces": ([("the guns", "the   guns")], []),
    "a paragraph parted": ([("fire. The", "fire.\n\nThe")], []),
    "a heading added": ([(SENTENCE, f"## The guns\n\n{SENTENCE}")], []),
    "a list made": ([(SENTENCE, f"- {SENTENCE}\n"), (" The army", "- The army")], []),
    "a footnote": ([("fire.", "fire.[^1]"), ("fled.", "fled.\n\n[^1]: My own note.")], []),
}


@pytest.mark.parametrize("case", CASES)
def test_change(case):
    edits, expected = CASES[case]
    made, _ = record(edited(*edits))
    assert [(change.kind, change.source, change.published) for change in made.changes] == expected
    words = made.comparison.published.words
    for change in made.changes:
        assert reading(words[change.first_word : change.last_word + 1]) == change.published


def test_a_paragraph_moved_to_another_page_is_one_move():
    moved = "The army held the walls [gap 1] and fell back."
    pages = edited((f" {moved}", ""), (AFTERMATH, f"{AFTERMATH}\n\n{moved}"))
    assert readings(pages) == [("move", moved, moved)]
    (change,) = record(pages)[0].changes
    assert change.id == f"change-w{change.first_token}"


def test_a_change_inside_a_moved_passage_is_a_change_of_its_own():
    pages = edited((" The army held the walls [gap 1] and fell back.", ""))
    pages = edited((AFTERMATH, f"{AFTERMATH} The men held the walls [gap 1] and fell back."), pages=pages)
    assert [kind for kind, _, _ in readings(pages)] == ["move", "correction"]


def test_pages_in_another_order_are_layout():
    for order in ((0, 2, 1), (1, 0, 2), (2, 1, 0)):
        made, _ = record([PAGES[n] for n in order])
        assert made.changes == ()
        assert "order" in [rule.name for rule in made.typography]


def test_the_end_of_a_page_is_told_of_on_that_page():
    pages = edited((" Few men fled.", ""))
    made, _ = record(pages)
    (change,) = made.changes
    block = made.comparison.published.blocks[made.comparison.published.words[change.first_word].block]
    assert (block.page, change.follows) == (1, True)


def test_a_page_of_ones_own_is_left_out():
    assert readings((*PAGES, ("Questions", "Why did the guns open fire? [gap 1]", "own"))) == []


def test_a_page_written_anew_is_one_entry():
    new, old = (" ".join(f"{name}{n}" for n in range(60)) for name in ("word", "old"))
    source = f"@@1 # Battle # {old}"
    assert readings((("Battle", new),), source) == [("rewritten", old, new)]
    kept = "It had rained."
    assert readings((("Battle", f"{new} {kept}"),), f"{source} {kept.replace('.', ' .')}") == [
        ("rewritten", old, f"{new} {kept}")
    ]


def test_a_page_that_keeps_its_end_was_not_written_anew():
    new, old, kept = (" ".join(f"{name}{n}" for n in range(45)) for name in ("new", "old", "kept"))
    source = f"@@1 # Battle # {old} . {kept} . # Aftermath # {kept} so it was ."
    pages = (("Battle", f"{new}. {kept}."), ("Aftermath", f"{kept} so it was."))
    assert [kind for kind, *_ in readings(pages, source)] == ["correction"]


def test_ids_do_not_depend_on_other_edits():
    (one,) = record(edited(("guns", "cannons")))[0].changes
    changes = record(edited(("guns", "cannons"), ("siege", "battle"), ("Few men fled.", "New. Few men fled.")))[
        0
    ].changes
    assert one.id in [change.id for change in changes]
    assert len({change.id for change in changes}) == len(changes) == 3


def test_an_addition_after_a_gap_is_placed_by_the_gap():
    (change,) = record(edited(("[gap 1] and", "[gap 1] then and")))[0].changes
    assert (change.id, change.first_token, change.last_token) == ("change-w32-after", 32, 41)


def test_a_change_stands_between_the_words_of_the_source():
    (change,) = record(edited(("guns", "cannons")))[0].changes
    assert (change.before, change.after) == ("On 16 October the", "opened fire. The")
    (change,) = record(edited(("The siege", "A siege")))[0].changes
    assert (change.before, change.after) == ("", "siege of Ulm began")


def test_words_at_the_very_start():
    (change,) = record(edited(("The siege", "It rained. The siege")))[0].changes
    assert (change.first_token, change.last_token, change.before) == (0, 0, "")


def test_paragraphs_that_changed_places_within_a_page_are_one_move_within_it():
    first, second = (
        "On 16 October the guns opened fire.",
        "The army held the walls [gap 1] and fell back. Few men fled.",
    )
    made, _ = record((PAGES[0], ("Battle", f"{second}\n\n{first}"), PAGES[2]))
    (move,) = made.changes
    assert (move.kind, move.source) == ("move", first)
    assert made.comparison.published.blocks[made.comparison.published.words[move.first_word].block].page == 1


def test_a_paragraph_of_ones_own_and_a_table_are_one_addition_and_the_words_before_it_keep_their_address():
    before = "The army held the walls [gap 1] and fell back."
    own = "The army and the walls are a matter of dispute.\n\n| Side | Men |\n|---|---|\n| Army | few |"
    pages = edited((f" {before} ", f"\n\n{before}\n\n{own}\n\n"))
    made, _ = record(pages)
    (added,) = made.changes
    words = "The army and the walls are a matter of dispute. Side Men Army few"
    assert (added.kind, added.published) == ("addition", words)
    plain, _ = record(edited((f" {before} ", f"\n\n{before}\n\n")))
    assert set(plain.addresses.blocks.values()) < set(made.addresses.blocks.values())

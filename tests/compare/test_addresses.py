"""Addresses: what they are called, and what leaves them alone."""

import pytest
from helpers.small_edition import AFTERMATH, BATTLE, PAGES, edited, record

from gapmark.compare.addresses import sentences


def addresses(pages):
    """Of each block, by its first words."""
    made, _ = record(pages)
    published = made.comparison.published
    return {
        " ".join(w.text for w in published.words[published.blocks[at].first_word :][:3]): address
        for at, address in made.addresses.blocks.items()
    }


def all_addresses(pages):
    made, _ = record(pages)
    return [*made.addresses.blocks.values(), *(anchor.address for anchor in made.addresses.anchors)]


def test_a_block_is_called_after_its_first_token():
    assert addresses(PAGES) == {"The siege of": "w2", "On 16 October": "w19", "The town was": "w53"}


@pytest.mark.parametrize(
    "edits",
    [
        [],
        [("On 16 October", "It rained.\n\nOn 16 October")],
        [("On 16 October the guns opened fire. ", "")],
        [("Few men fled.", "")],
        [("fire. The army", "fire.\n\nThe army")],
        [(BATTLE, "[gap 1]")],
        [(AFTERMATH, "")],
        [("The siege", "A siege"), ("guns", "cannons")],
        [
            (" The army held the walls [gap 1] and fell back.", ""),
            (AFTERMATH, "The army held the walls [gap 1] and fell back."),
        ],
    ],
)
def test_every_sentence_keeps_its_address(edits):
    pages = edited(*edits)
    made, _ = record(pages)
    found = all_addresses(pages)
    assert len(set(found)) == len(found)
    wanted = {f"w{made.comparison.source.words[start].token}" for start, _ in sentences(made.comparison)}
    assert wanted <= set(found)


def test_an_added_paragraph_changes_no_other_address():
    added = addresses(edited(("On 16 October", "It rained all day.\n\nOn 16 October")))
    assert added.pop("It rained all") == "w17a"
    assert added == addresses(PAGES)


def test_letters_go_on():
    own = "\n\n".join(f"Mine {n}." for n in range(28))
    names = [
        name for name in all_addresses(edited(("On 16 October", f"{own}\n\nOn 16 October"))) if name.startswith("w17")
    ]
    assert [names[0], names[25], names[26]] == ["w17a", "w17z", "w17aa"]


def test_a_corrected_word_keeps_the_number():
    assert addresses(edited(("On 16 October", "By mid October")))["By mid October"] == "w19"


def test_what_was_cut_leaves_its_address_where_it_stood():
    made, _ = record(edited(("On 16 October the guns opened fire. ", "")))
    (anchor,) = [anchor for anchor in made.addresses.anchors if anchor.cut]
    assert (anchor.address, anchor.after) == ("w19", False)
    assert made.comparison.published.words[anchor.word].text == "The"


def test_titles_and_notes_have_no_address():
    made, _ = record(edited(("fire.", "fire.[^1]"), ("fled.", "fled.\n\n[^1]: Mine.")))
    kinds = {made.comparison.published.blocks[at].kind for at in made.addresses.blocks}
    assert kinds == {"paragraph"}


def test_a_sentence_goes_from_its_first_word_to_its_last():
    made, _ = record(edited(("Few men fled.", "Few tired men fled. So it was.")))
    words = made.comparison.published.words
    found = {a.address: " ".join(w.text for w in words[a.word : a.last + 1]) for a in made.addresses.anchors}
    assert found == {
        "w10": "Mack’s army was small .",
        "w17": "Battle",
        "w27": "The army held the walls [gap 1] and fell back .",
        "w46": "Few tired men fled .",
        "w51": "Aftermath",
    }


def test_the_sentence_that_begins_a_block_is_known_by_the_blocks_address():
    made, _ = record(PAGES)
    assert [opening.address for opening in made.addresses.openings] == ["w2", "w19", "w53"]

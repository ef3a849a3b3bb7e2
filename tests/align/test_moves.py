"""Which passages have moved."""

import pytest
from helpers.small_edition import readings

from gapmark.align.anchors import EqualWords, Region, anchors
from gapmark.align.editing import paired
from gapmark.align.moves import part_moved

A = "the army shelled the town for two days ."
B = "rebels withdrew to some hills near an old bridge ."
C = "in march a truce was agreed by both sides ."


def parted(source, edition, edges=((), ())):
    """What kept its order and what has moved, as words."""
    old, new = source.split(), edition.split()
    pair = paired(old, new, edges)
    kept, moved = part_moved(pair, anchors(pair))
    return (
        [" ".join(old[block.i : block.i + block.size]) for block in kept],
        [" ".join(old[region.i : region.i_stop]) for region, _ in moved],
    )


def test_the_shorter_of_two_has_moved():
    longer = f"many houses were hit and {A}"
    assert parted(f"{longer} {B}", f"{B} {longer}") == ([longer], [B])
    assert parted(f"{B} {longer}", f"{longer} {B}") == ([longer], [B])


@pytest.mark.parametrize("heading", ["##Aftermath", "##The aftermath of it"])
def test_a_heading_outweighs_any_text(heading):
    old, new = [*A.split(), *B.split(), heading, *C.split()], [*B.split(), heading, *A.split(), *C.split()]
    for text in (A, f"many houses were hit and {A}"):
        old = [*text.split(), *B.split(), heading, *C.split()]
        new = [*B.split(), heading, *text.split(), *C.split()]
        pair = paired(old, new, ((len(old),), ()))
        _, moved = part_moved(pair, anchors(pair))
        assert [" ".join(old[region.i : region.i_stop]) for region, _ in moved] == [text]


def test_of_several_texts_between_headings_only_what_stands_between_both_neighbours_has_not_moved():
    heads = ["##One", "##Two"]
    hills, guns, men = (
        "rebels left some hills near it .",
        "guns fired from the old walls .",
        "nine men rode out at dawn .",
    )
    truce, army = "in march a truce was agreed .", "the army shelled the town for days ."
    old = [*heads[::-1], *f"{truce} {hills} {guns} {men} {army}".split()]
    new = [*f"{hills} {men} {guns}".split(), *heads[::-1], *f"{truce} {army}".split()]
    pair = paired(old, new, ((), ()))
    _, moved = part_moved(pair, anchors(pair))
    assert [" ".join(old[region.i : region.i_stop]) for region, _ in moved] == [hills, guns, men]


def test_what_only_a_heading_parts_has_not_moved():
    old, new = [*A.split(), "##Aftermath", *C.split()], ["##Aftermath", *A.split(), *C.split()]
    pair = paired(old, new, ((), ()))
    kept, moved = part_moved(pair, anchors(pair))
    assert moved == []
    assert kept == [EqualWords(0, 1, 9), EqualWords(10, 10, 10)]


@pytest.mark.parametrize(
    ("words", "moves"),
    [
        ("big guns fired loudly today", 1),
        ("big guns fired loudly", 0),
        ("men of the town fled", 1),
        ("men of the a town", 0),
        ("men of the town .", 1),
        ("it of the town .", 0),
    ],
)
def test_few_words_meet_by_chance(words, moves):
    assert len(parted(f"{words} {A} {B}", f"{A} {words} {B}")[1]) == moves


def test_a_short_sentence_is_a_move():
    source = "@@1 Few men fled . The town was lost in the winter . Its walls were taken down by the enemy ."
    pages = (("Text", "The town was lost in the winter. Few men fled. Its walls were taken down by the enemy."),)
    assert readings(pages, source) == [("move", "Few men fled.", "Few men fled.")]


def test_a_gap_moves_alone():
    pair = paired(["a", "[gap 1]", *A.split()], ["a", *A.split(), "[gap 1]"], ((), ()))
    _, moved = part_moved(pair, anchors(pair))
    assert [region for region, _ in moved] == [Region(1, 2, 10, 11)]


def test_a_passage_takes_the_changed_words_up_to_its_sentences_edge():
    changed = "soon the army shelled the town for two days and fled ."
    _, moved = parted(f"x . {changed} {B} {C}", f"x . {B} {C} then the army shelled the town for two days and hid .")
    assert moved == [changed]


def test_a_far_edge_is_left_alone():
    far = "one two three four five six seven eight nine ten the army shelled the town for two days ."
    _, moved = parted(f"x . {far} {B} {C}", f"x . {B} {C} so it was and the army shelled the town for two days .")
    assert moved == ["the army shelled the town for two days ."]


def test_changes_inside_a_passage_do_not_part_it_unless_they_are_long():
    middle = "it was a cold day in the hills . nobody came down ."
    one = f"{A} {middle} {B}"
    _, moved = parted(f"x . {one} {C} {C}", f"x . {C} {C} {A} it was hot . {B}")
    assert len(moved) == 1
    long = " ".join(f"w{n}" for n in range(40)) + " ."
    _, moved = parted(f"x . {A} {B} y . {C} and so on it went for years and years .",
                      f"x . y . {C} and so on it went for years and years . {A} {long} {B}")  # fmt: skip
    assert moved == [A, B]


@pytest.mark.parametrize(("between", "count"), [(29, 1), (30, 2)])
def test_so_many_changed_words_part_a_passage(between, count):
    new = " ".join(f"w{n}" for n in range(between)) + " ."
    rest = f"y . {C} and so on it went for years and years ."
    assert len(parted(f"x . {A} {B} {rest}", f"x . {rest} {A} {new} {B}")[1]) == count

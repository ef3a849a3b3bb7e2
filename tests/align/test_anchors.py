"""Equal words of two texts: anchors, the heaviest chain of them, what lies between."""

import random
from itertools import pairwise

import pytest

from gapmark.align.anchors import EqualWords, Region, anchors, between, heaviest, in_order, joined, trimmed
from gapmark.align.editing import paired


def pair(source, edition, edges=((), ())):
    return paired(source.split(), edition.split(), edges)


def whole(two):
    return Region(0, len(two.source), 0, len(two.edition))


def found(blocks, source):
    words = source.split()
    return [" ".join(words[block.i : block.i + block.size]) for block in blocks]


@pytest.mark.parametrize(
    ("blocks", "weights", "kept"),
    [
        ([(0, 5, 2), (3, 0, 2)], [2, 3], [1]),
        ([(0, 5, 2), (3, 0, 2)], [3, 2], [0]),
        ([(0, 5, 2), (3, 0, 2), (6, 8, 1)], [3, 2, 1], [0, 2]),
        ([(0, 4, 2), (2, 0, 2), (4, 2, 2)], [3, 2, 2], [1, 2]),
        ([(0, 4, 2), (2, 0, 2), (4, 2, 2)], [5, 2, 2], [0]),
        ([(0, 0, 1), (1, 9, 1), (2, 3, 1), (3, 4, 1)], [1, 1, 1, 1], [0, 2, 3]),
        ([], [], []),
    ],
)
def test_the_heaviest_chain(blocks, weights, kept):
    assert heaviest([EqualWords(*block) for block in blocks], weights) == kept


def test_the_heaviest_chain_is_the_heaviest():
    """Against every chain there is."""
    for seed in range(60):
        chance = random.Random(seed)
        places = chance.sample(range(8), 8)
        weights = [chance.randrange(1, 9) for _ in places]
        blocks = [EqualWords(i, j, 1) for i, j in enumerate(places)]
        chains = [[n for n in range(8) if mask >> n & 1] for mask in range(256)]
        rising = [c for c in chains if all(places[a] < places[b] for a, b in pairwise(c))]
        best = max(sum(weights[n] for n in c) for c in rising)
        chain = heaviest(blocks, weights)
        assert chain in rising
        assert sum(weights[n] for n in chain) == best


def test_trimmed():
    two = pair("a b c d e", "a x d e")
    assert trimmed(two, whole(two)) == (Region(1, 3, 1, 2), [EqualWords(0, 0, 1), EqualWords(3, 2, 2)])
    same = pair("a b", "a b")
    assert trimmed(same, whole(same)) == (Region(2, 2, 2, 2), [EqualWords(0, 0, 2)])
    inside = pair("q a b q", "p a c p")
    assert trimmed(inside, Region(1, 3, 1, 3)) == (Region(2, 3, 2, 3), [EqualWords(1, 1, 1)])


def test_joined():
    blocks = [EqualWords(0, 0, 2), EqualWords(2, 2, 1), EqualWords(3, 4, 1), EqualWords(5, 5, 0), EqualWords(6, 6, 1)]
    assert joined(blocks) == [EqualWords(0, 0, 3), EqualWords(3, 4, 1), EqualWords(6, 6, 1)]
    assert joined([EqualWords(2, 2, 0)]) == []


def test_between():
    assert between(Region(1, 9, 2, 8), [EqualWords(2, 3, 2), EqualWords(6, 5, 1)]) == [
        Region(1, 2, 2, 3),
        Region(4, 6, 5, 5),
        Region(7, 9, 6, 8),
    ]


def test_anchors_stand_once_on_either_side():
    source = "one two three four . x a b c d y a b c d z . five six seven eight ."
    two = pair(source, "five six seven eight . p a b c d q . one two three four .")
    assert found(anchors(two), source) == ["one two three four .", "five six seven eight ."]


def test_an_anchor_ends_with_its_sentence():
    source = "he saw the old town burn . The rain fell"
    two = pair(source, "he saw the old town burn . The sun shone")
    assert found(anchors(two), source) == ["he saw the old town burn ."]


def test_a_few_words_past_a_sentence_are_left_to_it():
    source = "it went . nine men rode out of the gate at dawn today and came back ."
    edition = "it went . nine men rode out of the gate at dawn today and came back ."
    two = pair(f"y {source}", f"x {edition}")
    assert found(anchors(two), f"y {source}") == ["nine men rode out of the gate at dawn today and came back ."]


LONG = "nine men rode out of the gate at dawn today and came back ."


@pytest.mark.parametrize(("count", "blocks"), [(6, 2), (7, 1)])
def test_the_end_of_a_sentence_that_is_few_words_is_apart(count, blocks):
    source = " ".join(f"w{n}" for n in range(count)) + f" . {LONG}"
    assert len(anchors(pair(f"y {source}", f"x {source}"))) == blocks


@pytest.mark.parametrize(("count", "blocks"), [(7, 2), (8, 1)])
def test_the_start_of_a_sentence_that_is_few_words_is_apart(count, blocks):
    source = f"{LONG} " + " ".join(f"w{n}" for n in range(count))
    assert len(anchors(pair(f"{source} y z", f"{source} x z"))) == blocks


def test_gaps_and_headings_anchor_alone():
    two = pair("a [gap1] b ##Two c", "##Two x [gap1] y")
    assert anchors(two) == [EqualWords(1, 2, 1), EqualWords(3, 0, 1)]


def test_words_in_order():
    source = "the rebels captured the town"
    two = pair(source, "the fighters captured a town")
    assert found(in_order(two, whole(two)), source) == ["the", "captured", "town"]
    nothing = pair("a b c", "d e f")
    assert in_order(nothing, whole(nothing)) == []


def test_common_words_of_two_strange_texts_are_no_chain():
    two = pair("of p the q of r the s a t", "the u a v of w the x of y")
    assert sum(block.size for block in in_order(two, whole(two))) < 4

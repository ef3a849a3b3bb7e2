"""Reading over: what is chance, what belongs together, where a change begins and ends."""

import pytest

from gapmark.align.align import align
from gapmark.align.editing import paired, read_over


def changes(source, edition, edges=((), ())):
    """What was changed, as (kind, source words, edition words)."""
    old, new = source.split(), edition.split()
    return [
        (span.kind, " ".join(old[slice(*span.source)]), " ".join(new[slice(*span.edition)]))
        for span in align(old, new, edges=edges)
        if span.kind != "equal"
    ]


def test_weights():
    two = paired(["the", "army", ",", "[gap 1]", "##Battle", "1805"], [], ((), ()))
    assert two.weight == [1, 3, 1, 7, 7, 3]
    assert (len(two.pinned), len(two.headings), len(two.pauses)) == (1, 1, 1)


def test_a_sentence_begins_after_a_full_stop_and_at_an_edge():
    two = paired(["a", ".", "b", "c", "?", "d"], ["a", "b"], ((3,), ()))
    assert list(two.begins[0]) == [1, 0, 1, 1, 0, 1, 1]
    assert list(two.begins[1]) == [1, 0, 1]


STRAY = [
    ("a b the c d", "v w the x y", 1),  # two words on either side of a light one
    ("a the c", "v the x", 2),
    ("a b c d e f town g h i j k l", "m n o p q r town s t u v w x", 1),
    ("a b c town g h i", "m n o town s t u", 2),
    ("a b c d e f g h the old i j k l m n o p", "the old", 2),  # two omissions close to each other
    ("a b c d e f g h of i j k l m n o p", "of", 1),
]


@pytest.mark.parametrize(("source", "edition", "count"), STRAY)
def test_stray_words_inside_a_rewritten_stretch(source, edition, count):
    assert len(changes(f"start of it {source} end of it", f"start of it {edition} end of it")) == count


def test_a_sentence_that_was_rewritten_is_one_change_but_for_its_edges():
    old = "nine old men of that village sat under a green tree by the road ."
    new = "some young women from another city stood in its wide square at noon ."
    before, after = "On that day it all began .", "In the end nobody was any wiser than before ."
    assert changes(f"{before} {old} {after}", f"{before} {new} {after}") == [("replace", old, new)]
    kept = "nine young women from another city stood in its wide square at noon ."
    assert changes(f"{before} {old} {after}", f"{before} {kept} {after}")[0][1].startswith("old men")


def test_a_change_slides_to_the_sentences_edge():
    assert changes("it rained . the sun shone .", "it rained . the wind blew . the sun shone .") == [
        ("insert", "", "the wind blew .")
    ]
    assert changes("one . the wind blew . the sun shone .", "one . the sun shone .") == [
        ("delete", "the wind blew .", "")
    ]


def test_a_change_slides_to_the_edge_of_a_block():
    old, new = "over the hills the town fell", "over the hills it was so over the hills the town fell"
    assert changes(old, new, ((3,), (3, 9))) == [("insert", "", "it was so over the hills")]
    assert changes(old, new, ((), (6,)))[0][2] == "over the hills it was so"


def test_a_change_slides_to_the_comma_before_it():
    assert changes("safira fell on monday", "safira , a town , fell on monday") == [("insert", "", ", a town ,")]
    assert changes("a , b , c", "a , b , b , c")[0][2] in (", b", "b ,")
    assert changes("a b", "a , a b") == [("insert", "", ", a")]  # what only begins with the text is no sentence


def test_words_repeated_slide_no_further_than_their_text():
    assert changes("the the the", "the the") == [("delete", "the", "")]
    assert changes("a b", "a a b b")[0][0] == "insert"


def test_a_whole_sentence_beside_a_replacement_is_apart_from_it():
    assert changes("they fled the city .", "they fled the town . It was late .") == [
        ("replace", "city", "town"),
        ("insert", "", "It was late ."),
    ]


def test_read_over_with_nothing_sure():
    two = paired(["a", "b", "c"], ["a", "x", "c"], ((), ()))
    assert [(block.i, block.size) for block in read_over(two, [])] == [
        (0, 0), (0, 1), (2, 1), (3, 0)
    ]  # fmt: skip

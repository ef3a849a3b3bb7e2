"""The table of HTML's elements."""

from gapmark.markup.elements import BLOCKS, BY_HAND, CONTAINERS, EMPHASES, PHRASES, VOID


def test_an_element_is_a_block_or_stands_among_words():
    assert PHRASES.isdisjoint(BLOCKS | CONTAINERS | BY_HAND)
    assert BLOCKS.isdisjoint(CONTAINERS)
    assert EMPHASES < PHRASES
    assert VOID.isdisjoint(BLOCKS)

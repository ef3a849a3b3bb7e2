"""Finds the passages that were moved, among the equal stretches of two texts.

The order of the edition is that of the chain of equal stretches with the most words; so of two passages that changed
places, the shorter one is said to have moved. A stretch that is not in the chain has moved, if it is no
chance.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gapmark.align.anchors import EqualWords, Pair, Region, heaviest

MOVE_WORDS, MOVE_WEIGHT = 5, 11
"""A moved passage has at least five equal words and this weight: three words of content (3 each) and two light ones
(1 each). Shorter ones (`in an attempt to`) come together by chance; they are an omission and an addition."""
SENTENCE_WORDS, SENTENCE_WEIGHT = 4, 8
"""A whole sentence needs less: two words of content and two light ones, as in `The rebels fled .`"""
HEADING_WEIGHT = 10**6
CHANGED_WORDS = 30
"""The most words that may be changed in one place inside a moved passage; past that, it is two moves."""
EDGE_WORDS = 8
"""The most changed words at either end of a moved passage that belong to it, if they reach to the sentence's edge and
the passage itself has the words of a sentence."""


def part_moved(pair: Pair, blocks: list[EqualWords]) -> tuple[list[EqualWords], list[tuple[Region, list[EqualWords]]]]:
    """Return the blocks that kept their order, and the moved passages with their blocks; `blocks` are sorted by source.

    Blocks too slight to be a move are in neither. No two passages share a word, nor does a passage with a block in
    order.
    """
    blocks = list(_headings_apart(pair, blocks))
    in_place = _in_place(pair, blocks)
    moved = [chain for chain in _chains(blocks, set(in_place)) if _is_move(pair, chain)]
    kept = [blocks[number] for number in in_place]
    taken = _taken(pair, [*kept, *(block for chain in moved for block in chain)])
    return kept, [(_widened(pair, chain, *taken), chain) for chain in moved]


def _headings_apart(pair: Pair, blocks: Iterable[EqualWords]) -> Iterator[EqualWords]:
    """Yield the blocks, parted before and after each heading."""
    for block in blocks:
        inside = range(block.size)
        cuts = {at + far for at in inside if pair.source[block.i + at] in pair.headings for far in (0, 1)}
        for start, stop in pairwise(sorted({0, block.size, *cuts})):
            yield EqualWords(block.i + start, block.j + start, stop - start)


def _in_place(pair: Pair, blocks: Sequence[EqualWords]) -> list[int]:
    """Return which blocks are in order: the chain with the most words, in which a heading counts more than any text.

    Of two passages that changed places, the one that went past a heading is the one that moved. A text that only
    headings put out of order has not moved: the headings have.
    """
    is_heading = [pair.source[block.i] in pair.headings for block in blocks]
    weights = [HEADING_WEIGHT if head else block.size for block, head in zip(blocks, is_heading, strict=True)]
    chain = set(heaviest(blocks, weights))
    texts = [number for number in sorted(chain) if not is_heading[number]]
    for number in range(len(blocks)):
        if number not in chain and not is_heading[number] and _is_in_order(blocks, texts, number):
            insort(texts, number)
    heads = (number for number in chain if is_heading[number] and _is_in_order(blocks, texts, number))
    return sorted({*texts, *heads})


def _is_in_order(blocks: Sequence[EqualWords], chain: Sequence[int], number: int) -> bool:
    """Return whether a block stands in the edition, too, between those of a chain that are before it and after it."""
    at, j = bisect_left(chain, number), blocks[number].j
    before, after = chain[max(at - 1, 0) : at], chain[at : at + 1]
    return all(blocks[n].j < j for n in before) and all(j < blocks[n].j for n in after)


def _chains(blocks: list[EqualWords], in_place: set[int]) -> list[list[EqualWords]]:
    """Return the blocks that are out of place; those that follow each other closely in both texts are together."""
    rank = {number: place for place, number in enumerate(sorted(range(len(blocks)), key=lambda n: blocks[n].j))}
    chains: list[list[EqualWords]] = []
    for number, block in enumerate(blocks):
        if number in in_place:
            continue
        follows = number and number - 1 not in in_place and rank[number] == rank[number - 1] + 1
        before = blocks[number - 1]
        if follows and max(block.i - before.i, block.j - before.j) - before.size <= CHANGED_WORDS:
            chains[-1].append(block)
        else:
            chains.append([block])
    return chains


def _is_move(pair: Pair, chain: list[EqualWords]) -> bool:
    """Return whether the equal words are too many for chance, or one of them is a gap, which can't be another."""
    words = sum(block.size for block in chain)
    weight = sum(pair.weigh(block) for block in chain)
    if words >= MOVE_WORDS and weight >= MOVE_WEIGHT:
        return True
    if words >= SENTENCE_WORDS and weight >= SENTENCE_WEIGHT and _is_sentence(pair, chain[0], chain[-1]):
        return True
    return any(not pair.pinned.isdisjoint(pair.source[b.i : b.i + b.size]) for b in chain)


def _is_sentence(pair: Pair, first: EqualWords, last: EqualWords) -> bool:
    """Return whether the stretch from the first block to the last begins and ends with a sentence in both texts."""
    i_begun, j_begun = pair.begins
    return bool(i_begun[first.i] and j_begun[first.j] and i_begun[last.i + last.size])


def _taken(pair: Pair, blocks: list[EqualWords]) -> tuple[bytearray, bytearray]:
    """Return for each word of both texts 1 if it is in a block."""
    in_source, in_edition = bytearray(len(pair.source)), bytearray(len(pair.edition))
    for i, j, size in blocks:
        in_source[i : i + size] = in_edition[j : j + size] = b"\1" * size
    return in_source, in_edition


def _widened(pair: Pair, chain: list[EqualWords], in_source: bytearray, in_edition: bytearray) -> Region:
    """Return the passage from the chain's first word to its last, with the changed words up to the sentence's edges.

    Mark its words as taken. An edge that is not near on both sides stays where it is.
    """
    (i, j, _), last = chain[0], chain[-1]
    i_stop, j_stop = last.i + last.size, last.j + last.size
    if sum(block.size for block in chain) < SENTENCE_WORDS:
        return Region(i, i_stop, j, j_stop)
    i_back, j_back = _edge(pair.begins[0], i, in_source, -1), _edge(pair.begins[1], j, in_edition, -1)
    if i_back >= 0 and j_back >= 0:
        i, j = i_back, j_back
    i_on, j_on = _edge(pair.begins[0], i_stop, in_source, 1), _edge(pair.begins[1], j_stop, in_edition, 1)
    if i_on >= 0 and j_on >= 0:
        i_stop, j_stop = i_on, j_on
    in_source[i:i_stop], in_edition[j:j_stop] = b"\1" * (i_stop - i), b"\1" * (j_stop - j)
    return Region(i, i_stop, j, j_stop)


def _edge(begun: bytearray, start: int, taken: bytearray, step: int) -> int:
    """Return where the sentence begins (`step` is -1) or ends (1); -1 where that is too far, or past a taken word."""
    for at in range(start, start + step * (EDGE_WORDS + 1), step):
        if begun[at]:
            return at
        if taken[at if step > 0 else at - 1]:
            break
    return -1

"""Finds equal words in two texts: unique anchors, the heaviest chain of them in order, and what lies between.

Everything here works on a `Pair`, whose words are small integers, and returns `EqualWords`. Each step looks at a word a
fixed number of times, so no text, however repetitive, costs more than about its length (times a logarithm).

Anchors that stand once on either side are the idea of Bram Cohen's patience diff.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

ANCHOR_LENGTHS = (32, 16, 8, 4)
"""Lengths, in words, of stretches that may anchor one text to the other, in the order in which they are tried. In a
text that repeats itself only long stretches stand once; four words seldom meet by chance."""
LENGTHS = (*ANCHOR_LENGTHS, 2, 1, 1)
"""The same inside a stretch between anchors, where single words are enough; the last round works on the parts that
the first has made."""
SENTENCE_START = 8
"""Fewer words than this past a sentence's edge are left to the anchors of that sentence."""


class EqualWords(NamedTuple):
    """Equal words: `source[i:i + size] == edition[j:j + size]`. Of size 0, it is only a boundary."""

    i: int
    j: int
    size: int


class Region(NamedTuple):
    """A stretch of the source, `i:i_stop`, and the stretch of the edition it is compared with."""

    i: int
    i_stop: int
    j: int
    j_stop: int


class Pair(NamedTuple):
    """Two texts whose words are integers: equal words have equal integers."""

    source: list[int]
    edition: list[int]
    weight: list[int]
    """`weight[word]` is the weight of a word that both sides have."""
    begins: tuple[bytearray, bytearray]
    """For each word of the source and of the edition, and for the end of either, whether a sentence begins there."""
    pauses: frozenset[int]
    """The words that part a sentence: commas and their like."""
    pinned: frozenset[int]
    """The words that stand for gaps; one of them is an anchor by itself."""
    headings: frozenset[int]
    """The words that stand for whole headings; one of them is an anchor by itself, too."""

    def weigh(self, block: EqualWords) -> int:
        """Return the weight of a block: the sum over its words."""
        return sum(self.weight[word] for word in self.source[block.i : block.i + block.size])


def anchors(pair: Pair) -> list[EqualWords]:
    """Return the stretches that stand once in either text, sorted by source. No two share a word."""
    free_i, free_j = bytearray(b"\1" * len(pair.source)), bytearray(b"\1" * len(pair.edition))
    found = []
    for length in (*ANCHOR_LENGTHS, 1):
        only = pair.pinned | pair.headings if length == 1 else None
        starts = _starts(pair.source, free_i, length, only), _starts(pair.edition, free_j, length, only)
        for run in _common(pair, *starts, length):
            block = _grown(pair, EqualWords(run.i, run.j, run.size + length - 1), free_i, free_j)
            block = block if length == 1 else _in_sentences(pair, block)
            free_i[block.i : block.i + block.size] = free_j[block.j : block.j + block.size] = bytes(block.size)
            found.append(block)
    return sorted(block for block in found if block.size)


def _starts(words: list[int], free: bytearray, length: int, only: frozenset[int] | None) -> list[int]:
    """Return where a stretch of free words can begin; with `only`, just at these words."""
    last = length - 1
    places = (at for at in range(len(words) - last) if free[at] and free[at + last])
    return [at for at in places if only is None or words[at] in only]


def _grown(pair: Pair, block: EqualWords, free_i: bytearray, free_j: bytearray) -> EqualWords:
    """Return the block without the words that are taken, and with the equal words beside it."""
    source, edition = pair.source, pair.edition
    i, j, least = block
    while least and not (free_i[i] and free_j[j]):
        i, j, least = i + 1, j + 1, least - 1
    if not least:
        return EqualWords(i, j, 0)
    while i and j and free_i[i - 1] and free_j[j - 1] and source[i - 1] == edition[j - 1]:
        i, j, least = i - 1, j - 1, least + 1
    stop, offset = i, j - i
    while stop < min(len(source), len(edition) - offset) and source[stop] == edition[stop + offset]:
        if not (free_i[stop] and free_j[stop + offset]):
            break
        stop += 1
    return EqualWords(i, j, stop - i)


def _in_sentences(pair: Pair, block: EqualWords) -> EqualWords:
    """Return the block without a few words at its edges that belong to the sentence before it or after it.

    Such words could anchor `The` to the wrong sentence.
    """
    i, stop, few = block.i, block.i + block.size, SENTENCE_START - 1
    begun, j_begun = pair.begins
    head = next((at + 1 for at in range(i, min(i + few, stop)) if begun[at + 1]), i)
    if not (begun[i] and j_begun[block.j]) and head - i < stop - head:
        i = head
    tail = next((at for at in range(stop, max(stop - few, i) - 1, -1) if begun[at]), stop)
    if i < tail and stop - tail < tail - i:
        stop = tail
    return EqualWords(i, i + block.j - block.i, stop - i if stop - i >= ANCHOR_LENGTHS[-1] else 0)


def _common(pair: Pair, starts_i: Iterable[int], starts_j: Iterable[int], length: int) -> list[EqualWords]:
    """Return runs of places where a stretch of `length` words starts that starts once in either text, sorted by
    source."""
    there = _once(pair.edition, starts_j, length)
    runs: list[EqualWords] = []
    for gram, i in _once(pair.source, starts_i, length).items():
        j = there.get(gram, -1)
        if i < 0 or j < 0 or pair.source[i : i + length] != pair.edition[j : j + length]:
            continue
        if runs and i - runs[-1].i == j - runs[-1].j == runs[-1].size:
            runs[-1] = EqualWords(runs[-1].i, runs[-1].j, runs[-1].size + 1)
        else:
            runs.append(EqualWords(i, j, 1))
    return runs


def _once(words: list[int], starts: Iterable[int], length: int) -> dict[int, int]:
    """Return where each stretch of `length` words starts, by its hash, which takes less memory; -1 for one that comes
    twice."""
    seen: dict[int, int] = {}
    for at in starts:
        gram = hash(tuple(words[at : at + length]))
        seen[gram] = -1 if gram in seen else at
    return seen


def heaviest(blocks: Sequence[EqualWords], weights: Sequence[int]) -> list[int]:
    """Return which of the blocks, sorted by source, to keep so that they stand in order and weigh the most."""
    ends: list[int] = []
    best: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, block in enumerate(blocks):
        place = bisect_left(ends, block.j)
        before.append(last[place - 1] if place else -1)
        total = weights[number] + (best[place - 1] if place else 0)
        worse = place
        while worse < len(ends) and best[worse] <= total:
            worse += 1
        ends[place:worse], best[place:worse], last[place:worse] = [block.j], [total], [number]
    chain = last[-1:]
    while chain and before[chain[-1]] >= 0:
        chain.append(before[chain[-1]])
    return chain[::-1]


def in_order(pair: Pair, region: Region) -> list[EqualWords]:
    """Return equal words of a region that stand in order on both sides, sorted; nothing where none can be relied on."""
    found: list[EqualWords] = []
    waiting = [(region, 0)]
    while waiting:
        region, level = waiting.pop()
        region, edges = trimmed(pair, region)
        found += edges
        if level == len(LENGTHS) or region.i == region.i_stop or region.j == region.j_stop:
            continue
        kept = _chained(pair, region, LENGTHS[level])
        found += kept
        waiting += ((rest, level + 1) for rest in between(region, kept))
    return joined(sorted(found))


def between(region: Region, blocks: Iterable[EqualWords]) -> list[Region]:
    """Return the regions before, between and after the blocks of a region."""
    rest = []
    i, j = region.i, region.j
    for block in blocks:
        rest.append(Region(i, block.i, j, block.j))
        i, j = block.i + block.size, block.j + block.size
    return [*rest, Region(i, region.i_stop, j, region.j_stop)]


def joined(blocks: Iterable[EqualWords]) -> list[EqualWords]:
    """Return the blocks with neighbours made one. Blocks without words are dropped."""
    whole: list[EqualWords] = []
    for block in blocks:
        if whole and block.i - whole[-1].i == block.j - whole[-1].j == whole[-1].size:
            whole[-1] = EqualWords(whole[-1].i, whole[-1].j, whole[-1].size + block.size)
        elif block.size:
            whole.append(block)
    return whole


def trimmed(pair: Pair, region: Region) -> tuple[Region, list[EqualWords]]:
    """Return the region without the equal words at its start and at its end, and these words."""
    i, i_stop, j, j_stop = region
    while i < i_stop and j < j_stop and pair.source[i] == pair.edition[j]:
        i, j = i + 1, j + 1
    while i < i_stop and j < j_stop and pair.source[i_stop - 1] == pair.edition[j_stop - 1]:
        i_stop, j_stop = i_stop - 1, j_stop - 1
    edges = (EqualWords(region.i, region.j, i - region.i), EqualWords(i_stop, j_stop, region.i_stop - i_stop))
    return Region(i, i_stop, j, j_stop), [edge for edge in edges if edge.size]


def _chained(pair: Pair, region: Region, length: int) -> list[EqualWords]:
    """Return the heaviest chain of what stands once on either side of the region.

    Of single words and pairs, a chain counts only when it has half of all the weight there is: in two texts that have
    nothing to do with each other the common words stand in any order, and a chain of them means nothing.
    """
    starts = range(region.i, region.i_stop - length + 1), range(region.j, region.j_stop - length + 1)
    runs = _common(pair, *starts, length)
    weights = [pair.weigh(run) for run in runs]
    kept = heaviest(runs, weights)
    if length < ANCHOR_LENGTHS[-1] and 2 * sum(weights[number] for number in kept) < sum(weights):
        return []
    return [runs[number] for number in kept]

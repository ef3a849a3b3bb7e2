"""Corrects a comparison as an editor would: chance likenesses go, and a change begins and ends where it reads best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from gapmark.align.anchors import EqualWords, Pair, Region, between, in_order, joined

GAP, HEADING = "[gap", "##"
"""A word that begins so stands for a gap, or for a whole heading. In a text a bracket or a hash is a word by itself."""
_LIGHT = """a an and are as at be but by for from had has have he her his in is it its no not of on or she that the
their there they this to was were which who with"""
LIGHT = frozenset(_LIGHT.split())
"""English words that are in nearly every sentence: they prove little where both sides have them."""
ENDS, PAUSES = frozenset(".!?"), frozenset((",", ";", ":", "--", "–", "—"))

LIGHT_WEIGHT, WEIGHT, PINNED_WEIGHT = 1, 3, 7
"""The weight of a word that both sides have."""
STRAY_WEIGHT = 6
"""A block of more weight is never chance; two words of content, or `in an attempt to`, may be."""
STRAY_FACTOR, STRAY_FACTOR_ONE_WAY = 2, 8
"""Words are stray when the change on either side of them has so many times their weight in words: `the` between two
changes of two words, `city` between two of six. Where words were only cut (or only added), the factor is higher: two
omissions close to each other are soon read, and one replacement would say less."""
CHANCE_WORDS, CHANCE_SHARE = 12, 0.25
"""Two sides of at least twelve words that share less than a quarter of the weight have nothing in common."""
FURTHEST_SLIDE = 200
"""The most words that an omission or addition may slide, over equal words, to its best place."""


def paired(source: Sequence[str], edition: Sequence[str], edges: tuple[Iterable[int], Iterable[int]]) -> Pair:
    """Return the two texts with a number for each word. `edges` are the places of either where a block begins."""
    numbers = {word: number for number, word in enumerate(dict.fromkeys(chain(source, edition)))}
    i_words, j_words = ([*map(numbers.__getitem__, side)] for side in (source, edition))
    pauses = frozenset(numbers[word] for word in PAUSES & numbers.keys())
    begins = _begins(source, edges[0]), _begins(edition, edges[1])
    pinned, headings = (
        frozenset(number for word, number in numbers.items() if word.startswith(sign)) for sign in (GAP, HEADING)
    )
    return Pair(i_words, j_words, [_weight(word) for word in numbers], begins, pauses, pinned, headings)


def _begins(words: Sequence[str], edges: Iterable[int]) -> bytearray:
    """Return for each word, and for the end, 1 where a sentence or a block begins."""
    begun = bytearray((1, *map(ENDS.__contains__, words)))
    for at in (*edges, len(words)):
        begun[at] = 1
    return begun


def _weight(word: str) -> int:
    if word.startswith((GAP, HEADING)):
        return PINNED_WEIGHT
    if word in LIGHT or not any(map(str.isalnum, word)):
        return LIGHT_WEIGHT
    return WEIGHT


def read_over(pair: Pair, seeds: list[EqualWords]) -> list[EqualWords]:
    """Return the equal words of two texts in order, as an editor would report them; `seeds` are blocks that are sure.

    Words between two blocks were changed. A block of size 0 parts two changes that touch.
    """
    region = Region(0, len(pair.source), 0, len(pair.edition))
    found = list(seeds)
    for rest in between(region, seeds):
        found += _not_by_chance(pair, rest, in_order(pair, rest))
    return _parted(pair, _slid(pair, _absorbed(pair, joined(sorted(found)))))


def _not_by_chance(pair: Pair, region: Region, blocks: list[EqualWords]) -> list[EqualWords]:
    """Return the blocks; none, or the heaviest, where they are so few that the region was rewritten."""
    shorter = min(pair.source[region.i : region.i_stop], pair.edition[region.j : region.j_stop], key=len)
    weight = sum(pair.weigh(block) for block in blocks)
    if len(shorter) >= CHANCE_WORDS and weight < CHANCE_SHARE * sum(pair.weight[word] for word in shorter):
        return [
            block for block in blocks if pair.weigh(block) > (LIGHT_WEIGHT if _at_edge(region, block) else STRAY_WEIGHT)
        ]
    return blocks


def _at_edge(region: Region, block: EqualWords) -> bool:
    """Return whether the block goes on from what stands before the region, or leads to what stands after it."""
    begins = (block.i, block.j) == (region.i, region.j)
    return begins or (block.i + block.size, block.j + block.size) == (region.i_stop, region.j_stop)


def _bounded(pair: Pair, blocks: list[EqualWords]) -> list[EqualWords]:
    """Return the blocks with an empty one before the first word and one after the last."""
    return [EqualWords(0, 0, 0), *blocks, EqualWords(len(pair.source), len(pair.edition), 0)]


def _absorbed(pair: Pair, blocks: list[EqualWords]) -> list[EqualWords]:
    """Return the blocks without those that are stray words inside a rewritten stretch."""
    start, *rest = _bounded(pair, blocks)
    kept = [start]
    for block in rest:
        while len(kept) > 1 and _is_stray(pair, kept[-2], kept[-1], block):
            kept.pop()
        kept.append(block)
    return kept[1:-1]


def _is_stray(pair: Pair, before: EqualWords, block: EqualWords, after: EqualWords) -> bool:
    """Return whether the block's words are too few for the changes on both of its sides."""
    if block.size > STRAY_WEIGHT:
        return False
    changes = _change(before, block), _change(block, after)
    one_way = any(not first and not second for first, second in zip(*changes, strict=True))
    weight = pair.weigh(block)
    factor = STRAY_FACTOR_ONE_WAY if one_way else STRAY_FACTOR
    return weight <= STRAY_WEIGHT and min(map(max, changes)) >= factor * weight


def _change(block: EqualWords, after: EqualWords) -> tuple[int, int]:
    """Return how many words of the source, and of the edition, stand between two blocks."""
    return after.i - block.i - block.size, after.j - block.j - block.size


def _slid(pair: Pair, blocks: list[EqualWords]) -> list[EqualWords]:
    """Return the blocks, with each omission and addition between them at the best of its possible places."""
    start, *rest = _bounded(pair, blocks)
    moved = [start]
    for block in rest:
        far = _best_slide(pair, moved[-1], block)
        left = moved.pop()
        moved += [
            EqualWords(left.i, left.j, left.size + far),
            EqualWords(block.i + far, block.j + far, block.size - far),
        ]
    return joined(moved)


def _best_slide(pair: Pair, left: EqualWords, right: EqualWords) -> int:
    """Return how many words the change between two blocks should go to the right; to the left below 0."""
    cut, new = _change(left, right)
    if bool(cut) == bool(new):
        return 0
    words, begun = (pair.source, pair.begins[0]) if cut else (pair.edition, pair.begins[1])
    stop = right.i if cut else right.j
    start = stop - cut - new

    def fitness(far: int) -> tuple[bool, bool, int]:
        """Return how well the words read as one: best as whole sentences, then with the comma in front of them."""
        return bool(begun[start + far] and begun[stop + far]), words[start + far] in pair.pauses, far

    return max(_slides(pair, words, start, stop, left, right), key=fitness)


def _slides(pair: Pair, words: list[int], start: int, stop: int, left: EqualWords, right: EqualWords) -> Iterator[int]:
    """Yield the distances that the words may slide. The block before them keeps a word, unless it begins both texts."""
    yield 0
    for far in range(1, min(FURTHEST_SLIDE, left.size - bool(left.i or left.j)) + 1):
        if words[stop - far] != words[start - far]:
            break
        yield -far
    for far in range(1, min(FURTHEST_SLIDE, right.size) + 1):
        if words[start + far - 1] != words[stop + far - 1]:
            break
        yield far


def _parted(pair: Pair, blocks: list[EqualWords]) -> list[EqualWords]:
    """Return the blocks, with whole sentences parted from a replacement beside them."""
    start, *rest = _bounded(pair, blocks)
    kept = [start]
    for block in rest:
        kept += _apart(pair, kept[-1], block)
    return kept


def _apart(pair: Pair, left: EqualWords, right: EqualWords) -> tuple[EqualWords, ...]:
    """Return the right block; before it, where there is one, a block that parts added or omitted sentences from
    replaced words.

    `fled the city .` and `fled the town . It was late .`: the full stop that was kept is the first one, not the last.
    """
    cut, new = _change(left, right)
    i, j = right.i - cut, right.j - new
    i_begun, j_begun = pair.begins
    i_ends, j_ends = _ends(i_begun, i, right.i), _ends(j_begun, j, right.j)
    if not (cut and new) or bool(i_ends) == bool(j_ends):
        return (right,)
    opens = not left.size or i_begun[i]
    closes = right.size > 0 and i_begun[right.i + 1]
    if closes and not opens:
        stop = EqualWords(i_ends[0], right.j, 1) if i_ends else EqualWords(right.i, j_ends[0], 1)
        if pair.source[stop.i] == pair.edition[stop.j]:
            return stop, EqualWords(right.i + 1, right.j + 1, right.size - 1)
    if opens and not closes:
        stop = EqualWords(i_ends[-1] + 1, j, 0) if i_ends else EqualWords(i, j_ends[-1] + 1, 0)
        if stop.i < right.i and stop.j < right.j:
            return stop, right
    return (right,)


def _ends(begun: bytearray, start: int, stop: int) -> list[int]:
    """Return the places between start and stop where a sentence ends."""
    return [at for at in range(start, stop) if begun[at + 1]]

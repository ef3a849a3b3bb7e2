"""Compares the words of the source with those of the edition, and says in few spans what was changed.

`align` takes two sequences of words, folded as the caller wants them compared, and returns `Span`s. Its laws:

* each word of either side is in exactly one span;
* `apply(spans, source, added(spans, edition)) == edition`, and the same the other way round with `inverse(spans)`;
* equal sides give one span; one stretch cut (or added) one omission (or addition); two long paragraphs that changed
  places one move.

It has five steps: find stretches that stand once on either side (`anchors`), part the moved ones from those in order
(`moves`), compare the words between them, correct the result as an editor would (`editing`), and return the spans
(`spans`). Each step takes about linear time on any input.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from gapmark.align.anchors import EqualWords, Pair, Region, anchors, trimmed
from gapmark.align.editing import paired, read_over
from gapmark.align.moves import part_moved
from gapmark.align.spans import Span, by_place, placed


def align(
    source: Sequence[str], edition: Sequence[str], edges: tuple[Iterable[int], Iterable[int]] = ((), ())
) -> tuple[Span, ...]:
    """Return the differences between two sequences of words, sorted by source, then by edition.

    `edges` are the places of either text where a block begins; a sentence begins there too, as after a full stop. A
    word that begins with `GAP` is found wherever it was moved, and is never part of a rewritten stretch. An addition
    sorts before the source word that follows it.
    """
    pair = paired(source, edition, edges)
    in_place, moved = _sure(pair)
    i_view = _without(len(pair.source), [(region.i, region.i_stop) for region, _ in moved])
    j_view = _without(len(pair.edition), [(region.j, region.j_stop) for region, _ in moved])
    spans = list(_spans(pair, in_place, i_view, j_view, 0))
    for passage, (region, blocks) in enumerate(moved, 1):
        views = range(region.i, region.i_stop), range(region.j, region.j_stop)
        spans += _spans(pair, blocks, *views, passage)
    return _numbered(placed(_pins_moved(pair, placed(spans))))


def _sure(pair: Pair) -> tuple[list[EqualWords], list[tuple[Region, list[EqualWords]]]]:
    """Return the blocks in order and the moved passages.

    Where one omission or one addition explains all, return the blocks at its two sides and no passage.
    """
    rest, edges = trimmed(pair, Region(0, len(pair.source), 0, len(pair.edition)))
    if rest.i == rest.i_stop or rest.j == rest.j_stop:
        return edges, []
    return part_moved(pair, anchors(pair))


def _without(length: int, stretches: list[tuple[int, int]]) -> Sequence[int]:
    """Return the numbers below `length` that are in none of the stretches."""
    if not stretches:
        return range(length)
    edges = [0, *(edge for stretch in sorted(stretches) for edge in stretch), length]
    return [number for start, stop in zip(edges[::2], edges[1::2], strict=True) for number in range(start, stop)]


def _spans(
    pair: Pair, blocks: list[EqualWords], i_view: Sequence[int], j_view: Sequence[int], passage: int
) -> Iterator[Span]:
    """Yield the spans of the words in the two views, in which the blocks stand in order."""
    begins = _seen(pair.begins[0], i_view), _seen(pair.begins[1], j_view)
    words = [pair.source[i] for i in i_view], [pair.edition[j] for j in j_view]
    inside = pair._replace(source=words[0], edition=words[1], begins=begins)
    seeds = [EqualWords(bisect_left(i_view, block.i), bisect_left(j_view, block.j), block.size) for block in blocks]
    i = j = 0
    for block in (*read_over(inside, seeds), EqualWords(len(i_view), len(j_view), 0)):
        yield from _changed(i_view[i : block.i], j_view[j : block.j], passage)
        i, j = block.i + block.size, block.j + block.size
        yield from _kept(i_view[block.i : i], j_view[block.j : j], passage)


def _seen(begun: bytearray, view: Sequence[int]) -> bytearray:
    """Return for each word of a view 1 where a sentence begins.

    Where words were taken out of the view, a sentence begins if one begins on either side of them.
    """
    seen = begun[:1]
    for start, stop in _stretches(view):
        seen[-1] |= begun[start]
        seen += begun[start + 1 : stop + 1]
    seen[-1] |= begun[-1]
    return seen


def _changed(i_view: Sequence[int], j_view: Sequence[int], passage: int) -> Iterator[Span]:
    """Yield the spans of words that are not equal, parted where a passage was moved away or stands between them."""
    here, there = _stretches(i_view), _stretches(j_view)
    for old, new in zip(here, there, strict=False):
        yield Span("replace", old, new, passage)
    for old in here[len(there) :]:
        yield Span("delete", old, (0, 0), passage)
    for new in there[len(here) :]:
        yield Span("insert", (0, 0), new, passage)


def _kept(i_view: Sequence[int], j_view: Sequence[int], passage: int) -> Iterator[Span]:
    """Yield the spans of equal words, parted where a passage was moved away or stands between them."""
    breaks = {0, *_breaks(i_view), *_breaks(j_view), len(i_view)}
    for start, stop in pairwise(sorted(breaks)):
        i, j, size = i_view[start], j_view[start], stop - start
        yield Span("move" if passage else "equal", (i, i + size), (j, j + size), passage)


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the runs of consecutive numbers, as `(start, stop)`."""
    breaks = sorted({0, *_breaks(numbers), len(numbers)})
    return [(numbers[start], numbers[stop - 1] + 1) for start, stop in pairwise(breaks)]


def _breaks(numbers: Sequence[int]) -> Iterable[int]:
    """Return the places where a number is not the one before it plus one."""
    if isinstance(numbers, range):
        return ()
    return [at for at, (before, after) in enumerate(pairwise(numbers), 1) if after != before + 1]


def _pins_moved(pair: Pair, spans: tuple[Span, ...]) -> list[Span]:
    """Return the spans. A pinned word that changed places with a few others has moved, and the others are equal."""
    turned: list[Span] = []
    for span in spans:
        turned.append(span)
        if _is_pin_between(pair, turned[-3:]):
            first, pin, last = turned[-3:]
            cut, new = (first, last) if first.kind == "delete" else (last, first)
            turned[-3:] = pin._replace(kind="move", passage=-1), Span("equal", cut.source, new.edition)
    return turned


def _is_pin_between(pair: Pair, spans: list[Span]) -> bool:
    """Return whether the spans are a pinned word between an omission and an addition of the same words."""
    kinds = [span.kind for span in spans if not span.passage]
    if kinds not in (["delete", "equal", "insert"], ["insert", "equal", "delete"]):
        return False
    first, pin, last = spans
    cut, new = (first, last) if first.kind == "delete" else (last, first)
    same = pair.source[slice(*cut.source)] == pair.edition[slice(*new.edition)]
    return same and pair.pinned.issuperset(pair.source[slice(*pin.source)])


def _numbered(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans, sorted, with the moved passages counted in the order of the source. -1 is a passage by
    itself."""
    numbers: dict[tuple[int, int], int] = {}
    counted = []
    for span in sorted(spans, key=by_place):
        key = (span.passage, span.source[0] if span.passage < 0 else 0)
        number = numbers.setdefault(key, len(numbers) + 1) if span.passage else 0
        counted.append(span._replace(passage=number) if number != span.passage else span)
    return tuple(counted)

"""Finds the sections that stand in another order, and the headings that were changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple

from gapmark.align.anchors import EqualWords, heaviest
from gapmark.align.editing import LIGHT
from gapmark.align.spans import Span, cut_source_at, placed
from gapmark.compare.units import HEADED, Stretch, Units, blocks_of, origins_of
from gapmark.compare.words import Published, SourceWords

SECTION_WORDS = 30
"""A section with more words than this is found by its words where its heading was changed or taken away."""

FEW = 8
"""The most sections of one heading that are compared one by one; more are looked up in one index of words."""
BULK = 0.2
"""A part of the edition with less than this share of a section's words has only a moved passage of that section."""

# ---------------------------------------------------------------- sections in another order


class Order(NamedTuple):
    """The sections of a source in the order in which the pages have them, as import puts them there."""

    sections: tuple[Stretch, ...]
    """The units of each section."""
    moved: frozenset[Stretch]
    """The sections that are out of order; the others have the most words."""

    def arranged(self, source: Units) -> Units:
        """Return the source in this order."""
        keys: list[str] = []
        edges: list[int] = []
        for start, stop in self.sections:
            inside = source.edges[bisect_left(source.edges, start) : bisect_left(source.edges, stop)]
            edges += (len(keys) + edge - start for edge in inside)
            keys += source.keys[start:stop]
        return Units(tuple(keys), (), tuple(edges))

    def restored(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return the spans of the source as it was, given those of the source in this order.

        Equal words in a section out of order have moved with it.
        """
        begins = [0, *accumulate(stop - start for start, stop in self.sections)][:-1]
        return placed(self._restored(span, begins) for span in cut_source_at(spans, begins))

    def _restored(self, span: Span, begins: Sequence[int]) -> Span:
        number = bisect_right(begins, span.source[0]) - 1
        section = self.sections[number]
        start, stop = (at + section[0] - begins[number] for at in span.source)
        if span.kind == "equal" and section in self.moved:
            return Span("move", (start, stop), span.edition, -1 - number)
        return span._replace(source=(start, stop))


def order_of(source: Units, published: Units) -> Order:
    """Return the order of the source's sections in the edition.

    A section stands at its heading, unless most of its words are elsewhere. Where its heading is not found, it stands
    at its words; where these are not found, after the section before it.
    """
    parts = _Parts(published)
    groups: list[tuple[int, list[Stretch]]] = [(-1, [])]
    for (start, heading), (stop, _) in pairwise(((0, ""), *source.headings, (len(source.keys), ""))):
        at = parts.place(heading, source.keys[start:stop]) if heading else -1
        if at >= 0:
            groups.append((at, []))
        groups[-1][1].append((start, stop))
    ordered = [section for _, group in sorted(groups) for section in group if section[0] < section[1]]
    blocks = [EqualWords(number, start, stop - start) for number, (start, stop) in enumerate(ordered)]
    kept = {ordered[number] for number in heaviest(blocks, [block.size for block in blocks])}
    return Order(tuple(ordered), frozenset({*ordered} - kept))


class _Parts:
    """The parts of an edition, from a heading up to the next one, and the pairs of words that each has."""

    def __init__(self, published: Units) -> None:
        edges = list(pairwise(((0, ""), *published.headings, (len(published.keys), ""))))
        self.starts = [start for (start, _), _ in edges]
        self.keys = [published.keys[start:stop] for (start, _), (stop, _) in edges]
        self.last = -1
        """The part at which a heading was last found: of several that are alike, the next one is taken."""
        self.headed: dict[str, list[int]] = defaultdict(list)
        """The parts that no section stands at yet, by their heading."""
        for number, ((_, heading), _) in enumerate(edges):
            self.headed[heading].append(number)

    @cached_property
    def pairs(self) -> Mapping[tuple[str, str], Counter[int]]:
        """How often each part has a pair of words; computed only where little is left of a section."""
        pairs: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
        for number, keys in enumerate(self.keys):
            for two in pairwise(keys):
                pairs[two][number] += 1
        return pairs

    def place(self, heading: str, keys: Sequence[str]) -> int:
        """Return the unit of the edition at which a section stands; -1 where it is nowhere as such."""
        unchanged = [number for number in self.headed[heading] if self.keys[number] == keys]
        if unchanged:
            same = max(unchanged, key=lambda n: n > self.last)
            return self._taken(heading, same, self.starts[same])
        words = Counter(pairwise(keys))
        few = self.headed[heading] if len(self.headed[heading]) <= FEW else ()
        near = {number: (words & Counter(pairwise(self.keys[number]))).total() for number in few}
        best = max(near, key=lambda n: (near[n], n > self.last), default=-1)
        if best >= 0 and 2 * near[best] >= words.total():
            return self._taken(heading, best, self._begin(best, words))
        shared = self._shared(words)
        most = max(shared.values(), default=0)
        same = max(self.headed[heading], key=lambda n: (shared[n], n > self.last), default=-1)
        if same >= 0 and (2 * shared[same] >= most or 4 * most < words.total()):
            return self._taken(heading, same, self.starts[same])
        if len(keys) <= SECTION_WORDS or 4 * most < words.total():
            return -1
        return self._begin(min(n for n in shared if shared[n] == most), words)

    def _begin(self, number: int, words: Counter[tuple[str, str]]) -> int:
        """Return the unit at which the words of a section begin in a part that may begin with others, or else -1."""
        there = Counter(pairwise(self.keys[number]))
        found = enumerate(pairwise(self.keys[number]), self.starts[number])
        return next((at for at, two in found if words[two] == there[two] == 1), -1)

    def _taken(self, heading: str, number: int, at: int) -> int:
        """Return the unit at which a section stands in a part, or else its start; no other can stand there."""
        self.headed[heading].remove(number)
        self.last = number
        return at if at >= 0 else self.starts[number]

    def _shared(self, words: Counter[tuple[str, str]]) -> Counter[int]:
        """Return how many of the pairs of words each part has."""
        shared: Counter[int] = Counter()
        for two, times in words.items():
            for part, there in self.pairs.get(two, {}).items():
                shared[part] += min(times, there)
        return shared


# ---------------------------------------------------------------- headings that were changed


def headings_changed(spans: Sequence[Span], source: SourceWords, published: Published) -> tuple[Span, ...]:
    """Return the spans, with each heading that was changed as one replacement."""
    gone = {span.source for span in spans if span.kind == "delete"}
    come = {span.edition: span for span in spans if span.kind == "insert"}
    old = [stretch for stretch, block in blocks_of(source) if block.kind == "heading" and stretch in gone]
    new = [stretch for stretch, block in blocks_of(published) if block.kind in HEADED and stretch in come]
    replaced = dict(_pairs(spans, source, published, old, new)) if old and new else {}
    taken = set(replaced.values())
    passage = max((span.passage for span in spans), default=0)
    found = []
    for span in spans:
        if span.kind == "delete" and span.source in replaced:
            passage += 1
            found.append(_replaced(span, replaced[span.source], source, published, passage))
        elif span.kind != "insert" or span.edition not in taken:
            found.append(span)
    return placed(found)


def _replaced(span: Span, new: Stretch, source: SourceWords, published: Published, passage: int) -> Span:
    """Return the span of a heading that was changed; a heading with the same words has moved."""
    one, other = (
        [word.key for word in side.words[slice(*at)]] for side, at in ((source, span.source), (published, new))
    )
    if one == other:
        return Span("move", span.source, new, passage)
    return Span("replace", span.source, new, span.passage)


def _pairs(
    spans: Iterable[Span], source: SourceWords, published: Published, old: Sequence[Stretch], new: Sequence[Stretch]
) -> Iterator[tuple[Stretch, Stretch]]:
    """Yield each heading of the source that is gone, with the one that now stands over its text."""
    origins = origins_of((span for span in spans if span.kind in ("equal", "move")), len(published.words))
    sections = [source.blocks[source.words[i].block].section if i >= 0 else -1 for i in origins]
    kept = Counter(sections)
    over: dict[int, Sequence[Stretch]] = {}
    begun: set[int] = {-1}
    for over_it, start, stop in _parts_of(published, set(new)):
        there = Counter(sections[start:stop])
        bulk = [section for section in there if there[section] >= BULK * kept[section] and section >= 0]
        if bulk and bulk[0] not in begun:
            over[bulk[0]] = over_it
        begun.update(bulk)
    above = [over.get(source.blocks[source.words[heading[0]].block].section, ()) for heading in old]
    left, lost = dict.fromkeys(new), dict.fromkeys(old)
    for sure, candidates in ((True, above), (False, [new] * len(old))):
        for heading, heads in zip(old, candidates, strict=True):
            found = next((h for h in heads if h in left and _may_be(source, published, heading, h, sure=sure)), None)
            if heading in lost and found:
                del left[found], lost[heading]
                yield heading, found


def _parts_of(published: Published, new: Collection[Stretch]) -> list[tuple[list[Stretch], int, int]]:
    """Return the parts of the edition: the new headings that stand right over each, the nearest first, and its
    words."""
    parts: list[tuple[list[Stretch], int, int]] = [([], 0, 0)]
    for (start, stop), block in blocks_of(published):
        heads, begin, end = parts[-1]
        if block.kind not in HEADED:
            parts[-1] = heads, begin, stop
        else:
            together = list(heads) if begin == end and block.kind != "title" else []
            own = [(start, stop)] if (start, stop) in new else []
            parts.append(([*own, *together], stop, stop))
    return parts


def _may_be(source: SourceWords, published: Published, old: Stretch, new: Stretch, *, sure: bool) -> bool:
    """Return whether a heading may have become another; a title only if the two share a word of content."""
    if sure and published.blocks[published.words[new[0]].block].kind == "heading":
        return True
    one, other = ({w.key.casefold() for w in side.words[slice(*at)]} for side, at in ((source, old), (published, new)))
    return any(any(map(str.isalnum, word)) and word not in LIGHT for word in one & other)

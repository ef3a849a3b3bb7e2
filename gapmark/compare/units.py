"""The units that are compared: each word of the text, and each heading as a whole.

A heading is no sentence. As one unit it is found wherever it went, is never taken for words of the text, and parts what
stands above it from what stands under it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from gapmark.align.editing import ENDS, HEADING
from gapmark.align.spans import Span, cut_at, cut_source_at, placed
from gapmark.compare.words import EditionBlock, Published, SourceBlock, SourceWords

HEADED = ("title", "heading")
OWN = ("title", "note")
"""Blocks of an edition that are the editor's own: not compared, but for a title that is a heading of the source."""

Stretch = tuple[int, int]
"""Start and stop of a stretch, counted from 0."""


class Units(NamedTuple):
    """One side as it is compared: without the headings that the other has not, and without the editor's own words."""

    keys: tuple[str, ...]
    blocks: tuple[tuple[int, int, int], ...]
    """For each block that is compared its first unit, its first word and the word after its last."""
    edges: tuple[int, ...]
    """The units before which a block begins."""
    headings: tuple[tuple[int, str], ...] = ()
    """Every heading, compared or not: the unit that it is or would stand before, and its key."""

    def place(self, unit: int) -> Stretch:
        """Return the words that a unit stands for."""
        first, start, stop = self.blocks[bisect_right(self.blocks, unit, key=itemgetter(0)) - 1]
        word = start + unit - first
        return (start, stop) if self.keys[unit].startswith(HEADING) else (word, word + 1)


def units_of(source: SourceWords, published: Published) -> tuple[Units, Units]:
    """Return both sides as they are compared.

    A title stands for a heading of the source where no heading on the pages has its words.
    """
    old = [(stretch, _heading(source, stretch, block.kind)) for stretch, block in blocks_of(source)]
    headings = {key for _, key in old}
    texts = {_key(source, stretch) for stretch, block in blocks_of(source) if block.kind != "heading"}
    if any(block.kind == "heading" and _key(published, at) not in headings for at, block in blocks_of(published)):
        texts.update(_sentences(source))
    missing = Counter(key for _, key in old if key)
    missing.subtract(_key(published, stretch) for stretch, block in blocks_of(published) if block.kind == "heading")
    new = []
    for stretch, block in blocks_of(published):
        key = _key(published, stretch)
        if block.kind == "title" and key in headings:
            new += [(stretch, key)] if missing[key] > 0 else []
            missing[key] -= 1
        elif key not in texts - headings if block.kind == "heading" else key in headings - texts:
            new.append((stretch, key))
        elif block.kind not in OWN:
            new.append((stretch, ""))
    shared = headings & {key for _, key in new} - {""}
    return _units(source, old, shared), _units(published, new, shared)


def _sentences(source: SourceWords) -> Iterator[str]:
    """Yield the key of each sentence, with its last mark and without: an editor may have made it a heading."""
    starts = [n for n, word in enumerate(source.words) if word.opens]
    for start, stop in pairwise([*starts, len(source.words)]):
        yield _key(source, (start, stop))
        if source.words[stop - 1].key in ENDS:
            yield _key(source, (start, stop - 1))


def blocks_of(side: SourceWords | Published) -> Iterator[tuple[Stretch, SourceBlock | EditionBlock]]:
    """Return each block with the words it has."""
    return zip(stretches(side), side.blocks, strict=True)


def stretches(side: SourceWords | Published) -> list[Stretch]:
    """Return the words of each block."""
    return list(pairwise([*(block.first_word for block in side.blocks), len(side.words)]))


def _heading(side: SourceWords, stretch: Stretch, kind: str) -> str:
    """Return the key of a heading; empty for other blocks, and for a heading with a gap in it, which is compared as
    text."""
    gap = any(word.gap for word in side.words[slice(*stretch)])
    return _key(side, stretch) if kind == "heading" and not gap else ""


def _key(side: SourceWords | Published, stretch: Stretch) -> str:
    return HEADING + " ".join(word.key for word in side.words[slice(*stretch)])


def _units(side: SourceWords | Published, blocks: Iterable[tuple[Stretch, str]], shared: Collection[str]) -> Units:
    """Return the units of blocks, given with the key of each that is a heading."""
    keys: list[str] = []
    compared: list[tuple[int, int, int]] = []
    edges, headings = [], []
    for (start, stop), heading in blocks:
        edges.append(len(keys))
        if heading:
            headings.append((len(keys), heading))
        if start < stop and (heading in shared or not heading):
            compared.append((len(keys), start, stop))
            keys += [heading] if heading else [word.key for word in side.words[start:stop]]
    return Units(tuple(keys), tuple(compared), tuple(edges), tuple(headings))


# ---------------------------------------------------------------- back to words


def in_words(spans: Iterable[Span], source: Units, published: Units, words: tuple[int, int]) -> tuple[Span, ...]:
    """Return the spans over the words of both sides, given those over units; `words` are how many words the sides have.

    A word that is in no unit is an omission or an addition.
    """
    spans = cut_source_at(cut_at(spans, _breaks(published)), _breaks(source))
    found = [
        span._replace(source=_stretch(span.source, source), edition=_stretch(span.edition, published)) for span in spans
    ]
    found += (Span("delete", between, (0, 0)) for between in _between(source, words[0]))
    found += (Span("insert", (0, 0), between) for between in _between(published, words[1]))
    return placed(found)


def _breaks(side: Units) -> list[int]:
    """Return the units before which there are words that are in no unit."""
    return [unit for (_, _, stop), (unit, start, _) in pairwise(side.blocks) if stop != start]


def _stretch(units: Stretch, side: Units) -> Stretch:
    start, stop = units
    begin = side.place(start)[0] if stop > start else side.place(start - 1)[1] if start else 0
    return begin, side.place(stop - 1)[1] if stop > start else begin


def _between(side: Units, words: int) -> Iterator[Stretch]:
    for (_, _, before), (_, after, _) in pairwise(((0, 0, 0), *side.blocks, (0, words, words))):
        if before < after:
            yield before, after


def origins_of(spans: Iterable[Span], words: int) -> tuple[int, ...]:
    """Return for each of so many words of the edition the index of the source's word that it is or replaces; else
    -1."""
    origins = [-1] * words
    for span in spans:
        for i, j in zip(range(*span.source), range(*span.edition), strict=False):
            origins[j] = i
    return tuple(origins)

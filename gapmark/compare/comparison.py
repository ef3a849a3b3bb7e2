"""The words of the source compared with those of the pages: which were kept, changed, left out, added or moved.

Titles that are no heading of the source, and footnotes, are the editor's own words: they are not compared, and come
into the comparison as additions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, zip_longest

from gapmark.compare.align import align
from gapmark.compare.spans import Span, by_place, cut_at
from gapmark.compare.words import Published, SourceWords, read_page_words, read_source_words
from gapmark.memo import remember
from gapmark.text.pages import Edition

_OWN, _HEADED = ("title", "note"), ("title", "heading")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides and what was found between them."""

    source: SourceWords
    published: Published
    spans: tuple[Span, ...]
    """Each word of either side is in one of them."""
    origins: tuple[int, ...]
    """For each word of the edition the index of the source's word that it is, or that it replaces; -1 for an added
    one. Of more words than there were, the first ones replace them."""


def compare_words(edition: Edition) -> Comparison:
    """Compare the pages, but the editor's own, with the source."""
    source = remember(read_source_words, edition.document)
    published = read_page_words([(page.manuscript.title, page.tree) for page in edition.compared])
    kept = _kept_words(source, published)
    keys = [word.key for word in source.words], [published.words[j].key for j in kept]
    edges = [block.first_word for block in source.blocks], _edges(published, kept)
    spans = align(*keys, edges=edges)
    spans = _whole_moves(spans, source, keys[1])
    spans = _with_own_words(spans, kept, len(published.words))
    spans = cut_at(_headings_apart(spans, source, published), _title_ends(published))
    return Comparison(source, published, spans, _origins(spans, len(published.words)))


def _whole_moves(spans: Sequence[Span], source: SourceWords, kept: Sequence[str]) -> tuple[Span, ...]:
    """The spans, with whole blocks that were cut in one place and stand the same in another as moves.

    `align` takes a few words for a chance likeness; a heading and all that is under it are not one.
    """
    inserts = {tuple(kept[slice(*span.edition)]): span for span in reversed(spans) if span.kind == "insert"}
    passage = max((span.passage for span in spans), default=0)
    moved: dict[Span, Span | None] = {}
    for span in spans:
        keys = tuple(word.key for word in source.words[slice(*span.source)])
        if span.kind == "delete" and keys in inserts and _is_whole(source, *span.source):
            passage += 1
            found = inserts.pop(keys)
            moved |= {span: Span("move", span.source, found.edition, passage), found: None}
    named = (moved.get(span, span) for span in spans)
    return tuple(sorted((span for span in named if span), key=by_place))


def _is_whole(source: SourceWords, start: int, stop: int) -> bool:
    """Whether these words are whole blocks of the source."""
    words = source.words
    begins = start == 0 or words[start - 1].block != words[start].block
    return begins and (stop == len(words) or words[stop - 1].block != words[stop].block)


def _origins(spans: Iterable[Span], words: int) -> tuple[int, ...]:
    origins = [-1] * words
    for span in spans:
        for i, j in zip(range(*span.source), range(*span.edition), strict=False):
            origins[j] = i
    return tuple(origins)


# ---------------------------------------------------------------- the editor's own words


def _kept_words(source: SourceWords, published: Published) -> list[int]:
    """The indexes of the edition's words that are compared."""
    headings = {
        tuple(word.key for word in group)
        for block, group in groupby(source.words, key=lambda word: word.block)
        if source.blocks[block].kind == "heading"
    }
    kept: list[int] = []
    for index, group in groupby(range(len(published.words)), key=lambda j: published.words[j].block):
        words, kind = list(group), published.blocks[index].kind
        is_heading = kind == "title" and tuple(published.words[j].key for j in words) in headings
        kept += words if is_heading or kind not in _OWN else []
    return kept


def _edges(published: Published, kept: Sequence[int]) -> Iterator[int]:
    """Where a block begins among the words that are compared."""
    blocks = [-1, *(published.words[j].block for j in kept)]
    return (at for at, (before, block) in enumerate(pairwise(blocks)) if before != block)


def _with_own_words(spans: Iterable[Span], kept: Sequence[int], words: int) -> tuple[Span, ...]:
    """The spans over all words of the edition, given those over the kept ones; the others are additions."""
    breaks = [k for k in range(1, len(kept)) if kept[k] != kept[k - 1] + 1]
    found = []
    for span in cut_at(spans, breaks):
        start, stop = span.edition
        begin = kept[start] if stop > start else kept[start - 1] + 1 if start else 0
        found.append(replace(span, edition=(begin, begin + stop - start)))
    origins = _origins(found, words)
    after = 0
    edges = [-1, *kept, words]
    for before, following in pairwise(edges):
        after = origins[before] + 1 if before >= 0 and origins[before] >= 0 else after
        if following > before + 1:
            found.append(Span("insert", (after, after), (before + 1, following)))
    return tuple(sorted(found, key=by_place))


def _title_ends(published: Published) -> Iterator[int]:
    """Where the words of a page begin, and those of its text."""
    for before, block in pairwise(published.blocks):
        if "title" in (before.kind, block.kind):
            yield block.first_word


# ---------------------------------------------------------------- headings and sentences


def _headings_apart(spans: Iterable[Span], source: SourceWords, published: Published) -> tuple[Span, ...]:
    """The spans, with headings parted from the words of the text where both were replaced in one stretch."""
    parted: list[Span] = []
    for span in spans:
        apart = _heading_apart(span, source, published) if span.kind == "replace" else [span]
        parted += (_as_kept(part, source, published) for part in apart)
    return tuple(sorted(parted, key=by_place))


def _as_kept(span: Span, source: SourceWords, published: Published) -> Span:
    """A heading that stays while the text under it is replaced is no part of that."""
    keys = [
        [w.key for w in side] for side in (source.words[slice(*span.source)], published.words[slice(*span.edition)])
    ]
    kept = span.kind == "replace" and keys[0] == keys[1]
    return replace(span, kind="move" if span.passage else "equal") if kept else span


def _heading_apart(span: Span, source: SourceWords, published: Published) -> list[Span]:
    here = [source.blocks[word.block].kind == "heading" for word in source.words[slice(*span.source)]]
    there = [published.blocks[word.block].kind in _HEADED for word in published.words[slice(*span.edition)]]
    if len({*here, *there}) == 1:
        return [span]
    found = []
    for kind in (True, False):
        old, new = _runs(here, kind, span.source[0]), _runs(there, kind, span.edition[0])
        found += [_one_of(one, other, span) for one, other in zip_longest(old, new)]
    return found


def _runs(flags: Sequence[bool], kind: bool, start: int) -> list[tuple[int, int]]:
    """The stretches of one kind."""
    runs = [(flag, [at for at, _ in run]) for flag, run in groupby(enumerate(flags, start), key=lambda at: at[1])]
    return [(run[0], run[-1] + 1) for flag, run in runs if flag == kind]


def _one_of(old: tuple[int, int] | None, new: tuple[int, int] | None, span: Span) -> Span:
    if old and new:
        return replace(span, source=old, edition=new)
    if old:
        return Span("delete", old, (span.edition[0], span.edition[0]), span.passage)
    return Span("insert", (span.source[1], span.source[1]), new or span.edition, span.passage)


# ---------------------------------------------------------------- places


def place_of_cut(comparison: Comparison, start: int, before: int) -> tuple[int, bool]:
    """Where words of the source that were left out are shown: a word of the edition, and whether just after it.

    `start` is the first of them, `before` the edition's word that would follow. Of the words on both sides, the one
    of the same section counts: so what was cut at the end of a page is not shown on the next.
    """
    words, blocks = comparison.source.words, comparison.source.blocks
    following = next((j for j in range(before, len(comparison.origins)) if _is_place(comparison, j)), -1)
    previous = next((j for j in range(before - 1, -1, -1) if _is_place(comparison, j)), -1)
    section = blocks[words[start].block].section
    for place_, after in ((following, False), (previous, True)):
        origin = comparison.origins[place_] if place_ >= 0 else -1
        if origin >= 0 and blocks[words[origin].block].section == section:
            return place_, after
    return (previous, True) if previous >= 0 else (min(before, len(comparison.origins) - 1), False)


def _is_place(comparison: Comparison, word: int) -> bool:
    """Whether a word is the source's, or stands in the text."""
    block = comparison.published.blocks[comparison.published.words[word].block]
    return comparison.origins[word] >= 0 or block.kind not in _OWN

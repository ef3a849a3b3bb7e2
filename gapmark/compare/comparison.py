"""Compares the words of the source with those of the pages: which were kept, changed, left out, added or moved.

Titles that are no heading of the source, and footnotes, are the editor's own words: they are not compared, and come
into the comparison as additions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gapmark.align.align import align
from gapmark.align.editing import ENDS
from gapmark.align.spans import Span, by_place, cut_at, cut_source_at
from gapmark.compare.crossings import find_crossings
from gapmark.compare.headings import headings_changed, order_of
from gapmark.compare.units import HEADED, OWN, Units, in_words, origins_of, stretches, units_of
from gapmark.compare.words import Published, SourceWords, read_page_words, read_source_words
from gapmark.run.memo import remember
from gapmark.text.pages import Edition


class Comparison(NamedTuple):
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
    old, new = units_of(source, published)
    order = order_of(old, new)
    here = order.arranged(old)
    spans = order.restored(_whole_moves(align(here.keys, new.keys, edges=(here.edges, new.edges)), here, new))
    spans = in_words(spans, old, new, (len(source.words), len(published.words)))
    spans = cut_source_at(cut_at(spans, _edges(published)), _edges(source))
    spans = find_crossings(headings_changed(spans, source, published), source, published)
    return Comparison(source, published, spans, origins_of(spans, len(published.words)))


def _whole_moves(spans: Sequence[Span], old: Units, new: Units) -> tuple[Span, ...]:
    """Return the spans. Whole sentences that were cut in one place and stand the same in another are moves.

    `align` takes a few equal words for chance; a whole sentence, or a heading and all that is under it, is no chance.
    """
    inserts = {tuple(new.keys[slice(*span.edition)]): span for span in reversed(spans) if span.kind == "insert"}
    edges = {*old.edges, len(old.keys), *(at for at, key in enumerate(old.keys, 1) if key in ENDS)}
    passage = max((span.passage for span in spans), default=0)
    moved: dict[Span, Span | None] = {}
    for span in spans:
        keys = old.keys[slice(*span.source)]
        if span.kind == "delete" and keys in inserts and edges.issuperset(span.source):
            passage += 1
            found = inserts.pop(keys)
            moved |= {span: Span("move", span.source, found.edition, passage), found: None}
    named = (moved.get(span, span) for span in spans)
    return tuple(sorted((span for span in named if span), key=by_place))


def _edges(side: SourceWords | Published) -> Iterator[int]:
    """Return the places where a heading or a title begins or ends; a page begins at its title."""
    kinds = [block.kind in HEADED for block in side.blocks]
    starts = [start for start, _ in stretches(side)]
    return (start for start, two in zip(starts[1:], pairwise(kinds), strict=True) if any(two)) if kinds else iter(())


# ---------------------------------------------------------------- places


def place_of_cut(comparison: Comparison, start: int, before: int) -> tuple[int, bool]:
    """Return where words of the source that were left out are shown: a word of the edition, and whether just after it.

    `start` is the first of them, `before` the edition's word that would follow. Of the words on both sides, the one of
    the same section counts: so what was cut at the end of a page is not shown on the next.
    """
    words, blocks = comparison.source.words, comparison.source.blocks
    following = next((j for j in range(before, len(comparison.origins)) if _is_place(comparison, j)), -1)
    previous = next((j for j in range(before - 1, -1, -1) if _is_place(comparison, j)), -1)
    section = blocks[words[start].block].section
    for place_, after in ((following, False), (previous, True)):
        origin = comparison.origins[place_] if place_ >= 0 else -1
        if origin >= 0 and blocks[words[origin].block].section == section:
            under = following if after and _is_under(comparison, following, place_) else place_
            return under, after and under == place_
    return (previous, True) if previous >= 0 else (min(before, len(comparison.origins) - 1), False)


def _is_under(comparison: Comparison, word: int, heading: int) -> bool:
    """Return whether a word stands in the text right under a heading or title; what was cut there is shown at the
    word."""
    if word < 0:
        return False
    here, over = (comparison.published.blocks[comparison.published.words[j].block] for j in (word, heading))
    return over.kind in HEADED and here.kind not in HEADED and here.page == over.page


def _is_place(comparison: Comparison, word: int) -> bool:
    """Return whether a word is the source's, or stands in the text."""
    block = comparison.published.blocks[comparison.published.words[word].block]
    return comparison.origins[word] >= 0 or block.kind not in OWN

"""The records that `align` returns: spans of words, how they are cut, and their share of kept words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

SpanKind = Literal["equal", "replace", "delete", "insert", "move"]

REWRITTEN_SHARE = 0.25
"""Below this share of kept words a page was rewritten. Measured: of stretches of 100 to 3,000 words from different
encyclopedia articles, no two had more than 0.034 in common by `align`, and most had nothing."""
REWRITTEN_WORDS = 40
"""A page with fewer words than this, on either side, is never called rewritten: its changes are soon read."""


class Span(NamedTuple):
    """One stretch of words and what became of it. Both stretches are `(start, stop)`, counted from 0."""

    kind: SpanKind
    """`equal`; `replace`: other words in their place; `delete`: an omission; `insert`: an addition; `move`: equal
    words that stand out of order."""
    source: tuple[int, int]
    """Of `insert` it is empty; it is after the source word that the edition has before the added words."""
    edition: tuple[int, int]
    """Of `delete` it is empty; it is after the edition's word that the source has before the omitted words."""
    passage: int = 0
    """The moved passage it belongs to, counted from 1 in the order of the source; 0 is what has not moved. A passage
    in which words were changed has several spans: its moves, and between them its changes. Below 0, a section that
    stands as such in another order."""


def turned(span: Span) -> Span:
    """Return the span as it leads from the edition to the source."""
    kinds: dict[SpanKind, SpanKind] = {"delete": "insert", "insert": "delete"}
    return Span(kinds.get(span.kind, span.kind), span.edition, span.source, span.passage)


def cut_source_at(spans: Iterable[Span], places: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans, cut at these places in the source.

    What follows the first part of a replacement is an omission.
    """
    return tuple(sorted(map(turned, cut_at(map(turned, spans), places)), key=by_place))


def cut_at(spans: Iterable[Span], places: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans, cut at these places in the edition, such as the beginnings of pages and paragraphs.

    Of a replacement, the first part stands for the source's words, and what follows it is an addition.
    """
    stops = sorted(set(places))
    parts = []
    for span in spans:
        inside = stops[bisect_right(stops, span.edition[0]) : bisect_left(stops, span.edition[1])]
        parts += [_part(span, *edges) for edges in pairwise((span.edition[0], *inside, span.edition[1]))]
    return tuple(sorted(parts, key=by_place))


def _part(span: Span, start: int, stop: int) -> Span:
    """Return the part of a span that has the edition's words `start:stop`."""
    if span.kind in ("equal", "move"):
        far = span.source[0] - span.edition[0]
        return span._replace(source=(start + far, stop + far), edition=(start, stop))
    if start == span.edition[0]:
        return span._replace(edition=(start, stop))
    return Span("insert", (span.source[1], span.source[1]), (start, stop), span.passage)


def rewritten(spans: Iterable[Span], start: int, stop: int) -> bool:
    """Return whether the edition's words `start:stop` (those of a page) were rewritten rather than changed.

    They were when less than `REWRITTEN_SHARE` of them, and of the source's words that they are compared with, were
    kept, be it in place or moved. So neither a page that was cut down to little, nor one much added to, counts.
    """
    kept = there = 0
    for span in spans:
        shared = min(stop, span.edition[1]) - max(start, span.edition[0])
        if span.kind in ("equal", "move"):
            kept += max(shared, 0)
        elif start <= span.edition[0] < stop:
            there += span.source[1] - span.source[0]
    words = min(stop - start, kept + there)
    return words >= REWRITTEN_WORDS and kept < REWRITTEN_SHARE * words


def placed(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans sorted, each addition and omission after the word that stands before it."""
    return tuple(sorted(map(turned, _additions_placed(map(turned, _additions_placed(spans)))), key=by_place))


def _additions_placed(spans: Iterable[Span]) -> Iterator[Span]:
    after = 0
    for span in sorted(spans, key=lambda s: (s.kind == "delete", s.edition)):
        here = span._replace(source=(after, after)) if span.kind == "insert" else span
        after = here.source[1]
        yield here


def by_place(span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the key by which spans are sorted."""
    return span.source, span.edition

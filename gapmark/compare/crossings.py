"""Words that stand under another heading than in the source, or on another page, though no words are out of order.

Either the words were moved past a heading, or the heading past the words. It is taken to be the words, where most of
their section stands under its heading still.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from gapmark.align.spans import Span, placed
from gapmark.compare.units import HEADED, OWN, origins_of
from gapmark.compare.words import Published, SourceWords


class Part(NamedTuple):
    """Where a block of the edition stands."""

    head: int
    """The section of the source whose heading it stands under; -1 before the first of them."""
    page: int
    own: bool
    """Whether a heading or title of the editor's own stands between that heading and the block."""


class Stretch(NamedTuple):
    """A span of words of the text in order, the section they belong to in the source, and where they stand now."""

    span: Span
    section: int
    part: Part

    @property
    def words(self) -> int:
        """How many they are."""
        return self.span.source[1] - self.span.source[0]


def find_crossings(spans: Sequence[Span], source: SourceWords, published: Published) -> tuple[Span, ...]:
    """The spans, in which words that were moved past a heading are moves, and headings that were moved past words.

    Each span is under one heading.
    """
    parts = list(_parts(origins_of(spans, len(published.words)), source, published))
    ordered = sorted(spans, key=lambda span: span.edition)
    texts = list(_texts(ordered, parts, source, published))
    sections = _sections(texts, parts)
    moved = {text.span: text.span._replace(kind="move", passage=0) for text in _strays(texts, sections, source)}
    left = [text for text in texts if text.span not in moved]
    heads = dict(_heads(ordered, source, published))
    moved |= _settled(heads, [span for span in ordered if span not in moved], left, sections)
    now = {section: moved.get(span, span) for span, section in heads.items()}
    moved |= {span: span._replace(kind="move", passage=0) for span in _left_behind(heads, now, sections)}
    number = count(max((span.passage for span in spans), default=0) + 1)
    numbered = (moved.get(span, span) for span in spans)
    return placed(s._replace(passage=next(number)) if s.kind == "move" and s.passage == 0 else s for s in numbered)


def _parts(origins: Sequence[int], source: SourceWords, published: Published) -> Iterator[Part]:
    """Where each block of the edition stands; a heading stands under itself."""
    part = Part(-1, -1, own=True)
    for block in published.blocks:
        if block.kind in HEADED:
            origin = origins[block.first_word]
            old = source.blocks[source.words[origin].block] if origin >= 0 else None
            kept = old is not None and old.kind == "heading"
            part = Part(old.section, block.page, own=False) if old and kept else Part(part.head, block.page, own=True)
        yield part


def _texts(
    spans: Sequence[Span], parts: Sequence[Part], source: SourceWords, published: Published
) -> Iterator[Stretch]:
    for span in spans:
        if span.kind == "equal" or span.passage < 0:
            old, new = source.words[span.source[0]].block, published.words[span.edition[0]].block
            if source.blocks[old].kind != "heading" and published.blocks[new].kind not in OWN:
                yield Stretch(span, source.blocks[old].section, parts[new])


class _Sections(NamedTuple):
    """How the sections of the source stand in the edition, counted in words in order."""

    homes: dict[int, int]
    """The page of each heading that is kept."""
    total: Counter[int]
    there: Counter[tuple[int, int, int]]
    """How many words of a section stand under the heading of a section on a page."""
    pages: dict[int, dict[int, None]]
    """The sections that each page has words of."""

    def at_home(self, section: int) -> int:
        """How many of its words stand under its heading, on the same page."""
        return self.there[section, section, self.homes.get(section, -1)]

    def first_page(self, section: int) -> int:
        """The first page that has words of it."""
        return next(page for page, sections in self.pages.items() if section in sections)


def _sections(texts: Sequence[Stretch], parts: Sequence[Part]) -> _Sections:
    found = _Sections({}, Counter(), Counter(), defaultdict(dict))
    found.homes.update((part.head, part.page) for part in reversed(parts) if not part.own)
    for text in texts:
        found.total[text.section] += text.words
        found.there[text.section, text.part.head, text.part.page] += text.words
        found.pages[text.part.page][text.section] = None
    return found


def _strays(texts: Sequence[Stretch], sections: _Sections, source: SourceWords) -> Iterator[Stretch]:
    """The words that were moved past a heading, or to a page that is another section's."""
    headed = {block.section for block in source.blocks if block.kind == "heading"}
    for text in texts:
        section, (head, page, own) = text.section, text.part
        away = head != section and (section in sections.homes or (section not in headed and head >= 0 and not own))
        parted = page != sections.first_page(section) and len(sections.pages[page]) > 1
        few = 2 * sections.there[section, head, page] <= sections.total[section]
        stays = head < 0 or 2 * sections.at_home(head) >= sections.total[head] > 0
        if (away or parted) and few and stays:
            yield text


def _heads(spans: Sequence[Span], source: SourceWords, published: Published) -> Iterator[tuple[Span, int]]:
    """Each heading that both sides have, and its section."""
    for span in spans:
        if span.kind in ("equal", "move"):
            old = source.blocks[source.words[span.source[0]].block]
            if old.kind == "heading" and published.blocks[published.words[span.edition[0]].block].kind in HEADED:
                yield span, old.section


def _settled(
    heads: Mapping[Span, int], spans: Sequence[Span], texts: Sequence[Stretch], sections: _Sections
) -> dict[Span, Span]:
    """The headings that were out of order only beside words that have moved: they are equal, or stand where their
    section stands in another order."""
    equal = [span for span in spans if span.kind == "equal"]
    starts, begins = [span.edition for span in equal], [text.span.edition for text in texts]
    found = {}
    for span, section in heads.items():
        following = texts[bisect_left(begins, span.edition) :][:1]
        n = bisect_left(starts, span.edition)
        if not _is_told(span):
            continue
        if following and following[0].section == section and following[0].span.passage < 0:
            found[span] = span._replace(passage=following[0].span.passage)
        elif all(s.source[1] <= span.source[0] for s in equal[max(n - 1, 0) : n]) and all(
            span.source[1] <= s.source[0] for s in equal[n : n + 1]
        ):
            found[span] = span._replace(kind="equal", passage=0)
    return found


def _left_behind(heads: Mapping[Span, int], now: Mapping[int, Span], sections: _Sections) -> Iterator[Span]:
    """The headings in order whose text stands on another page, or under a heading that is in order too."""
    for span, section in heads.items():
        if not _is_told(now[section]) and 2 * sections.at_home(section) < sections.total[section]:
            places = [place for place in sections.there if place[0] == section]
            _, head, _ = max(places, key=lambda place: sections.there[place])
            alone = head == section and not sections.at_home(section)
            if alone or (head != section and head in now and not _is_told(now[head])):
                yield span


def _is_told(span: Span) -> bool:
    """Whether a heading is a move of its own."""
    return span.kind == "move" and span.passage >= 0

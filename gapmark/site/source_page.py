"""The page that shows the source as received: cut where something in the edition leads, changed in nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from gapmark.compare.addresses import sentences
from gapmark.compare.record import Record
from gapmark.model import Document
from gapmark.site.template_context import Passage

Places = Mapping[str, str]
"""Where an address leads in the edition: `w87` to `battle.html#w87`."""


def source_sections(record: Record, places: Places) -> tuple[tuple[Passage, ...], ...]:
    """The source, a tuple of passages for each section; joined, they are the received text."""
    document = record.edition.document
    breaks = [1, *(section.first_token - 1 for section in document.sections if section.title)]
    starts = sorted({*breaks, *_cuts(record)} & set(range(1, len(document.tokens) + 1)))
    gaps = {gap.first_token: gap.number for gap in document.gaps}
    groups: list[list[Passage]] = [[]]
    for start, stop in pairwise([*starts, len(document.tokens) + 1]):
        if start in breaks and groups[-1]:
            groups.append([])
        address = f"w{start}"
        gap = gaps.get(start, 0)
        href = places.get(f"gap-{gap}" if gap else address, "")
        groups[-1].append(Passage(address, start, stop - 1, _received(document, start, stop), gap, href))
    return tuple(tuple(group) for group in groups if group)


def _cuts(record: Record) -> Iterator[int]:
    """Where sentences, gaps, changes and the edition's blocks begin, and where gaps end."""
    words = record.comparison.source.words
    addresses = (address.removeprefix("w") for address in record.addresses.blocks.values())
    yield from (int(number) for number in addresses if number.isdigit())
    yield from (words[start].token for start, _ in sentences(record.comparison))
    yield from (change.first_token for change in record.changes)
    for gap in record.edition.document.gaps:
        yield from (gap.first_token, gap.last_token + 1)


def _received(document: Document, start: int, stop: int) -> str:
    """The received text from one token up to another, white space and all; what stands before the first with it."""
    text, tokens = document.source.text, document.tokens
    begin = tokens[start - 1].start if start > 1 else 0
    return text[begin : tokens[stop - 1].start] if stop <= len(tokens) else text[begin:]

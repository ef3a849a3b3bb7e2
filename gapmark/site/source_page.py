"""The source as received, for its page: cut into passages that links lead to, and unchanged."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

from gapmark.compare.addresses import sentences
from gapmark.compare.record import Record
from gapmark.model import Document
from gapmark.site.sentences import Places, place_of_sentence
from gapmark.site.template_records import ReceivedPassage, ReceivedSentence


class TokenAddresses(Collection[str]):
    """The addresses of so many tokens, `w1` and so on: none is made before it is asked for."""

    def __init__(self, count: int) -> None:
        self.numbers = range(1, count + 1)

    def __contains__(self, address: object) -> bool:
        return bool(re.fullmatch("w[1-9][0-9]{0,11}", str(address))) and int(str(address)[1:]) in self.numbers

    def __iter__(self) -> Iterator[str]:
        return (f"w{number}" for number in self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


def source_sections(record: Record, places: Places) -> tuple[tuple[ReceivedSentence, ...], ...]:
    """Return the source as a tuple of sentences for each section. All passages joined are the received text."""
    document = record.edition.document
    breaks = {1, *(_opening(document, section.first_token) for section in document.sections if section.title)}
    begun = breaks | set(_sentence_starts(record))
    groups: list[list[list[ReceivedPassage]]] = []
    for passage in _passages(record, begun | set(_cuts(record)), places):
        if passage.first_token in breaks or not groups:
            groups.append([])
        if passage.first_token in begun or not groups[-1]:
            groups[-1].append([])
        groups[-1][-1].append(passage)
    return tuple(tuple(ReceivedSentence(tuple(passages)) for passages in group) for group in groups)


def _passages(record: Record, cuts: set[int], places: Places) -> Iterator[ReceivedPassage]:
    document = record.edition.document
    count = len(document.tokens)
    gaps = {gap.first_token: gap.id for gap in document.gaps}
    for start, stop in pairwise([*sorted(cuts & set(range(1, count + 1))), count + 1]):
        gap = gaps.get(start, 0)
        href = places.get(f"gap-{gap}", "") if gap else place_of_sentence(places, f"w{start}")
        yield ReceivedPassage(f"w{start}", start, stop - 1, _received(document, start, stop), gap, href)


def _opening(document: Document, first: int) -> int:
    """The number of the first token of a heading, with the signs before it."""
    if document.tokens[first - 2].kind == "hash":
        return first - 1
    while first > 1 and document.tokens[first - 2].kind == "markup":
        first -= 1
    return first


def _sentence_starts(record: Record) -> Iterator[int]:
    """Yield the numbers of the tokens at which sentences and the edition's blocks begin."""
    words = record.comparison.source.words
    addresses = (address.removeprefix("w") for address in record.addresses.blocks.values())
    yield from (int(number) for number in addresses if number.isdigit())
    yield from (words[start].token for start, _ in sentences(record.comparison))


def _cuts(record: Record) -> Iterator[int]:
    """Yield the numbers of the tokens at which gaps and changes begin, and of those after their ends."""
    for change in record.changes:
        yield from (change.first_token, change.last_token + 1)
    for gap in record.edition.document.gaps:
        yield from (gap.first_token, gap.last_token + 1)


def _received(document: Document, start: int, stop: int) -> str:
    """Return the received text from one token up to another, with its white space and with what stands before the
    first token."""
    text, tokens = document.source.text, document.tokens
    begin = tokens[start - 1].start if start > 1 else 0
    return text[begin : tokens[stop - 1].start] if stop <= len(tokens) else text[begin:]

"""Makes a quotation from the addresses of words: it is the source's, whatever the screen shows in between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from gapmark.compare.addresses import published_tokens
from gapmark.compare.changes import reading
from gapmark.compare.lines import WordLines
from gapmark.compare.record import Record
from gapmark.compare.words import SourceWord, find_words, keys_of
from gapmark.dates.find_dates import find_dates
from gapmark.problems.location import Location
from gapmark.statements.proposals import certainty_of

ADDRESS = re.compile(r"[ws](\d{1,9})[a-z]*", re.ASCII)
LABEL = 10
"""Words of a sentence that make the first label of an event."""


class Passage(NamedTuple):
    """Words of the source that an editor has chosen."""

    words: str
    quote: str
    """Their sentence, or sentences, as far as the gap before and the gap after."""
    first_token: int


def find_passage(record: Record, first: str, last: str, shown: str) -> Passage | None:
    """Return the words between two addresses, which are those of the sentences where the selection begins and ends.

    `shown`, the words on the screen, says which words of these sentences are meant; where the source has not got them
    one after the other, as over a change or a gap, all are. None where there is no such address.
    """
    words = record.comparison.source.words
    begin, end = ADDRESS.fullmatch(first), ADDRESS.fullmatch(last or first)
    if not begin or not end:
        return None
    start = next((at for at, word in enumerate(words) if word.last >= int(begin[1])), -1)
    stop = next((at for at, word in enumerate(words) if word.last >= int(end[1])), -1)
    if not 0 <= start <= stop:
        return None
    stop = _to_opening(words, stop + 1)
    wanted = keys_of(shown)
    found = next(find_words(wanted, [word.key for word in words[start:stop]]), -1)
    chosen = (start + found, start + found + len(wanted)) if found >= 0 else (start, stop)
    return _passage(words, *_outside_gaps(words, *chosen))


def _passage(words: Sequence[SourceWord], start: int, stop: int) -> Passage | None:
    if start >= stop:
        return None
    first, last = start, _to_opening(words, stop)
    while first and not words[first].opens and not words[first - 1].gap:
        first -= 1
    gap = next((at for at in range(stop, last) if words[at].gap), last)
    return Passage(reading(words[start:stop]), reading(words[first:gap]), words[start].token)


def _to_opening(words: Sequence[SourceWord], at: int) -> int:
    while at < len(words) and not words[at].opens:
        at += 1
    return at


def _outside_gaps(words: Sequence[SourceWord], start: int, stop: int) -> tuple[int, int]:
    """Return the longest part of a stretch that has no gap in it: a quotation never runs over one."""
    borders = [start - 1, *(at for at in range(start, stop) if words[at].gap), stop]
    parts = [(before + 1, after) for before, after in pairwise(borders)]
    return max(parts, key=lambda part: part[1] - part[0])


def proposed_values(kind: str, passage: Passage) -> dict[str, str]:
    """Return what a new entry of a kind can say of a passage; the editor has the last word."""
    if kind == "timeline":
        return _event(passage)
    if kind == "places":
        return {"name": passage.words, "quote": passage.quote}
    return {"value": passage.words, "quote": passage.quote} if kind == "facts" else {}


def _event(passage: Passage) -> dict[str, str]:
    """Return the date that the words state, and no more; without one the event is relative, as `suggest` has it."""
    at = max(passage.quote.find(passage.words), 0)
    there = [found for found in find_dates(passage.quote) if found.start < at + len(passage.words) and found.stop > at]
    label = passage.quote.split()
    values = {"label": " ".join(label[:LABEL]) + (" ..." if len(label) > LABEL else ""), "quote": passage.quote}
    if not there:
        return {**values, "words": passage.words, "certainty": "relative"}
    date = there[0]
    return {**values, "date": date.edtf, "words": date.words, "certainty": certainty_of(date)}


def line_of(record: Record, address: str) -> Location | None:
    """Return where the words of an address stand in content/; None where no page has them."""
    number = ADDRESS.fullmatch(address)
    tokens = published_tokens(record.comparison) if number else []
    at = next((at for at, token in enumerate(tokens) if number and token == int(number[1])), -1)
    return WordLines(record.edition, record.comparison).locate(at) if at >= 0 else None

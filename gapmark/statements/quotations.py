"""The words that prove a value: a quotation is looked for in the source's words, which never change.

White space and typography are folded. Where the source has not got the words, those of the edition are tried; such a
value rests on the editor's words, because an edit can't prove itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from gapmark.compare.addresses import published_tokens
from gapmark.compare.changes import Change, reading
from gapmark.compare.lines import WordLines
from gapmark.compare.record import Record
from gapmark.compare.words import SourceWord, keys_of
from gapmark.problems.location import Location
from gapmark.problems.nearest import nearest
from gapmark.statements.wording import stem
from gapmark.text.lines import find_row

LONGEST_NAME = 6
"""Words that are looked up one by one where none of them is in the text: those of a name, not of a sentence."""


class Proof(NamedTuple):
    """Where a quotation stands."""

    quote: str
    """As the source has it, or the edition."""
    first_token: int
    """Of the source; 0 where it stands in the edition only."""
    last_token: int
    word: int
    """The index of its first word in the edition; -1 where the edition has none of it."""
    edited: bool
    """Whether it rests on the editor's words."""
    changes: tuple[Change, ...]
    """Changes to the words it quotes."""
    gap: str
    """`touched`: it has a gap in it or beside it; `near`: its sentence has one; else empty."""
    places: int = 1
    """In how many places of the text these words stand."""
    sentence: str = ""
    """The whole sentence, where it says not, failed or almost outside the quotation; else empty."""

    @property
    def shown(self) -> str:
        """What is shown beside the value."""
        return self.sentence or self.quote


class Quotations:
    """Finds quotations in one record; knows each word's places."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.words = record.comparison.source.words
        self.keys = [word.key for word in self.words]
        self.published = [word.key for word in record.comparison.published.words]
        self.tokens = published_tokens(record.comparison)
        self._lines = WordLines(record.edition, record.comparison)

    def find(self, quote: str) -> Proof | None:
        """The first place of a quotation; None where neither side has these words."""
        wanted = keys_of(quote)
        starts = list(find_row(wanted, self.keys, self._indexes, _stands))
        if starts:
            return self._proof(starts[0], starts[0] + len(wanted))._replace(places=len(starts))
        starts = list(find_row(wanted, self.published, self._published_indexes, _stands))
        if not starts:
            return None
        start = starts[0]
        words = self.record.comparison.published.words[start : start + len(wanted)]
        gap = "touched" if any(word.gap for word in words) else ""
        return Proof(reading(words), 0, 0, start, True, (), gap)

    def nearest(self, quote: str) -> str:
        """The passage of the source that has the most of a quotation's words, near each other; empty where none is."""
        wanted = Counter(key.casefold() for key in keys_of(quote))
        length = max(sum(wanted.values()), 1)
        at, best, score, most = 0, 0, 0, 0
        have: Counter[str] = Counter()
        for stop, key in enumerate(self._folded, start=1):
            have[key] += 1
            score += have[key] <= wanted[key]
            if stop - at > length:
                left = self._folded[at]
                score -= have[left] <= wanted[left]
                have[left] -= 1
                at += 1
            if score > most:
                best, most = at, score
        return reading(self.words[best : best + length]) if most else self._alike(list(wanted))

    def _alike(self, words: Sequence[str]) -> str:
        """The words of the source that are spelt most like these; empty where none is."""
        known = {key: word.text for key, word in zip(self._folded, self.words, strict=True)}
        near = (nearest(word, known, likeness=0.7) for word in words[:LONGEST_NAME])
        return " ".join(known[word] for word in near if word)

    def locate(self, change: Change) -> Location:
        """The file and line of the Markdown at which a change stands."""
        return self._lines.locate(change.first_word)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the text, folded: its words with a capital inside a sentence."""
        return frozenset(stem(word.key.casefold()) for word in self.words if not word.opens and word.key[0].isupper())

    # ------------------------------------------------------------

    @cached_property
    def _indexes(self) -> Mapping[str, Sequence[int]]:
        return _index(self.keys)

    @cached_property
    def _published_indexes(self) -> Mapping[str, Sequence[int]]:
        return _index(self.published)

    @cached_property
    def _folded(self) -> list[str]:
        return [key.casefold() for key in self.keys]

    @cached_property
    def _word_of(self) -> dict[int, int]:
        """The index of the edition's first word for each token."""
        return {token: i for i, token in reversed(list(enumerate(self.tokens))) if token}

    @cached_property
    def _sentences(self) -> list[int]:
        return [i for i, word in enumerate(self.words) if word.opens]

    def _proof(self, start: int, stop: int) -> Proof:
        own = self.words[start:stop]
        first, last = own[0].token, own[-1].last
        kept = (self._word_of[word.token] for word in own if word.token in self._word_of)
        changes = tuple(change for change in self.record.changes if _alters(change, first, last))
        return Proof(reading(own), first, last, next(kept, -1), False, changes, self._gap(start, stop))

    def _gap(self, start: int, stop: int) -> str:
        if any(map(self._is_missing, self.words[max(start - 1, 0) : stop + 1])):
            return "touched"
        first = self._sentences[max(bisect_right(self._sentences, start) - 1, 0)]
        following = bisect_left(self._sentences, stop)
        last = self._sentences[following] if following < len(self._sentences) else len(self.keys)
        return "near" if any(map(self._is_missing, self.words[first:last])) else ""

    def _is_missing(self, word: SourceWord) -> bool:
        """Whether a word stands for a gap whose words nobody has supplied."""
        return bool(word.gap) and word.gap not in self.record.supplied


def _alters(change: Change, first: int, last: int) -> bool:
    """Whether a change alters what is read in these tokens: a move doesn't, an addition inside them does."""
    if change.kind == "move":
        return False
    if change.kind == "addition":
        return first <= change.first_token and change.last_token < last
    return change.first_token <= last and change.last_token >= first


def _index(keys: Sequence[str]) -> Mapping[str, Sequence[int]]:
    indexes: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(keys):
        indexes[key].append(i)
        if key != _owner(key):
            indexes[_owner(key)].append(i)
    return indexes


def _owner(key: str) -> str:
    """Whose it is: Aleppo for "Aleppo's", since a quotation can end with the name."""
    return key.removesuffix("'s").removesuffix("'")


def _stands(wanted: Sequence[str], found: Sequence[str]) -> bool:
    """Whether these are the words; the last may have an 's that the quotation leaves out."""
    return wanted[:-1] == found[:-1] and bool(found) and wanted[-1] in (found[-1], _owner(found[-1]))

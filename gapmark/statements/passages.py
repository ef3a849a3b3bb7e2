"""The words that prove something, with the rest of their sentence, which a quotation can leave out."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from gapmark.compare.changes import reading
from gapmark.compare.words import EditionWord, SourceWord, find_words, keys_of
from gapmark.source.sentences import ends_sentence
from gapmark.statements.quotations import Proof, Quotations

WIDEST = 100
"""Words on either side of a quotation that are read as its sentence, at the most."""
Words = Sequence[SourceWord] | Sequence[EditionWord]


class ProofPassage(NamedTuple):
    """A stretch of the text and the words in it that prove something."""

    text: str
    start: int
    """Of those words, in the text."""
    stop: int
    sentence: int
    """Where their sentence begins."""
    own: str
    """What the editor gave as the words of a date; empty where it is the quotation."""

    @property
    def words(self) -> str:
        """The words that prove it."""
        return self.text[self.start : self.stop]


def read_passage(own: str, proof: Proof, quotations: Quotations, *, before: int = 0) -> ProofPassage:
    """The words of a date, or else its whole quotation, with the rest of their sentence and so many words before it."""
    words: Words
    if proof.edited:
        words, first = quotations.record.comparison.published.words, proof.word
    else:
        words = quotations.words
        first = bisect_left(quotations.words, proof.first_token, key=lambda word: word.token)
    stop = first + len(keys_of(proof.quote))
    back, ahead = max(first - WIDEST, 0), min(stop + WIDEST, len(words))
    sentence = next((i for i in range(first, back, -1) if _opens(words, i)), back)
    end = next((i for i in range(stop, ahead) if _opens(words, i)), ahead)
    first, stop = _narrowed(keys_of(own), words, first, stop)
    begin = max(sentence - before, 0)
    at = [len(reading(words[begin:place])) for place in (sentence, first, stop)]
    text = reading(words[begin:end])
    starts = [place + (text[place : place + 1] == " ") for place in at[:2]]
    return ProofPassage(text, starts[1], at[2], starts[0], own)


def _opens(words: Words, i: int) -> bool:
    """Whether a sentence, or in the edition a block, begins with a word."""
    word = words[i]
    if not isinstance(word, SourceWord):
        return word.block != words[i - 1].block
    return word.opens and (
        word.block != words[i - 1].block or ends_sentence(reading(words[max(i - 9, 0) : i]), word.text)
    )


def _narrowed(own: Sequence[str], words: Words, first: int, stop: int) -> tuple[int, int]:
    """Where in a quotation the words of its date stand; all of it where none are given."""
    at = next(find_words(own, [word.key for word in words[first:stop]]), None)
    return (first, stop) if at is None else (first + at, first + at + len(own))

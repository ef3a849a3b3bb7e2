"""The addresses of an edition: each paragraph, heading and sentence is named after the source token it begins with.

The received text never changes, so the numbers of its tokens are permanent, as those of the lines of a classical text
are. Nothing is stored: the same edition has the same addresses, and an address never comes to mean other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from gapmark.compare.comparison import Comparison, place_of_cut


class Anchor(NamedTuple):
    """The address of a source sentence, and where it leads in the edition."""

    address: str
    word: int
    """The index of a word of the edition."""
    last: int
    """The index of the last word of the sentence there, before any word of another one; `word` if it was left out."""
    after: bool
    """False: the place is that word itself, or just before it; true: just after it."""
    cut: bool
    """Whether the sentence was left out; the place is then where it stood."""


class Addresses(NamedTuple):
    """The addresses of an edition."""

    blocks: Mapping[int, str]
    """The address of each block of the edition by the block's index; titles and footnotes have none."""
    anchors: tuple[Anchor, ...]
    """Sentences that don't begin a block; in the order of the source."""
    openings: tuple[Anchor, ...]
    """Sentences that begin a block, which has their address."""


def find_addresses(comparison: Comparison) -> Addresses:
    """Return an address for each block of the edition and for each sentence of the source."""
    tokens = published_tokens(comparison)
    blocks = dict(_block_addresses(comparison, tokens))
    begun = set(blocks.values())
    anchors = tuple(_anchors(comparison, tokens))
    inside = tuple(anchor for anchor in anchors if anchor.address not in begun)
    return Addresses(blocks, inside, tuple(anchor for anchor in anchors if anchor.address in begun))


def published_tokens(comparison: Comparison) -> list[int]:
    """Return for each word of the edition the number of the token that it stands for; 0 for a word that was added.

    A corrected word stands for the word that it replaces. Of more words than there were, the first ones do.
    """
    words = comparison.source.words
    return [words[origin].token if origin >= 0 else 0 for origin in comparison.origins]


def _block_addresses(comparison: Comparison, tokens: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Yield the index and the address of each block. A block of the editor's own has the last token before it and a
    letter."""
    published = comparison.published
    stops = [*(block.first_word for block in published.blocks[1:]), len(published.words)]
    taken: set[str] = set()
    numbers: dict[int, Iterator[int]] = defaultdict(lambda: count(1))
    last = 0
    for index, (block, stop) in enumerate(
        zip(published.blocks, stops, strict=False)
    ):  # without blocks there is one stop too many
        own = [token for token in tokens[block.first_word : stop] if token]
        if block.kind not in ("title", "note"):
            address = f"w{own[0]}" if own else ""
            address = (
                address if address and address not in taken else _lettered(own[0] if own else last, taken, numbers)
            )
            taken.add(address)
            yield index, address
        last = own[-1] if own else last


def _lettered(token: int, taken: set[str], numbers: Mapping[int, Iterator[int]]) -> str:
    """Return the next free address with a letter after this token; its numbers go on where they stopped."""
    addresses = (f"w{token}{_letters(number)}" for number in numbers[token])
    return next(address for address in addresses if address not in taken)


def _letters(number: int) -> str:
    """Return a number as letters: 1 is a, 26 is z, 27 is aa."""
    rest, last = divmod(number - 1, 26)
    return (_letters(rest) if rest else "") + chr(ord("a") + last)


# ---------------------------------------------------------------- sentences


def sentences(comparison: Comparison) -> list[tuple[int, int]]:
    """Return for each sentence of the source its first word and the word after its last."""
    words = comparison.source.words
    starts = [i for i, word in enumerate(words) if word.opens]
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def _anchors(comparison: Comparison, tokens: Sequence[int]) -> Iterator[Anchor]:
    words = comparison.source.words
    places = _first_words(tokens, words[-1].last if words else 0)
    cut = _cut_places(comparison)
    for start, stop in sentences(comparison):
        address = f"w{words[start].token}"
        kept = (places[word.token] for word in words[start:stop] if places[word.token] >= 0)
        place = next(kept, None)
        if place is not None:
            last = _last_word(comparison, tokens, place, (words[start].token, words[stop - 1].last))
            yield Anchor(address, place, last, after=False, cut=False)
        elif comparison.published.words:
            word, after = place_of_cut(comparison, start, cut[start])
            yield Anchor(address, word, word, after=after, cut=True)


def _first_words(tokens: Sequence[int], last: int) -> list[int]:
    """Return for each token up to the last one the first word that stands for it; -1 where none does."""
    places = [-1] * (last + 1)
    for word in range(len(tokens) - 1, -1, -1):
        places[tokens[word]] = word
    return places


def _last_word(comparison: Comparison, tokens: Sequence[int], place: int, sentence: tuple[int, int]) -> int:
    """Return the last word of the sentence in its block, before the first word of another; `sentence` are its
    tokens."""
    words, last = comparison.published.words, place
    for index in range(place, len(words)):
        foreign = tokens[index] and not sentence[0] <= tokens[index] <= sentence[1]
        if foreign or words[index].block != words[place].block:
            break
        last = index if tokens[index] else last
    return last


def _cut_places(comparison: Comparison) -> dict[int, int]:
    """Return for each word of the source that the edition has not the index of the word that it would stand before."""
    gone = (span for span in comparison.spans if span.kind in ("delete", "replace"))
    return {i: span.edition[0] for span in gone for i in range(*span.source)}

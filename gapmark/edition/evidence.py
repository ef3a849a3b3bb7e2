"""What is wrong with the proof of a value, a date or a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gapmark.edition.quotes import Proof, Witness
from gapmark.model import Location, Problem


def prove(witness: Witness, entry: Mapping[str, Any], key: str = "quote") -> tuple[Proof | None, tuple[Problem, ...]]:
    """The proof of an entry's quotation, and the problems with it; without a quotation neither."""
    quote = entry[key]
    if not quote:
        return None, ()
    proof = witness.find(quote)
    where = place_of(entry, key)
    if proof is None:
        hint = f'copy the words from content/source or from the page; the nearest are: "{witness.nearest(quote)}"'
        return None, (Problem("X020", "error", f'the text has not got these words: "{quote}"', where, hint),)
    return proof, tuple(_doubts(proof, where, witness))


def _doubts(proof: Proof, where: Location, witness: Witness) -> Iterator[Problem]:
    for change in proof.changes:
        message = (
            f'the pages read "{change.published}" where the source has "{change.source}" '
            f"({witness.place(change)}), and this quotes it"
        )
        yield Problem("X021", "warning", message, where, "quote other words, or see that the value still holds")
    if proof.edited:
        message = "these words stand in the pages and not in the source: the value rests on the editor's words"
        yield Problem("X022", "warning", message, where, "quote words of the source")
    if proof.gap:
        found = {"touched": "a gap is in these words or beside them", "near": "the sentence of these words has a gap"}
        hint = "what is missing may say otherwise: quote another sentence, or say so in the value"
        yield Problem("X023", "warning", found[proof.gap], where, hint)


def place_of(entry: Mapping[str, Any], key: str) -> Location:
    """Where an entry's key stands in its file."""
    place = getattr(entry, "place", None)
    return place(key) if place else Location("content")

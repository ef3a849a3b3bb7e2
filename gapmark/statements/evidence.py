"""What is wrong with the proof of a value, a date or a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapmark import CONTENT
from gapmark.compare.changes import Change
from gapmark.problems.location import Location, Problem
from gapmark.statements.quotations import Proof, Quotations
from gapmark.yamltext.records import Group
from gapmark.yamltext.writing import quoted


def find_proof(quotations: Quotations, entry: Group, key: str = "quote") -> tuple[Proof | None, tuple[Problem, ...]]:
    """The proof of an entry's quotation, and the problems with it; without a quotation neither."""
    quote = entry[key]
    if not quote:
        return None, ()
    proof = quotations.find(quote)
    where = entry.locate(key)
    if proof is None:
        hint = f"copy the words from {CONTENT}/source or from the page" + nearest(quotations, quote)
        return None, (Problem("X020", "error", f'the text has not got these words: "{quote}"', where, hint),)
    return proof, tuple(_doubts(proof, entry, where, quotations))


def nearest(quotations: Quotations, words: str) -> str:
    """The end of a hint: the passage of the source that is most like these words."""
    found = quotations.nearest(words)
    return f'; the nearest are: "{found}"' if found else "; it has none that are like them"


def _doubts(proof: Proof, entry: Group, where: Location, quotations: Quotations) -> Iterator[Problem]:
    for change in (change for change in proof.changes if not _is_restored(change)):
        message = f"{_difference(change)} ({quotations.locate(change)}), and this quotes it"
        hint = "quote other words; or see that the value still holds, and " + accept("X021", entry)
        yield Problem("X021", "warning", message, where, hint)
    if proof.edited:
        message = "these words stand in the pages and not in the source: the value rests on the editor's words"
        yield Problem("X022", "warning", message, where, "quote words of the source")
    if proof.gap and proof.quote != entry.get("name"):  # what is missing beside a name says nothing of it
        found = {"touched": "a gap is in these words or beside them", "near": "the sentence of these words has a gap"}
        hint = "what is missing may say otherwise: quote another sentence; or say so in the value, and "
        yield Problem("X023", "warning", found[proof.gap], where, hint + accept("X023", entry))


def _is_restored(change: Change) -> bool:
    """Whether the pages only put back letters that the corpus dropped, which has none outside ASCII."""
    ascii_only = re.sub(r"[^\x00-\x7f]+", "", change.published)
    return ascii_only != change.published and "".join(ascii_only.split()) == "".join(change.source.split())


def accept(code: str, entry: Group) -> str:
    """The end of a hint: what to write where the editor has looked and finds it right."""
    name = next(entry[key] for key in ("label", "name", "quote") if entry.get(key))
    line = f"- {{code: {code}, entry: {quoted(name)}, reason: ...}}"
    return f"add to {CONTENT}/site.yaml (without the first line, if that is there already):\nallow:\n  {line}"


def _difference(change: Change) -> str:
    source, published = _short(change.source), _short(change.published)
    if not change.published:
        return f'the pages leave out "{source}"'
    if not change.source:
        return f'the pages add "{published}" to the source'
    return f'the pages read "{published}" where the source has "{source}"'


LONGEST = 12
"""Words of a reading in a message."""


def _short(reading: str) -> str:
    words = reading.split()
    return reading if len(words) <= LONGEST else " ".join((*words[: LONGEST // 2], "...", *words[-LONGEST // 2 :]))

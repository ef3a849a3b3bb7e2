"""The marks of missing passages in a plain text, found by examples: see defaults/marks.yaml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from gapmark.forms.extents import Said, extent_of, read_words, reason_of
from gapmark.model import Gap, Mark, Notation, Token

_PLACE = re.compile(r"\{(loss|unread|n|unit|precision|time|words)\}")
_INSIDE = r"[^\[\](){}<>〈〉⟨⟩\n]{1,120}?"
_PLACES = {"loss": r"[^\[\]{}<>〈〉⟨⟩]{1,160}?", "unread": _INSIDE, "words": _INSIDE}
"""What may stand in a place; else one word."""
_SPACE = r"\s?"
_WORD = r"[^\s\[\](){}<>〈〉⟨⟩-]{1,40}?"


class Found(NamedTuple):
    """A mark in the text."""

    mark: Mark
    first: int
    """The number of its first token."""
    last: int
    said: tuple[Said, ...]
    """What its words mean."""


def find_marks(text: str, tokens: Sequence[Token], notation: Notation) -> tuple[Found, ...]:
    """Return the marks in a text, in order, none inside another; those that are words are left out."""
    starts = {token.start: token.number for token in tokens}
    ends = {token.start + len(token.text): token.number for token in tokens}
    found: list[Found] = []
    done = 0
    for at in _candidates(text, tokens, notation.marks):
        if at < done:
            continue
        for mark in notation.marks:
            stop, said = _fits(mark, text, at, notation)
            if stop in ends and at in starts:
                done = stop
                found += [Found(mark, starts[at], ends[stop], said)] if mark.gap else []
                break
    return tuple(found)


def _candidates(text: str, tokens: Sequence[Token], marks: Sequence[Mark]) -> Iterator[int]:
    """Where a mark may begin: at a token that begins as one of the examples does."""
    begun = {mark.mark[:1].lower() for mark in marks if not _PLACE.match(mark.mark)}
    every = any(_PLACE.match(mark.mark) for mark in marks)
    return (token.start for token in tokens if every or text[token.start].lower() in begun)


def _fits(mark: Mark, text: str, at: int, notation: Notation) -> tuple[int, tuple[Said, ...]]:
    """Where a mark that begins at `at` ends, and what its words mean; -1 where it is none."""
    match = pattern_of(mark).match(text, at)
    if match is None or (mark.apart and text[match.end() : match.end() + 1].strip().strip(".,;:!?)\"'’”")):
        return -1, ()
    if mark.apart and at and text[at - 1].strip():
        return -1, ()
    places = _PLACE.findall(mark.mark)
    kept = [group for place, group in zip(places, match.groups(), strict=True) if place != "words"]
    said = read_words(" ".join(kept), notation)
    wanted = {"loss": ("loss", "unread"), "n": ("number",)}
    if said is None or any({*wanted.get(p, (p,))}.isdisjoint(kind for kind, _ in said) for p in places if p != "words"):
        return -1, ()
    return match.end(), said


@cache
def pattern_of(mark: Mark) -> re.Pattern[str]:
    """Return the example as a pattern with a group for each place."""
    parts = _PLACE.split(mark.mark)
    written = [f"({_PLACES.get(part, _WORD)})" if n % 2 else _escaped(part) for n, part in enumerate(parts)]
    if mark.run:
        last = re.search(r"[^\s\])}>〉⟩\[]", mark.mark[::-1])
        sign = re.escape(last[0]) if last else ""
        begin, _, end = written[-1].rpartition(sign)
        written[-1] = rf"{begin}{sign}(?:\s?{sign})*\s?{end}" if end else rf"{begin}{sign}(?:[^\S\n]?\r?\n?{sign})*"
    return re.compile("".join(written), re.IGNORECASE)


def _escaped(part: str) -> str:
    """Literal signs, with any white space for a space, and white space allowed between signs that are alike."""
    words = (
        "".join(_SPACE * (a == b and not b.isalnum()) + re.escape(b) for a, b in pairwise(f" {w}"))
        for w in part.split(" ")
    )
    return r"\s+".join(words)


# ---------------------------------------------------------------- gaps


def settle_marks(found: Sequence[Found]) -> tuple[list[Found], tuple[tuple[str, tuple[int, ...]], ...]]:
    """Return the marks that are gaps, and those that the editor is asked about, with where each begins."""
    sure = any(one.mark.gap is True for one in found)
    kept = [one for one in found if one.mark.gap is True or (sure and one.mark.gap == "beside")]
    asked: dict[str, list[int]] = {}
    for one in found:
        if one not in kept:
            asked.setdefault(one.mark.mark, []).append(one.first)
    return kept, tuple((mark, tuple(numbers)) for mark, numbers in asked.items())


def to_gap(found: Found, number: int, received: Callable[[int, int], str]) -> Gap:
    """Return the gap that a mark stands for; `received` gives the text from one token to another."""
    extent = extent_of(found.said, found.mark.unit)
    reason = found.mark.reason or reason_of(found.said)
    mark = " ".join(received(found.first, found.last).split())
    return Gap(found.first, number, found.first, found.last, *extent, reason, mark)

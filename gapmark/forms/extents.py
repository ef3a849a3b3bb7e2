"""What a mark says: how much is missing, of what, how exactly, and why. What it does not say stays empty."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple
from unicodedata import normalize

from gapmark.model import Notation, Precision

Said = tuple[str, str]
"""A word of a mark: its place in marks.yaml, or `time`, `range`, `sign`; and what it means."""
REASONS = ("unread", "loss")
_SIGNS = (
    ("time", r"[0-9]{1,2}(?::[0-9]{2}){1,2}(?:[.,][0-9]+)?"),
    ("number", r"(?:[0-9]{1,4}(?![0-9]))?[ -]?(?:[½¼¾]|1/2)|[0-9]{1,4}(?:[rv]\b)?"),
    ("range", r"\s*[-–—]+\s*|(?:/)"),
    ("sign", r"[\s,;.:|=(){}*]+"),
)
"""What a mark may hold besides words, as patterns."""
_PARTS = (("1/2", 0.5), ("½", 0.5), ("¼", 0.25), ("¾", 0.75))


class Extent(NamedTuple):
    """How much a mark says is missing."""

    quantity: float = 0
    unit: str = ""
    precision: Precision = ""


def read_words(text: str, notation: Notation) -> tuple[Said, ...] | None:
    """Return what the words of a mark mean; None where one of them is not known. After its reason and a colon a mark
    may say anything."""
    pattern, meanings = _known(notation.words)
    said: list[Said] = []
    text, at = normalize("NFC", text).lower(), 0
    while at < len(text):
        match = pattern.match(text, at)
        if match is None:
            free = said and said[-1] == ("sign", ":") and any(place in REASONS for place, _ in said)
            return tuple(said) if free else None
        place = match.lastgroup or ""
        said.append(meanings[match[0]] if place == "word" else (place, match[0].strip().rstrip("rv")))
        at = match.end()
    return tuple(said)


@cache
def _known(words: tuple[tuple[str, str, str], ...]) -> tuple[re.Pattern[str], dict[str, Said]]:
    """Return a pattern for the next word or sign, the longest first, and what each word means."""
    meanings = {form: (place, meaning) for place, meaning, form in reversed(words)}
    longest = "|".join(re.escape(form) for form in sorted(meanings, key=len, reverse=True))
    signs = "|".join(f"(?P<{place}>{pattern})" for place, pattern in _SIGNS)
    return re.compile(rf"(?P<word>(?:{longest})(?:(?<=\W)|(?!\w)))|{signs}"), meanings


def reason_of(said: Sequence[Said]) -> str:
    """Return why something is missing, in the words of the mark."""
    return next((meaning for place, meaning in said if place in REASONS), "")


def extent_of(said: Sequence[Said], unit: str = "") -> Extent:
    """Return what the words of a mark say about how much is missing; `unit` where a bare number counts that."""
    kept = [word for word in said if word[0] != "sign"]
    places = [place for place, _ in kept]
    precision = next((meaning for place, meaning in kept if place == "precision"), "")
    if "unit" in places:
        quantity, several = _counted(kept, places.index("unit"))
        unit, precision = kept[places.index("unit")][1], precision or ("about" if several else "")
    else:
        quantity = next((number_of(meaning) for place, meaning in kept if place == "number"), 0) if unit else 0
    return Extent(quantity, unit, _precision(precision)) if quantity > 0 else Extent()


def number_of(written: str) -> float:
    """Return a number as a mark has it: `3`, `1½`, `1-1/2`."""
    part = next((value for sign, value in _PARTS if written.endswith(sign)), 0)
    whole = re.match("[0-9]*(?!/)", written)
    return int(whole[0] or 0) + part if whole and part else int(written)


def _counted(kept: Sequence[Said], at: int) -> tuple[float, bool]:
    """Return the number before the unit at `at`, and whether it is the higher of several; or how many units the
    numbers after it name, as in `pages 12-14`."""
    before = [number_of(meaning) for place, meaning in kept[:at] if place == "number"]
    if before:
        return before[-1], len(before) > 1
    after = list(takewhile(lambda word: word[0] in ("number", "range"), kept[at + 1 :]))
    numbers = [number_of(meaning) for place, meaning in after if place == "number"]
    if any(place == "number" for place, _ in kept[at + 1 + len(after) :]):
        return 0, False
    if len(numbers) < len(after):
        return (numbers[1] - numbers[0] + 1 if len(numbers) == 2 else 0), False
    return len(numbers), False


def _precision(meaning: str) -> Precision:
    found: Precision
    for found in ("about", "less than", "at most", "at least"):
        if found == meaning:
            return found
    return "exact"

"""Where the sentences of a cleaned text begin."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Gen", "Maj", "Col", "Lt", "Capt", "Cpt", "Sgt", "Cpl", "Adm"),
        *("Cmdr", "Brig", "Gov", "Sen", "Rep", "Rev", "Hon", "Jr", "Sr", "No", "Nos", "vol", "vols", "pp", "p", "ca"),
        *("c", "cf", "vs", "ed", "eds", "trans", "fl", "approx", "e.g", "i.e", "U.S", "U.N", "a.m", "p.m"),
        *("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
    )
)
"""A full stop after one of these, or after a single capital, ends no sentence."""

_END = re.compile(r"\n|(?<=[.!?…])[\"'’”»)\]]{0,3}[ \u00a0](?=[\"'‘“«(\[]{0,3}[A-Z0-9])")
_LAST_WORD = re.compile(r"[^\s(\[\"'‘“]{1,12}$")


def sentence_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the sentences of a text begin; the first is 0."""
    ends = (match for match in _END.finditer(text) if not _is_abbreviation(text, match.start()))
    return (0, *(match.end() for match in ends))


def _is_abbreviation(text: str, stop: int) -> bool:
    word = _LAST_WORD.search(text[max(0, stop - 16) : stop])
    if text[stop] == "\n" or not word or not word[0].endswith("."):
        return False
    name = word[0][:-1]
    return name in ABBREVIATIONS or (len(name) == 1 and name.isupper())

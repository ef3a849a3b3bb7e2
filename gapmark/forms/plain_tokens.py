"""The tokens of a plain text. Their numbers are addresses, so this rule is fixed for good.

A token is a letter or digit with all letters, digits, marks, joiners, soft hyphens and single inner apostrophes that
follow it; else it is one sign. What is a letter or a mark is said by one table of Unicode, not by the Python that runs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from sys import intern

from gapmark.model import Token

SPACES = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff")
SPACES |= frozenset(map(chr, range(0x2000, 0x200B)))
"""What stands between tokens; a byte order mark does so too."""
_JOINERS, _APOSTROPHES = frozenset("\u200c\u200d\xad"), frozenset("'’")
_TOKEN = re.compile(r"L(?:[LM]|'(?=L))*|[^ ]")
"""The rule, over kinds of characters: letter or digit, mark or joiner, apostrophe, space, any other sign."""


def tokenise_plain(text: str, letters: str) -> tuple[Token, ...]:
    """Return the tokens of a text, numbered from 1; `letters` is the table in defaults/letters.txt."""
    kind = kinds_of(letters)
    shape = text.translate({ord(character): kind(character) for character in set(text)})
    found = enumerate(_TOKEN.finditer(shape), start=1)
    return tuple(Token(n, intern(text[m.start() : m.end()]), m.start(), "word") for n, m in found)


@cache
def kinds_of(letters: str) -> Callable[[str], str]:
    """Return a function that gives the kind of a character, by the table."""
    _, first, second = re.split(r"^\w+:$", letters, flags=re.M)
    tables = [(name, _starts_and_stops(part)) for name, part in (("L", first), ("M", second))]

    def kind(character: str) -> str:
        if character in SPACES:
            return " "
        if character in _JOINERS or character in _APOSTROPHES:
            return "M" if character in _JOINERS else "'"
        return next((name for name, edges in tables if bisect_right(edges, ord(character)) % 2), ".")

    return kind


def _starts_and_stops(table: str) -> Sequence[int]:
    """Return the first number of each range and the one after its last, rising."""
    ranges = (part.split("-") for part in table.split())
    return [number for ends in ranges for number in (int(ends[0], 16), int(ends[-1], 16) + 1)]

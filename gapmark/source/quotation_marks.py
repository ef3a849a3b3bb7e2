"""What quotation marks mean: opening and closing look the same in the source, and one `'` has five meanings.

The marks of one kind in a stretch between two gaps are read together. Every meaning of a mark has a cost, small where
its neighbours speak for it; to open twice, or to close what is not open, costs more. The cheapest meaning of the whole
stretch wins; it is found from left to right, in time that grows with the number of marks (Viterbi 1967).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Literal

Meaning = Literal["open", "close", "before", "after", "inside"]
"""`open` and `close` stand at the ends of a quotation; an apostrophe ends the word `before` it (so does an inch sign),
begins the word `after` it, or stands `inside` one."""
Costs = Mapping[Meaning, float]

MISMATCH = 4.0
"""What it costs to open again before closing, or to close what is not open."""
START, END, GAP_EDGE = 3.0, 2.5, 0.75
"""What it costs when a mate must lie before the block, after it, or in a gap."""

# ---------------------------------------------------------------- evidence
# A mark's neighbours are the tokens left and right of it, and the one before and after these: "" at the edge of the
# block, "@" at a gap.


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_QUOTES = frozenset("'\"")
_OPENING_SIGNS = frozenset("([{")
_CLOSING_SIGNS = frozenset([",", ".", ";", ":", "?", "!", ")", "]", "}", "'s", "'S", "?!", "!!"])
_LEADS = _words(
    "a an the of in on at by from with for to and or as called named titled entitled that term word words phrase film "
    "novel book album song single magazine newspaper journal ship his her its their my our your"
)
"""Words that stand before a quotation or a title more often than they end one."""
_SPEAKS = _words("he she they i we said says asked replied")
"""What follows a speech."""
_SAYS = _words(
    "said says say asked asks replied replies added adds answered answers cried cries shouted shouts told explained "
    "explains wrote writes whispered murmured continued repeated declared exclaimed insisted called thought remarked"
)
"""After a name, what follows a speech; before a comma, what a speech follows."""
_FOLLOWS = _words("is was are were has had and or of in on by to for at as from with that which who it but")
"""Words that stand after a quotation or a title more often than they begin one."""
_CLIPPED_AFTER = _words(
    "em til till tis twas twere twill twould cause cuz cos bout round neath gainst tween n nother nuff kay fraid cept "
    "scuse pon"
)
"""Words that have lost their beginning: `' em`."""
_CLIPPED_BEFORE = _words("o n th an wi ol mo lil ha tha")
"""Words that have lost their end: `th ' end`."""
_CLITICS = _words("s t re ve ll d m")
_PREFIXES = frozenset("OoDLdl")
"""Before a capital or `clock`: `O ' Brien`, `d ' Artagnan`."""
_YEAR = re.compile("[0-9]{2}(?:s|ers)?(?:-[a-z]+)?")
_CLIPPED_ING = re.compile("[A-Za-z]*[a-z]{2}in|[A-Z]{3,}IN")


def leaning(left: str, right: str, before: str = "", after: str = "") -> float:
    """How far a mark's neighbours speak for closing; below zero they speak for opening."""
    spoken = after in _SAYS and right[:1].isupper() and left in (",", ".", "?", "!", "--")  # `, ' Barksdale says`
    return _left_evidence(left, right, before) + _right_evidence(right) + 3.0 * spoken


def _left_evidence(left: str, right: str, before: str) -> float:
    if left == "," and before in _SAYS and right not in _CLOSING_SIGNS:
        return -3.0
    if not left and right in _SPEAKS:
        return -1.0  # the speech may have ended where the block begins
    if not left or left in _OPENING_SIGNS:
        return -6.0
    if left in _QUOTES:
        return -1.0
    if left in (":", "=", "--"):
        return -3.0
    if left in (",", ".", "?", "!"):
        return (1.0 if left == "," else 3.0) * right[:1].islower()
    return -2.0 if left.lower() in _LEADS else 0.0


def _right_evidence(right: str) -> float:
    if not right or right in _CLOSING_SIGNS:
        return 6.0
    if right in _SPEAKS:
        return 2.0
    if right == "--":
        return 4.0
    return 1.0 if right in _FOLLOWS or right in _QUOTES else 0.0


NAMED = 1.5
"""How far a capital after a small letter or a comma speaks for where italics begin; one before it, for their end."""


def pair_costs(left: str, right: str, before: str = "", after: str = "") -> Costs:
    """The meanings of a pair `' '`, the sign of italics: of titles, mostly, and names of ships."""
    begins = right[:1].isupper() and (left.islower() or left == ",")
    ends = left[:1].isupper() and right.islower()
    return _costs(leaning(left, right, before, after) + NAMED * (ends - begins))


def _costs(lean: float) -> Costs:
    return {"open": max(lean, 0.0), "close": max(-lean, 0.0)}


def double_costs(left: str, right: str, before: str = "", after: str = "") -> Costs:
    """The meanings of a `"`; after a figure it may be the inch sign, after feet it is one (`left` is then `'11`)."""
    if left[:1] == "'" and left[1:].isdigit():
        return {"before": 0.0}
    inch: Costs = {"before": 1.5} if left[-1:].isdigit() else {}
    return {**_costs(leaning(left, right, before, after)), **inch}


def single_costs(left: str, right: str, before: str = "", after: str = "") -> Costs:
    """The meanings of a lone `'`."""
    lean = leaning(left, right, before, after)
    costs: dict[Meaning, float] = {"open": 1.0 + max(lean, 0.0), "close": 1.0 + max(-lean, 0.0)}
    if left in _QUOTES and right[:1].islower():
        costs["before"] = 2.0
    elif left[-1:].isalnum() or (left.endswith(".") and len(left) > 1):
        costs["before"] = _before_cost(left, right) + 0.8 * (not right or right in _CLOSING_SIGNS)
    if is_apostrophe(left, right):
        costs["inside" if right.lower() in _CLITICS or left in _PREFIXES else "after"] = 0.1
    return costs


def _before_cost(left: str, right: str) -> float:
    if is_possessive(left):
        return 0.5
    if left.lower() in _CLIPPED_BEFORE or _CLIPPED_ING.fullmatch(left):
        return 0.25
    if left[-1].isdigit():
        return 0.25 if right.isdigit() else 1.5
    return 5.0


def is_apostrophe(left: str, right: str) -> bool:
    """Whether what follows a lone `'` shows it to be an apostrophe: `' s`, `' em`, `' 60s`, `O ' Brien`."""
    word = right.lower()
    if word in _CLITICS:
        return left not in ("", ",", ";", ":", "(")
    if left in _PREFIXES and left:
        return right[:1].isupper() or word == "clock"
    return word in _CLIPPED_AFTER or (_YEAR.fullmatch(right) is not None and not left.isdigit())


def is_possessive(left: str) -> bool:
    """Whether a lone `'` after this word can make it a plural possessive: `boys ' room`."""
    return len(left) > 1 and left[-1] in "sxzSXZ"


# ---------------------------------------------------------------- the cheapest meaning

_Path = tuple[float, "_Path | None", Meaning | None]


def cheapest(costs: Iterable[Costs], begin: float, end: float) -> list[Meaning]:
    """One meaning for each mark. `begin` is the cost of beginning inside a quotation, `end` that of ending in one."""
    outside: _Path = (0.0, None, None)
    inside: _Path = (begin, None, None)
    for mark in costs:
        outside, inside = _step(mark, outside, inside)
    path: _Path | None = outside if outside[0] <= inside[0] + end else inside
    meanings: list[Meaning] = []
    while path is not None and path[2] is not None:
        meanings.append(path[2])
        path = path[1]
    return meanings[::-1]


def _step(mark: Costs, outside: _Path, inside: _Path) -> tuple[_Path, _Path]:
    """The cheapest paths that are outside and inside a quotation after one more mark."""
    shut: list[_Path] = []
    opened: list[_Path] = []
    for meaning, cost in mark.items():
        if meaning == "close":
            shut += (inside[0] + cost, inside, meaning), (outside[0] + cost + MISMATCH, outside, meaning)
        elif meaning == "open":
            opened += (outside[0] + cost, outside, meaning), (inside[0] + cost + MISMATCH, inside, meaning)
        else:
            shut.append((outside[0] + cost, outside, meaning))
            opened.append((inside[0] + cost, inside, meaning))
    return min(shut, key=_cost), min(opened, key=_cost)


def _cost(path: _Path) -> float:
    return path[0]

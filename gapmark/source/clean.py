"""Cleaning: whether a space stands between two tokens, and which `' '` pairs are italics. Nothing else is decided.

A block's tokens become units (a word, a gap, a quotation mark, a pair); `marks` reads the marks of each stretch between
two gaps; `rules` then joins units, looking at the block's shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from gapmark.model import Gap, Piece, Token
from gapmark.source.gaps import find_gaps
from gapmark.source.marks import (
    END,
    GAP_EDGE,
    START,
    Costs,
    Reading,
    cheapest,
    double_costs,
    is_apostrophe,
    is_possessive,
    pair_costs,
    single_costs,
)
from gapmark.source.rules import BOTH, CLOSE, GAP, OPEN, RESERVED, RULES
from gapmark.source.tokens import tokenise

UnitKind = Literal["word", "gap", "pair", "single", "double"]

_SIGNS: Mapping[Reading, str] = {"open": OPEN, "close": CLOSE, "before": CLOSE, "after": OPEN, "inside": BOTH}
_COSTS: tuple[tuple[UnitKind, Callable[[str, str], Costs]], ...] = (
    ("pair", pair_costs),
    ("double", double_costs),
    ("single", single_costs),
)


@dataclass(frozen=True, slots=True)
class _Unit:
    """What cleaning sees as one thing: tokens `first` to `first + length - 1`, as indexes into the block's tokens."""

    kind: UnitKind
    first: int
    length: int = 1


def clean(tokens: Sequence[Token], gaps: Mapping[int, Gap] | None = None) -> tuple[Piece, ...]:
    """The pieces of one block. `gaps` by the number of their first token; without it they are found in the block."""
    if gaps is None:
        gaps = {gap.first_token: gap for gap in find_gaps(tuple(tokens))[0]}
    units = _find_units(tokens, gaps)
    readings = _read_marks(tokens, units)
    shape = " ".join(_shape(tokens, unit, readings.get(index)) for index, unit in enumerate(units))
    spaces = _find_spaces(shape)
    italics = _find_italics(units, readings)
    return tuple(
        piece
        for index, (unit, space) in enumerate(zip(units, spaces, strict=True))
        for piece in _pieces(tokens, unit, space, italics.get(index), gaps)
    )


def to_text(pieces: Sequence[Piece]) -> str:
    """Plain text: italics as `*x*`, gaps as `[gap 1]`, nothing escaped."""
    return "".join(" " * piece.space + _piece_text(piece) for piece in pieces)


def clean_line(line: str) -> str:
    """One source line, cleaned, as one line of plain text: gaps counted from 1, headers dropped, all else kept."""
    tokens = tokenise(line)
    gaps = {gap.first_token: gap for gap in find_gaps(tokens)[0]}
    return to_text(clean([token for token in tokens if token.kind != "header"], gaps))


def _piece_text(piece: Piece) -> str:
    if piece.kind == "word":
        return piece.text
    return f"[gap {piece.gap}]" if piece.kind == "gap" else "*"


# ---------------------------------------------------------------- units


def _find_units(tokens: Sequence[Token], gaps: Mapping[int, Gap]) -> list[_Unit]:
    units: list[_Unit] = []
    index = italics = 0
    while index < len(tokens):
        gap = gaps.get(tokens[index].number)
        if gap:
            found = [_Unit("gap", index, gap.quantity)]
            italics = 0
        elif tokens[index].text == "'":
            end = _end_of_run(tokens, index)
            found = _divide_run(tokens, index, end, italics, gaps)
            italics += sum(unit.kind == "pair" for unit in found)
        else:
            found = [_Unit("double" if tokens[index].text == '"' else "word", index)]
        units += found
        index = found[-1].first + found[-1].length
    return units


def _end_of_run(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and tokens[index].text == "'":
        index += 1
    return index


def _divide_run(tokens: Sequence[Token], start: int, end: int, italics: int, gaps: Mapping[int, Gap]) -> list[_Unit]:
    """A run of `'`: pairs, and where it is odd one that stands alone or is the half of a pair that a gap has left."""
    length = end - start
    if length % 2 == 0:
        return [_Unit("pair", index, 2) for index in range(start, end, 2)]
    left, right = _text_at(tokens, start - 1), _text_at(tokens, end)
    possessive = is_possessive(left) and italics % 2 == 0
    first: list[_Unit] = []
    last: list[_Unit] = []
    if left == "@" and not is_apostrophe(left, right):
        first = [_Unit("pair", start)]
    elif right == "@" and not possessive:
        last = [_Unit("pair", end - 1)]
    elif length == 1 or possessive:
        first = [_Unit("single", start)]
    else:
        last = [_Unit("single", end - 1)]
    shift = start + len(first)
    return [*first, *(_Unit("pair", index, 2) for index in range(shift, end - 1, 2)), *last]


def _text_at(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""


# ---------------------------------------------------------------- marks


def _read_marks(tokens: Sequence[Token], units: Sequence[_Unit]) -> dict[int, Reading]:
    """The reading of every mark, by the index of its unit."""
    readings: dict[int, Reading] = {}
    for stretch in _stretches(units):
        begin = START if stretch.start == 0 else GAP_EDGE
        end = END if stretch.stop == len(units) else GAP_EDGE
        for kind, costs in _COSTS:
            marks = [index for index in stretch if units[index].kind == kind]
            if marks:
                evidence = (costs(*_neighbours(tokens, units[index])) for index in marks)
                readings.update(zip(marks, cheapest(evidence, begin, end), strict=True))
    return readings


def _stretches(units: Sequence[_Unit]) -> Iterator[range]:
    """The indexes of the units between gaps."""
    for is_gap, group in groupby(range(len(units)), key=lambda index: units[index].kind == "gap"):
        if not is_gap:
            indexes = list(group)
            yield range(indexes[0], indexes[-1] + 1)


def _neighbours(tokens: Sequence[Token], unit: _Unit) -> tuple[str, str]:
    """What stands left and right of a mark; for the inches of `6 ' 2 "` the sign of the feet comes with the figure."""
    left, right = _text_at(tokens, unit.first - 1), _text_at(tokens, unit.first + unit.length)
    feet = _text_at(tokens, unit.first - 3).isdigit() and _text_at(tokens, unit.first - 2) == "'"
    return ("'" + left if feet and left.isdigit() else left), right


def _find_italics(units: Sequence[_Unit], readings: Mapping[int, Reading]) -> dict[int, Literal["open", "close"]]:
    """The pairs that have a mate and something between them; any other pair stays as it is, a word."""
    italics: dict[int, Literal["open", "close"]] = {}
    opened: int | None = None
    for index, unit in enumerate(units):
        if unit.kind == "gap":
            opened = None
        elif unit.kind == "pair" and readings[index] == "open":
            opened = index
        elif unit.kind == "pair":
            if opened is not None and opened + 1 < index:
                italics |= {opened: "open", index: "close"}
            opened = None
    return italics


# ---------------------------------------------------------------- spaces


def _shape(tokens: Sequence[Token], unit: _Unit, reading: Reading | None) -> str:
    if reading:
        return _SIGNS[reading]
    text = tokens[unit.first].text
    if unit.kind == "gap":
        return GAP
    return text if text.isascii() else text.translate(RESERVED)


def _find_spaces(shape: str) -> list[bool]:
    """For each unit, whether a space stands before it."""
    joined: set[int] = set()
    for rule in RULES:
        decide = joined.update if rule.decision == "join" else joined.difference_update
        decide(
            match.start(group) for match in rule.pattern.finditer(shape) for group in range(1, rule.pattern.groups + 1)
        )
    spaces, offset = [False], shape.find(" ")
    while offset >= 0:
        spaces.append(offset not in joined)
        offset = shape.find(" ", offset + 1)
    return spaces if shape else []


def _pieces(
    tokens: Sequence[Token],
    unit: _Unit,
    space: bool,
    italics: Literal["open", "close"] | None,
    gaps: Mapping[int, Gap],
) -> Iterator[Piece]:
    number = tokens[unit.first].number
    if unit.kind == "gap":
        yield Piece("gap", number, "", space, gaps[number].number)
    elif italics:
        yield Piece(italics, number, "", space)
    else:
        yield Piece("word", number, tokens[unit.first].text, space)
        if unit.length == 2:
            yield Piece("word", number + 1, tokens[unit.first + 1].text, False)

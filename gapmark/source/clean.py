"""Cleaning: whether a space stands between two tokens, and which `' '` pairs are italics. Nothing else is decided.

A block's tokens become units (a word, a gap, a quotation mark, a pair); `marks` reads the marks of each stretch between
two gaps; `rules` then joins units, looking at the block's shape.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from gapmark.model import Gap, Piece, Token
from gapmark.source.gaps import GAP_LENGTH, find_gaps, mark_runs
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
from gapmark.source.tokens import kind_of

UnitKind = Literal["word", "gap", "pair", "single", "double"]
Unit = tuple[UnitKind, int, int]
"""What cleaning sees as one thing: its kind, the index of its first token in the block, and how many tokens it has."""
Italics = Mapping[int, Literal["open", "close"]]
"""The units that are signs of italics, by their indexes."""

_SIGNS: Mapping[Reading, str] = {"open": OPEN, "close": CLOSE, "before": CLOSE, "after": OPEN, "inside": BOTH}
_COSTS: tuple[tuple[UnitKind, Callable[[str, str], Costs]], ...] = (
    ("pair", pair_costs),
    ("double", double_costs),
    ("single", single_costs),
)


def clean(tokens: Sequence[Token], gaps: Mapping[int, Gap] | None = None) -> tuple[Piece, ...]:
    """The pieces of one block. `gaps` by the number of their first token; without it they are found in the block."""
    if gaps is None:
        gaps = {gap.first_token: gap for gap in find_gaps(tuple(tokens))[0]}
    texts = [token.text for token in tokens]
    starts = (index for index, token in enumerate(tokens) if token.kind == "mark" and token.number in gaps)
    lengths = {index: gaps[tokens[index].number].quantity for index in starts}
    units, spaces, italics = _decide(texts, lengths)
    pieces: list[Piece] = []
    for index, (kind, at, length) in enumerate(units):
        number, space = tokens[at].number, spaces[index]
        if kind == "word":
            pieces.append(Piece("word", number, texts[at], space))
        elif kind == "gap":
            pieces.append(Piece("gap", number, "", space, gaps[number].number))
        elif index in italics:
            pieces.append(Piece(italics[index], number, "", space))
        else:
            pieces += (Piece("word", number + k, texts[at + k], space and not k) for k in range(length))
    return tuple(pieces)


def to_text(pieces: Sequence[Piece]) -> str:
    """Plain text: italics as `*x*`, gaps as `[gap 1]`, nothing escaped."""
    return "".join(" " * piece.space + _piece_text(piece) for piece in pieces)


def _piece_text(piece: Piece) -> str:
    if piece.kind == "word":
        return piece.text
    return f"[gap {piece.gap}]" if piece.kind == "gap" else "*"


def clean_line(line: str) -> str:
    """One source line, cleaned, as one line of plain text: gaps counted from 1, headers dropped, all else kept.

    The same as `to_text(clean(...))` of its tokens, without making the records, which take most of the time.
    """
    texts = line.removeprefix("\ufeff").split()
    if "@@" in line or "##" in line:
        texts = [text for text in texts if kind_of(text) != "header"]
    lengths = {start: min(length, GAP_LENGTH) for start, length in mark_runs(texts)}
    units, spaces, italics = _decide(texts, lengths)
    numbers = {start: number for number, start in enumerate(lengths, start=1)}
    words = [texts[at] if kind == "word" else "" for kind, at, _ in units]
    for index, (kind, at, length) in enumerate(units):
        if kind == "gap":
            words[index] = f"[gap {numbers[at]}]"
        elif kind != "word":
            words[index] = "*" if index in italics else "".join(texts[at : at + length])
    return "".join([" " + word if space else word for word, space in zip(words, spaces, strict=True)])


def _decide(texts: Sequence[str], gaps: Mapping[int, int]) -> tuple[list[Unit], list[bool], Italics]:
    """The units of a block, whether a space stands before each, and which are italics. `gaps` are lengths by index."""
    units = _find_units(texts, gaps)
    readings = _read_marks(texts, units)
    shape = _shape(texts, units, readings)
    return units, _find_spaces(shape), _find_italics(units, readings)


# ---------------------------------------------------------------- units


def _find_units(texts: Sequence[str], gaps: Mapping[int, int]) -> list[Unit]:
    units: list[Unit] = []
    index = italics = 0
    while index < len(texts):
        text = texts[index]
        if text == "'":
            end = _end_of_run(texts, index)
            found = _divide_run(texts, index, end, italics)
            italics += sum(kind == "pair" for kind, _, _ in found)
            units += found
            index = end
        elif index in gaps:
            units.append(("gap", index, gaps[index]))
            index += gaps[index]
            italics = 0
        else:
            units.append(("double" if text == '"' else "word", index, 1))
            index += 1
    return units


def _end_of_run(texts: Sequence[str], index: int) -> int:
    while index < len(texts) and texts[index] == "'":
        index += 1
    return index


def _divide_run(texts: Sequence[str], start: int, end: int, italics: int) -> list[Unit]:
    """A run of `'`: pairs, and where it is odd one that stands alone or is the half of a pair that a gap has left.

    `italics` is how many pairs stand before it in the stretch: a possessive comes before an opening pair.
    """
    if (end - start) % 2 == 0:
        return [("pair", index, 2) for index in range(start, end, 2)]
    left, right = _text_at(texts, start - 1), _text_at(texts, end)
    possessive = is_possessive(left) and italics % 2 == 0
    if left == "@" and not is_apostrophe(left, right):
        odd: Unit = ("pair", start, 1)
    elif right == "@" and not possessive:
        odd = ("pair", end - 1, 1)
    else:
        odd = ("single", start if possessive else end - 1, 1)
    shift = 1 if odd[1] == start else 0
    pairs: list[Unit] = [("pair", index, 2) for index in range(start + shift, end - 1, 2)]
    return [odd, *pairs] if shift else [*pairs, odd]


def _text_at(texts: Sequence[str], index: int) -> str:
    return texts[index] if 0 <= index < len(texts) else ""


# ---------------------------------------------------------------- marks


def _read_marks(texts: Sequence[str], units: Sequence[Unit]) -> dict[int, Reading]:
    """The reading of every mark, by the index of its unit."""
    readings: dict[int, Reading] = {}
    for stretch, begin, end in _stretches(units):
        for kind, costs in _COSTS:
            marks = [index for index in stretch if units[index][0] == kind]
            if marks:
                evidence = (costs(*_neighbours(texts, units[index])) for index in marks)
                readings.update(zip(marks, cheapest(evidence, begin, end), strict=True))
    return readings


def _stretches(units: Sequence[Unit]) -> Iterator[tuple[list[int], float, float]]:
    """The indexes of the marks between two gaps, and what it costs to begin and to end inside a quotation."""
    special = [index for index, unit in enumerate(units) if unit[0] != "word"]
    begin, marks = START, list[int]()
    for index in special:
        if units[index][0] == "gap":
            yield marks, begin, GAP_EDGE
            begin, marks = GAP_EDGE, []
        else:
            marks.append(index)
    yield marks, begin, END


def _neighbours(texts: Sequence[str], unit: Unit) -> tuple[str, str]:
    """What stands left and right of a mark; for the inches of `6 ' 2 "` the sign of the feet comes with the figure."""
    _, first, length = unit
    left, right = _text_at(texts, first - 1), _text_at(texts, first + length)
    feet = left.isdigit() and _text_at(texts, first - 2) == "'" and _text_at(texts, first - 3).isdigit()
    return ("'" + left if feet else left), right


def _find_italics(units: Sequence[Unit], readings: Mapping[int, Reading]) -> Italics:
    """The pairs that have a mate and something between them; any other pair stays as it is, two words."""
    italics: dict[int, Literal["open", "close"]] = {}
    if not readings:
        return italics
    gaps = [index for index, unit in enumerate(units) if unit[0] == "gap"]
    opened: int | None = None
    for index, reading in sorted(readings.items()):
        if units[index][0] != "pair":
            continue
        mated = opened is not None and bisect_left(gaps, opened) == bisect_left(gaps, index)
        if reading == "close" and opened is not None and mated and opened + 1 < index:
            italics |= {opened: "open", index: "close"}
        opened = index if reading == "open" else None
    return italics


# ---------------------------------------------------------------- spaces


def _shape(texts: Sequence[str], units: Sequence[Unit], readings: Mapping[int, Reading]) -> str:
    """What the rules look at: see `rules`. It has a space between every two units, and no other."""
    words = [texts[first] for _, first, _ in units]
    if not "".join(words).isascii():
        words = [word.translate(RESERVED) for word in words]
    for index, unit in enumerate(units):
        if unit[0] == "gap":
            words[index] = GAP
    for index, reading in readings.items():
        words[index] = _SIGNS[reading]
    return " ".join(words)


def _find_spaces(shape: str) -> list[bool]:
    """For each unit, whether a space stands before it."""
    joined: set[int] = set()
    for rule in RULES:
        found = list(rule.pattern.finditer(shape))
        if found:
            captured = {match.start(group) for match in found for group in range(1, rule.pattern.groups + 1)}
            joined = joined | captured if rule.decision == "join" else joined - captured
    if not shape:
        return []
    spaces, at = [False], -1
    for word in shape.split(" ")[:-1]:
        at += len(word) + 1
        spaces.append(at not in joined)
    return spaces

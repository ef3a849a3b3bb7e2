"""Decides whether a space stands between two tokens, and which `' '` pairs are italics. Cleaning decides nothing else.

A block's tokens become units (a word, a gap, a quotation mark, a pair); `quotation_marks` reads those of each stretch
between two gaps; `rules` then joins units, looking at the block's shape.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from gapmark.model import Gap, Piece, Token
from gapmark.source.gaps import read_gap_marks
from gapmark.source.quotation_marks import (
    END,
    GAP_EDGE,
    START,
    Costs,
    Meaning,
    cheapest,
    double_costs,
    is_apostrophe,
    is_possessive,
    pair_costs,
    single_costs,
)
from gapmark.source.rules import BOTH, CLOSE, GAP, OPEN, find_joined
from gapmark.source.tokens import find_documents, kind_of

UnitKind = Literal["word", "gap", "break", "pair", "single", "double"]
Unit = tuple[UnitKind, int, int]
"""What cleaning sees as one thing: its kind, the index of its first token in the block, and how many tokens it has.
A `break` is a paragraph mark, `<p>`, of sister collections: it stays, and quotations start again after it."""
Special = Mapping[int, Unit]
"""The units that are no words, by their indexes."""
Italics = Mapping[int, Literal["open", "close"]]
"""The units that are signs of italics, by their indexes."""

LONGEST_ITALICS = 80
"""In units; pairs that are farther apart are no two ends of a title or a foreign phrase."""
_BREAKS = frozenset(("<p>", "<P>"))
_SPECIAL = frozenset("'\"@") | _BREAKS
"""The tokens that are, or belong to, a unit that is no word."""
_SIGNS: Mapping[Meaning, str] = {"open": OPEN, "close": CLOSE, "before": CLOSE, "after": OPEN, "inside": BOTH}
_EDGES: Mapping[UnitKind, tuple[float, float]] = {"gap": (GAP_EDGE, GAP_EDGE), "break": (END, START)}
_COSTS: tuple[tuple[UnitKind, Callable[[str, str, str, str], Costs]], ...] = (
    ("pair", pair_costs),
    ("double", double_costs),
    ("single", single_costs),
)


def clean(tokens: Sequence[Token], gaps: Mapping[int, Gap]) -> tuple[Piece, ...]:
    """The pieces of one block. `gaps` by the number of their first token."""
    texts = [token.text for token in tokens]
    marks = (index for index, token in enumerate(tokens) if token.kind == "mark" and token.number in gaps)
    lengths = {index: int(gaps[tokens[index].number].quantity) for index in marks}
    starts, special, joined, italics = _decide(texts, lengths)
    apart = set(range(1, len(starts))).difference(joined)
    pieces: list[Piece] = []
    for index, start in enumerate(starts):
        kind, at, length = special.get(index, ("word", start, 1))
        number, space = tokens[at].number, index in apart
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
    return f"[gap {piece.gap}]" if piece.kind == "gap" else "" if piece.text else "*"


def clean_line(line: str) -> str:
    """One source line, cleaned, as one line of plain text: of each document on it what an import would read.

    So the header is left out, and what stands before the first. Each document's gaps are counted from 1.
    """
    if "@@" not in line and "##" not in line:
        return _clean_text(line)
    documents = (_clean_text(line[extent.start : extent.end]) for extent in find_documents(line, ""))
    return " ".join(filter(None, documents))


def _clean_text(text: str) -> str:
    """The same as `to_text(clean(...))` of its tokens, without making the records, which take most of the time."""
    texts = text.removeprefix("\ufeff").split()
    header = bool(texts) and kind_of(texts[0]) == "header"
    found = read_gap_marks(texts)[0] if "@" in text else ()
    lengths = {start - header: length for start, length, _ in found}
    texts = texts[header:]
    starts, special, joined, italics = _decide(texts, lengths)
    numbers = {start: number for number, start in enumerate(lengths, start=1)}
    words = [texts[start] for start in starts]
    for index, (kind, at, length) in special.items():
        if kind == "gap":
            words[index] = f"[gap {numbers[at]}]"
        else:
            words[index] = "*" if index in italics else "".join(texts[at : at + length])
    for index in joined:
        words[index] = CLOSE + words[index]
    return " ".join(words).replace(f" {CLOSE}", "")


def _decide(texts: Sequence[str], gaps: Mapping[int, int]) -> tuple[list[int], Special, list[int], Italics]:
    """The first token of each unit of a block, the units that are no words, those that join the one before, italics.

    `gaps` are lengths by the index of their first token.
    """
    starts, special = _find_units(texts, gaps)
    meanings = _meanings_of_marks(texts, special)
    shape = _shape([texts[start] for start in starts], special, meanings)
    return starts, special, find_joined(shape), _find_italics(special, meanings)


# ---------------------------------------------------------------- units


def _find_units(texts: Sequence[str], gaps: Mapping[int, int]) -> tuple[list[int], Special]:
    """The index of the first token of each unit, and the units that are no words."""
    starts: list[int] = []
    special: dict[int, Unit] = {}
    done = italics = 0
    for index in [index for index, text in enumerate(texts) if text in _SPECIAL]:
        if index < done or (texts[index] == "@" and index not in gaps):
            continue
        starts += range(done, index)
        found = _special_units(texts, index, gaps, italics)
        italics = 0 if found[0][0] in _EDGES else italics + sum(kind == "pair" for kind, _, _ in found)
        for unit in found:
            special[len(starts)] = unit
            starts.append(unit[1])
        done = index + sum(length for _, _, length in found)
    starts += range(done, len(texts))
    return starts, special


def _special_units(texts: Sequence[str], index: int, gaps: Mapping[int, int], italics: int) -> list[Unit]:
    if texts[index] == "'":
        return _divide_run(texts, index, _end_of_run(texts, index), italics)
    if index in gaps:
        return [("gap", index, gaps[index])]
    return [("double" if texts[index] == '"' else "break", index, 1)]


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
    return texts[index] if 0 <= index < len(texts) and texts[index] not in _BREAKS else ""


# ---------------------------------------------------------------- marks


def _meanings_of_marks(texts: Sequence[str], special: Special) -> dict[int, Meaning]:
    """The reading of every mark, by the index of its unit."""
    meanings: dict[int, Meaning] = {}
    for stretch, begin, end in _stretches(special):
        for kind, costs in _COSTS:
            marks = [index for index in stretch if special[index][0] == kind]
            if marks:
                evidence = (costs(*_neighbours(texts, special[index])) for index in marks)
                meanings.update(zip(marks, cheapest(evidence, begin, end), strict=True))
    return meanings


def _stretches(special: Special) -> Iterator[tuple[list[int], float, float]]:
    """The indexes of the marks between two gaps or breaks, and the costs of beginning and ending in a quotation."""
    begin, marks = START, list[int]()
    for index, (kind, _, _) in special.items():
        if kind in _EDGES:
            end, following = _EDGES[kind]
            yield marks, begin, end
            begin, marks = following, []
        else:
            marks.append(index)
    yield marks, begin, END


def _neighbours(texts: Sequence[str], unit: Unit) -> tuple[str, str, str, str]:
    """What stands left and right of a mark, and before and after these.

    For the inches of `6 ' 2 "` the sign of the feet comes with the figure.
    """
    _, first, length = unit
    left, right = _text_at(texts, first - 1), _text_at(texts, first + length)
    before, after = _text_at(texts, first - 2), _text_at(texts, first + length + 1)
    feet = before == "'" and left.isdigit() and _text_at(texts, first - 3).isdigit()
    return ("'" + left if feet else left), right, before, after


def _find_italics(special: Special, meanings: Mapping[int, Meaning]) -> Italics:
    """The pairs that have a mate and something between them; any other pair stays as it is, two words."""
    italics: dict[int, Literal["open", "close"]] = {}
    opened: int | None = None
    for index, (kind, _, _) in special.items():
        if kind in _EDGES:
            opened = None
        elif kind == "pair" and meanings[index] == "open":
            opened = index
        elif kind == "pair":
            if opened is not None and 1 < index - opened <= LONGEST_ITALICS:
                italics |= {opened: "open", index: "close"}
            opened = None
    return italics


# ---------------------------------------------------------------- spaces


def _shape(words: list[str], special: Special, meanings: Mapping[int, Meaning]) -> str:
    """What the rules look at: see `rules`. It has a space between every two units, and no other."""
    for index, (kind, _, _) in special.items():
        if kind != "break":
            words[index] = GAP if kind == "gap" else _SIGNS[meanings[index]]
    return " ".join(words)

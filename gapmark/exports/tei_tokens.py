"""The tokens of the source as elements of TEI.

Each token is one `<w>` or `<pc>`, numbered; the parts of one that is cut are joined by `@prev`. `@orig` has it
as received where the edition differs in typography. What decides how the text is read and is no part of
it (header, `#`, stars, pairs of quotation marks) is a `<metamark>`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gapmark.compare.editing import PINNED
from gapmark.compare.words import SourceWord, fold, stretches
from gapmark.exports.xml import ILLEGAL, filled
from gapmark.model import Document, Token

METAMARKS = {"header": "identifier", "hash": "heading", "star": "item", "break": "paragraph"}
"""What tokens that are no words do, by their kind; a pair of quotation marks sets italics."""


class Unit(NamedTuple):
    """A token of the source, or the part of it that stands in one word of the comparison."""

    token: int
    text: str
    """As cleaned; empty for a gap."""
    received: str
    """As received; those of all units of a token, joined, are the token."""
    first: bool
    before: tuple[Token, ...] = ()
    """The tokens before it that stand in no word and open something: a heading, an item, italics."""
    after: tuple[Token, ...] = ()
    """Those after it that close something."""


def read_units(document: Document, words: Sequence[SourceWord]) -> tuple[list[list[Unit]], tuple[Token, ...]]:
    """The units of each word, and the tokens after the last."""
    parts = list(_parts(document, words))
    joined: dict[int, str] = defaultdict(str)
    for _, number, text in parts:
        joined[number] += text
    closing = _closing(document)
    units: list[list[Unit]] = [[] for _ in words]
    done, begun = 0, set[int]()
    for index, number, text in parts:
        token, first = document.tokens[number - 1], number not in begun
        received = text if joined[number] in ("", token.text) else token.text if first else ""
        last = number if text else words[index].last
        following = map(document.tokens.__getitem__, range(last, len(document.tokens)))
        after = tuple(takewhile(lambda token: token.number in closing, following))
        units[index].append(Unit(number, text, received, first, document.tokens[done : number - 1], after))
        begun.add(number)
        done = max(done, last + len(after))
    return units, document.tokens[done:]


def _closing(document: Document) -> frozenset[int]:
    """The numbers of the tokens that close a heading or italics."""
    closers = [piece.token for _, _, pieces in stretches(document) for piece in pieces if piece.kind == "close"]
    found = {number for token in closers for number in (token, token + 1)}
    hashes = (token.number for token in document.tokens if token.kind == "hash")
    opened = {section.first_token - 1 for section in document.sections if section.title}
    return frozenset(found | ({*hashes} - opened - {*document.odd_hashes}))


def _parts(document: Document, words: Sequence[SourceWord]) -> Iterator[tuple[int, int, str]]:
    """Word, token and text of every stretch that lies in one word and one token; of a gap, its first mark alone."""
    compared = (piece for _, _, pieces in stretches(document) for piece in pieces if piece.kind == "word")
    pieces = ((piece.token, piece.text) for piece in compared)
    token, left = 0, ""
    for index, word in enumerate(words):
        if word.key.startswith(PINNED):
            yield index, word.token, ""
            continue
        need = len(word.text)
        while need:
            token, left = (token, left) if left else next(pieces)
            yield index, token, left[:need]
            need, left = need - len(left[:need]), left[need:]


# ---------------------------------------------------------------- elements


def token_element(unit: Unit, text: str) -> Element:
    """One token, or a part of one; `text` is what the edition has."""
    orig = unit.received if unit.received != text else None
    names = {"xml:id": f"t{unit.token}"} if unit.first else {"prev": f"#t{unit.token}"}
    lost = "" if unit.received.isprintable() else " ".join(f"U+{ord(c):04X}" for c in ILLEGAL.findall(unit.received))
    made = Element("w" if any(c.isalnum() for c in unit.received) else "pc", filled({**names, "n": lost}))
    made.text = text or None
    if orig is not None:
        made.set("orig", orig)
    return made


def cut(text: str, units: Sequence[Unit]) -> Iterator[str]:
    """The edition's form of a word, parted among its units: a dash stands for two hyphens, and so on."""
    if len(units) == 1:
        yield text
        return
    at = length = wanted = 0
    for number, unit in enumerate(units, 1):
        start, wanted = at, wanted + len(fold(unit.text))
        while at < len(text) and (length < wanted or number == len(units)):
            length += len(fold(text[at]))
            at += 1
        yield text[start:at]


def bare(tokens: Iterable[Token], empty: frozenset[int]) -> Iterator[Element]:
    """Tokens that stand in no word; `empty` are those of headings with nothing under them, which are left out."""
    for token in tokens:
        if token.number in empty:
            made = Element("surplus", {"reason": "empty-heading"})
            made.append(token_element(Unit(token.number, token.text, token.text, True), token.text))
        else:
            function = METAMARKS.get(token.kind, "italics")
            made = Element("metamark", {"xml:id": f"t{token.number}", "function": function})
            made.text = token.text
        yield made

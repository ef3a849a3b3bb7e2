"""The tokens of the source as elements of TEI.

Each token is one `<w>` or `<pc>`, numbered; the parts of one that is cut are joined by `@prev`. `@orig` has it
as received where the edition differs in typography. What decides how the text is read and is no part of
it (header, `#`, stars, pairs of quotation marks) is a `<metamark>`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from operator import itemgetter
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gapmark.compare.words import SourceWord, compared_blocks, fold
from gapmark.markup.xml import ILLEGAL
from gapmark.model import Document, Token

METAMARKS = {"header": "identifier", "hash": "heading", "star": "item", "break": "paragraph", "markup": "markup"}
"""Functions of tokens that are no words, by their kind; a pair of quotation marks sets italics."""


class Unit(NamedTuple):
    """A token of the source, or the part of it that stands in one word of the comparison."""

    token: int
    text: str
    """The cleaned text; empty for a gap."""
    received: str
    """The received text; those of all units of a token, joined, are the token."""
    first: bool
    before: tuple[Token, ...] = ()
    """The tokens before it that stand in no word and open something: a heading, an item, italics."""
    after: tuple[Token, ...] = ()
    """Tokens after it that close something."""


def read_units(document: Document, words: Sequence[SourceWord]) -> tuple[dict[int, list[Unit]], tuple[Token, ...]]:
    """Return the units of the words that are not simply one token, and the tokens after the last word."""
    closing, tokens = _closing(document), document.tokens
    units: dict[int, list[Unit]] = defaultdict(list)
    done = 0
    for number, group in groupby(_parts(document, words), key=itemgetter(1)):
        parts, token = list(group), tokens[number - 1]
        if done == number - 1 and parts[0][2] == token.text == words[parts[0][0]].text and number + 1 not in closing:
            done = number
            continue
        whole = "".join(text for _, _, text in parts) in ("", token.text)
        for nth, (index, _, text) in enumerate(parts):
            first = not nth
            received = text if whole else token.text if first else ""
            last = number if text else words[index].last
            following = map(tokens.__getitem__, range(last, len(tokens)))
            after = tuple(takewhile(lambda token: token.number in closing, following))
            units[index].append(Unit(number, text, received, first, tokens[done : number - 1], after))
            done = max(done, last + len(after))
    return units, tokens[done:]


def sole_unit(word: SourceWord) -> Unit:
    """Return the unit of a word that is simply one token."""
    return Unit(word.token, word.text, word.text, first=True)


def _closing(document: Document) -> frozenset[int]:
    """Return the numbers of the tokens that close a heading or italics."""
    closers = [piece.token for _, _, pieces in compared_blocks(document) for piece in pieces if piece.kind == "close"]
    found = {number for token in closers for number in (token, token + 1)}
    if document.source.form == "plain":  # a sign of Markdown has any length, and stands for itself
        found &= {token.number for token in document.tokens if token.kind == "markup"}
    hashes = (token.number for token in document.tokens if token.kind == "hash")
    opened = {section.first_token - 1 for section in document.sections if section.title}
    return frozenset(found | ({*hashes} - opened - {*document.odd_hashes}))


def _parts(document: Document, words: Sequence[SourceWord]) -> Iterator[tuple[int, int, str]]:
    """Yield word, token and text of every stretch that lies in one word and one token; of a gap, its first mark
    alone."""
    compared = (piece for _, _, pieces in compared_blocks(document) for piece in pieces if piece.kind == "word")
    pieces = ((piece.token, piece.text) for piece in compared if not piece.text.isspace())
    token, left = 0, ""
    for index, word in enumerate(words):
        if word.gap:
            yield index, word.token, ""
            continue
        need = len(word.text)
        while need:
            token, left = (token, left) if left else next(pieces)
            yield index, token, left[:need]
            need, left = need - len(left[:need]), left[need:]


# ---------------------------------------------------------------- elements


def token_element(unit: Unit, text: str) -> Element:
    """Return one token or a part of one as an element; `text` is the edition's form."""
    received = unit.received
    made = Element("w" if any(map(str.isalnum, received)) else "pc")
    made.set(*(("xml:id", f"t{unit.token}") if unit.first else ("prev", f"#t{unit.token}")))
    lost = "" if received.isprintable() else " ".join(f"U+{ord(c):04X}" for c in ILLEGAL.findall(received))
    if lost:
        made.set("n", lost)
    made.text = text or None
    if received != text:
        made.set("orig", received)
    return made


def cut(text: str, units: Sequence[Unit]) -> Iterator[str]:
    """Return the edition's form of a word, divided among its units: one dash stands for two hyphens, and so on."""
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
    """Yield tokens that stand in no word. `empty` are those of headings with nothing under them, which are left out."""
    for token in tokens:
        if token.number in empty:
            made = Element("surplus", {"reason": "empty-heading"})
            made.append(token_element(Unit(token.number, token.text, token.text, True), token.text))
        else:
            function = METAMARKS.get(token.kind, "italics")
            made = Element("metamark", {"xml:id": f"t{token.number}", "function": function})
            made.text = token.text
        yield made

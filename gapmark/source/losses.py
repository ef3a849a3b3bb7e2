"""What was lost without a mark, as far as its traces show: residue of templates, and gaps left by deleted characters.

Every character outside ASCII was deleted from the source (`Krakw`, `( 15101568 )`, `42.505bn`), and tables and
templates were stripped badly (`birthplace = notableinstruments =`). A check can point to such a place; only a witness
can say what stood there. The patterns are narrow: a missed trace costs less than a false alarm on every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from gapmark.model import Document
from gapmark.source.findings import Finding

RUN = 8
"""Residue comes in runs: what follows within so many tokens belongs to the same one."""

RESIDUE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an HTML tag", re.compile("</?[A-Za-z][A-Za-z0-9]{0,9}/?>")),
    ("an HTML entity", re.compile("&(?:amp|lt|gt|quot|apos|nbsp|[nm]dash|#[0-9]+);?")),
    ("a table's attribute", re.compile("(?:class|style|v?align|width|border|bgcolor|scope|(?:col|row)span)=.{0,80}")),
    ("a table's mark", re.compile(r"wikitable|\{\||\|\}|\|-")),
)
"""What a whole token looks like."""
_PARAMETER = re.compile("[a-z][a-z0-9_]{3,40}")

YEAR_HINT = "every character outside ASCII was deleted, dashes too; mend it from a witness, or leave it"
SIGN_HINT = "every character outside ASCII was deleted; put back what a witness has, or leave it"


def check_residue(document: Document) -> Iterator[Finding]:
    """S121: what was left of templates and tables; once for each run."""
    last = -RUN
    for number, name in _residue(document):
        if number - last >= RUN:
            yield Finding("S121", number, f"residue: {name}", "cut it in the page if it says nothing to a reader")
        last = number


def _residue(document: Document) -> Iterator[tuple[int, str]]:
    previous = ""
    for token in document.tokens:
        if token.text == "=" and _PARAMETER.fullmatch(previous):
            yield token.number - 1, "a template's parameter"
        previous = token.text
        if token.kind != "break" and (not previous.isalpha() or previous == "wikitable"):
            for name, pattern in RESIDUE:
                if pattern.fullmatch(previous):
                    yield token.number, name


def check_years(document: Document) -> Iterator[Finding]:
    """S122: digits that make two years in order: `15101568`, `178687`."""
    for token in document.tokens:
        if len(token.text) in (6, 8) and token.text.isascii() and token.text.isdigit() and _is_range(token.text):
            first, second = token.text[:4], token.text[4:]
            yield Finding("S122", token.number, f"two years may be glued: {first} and {second}", YEAR_HINT)


def _is_range(digits: str) -> bool:
    """Whether eight digits can be two years at most 150 apart, or six a year and the end of one at most 20 later."""
    first = int(digits[:4])
    if len(digits) == 8:
        return 1000 <= first < int(digits[4:]) <= min(first + 150, 2100)
    return 1500 <= first <= 2100 and 0 < int(digits[4:]) - first % 100 <= 20


SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a currency sign may be missing", re.compile("[0-9][0-9,.]{0,20}(?:bn|tn|mn)")),
    ("a unit's exponent may be missing", re.compile("[0-9][0-9,.]{0,20}/(?:km|mi)")),
    ("two figures may be glued", re.compile(r"[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}%")),
)
"""What a whole token looks like."""


def check_signs(document: Document) -> Iterator[Finding]:
    """S123: a number that has lost a sign: `42.505bn`, `1,218/km`, `1.07.5%`."""
    for token in document.tokens:
        if token.text[0] in "0123456789":
            for message, pattern in SIGNS:
                if pattern.fullmatch(token.text):
                    yield Finding("S123", token.number, message, SIGN_HINT)


def check_empty(document: Document) -> Iterator[Finding]:
    """S124: brackets that hold nothing or begin with a comma, and italics that hold nothing."""
    texts = [*(token.text for token in document.tokens), ""]
    run = 0
    for number, (text, following) in enumerate(pairwise(texts), start=1):
        run = run + 1 if text == "'" else 0
        if text in "([" and following in (")", "]", ",", ";"):
            yield Finding("S124", number, "something is missing after a bracket", SIGN_HINT)
        if run == 4 and following != "'":
            yield Finding("S124", number - 3, "italics hold nothing", SIGN_HINT)


_VOWELLESS = re.compile("[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,20}|[A-Za-z][a-z]{1,20}[b-df-hj-np-tvxz][wj]")
_ABBREVIATIONS = frozenset(
    ("Mr", "Mrs", "Ms", "Dr", "St", "Mt", "Ft", "Lt", "Sgt", "Jr", "Sr", "Ph", "Bros", "Hz", "Th", "Wm", "Hwy", "Pty")
)


def check_words(document: Document) -> Iterator[Finding]:
    """S125: a word no English spelling allows, as if a letter had gone: `Dn Laoghaire`, `Krakw`."""
    texts = [*(token.text for token in document.tokens), ""]
    for number, (text, following) in enumerate(pairwise(texts), start=1):
        if _VOWELLESS.fullmatch(text) and text not in _ABBREVIATIONS and following != ".":
            yield Finding("S125", number, f"a letter may be missing: {text}", SIGN_HINT)


_BROKEN = re.compile(
    r"\ufffd|[\u00c2\u00c3\u00c5][\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\u00e2\u20ac"
)
_ENTITY_INSIDE = re.compile(r"\w&(?:[A-Za-z]{2,8}|#\d{2,5});|&(?:[A-Za-z]{2,8}|#\d{2,5});\w")
ENCODING_HINT = "get the text again as UTF-8; or mend it in the page from a witness"


def check_encoding(document: Document) -> Iterator[Finding]:
    """S127: a letter that a wrong encoding has lost or made another: `cit\u00c3\u00a9`, `caf&eacute;`."""
    for token in document.tokens:
        if _BROKEN.search(token.text) or _ENTITY_INSIDE.search(token.text):
            message = f"a letter was lost, or made another, by a wrong encoding: {token.text}"
            yield Finding("S127", token.number, message, ENCODING_HINT)


def check_headings(document: Document) -> Iterator[Finding]:
    """S126: a heading that comes twice."""
    seen: set[str] = set()
    for section in document.sections:
        title = " ".join(piece.text for piece in section.title)
        if title and title in seen:
            hint = "nothing, if the source means two sections; else join them in the page"
            yield Finding("S126", section.first_token, f'the heading "{title}" comes again', hint)
        seen.add(title)


LOSSES: tuple[Callable[[Document], Iterator[Finding]], ...] = (
    check_residue,
    check_years,
    check_signs,
    check_empty,
    check_words,
    check_encoding,
    check_headings,
)

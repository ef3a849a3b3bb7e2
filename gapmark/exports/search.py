"""search-index.js: the text by paragraph, as a script that a page can load from a disk, where `fetch` can't.

It sets one global, `gapmarkIndex`, for static/search.js. Nothing in it is markup, and nothing in it can end a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Element

from gapmark.language.phrases import Language
from gapmark.markup.elements import HEADINGS
from gapmark.markup.tree import Run, runs
from gapmark.model import OutputFile
from gapmark.site.template_context import Assembled, Text

INDEX = "search-index.js"
GAP = "\n"
"""Stands on both sides of a gap's label, and nowhere else: cut there, every second piece is a label. The words are
looked for piece by piece, so that no phrase reaches across a gap."""
ESCAPES = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Characters that JSON may have and that a script, or the page round it, reads differently."""

SearchPassage = tuple[str, str, int, int]
"""Its address, `w52`, or empty; its words, with GAP round each gap; 1 for a heading; its number on the page, or 0."""


def make_search(assembled: Assembled, _: Sequence[OutputFile] = ()) -> Iterator[OutputFile]:
    """Yield the index; nothing where the site has no search."""
    if assembled.site.search:
        yield OutputFile(INDEX, write_index(assembled).encode())


def write_index(assembled: Assembled) -> str:
    """Return the script. Each passage stands on a line of its own, so that two builds can be compared."""
    t = assembled.t
    passages = (passage for number, text in enumerate(assembled.texts) for passage in _passages(number, text))
    lines = ",\n".join(_json(passage) for passage in passages)
    head = {
        "attribution": assembled.site.attribution,
        "language": assembled.site.source.language,
        "digits": t("numbers.digits"),
        "phrases": {name: t.phrases[f"search.{name}"] for name in ("count", "none", "first")},
        "pages": [[text.part.title, text.part.href, _mark(text, t)] for text in assembled.texts],
    }
    return f'var gapmarkIndex = {_json(head)[:-1]},"passages":[\n{lines}\n]}};\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def _mark(text: Text, t: Language) -> str:
    """Return the label of a page of the editor's own; empty for the text of the source."""
    return t("role.own") if text.part.role == "own" else ""


def _passages(number: int, text: Text) -> Iterator[tuple[int, str, str, int, int]]:
    yield (number, text.address, text.part.title, 1, 0)
    yield from ((number, *passage) for passage in passages(text.tree))


def passages(tree: Element) -> Iterator[SearchPassage]:
    """Yield the words of each block of a page. A block without an id has the address of the block before it."""
    address = ""
    for _, group in groupby(runs(tree), key=lambda run: id(run.block)):
        stretch = list(group)
        block = stretch[0].block
        address = block.get("id") or address
        words = re.sub(" +", " ", "".join(map(_words, stretch))).strip(" ")
        if words:
            yield address, words, int(block.tag in HEADINGS), _paragraph(block)


def _words(run: Run) -> str:
    """Return a text with line ends as spaces, so that GAP has only one meaning; a gap's label stands between two
    GAPs."""
    words = re.sub(r"\s+", " ", run.text)
    if run.place == "tail":
        return " " * (run.node.tag == "br") + words
    classes = run.node.get("class", "").split()
    if run.node.tag != "a" or "gap" not in classes:
        return words
    edge = GAP * (2 if "supplied" in classes else 1)  # words in a gap are a piece too, between two labels
    return f"{edge}{words}{edge}"


def _paragraph(block: Element) -> int:
    """Return the number that a paragraph shows; 0 for others."""
    first = block[0] if len(block) and block.tag not in HEADINGS else None
    shown = first.text or "" if first is not None and first.get("class") == "address" else ""
    return int(shown) if shown.strip().isdecimal() else 0  # int() reads the digits of any language

"""search-index.js: the text by paragraph, as a script that a page can load from a disk, where `fetch` can't.

It sets one global, `gapmarkIndex`, for static/search.js. Nothing in it is markup, and nothing in it can end a script.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from typing import Any

from gapmark.language.phrases import Language
from gapmark.model import OutputFile
from gapmark.site.template_context import Assembled, Text

INDEX = "search-index.js"
GAP = "\n"
"""Stands on both sides of a gap's label, and nowhere else: cut there, every second piece is a label. The words are
looked for piece by piece, so that no phrase reaches across a gap."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {"p", "li", "dt", "dd", "td", "th", "caption", "figcaption", "pre", "blockquote", "div", "summary"}
"""Elements whose words are a passage of their own; a new one ends the one before it."""
LEFT_OUT = frozenset({"address", "change-sign", "footnote-ref", "footnote-backref"})
"""Classes of links that are no words of the text."""
SILENT = frozenset({"script", "style", "template"})
ESCAPES = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What may stand in JSON and would be read differently in a script, or in the page round it."""

Passage = tuple[int, str, str, int]
"""The number of its page; its address, `w52`, or empty; its words, with GAP round each gap; 1 for a heading."""


def make_search(assembled: Assembled, _: Sequence[OutputFile] = ()) -> Iterator[OutputFile]:
    """The index; nothing where the site has no search."""
    if assembled.site.search:
        yield OutputFile(INDEX, write_index(assembled).encode())


def write_index(assembled: Assembled) -> str:
    """The script. A passage stands on a line of its own, so that two builds can be compared."""
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
    """What is said of a page of the editor's own; empty for the text of the source."""
    return t("role.own") if text.part.role == "own" else ""


def _passages(number: int, text: Text) -> Iterator[Passage]:
    yield (number, text.address, text.part.title, 1)
    reader = PassageReader()
    reader.feed(str(text.body))
    reader.close()
    reader.end_passage()
    for address, words, heading in reader.passages:
        yield (number, address, words, heading)


class PassageReader(HTMLParser):
    """Reads the text of a page into passages: address, words, 1 for a heading."""

    def __init__(self) -> None:
        super().__init__()
        self.passages: list[tuple[str, str, int]] = []
        self.words: list[str] = []
        self.address = ""
        self.heading = 0
        self.left_out = ""
        """The tag of the element whose words don't count; such elements hold none of their kind."""
        self.gap = ""
        """What closes the gap we are in; empty outside of one."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a passage; a gap is set apart."""
        values = dict(attrs)
        classes = set((values.get("class") or "").split())
        if tag in BLOCKS:
            self.end_passage()
            self.address = values.get("id") or self.address
            self.heading = int(tag in HEADINGS)
        elif tag in SILENT or classes & LEFT_OUT:
            self.left_out = self.left_out or tag
        elif tag == "a" and "gap" in classes:
            self.gap = GAP * 2 if "supplied" in classes else GAP  # words in a gap are a piece too, between two labels
            self.words.append(self.gap)
        elif tag == "br":
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its passage."""
        if tag == self.left_out:
            self.left_out = ""
        elif tag == "a" and self.gap:
            self.words.append(self.gap)
            self.gap = ""
        elif tag in BLOCKS:
            self.end_passage()
            self.heading = 0

    def handle_data(self, data: str) -> None:
        """Words; a line end is a space, so that GAP stays what it is."""
        if not self.left_out:
            self.words.append(re.sub(r"\s+", " ", data))

    def end_passage(self) -> None:
        """Keep what was read, if there was anything."""
        words = re.sub(" +", " ", "".join(self.words)).strip(" ")
        if words:
            self.passages.append((self.address, words, self.heading))
        self.words.clear()

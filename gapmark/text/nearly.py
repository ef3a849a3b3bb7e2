"""Markdown that is nearly right: a bare address becomes a link; what can't be mended is a warning with its cure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from gapmark.markup.tree import RAW
from gapmark.model import Manuscript
from gapmark.problems.location import Location, Problem

ADDRESS = r"((?:https?://|www\.)[^\s<>\"\[\]\x02\x03\ufdd0-\ufdef]+)"
"""An address of the web, up to what can't be in one; a sign at its end may be the sentence's."""
CODE = "P108"
_NO_TEXT = ("a", "code", "pre", RAW)
_WORDS = re.compile(r"[^\W\d_]{2,}(?:\W+[^\W\d_]{2,}){3}")
_FENCE = re.compile(r"^ {0,3}(```|~~~)", re.M)
_NEARLY = (
    (
        re.compile(r"!?\[[^\[\]\n]*\]\("),
        "begins a link or an image that is never closed",
        "close it with ) ; an address that has brackets in it stands between < and >: [words](<address>)",
    ),
    (
        re.compile(r"\[[^\[\]\n]+\]\[[^\[\]\n]+\]"),
        "is a link that leads nowhere",
        "write its address in round brackets: [words](address)",
    ),
    (
        re.compile(r"\[[^\[\]\n]+\] \((?=\Z|\S+\.(?:md|html)\b)"),
        "is no link, because of the space in it",
        "take the space between the two brackets away",
    ),
)


def check_nearly(
    tree: Element, page: Manuscript, wide_rows: Iterable[str], place: Callable[[Element, str], Location]
) -> Iterator[Problem]:
    """Yield a warning for each. What has a backslash is meant as words. `wide_rows`: with more cells than the head."""
    for element in tree.iter():
        texts = () if element.tag in _NO_TEXT else (element.text, *(child.tail for child in element))
        for text, (pattern, message, hint) in ((text, each) for text in texts if text for each in _NEARLY):
            for found in pattern.findall(text):
                where = place(element, found)
                at = page.start_of(where.line) + max(where.column, 1) - 1
                if page.body.startswith(found, at) and page.body[at - 1 : at] != "\\":
                    told = f'"{found}" {message}'
                    yield Problem(CODE, "warning", told, where, f"{hint}; for mere words write \\ before it")
        if element.tag == "pre" and _WORDS.search("".join(element.itertext())):
            message, hint = "these words are shown as code, since four spaces begin their line", "take the spaces away"
            yield Problem(CODE, "warning", message, place(element, ""), hint)
    for row in wide_rows:
        message = "a row has more cells than the head of its table, and the last are not shown"
        hint = "add cells to the head, or write | as \\|"
        yield Problem(CODE, "warning", message, page.locate(page.body.find(row)), hint)
    fence = _FENCE.search(page.body)
    if fence:
        hint = "indent each line of the code by four spaces"
        yield Problem(CODE, "warning", f"{fence[1]} begins no block of code here", page.locate(fence.start(1)), hint)


class BareAddress(InlineProcessor):
    """Makes a link of an address that stands in the text, as GitHub does."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: D102, N802
        found = m[1].rstrip(".,;:!?'*_~")
        while found.endswith(")") and found.count(")") > found.count("("):
            found = found[:-1].rstrip(".,;:!?'*_~")
        before = data[m.start() - 1 : m.start()]
        if before.isalnum() or before in {*"/@:.="} or len(found) < len("www.x"):
            return None, None, None
        link = Element("a", {"href": self.unescape(found if "://" in found else f"https://{found}")})
        link.text = AtomicString(found)
        return link, m.start(), m.start() + len(found)


class Tables(TableExtension):
    """Tables, and the rows whose last cells find no place."""

    def __init__(self) -> None:
        super().__init__()
        self.wide: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: D102, N802
        super().extendMarkdown(md)
        rows = _Rows(md.parser, self.getConfigs())
        rows.wide = self.wide
        md.parser.blockprocessors.register(rows, "table", 75)


class _Rows(TableProcessor):
    wide: list[str]

    def _build_row(self, row: str, parent: Element, align: Any) -> None:
        if len(self._split_row(row)) > len(align):  # type: ignore[attr-defined]
            self.wide.append(row)
        super()._build_row(row, parent, align)  # type: ignore[misc]

"""The tags and texts of a finished page in order, as Python's own parser reads them."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Literal, NamedTuple

from gapmark.markup.elements import VOID

CASES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio", "textlength": "textLength"}
"""SVG attributes whose upper-case letters the parser folds."""
Attributes = tuple[tuple[str, str], ...]
"""Names, in lower case, and values; empty for one that has no value."""


class Event(NamedTuple):
    """A tag, or the text between two tags."""

    kind: Literal["start", "end", "text"]
    words: str
    """The text; of a tag, the name of its element, in lower case."""
    attributes: Attributes
    line: int
    """The line on which it begins, counted from 1."""


def read_tags(html: str) -> list[Event]:
    """Return every tag, and every text that stands between two; a void element has no end."""
    reader = _TagReader()
    reader.feed(html)
    reader.close()
    return reader.events


class _TagReader(HTMLParser):
    """Collects events."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = tuple((name, value or "") for name, value in attrs)
        self.events.append(Event("start", tag, attributes, self.getpos()[0]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.events.append(Event("end", tag, (), self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        self.events.append(Event("text", data, (), self.getpos()[0]))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        # `<![`, which means nothing in HTML: the rest of it is a comment, as in browsers.
        return self.parse_bogus_comment(i, bool(report))

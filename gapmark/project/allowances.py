"""Acceptances of warnings in site.yaml: where the entry stands that each is for, whatever lines move."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapmark.model import Lists, Manuscript
from gapmark.yamltext.records import Group

KEYS = ("label", "name", "value", "quote", "file", "published", "source", "gap")
"""What an entry of a list can be called by, in an acceptance."""


class Stretch(NamedTuple):
    """Lines of a file, the first and the last with them."""

    path: str
    first: int
    last: float


def find_stretches(name: str, lists: Lists | None, pages: Sequence[Manuscript]) -> tuple[Stretch, ...]:
    """Return where entries stand that are called so, and the parts of pages under a heading of these words."""
    words = _folded(name)
    entries = (entry for entry in _entries(lists) if words in {_folded(str(entry.get(key) or "")) for key in KEYS})
    listed = [Stretch(each.where.path, each.entry.begin.line, each.entry.end.line) for each in entries]
    return (*listed, *(part for page in pages for part in _parts(page, words)))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _entries(lists: Lists | None) -> Iterator[Group]:
    for each in lists or ():
        for entry in each.values() if isinstance(each, Group) else (each,):
            yield from (group for group in entry or () if isinstance(group, Group)) if entry else ()


def _parts(page: Manuscript, words: str) -> Iterator[Stretch]:
    """The lines from a heading of these words to the next; from the page's title, the whole page."""
    if _folded(page.title) == words:
        yield Stretch(page.path, 1, float("inf"))
    lines = enumerate(page.body.split("\n"), page.first_line)
    heads = [(number, _folded(line)) for number, line in lines if line.startswith("#")]
    ends = (*(number - 1 for number, _ in heads[1:]), float("inf"))
    yield from (Stretch(page.path, at, end) for (at, head), end in zip(heads, ends, strict=False) if head == words)

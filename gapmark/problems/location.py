"""The records of a problem and of its place, as an editor sees them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import Literal, NamedTuple

UNPRINTABLE = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no page can hold: control characters but tab and line feed, surrogates, noncharacters."""


class Location(NamedTuple):
    """A place in a file that an editor can open."""

    path: str
    """Relative to the project, with forward slashes."""
    line: int = 0
    """Counted from 1; 0 means the file as a whole."""
    column: int = 0
    """Counted from 1; 0 means the line as a whole."""

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


class Problem(NamedTuple):
    """Something that an editor should know or mend."""

    code: str
    """An area and three digits: C config, S source, G gaps, X text, P pages, T templates, L links, O output."""
    level: Literal["error", "warning"]
    message: str
    """What was found, in one line."""
    where: Location
    hint: str = ""
    """The exact next step; may have several lines."""
    event: str = ""
    """The id of the event that it is about, where several are made; empty where there is one."""


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of a character of a text, both counted from 1."""
    starts = line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=8)
def line_starts(text: str) -> list[int]:
    """Return the offset of the first character of each line."""
    return [0, *(match.end() for match in re.finditer("\n", text))]

"""The signs of Markdown inside a paragraph of a Markdown source: they set words apart, and are no words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LINK = re.compile(r"(?<![\\!\]])(\[)([^\[\]^][^\[\]]*)(\]\([^()\s]+(?:\s+\"[^\"]*\")?\))")
_STRESS = re.compile(
    r"(?<![\\*_])(?<!\w(?=_))(\*{1,3}|_{1,3})(?=[^\s*_])(.+?)(?<![\s*_\\])(\1)(?![*_])(?!(?<=_)\w)", re.S
)


class Sign(NamedTuple):
    """A sign, and where it stands in the text."""

    start: int
    stop: int
    kind: Literal["open", "close", "escape"]
    text: str
    """As a page has it."""


def find_signs(text: str, start: int, stop: int) -> Iterator[Sign]:
    """Yield the signs in a stretch of a text: emphasis, links and backslashes before signs, in no order."""
    part = text[start:stop]
    yield from (Sign(start + m.start(), start + m.end(), "escape", "") for m in _ESCAPE.finditer(part))
    links = list(_LINK.finditer(part))
    for match in links:
        yield Sign(start + match.start(1), start + match.end(1), "open", "[")
        yield Sign(start + match.start(3), start + match.end(3), "close", " ".join(match[3].split()))
    hidden = _LINK.sub(lambda m: m[1] + m[2] + "\n" * len(m[3]), part)
    yield from _stress(hidden, start)


def _stress(part: str, start: int) -> Iterator[Sign]:
    """Emphasis, and what is emphasised inside it."""
    for match in _STRESS.finditer(part):
        sign = match[1].replace("_", "*")
        yield Sign(start + match.start(1), start + match.end(1), "open", sign)
        yield Sign(start + match.start(3), start + match.end(3), "close", sign)
        yield from _stress(match[2], start + match.start(2))

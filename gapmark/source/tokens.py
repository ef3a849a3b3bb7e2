"""From a source text to documents and tokens. A token keeps its place, so nothing here can change the text."""

from __future__ import annotations

import re
from sys import intern

from gapmark.model import Extent, Token, TokenKind

_HEADER = re.compile(r"(?<![^\s\ufeff])(?:@@|##)([0-9]+)(?!\S)")
_TOKEN = re.compile(r"\S+")

_KINDS: tuple[tuple[TokenKind, re.Pattern[str]], ...] = (
    ("mark", re.compile(r"@")),
    ("hash", re.compile(r"#")),
    ("header", re.compile(r"(?:@@|##)[0-9]+")),
    ("dropped", re.compile(r"\*\*[0-9]+;[0-9]+;TOOLONG")),
    ("star", re.compile(r"\*+[^*]*")),
    ("break", re.compile(r"</?[phPH]>")),
)
"""A kind and what the whole token looks like; the first that fits counts. Two stars, as in `*sigh*`: emphasis."""

_FIRST_CHARACTERS = frozenset("@#*<")


def find_documents(text: str, stem: str) -> tuple[Extent, ...]:
    """The documents of a file, each from its header (`@@` or `##` and digits) to the next one.

    Text before the first header is preamble and belongs to none. Without any header the whole text is one document
    whose id is the file's `stem`.
    """
    headers = list(_HEADER.finditer(text))
    if not headers:
        return (Extent(stem, 0, len(text)),)
    ends = [header.start() for header in headers[1:]] + [len(text)]
    return tuple(Extent(header[1], header.start(), end) for header, end in zip(headers, ends, strict=True))


def tokenise(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`, numbered from 1; what lies between them is white space or the file's BOM."""
    if start == 0 and text.startswith("\ufeff"):
        start = 1
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    words = ((intern(match[0]), match.start()) for match in found)  # a long text holds each of its words once
    return tuple(Token(number, word, at, kind_of(word)) for number, (word, at) in enumerate(words, start=1))


def kind_of(text: str) -> TokenKind:
    """What a token's own characters say it is."""
    if text[0] not in _FIRST_CHARACTERS:
        return "word"
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(text)), "word")

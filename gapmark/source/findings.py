"""What a check of the source has seen, and how it is shown: with its place and a few of the words round it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gapmark.model import Document
from gapmark.problems.location import Location, Problem, line_and_column

CONTEXT = 4
"""How many tokens are quoted on each side of a place."""
LONGEST_QUOTED = 40
"""In characters: a longer token is cut in a message."""


class Finding(NamedTuple):
    """Something seen at a token."""

    code: str
    token: int
    """The number of the token it begins with."""
    message: str
    hint: str


def show(document: Document, findings: Iterable[Finding]) -> Iterator[Problem]:
    """The findings as warnings, in the order of their places."""
    for finding in sorted(findings, key=lambda finding: (finding.token, finding.code)):
        message = f"{finding.message}; token {finding.token}: {_quote(document, finding.token)}"
        place = line_and_column(document.source.text, document.tokens[finding.token - 1].start)
        yield Problem(finding.code, "warning", message, Location(document.source.path, *place), finding.hint)


def _quote(document: Document, number: int) -> str:
    """The words round a token; an ellipsis stands where the text goes on."""
    first, last = max(0, number - 1 - CONTEXT), min(len(document.tokens), number + CONTEXT)
    texts = [token.text for token in document.tokens[first:last]]
    words = [text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}..." for text in texts]
    before, after = "... " * (first > 0), " ..." * (last < len(document.tokens))
    return f'"{before}{" ".join(words)}{after}"'

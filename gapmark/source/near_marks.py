"""What looks like a mark of the format and is none: a header or gap marks in another spelling.

A new text with such a header is not imported. Such marks stay words, with a warning, and no page says that nothing is
missing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from gapmark.model import Document
from gapmark.problems.errors import failure
from gapmark.problems.location import line_and_column
from gapmark.source.findings import LONGEST_QUOTED, Finding

_AT = "(?:[@＠]|&#64;|&#x40;|&commat;)"
_HEADER = re.compile(
    r"(?<![^\s\ufeff])(?!(?:@@|##)[0-9]+(?!\S))"
    rf"(?:[^\w\s@#&\ufeff]{{0,3}}(?:{_AT}{{2,3}}(?![@＠])\s?|\#{{2,3}})\w*[0-9]\S*"
    rf"|(?<![^\ufeff])[^\w@\ufeff]{{0,3}}{_AT}\s?(?:{_AT}\s?)?[0-9]{{4,}}\S*)"
)
_MARKS = re.compile(rf"(?<!\S)(?!@(?!\S))(?:[^\w\s]*{_AT}[^\w\s]*(?!\S)|\S*?{_AT}{{4,}}\S*)")
_OTHER_MARKS = re.compile(r"\[ ?(?:\.\.\.|…|\. \. \.)[. ]*\]|(?<!\S)([^\w\s'\".=*@-]|_)(?: \1){4,}(?!\S)")
"""Signs that mean left-out words in other texts: an ellipsis in brackets, and any sign five times and more."""


def refuse_near_headers(text: str, name: str) -> None:
    """Raise GapmarkError for the first header of a new text that is nearly one."""
    if header := _HEADER.search(text):
        number = re.sub(r"\D", "", header[0])
        message = f'"{_short(header[0])}" is nearly a header, and would be read as words'
        hint = f"write it as @@{number}, with white space after it and no sign before it"
        raise failure("S007", name, message, hint, *line_and_column(text, header.start()))


def check_near_marks(document: Document) -> Iterator[Finding]:
    """S108: what looks like a mark and is kept as words."""
    hint = "if words are missing here, compare this file with the one you received: a mark is one @ between spaces"
    for number, words in near_marks(document):
        yield Finding("S108", number, f'"{_short(words)}" looks like a mark and is kept as words', hint)


def near_marks(document: Document) -> Iterator[tuple[int, str]]:
    """The number of the first token and the words of each such place, in no order."""
    starts = [token.start for token in document.tokens]
    begin, end = (starts[0], starts[-1] + len(document.tokens[-1].text)) if starts else (0, 0)
    for pattern in (_HEADER, _MARKS, _OTHER_MARKS):
        for found in pattern.finditer(document.source.text, begin, end):
            yield bisect_right(starts, found.start()), found[0]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_QUOTED else f"{words[:LONGEST_QUOTED]}..."

"""What an editor should know about a plain text. Everything here is a warning, since a source is as it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import pairwise

from gapmark import CONTENT
from gapmark.forms.plain import is_markdown
from gapmark.forms.stretches import read_front, read_stretches
from gapmark.model import Document
from gapmark.source.findings import CONTEXT, Finding

_PLACES = 3
"""So many places of a mark are shown."""
_UNTURNED = (
    ("a table", re.compile(r"^\s*\|.*\|\s*$", re.M), "make it a table in the page, if it is one"),
    ("a footnote", re.compile(r"^\s*\[\^[^\]\n]+\]:", re.M), "make it a footnote in the page: \\[^1] becomes [^1]"),
    ("an image", re.compile(r"!\[[^\]\n]*\]\("), "put the image among the figures and name it in the page"),
    ("code", re.compile(r"^\s*(?:```|~~~)", re.M), "make it code in the page"),
)
"""What a Markdown source can hold and its pages show as words."""


def check_asked(document: Document) -> Iterator[Finding]:
    """S140: a mark that means different things in different texts: the editor says whether something is missing."""
    for mark, numbers in document.asked:
        places = ", ".join(f'"{_around(document, number)}"' for number in numbers[:_PLACES])
        times = f"{len(numbers)} times" if len(numbers) > 1 else "once"
        message = f"is something missing where {mark} stands? It stands there {times}: {places}"
        line = mark.replace("\\", "\\\\").replace('"', '\\"')
        hint = f"write into {CONTENT}/site.yaml, under gaps: marks:, and import the text again\n"
        hint += f'  - {{mark: "{line}", gap: true}}  # or false: these are words'
        yield Finding("S140", numbers[0], message, hint)


def check_guessed_headings(document: Document) -> Iterator[Finding]:
    """S141: a short line alone that was only taken for a heading, for want of signs; once, with all of them."""
    stretches = read_stretches(document.source.text, markdown=is_markdown(document.source))
    lines = [document.source.text[slice(*s.spans[0])].strip() for s in stretches if s.guessed]
    if lines:
        first = next(section.first_token for section in document.sections if section.title)
        shown = ", ".join(f'"{line}"' for line in lines[:8]) + (f" and {len(lines) - 8} more" if lines[8:] else "")
        hint = "where one is none, make it words in its page; where one is missing, write ## before it there"
        yield Finding(
            "S141", first, f"no sign says what is a heading; these lines alone were taken for some: {shown}", hint
        )


def check_divided_words(document: Document) -> Iterator[Finding]:
    """S142: a word that may be divided at the end of a line: it stays as received."""
    text = document.source.text
    for before, (hyphen, after) in zip(document.tokens, pairwise(document.tokens[1:]), strict=False):
        between = text[hyphen.start + 1 : after.start]
        glued = hyphen.start == before.start + len(before.text) and before.text[-1].isalpha()
        if hyphen.text in "-‐¬" and glued and re.fullmatch(r"[^\S\n]*\n[^\S\n]*", between) and after.text[0].islower():
            words = f"{before.text}{after.text} or {before.text}-{after.text}"
            hint = f"if it is one, write {words} in the page: an ordinary change"
            yield Finding(
                "S142",
                before.number,
                f'"{before.text}-" and "{after.text}" may be one word, parted by a line\'s end',
                hint,
            )


def check_markdown(document: Document) -> Iterator[Finding]:
    """S143: what Markdown has signs for and the pages show as words; the front matter, which is left out."""
    text = document.source.text
    if not is_markdown(document.source):
        return
    starts = [token.start for token in document.tokens]
    for name, pattern, hint in _UNTURNED:
        found = [match.end() - 1 for match in pattern.finditer(text)]
        if found:
            number = min(bisect_left(starts, found[0]) + 1, len(starts))
            yield Finding(
                "S143", number, f"{name} stands in the source ({len(found)} in all); its signs are kept as words", hint
            )
    if read_front(text):
        yield Finding("S143", 1, "the front matter is no part of the text and is left out", "nothing, if that is right")


def _around(document: Document, number: int) -> str:
    tokens, text = document.tokens, document.source.text
    first, last = tokens[max(0, number - 1 - CONTEXT)], tokens[min(len(tokens) - 1, number + 2 + CONTEXT)]
    return " ".join(text[first.start : last.start + len(last.text)].split())


PLAIN_CHECKS: tuple[Callable[[Document], Iterator[Finding]], ...] = (
    check_asked,
    check_guessed_headings,
    check_divided_words,
    check_markdown,
)

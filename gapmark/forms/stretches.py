"""From the lines of a plain text to its headings, paragraphs and list items, as stretches of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

Span = tuple[int, int]
"""Where something starts and stops in the text."""

_LINE = re.compile(r"[^\n\r\f]*")
_LINE_END = re.compile(r"\r?\n\f?|\r|\f")
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:.*\n)*?\1[ \t]*(?:\r?\n|\Z)")
_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*\Z")
_WIKI = re.compile(r"(={1,6})[ \t]*([^=\s](?:.*[^=\s])?)[ \t]*\1[ \t]*\Z")
_UNDERLINE = re.compile(r"(?:=+|-{3,})[ \t]*\Z")
_RULE = re.compile(r"\s*([*_-])(?:[ \t]*\1){2,}\s*\Z")
_ITEM = re.compile(r"\s*(?:([*+•‣◦–—-])|([0-9]{1,3}[.)]))[ \t]+(?=\S)")
_QUOTE = re.compile(r"\s{0,3}(?:>[ \t]?)+")
_ALONE = re.compile(r"\s*(?:\||\[\^[^\]]+\]:)")
_SPEAKER = re.compile(r"\s*(?:[^\W\d_a-zà-ÿ][^\W\da-zà-ÿ .'’-]*[A-ZÀ-Þ .'’-]{1,40}:|[QA][.:])\s")
_ENDS_SENTENCE = re.compile(r"[.?!…:;][\"'’”»)\]]*\Z")
LONGEST_HEADING = 80
"""Of a line that is only taken for a heading, in characters."""


class Stretch(NamedTuple):
    """A heading, a paragraph or an item."""

    kind: Literal["heading", "paragraph", "item"]
    spans: tuple[Span, ...]
    """Its words, line by line; the signs that make it what it is stand outside."""
    lead: str = ""
    """What its Markdown begins with."""
    level: int = 2
    guessed: bool = False
    """Whether it was only taken for a heading."""


def read_stretches(text: str, *, markdown: bool) -> tuple[Stretch, ...]:
    """Return the stretches of a text in order; signs of lists and quotations count only in a Markdown source."""
    lines = list(_lines(text, read_front(text) if markdown else 0))
    parted = groupby(lines, key=lambda line: not text[slice(*line)].strip())
    groups = [list(group) for blank, group in parted if not blank]
    if len(groups) == 1:
        groups = [[line] for line in groups[0]]
    found = list(_with_rules(stretch for group in groups for stretch in _read_group(text, group, markdown=markdown)))
    if not any(stretch.kind == "heading" for stretch in found):
        found = _guess_headings(text, found)
    return tuple(found)


def _with_rules(found: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches, each with the rule that stands before it: a rule has no words."""
    rule = ""
    for stretch in found:
        if stretch.spans:
            yield stretch._replace(lead=rule + stretch.lead) if stretch.kind != "heading" else stretch
        rule = "" if stretch.spans else stretch.lead


def read_front(text: str) -> int:
    """Return where the front matter of a Markdown source ends; 0 where there is none."""
    front = _FRONT.match(text)
    return front.end() if front else 0


def _lines(text: str, start: int) -> Iterator[Span]:
    while start < len(text):
        line = _LINE.match(text, start)
        stop = line.end() if line else start
        yield start + text.startswith("\ufeff", start), stop
        end = _LINE_END.match(text, stop)
        start = end.end() if end else len(text)


def _read_group(text: str, group: Sequence[Span], *, markdown: bool) -> Iterator[Stretch]:
    """The stretches of lines with no empty line between them."""
    waiting: list[Span] = []
    for n, line in enumerate(group):
        shown = text[slice(*line)]
        heading = _ATX.match(shown) or _WIKI.match(shown)
        if heading:
            yield from _paragraphs(text, waiting, markdown=markdown)
            waiting = []
            yield Stretch("heading", (_inside(line, heading.span(2)),), level=len(heading[1]))
        elif n and len(waiting) == 1 and _UNDERLINE.match(shown) and text[slice(*waiting[0])].strip():
            yield Stretch("heading", (waiting.pop(),), level=1 if shown[0] == "=" else 2)
        else:
            waiting.append(line)
    yield from _paragraphs(text, waiting, markdown=markdown)


def _inside(line: Span, span: Span) -> Span:
    return line[0] + span[0], line[0] + span[1]


# ---------------------------------------------------------------- paragraphs and items


def _paragraphs(text: str, lines: Sequence[Span], *, markdown: bool) -> Iterator[Stretch]:
    read = _markdown_parts if markdown else _plain_parts
    for _, part in groupby(read(text, lines), lambda found: found[0]):
        stretches = [stretch for _, stretch in part]
        yield stretches[0]._replace(spans=tuple(span for stretch in stretches for span in stretch.spans))


def _markdown_parts(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, Stretch]]:
    """Each line with the number of the stretch that it belongs to; a line goes on with what stands above it."""
    now, number = Stretch("paragraph", ()), 0
    for start, stop in lines:
        quote = _QUOTE.match(text, start, stop)
        begin = quote.end() if quote else start
        item = _ITEM.match(text, begin, stop)
        quoted = "> " if quote or now.lead.startswith("> ") else ""
        if item and not _RULE.match(text[begin:stop]):
            depth = min(len(item[0]) - len(item[0].lstrip()) + 2, 10) // 4
            sign = "* " if item[1] else f"{item[2][:-1]}. "
            now, number, begin = Stretch("item", (), f"{quoted}{'    ' * depth}{sign}"), number + 1, item.end()
        elif _begins(text[begin:stop]) or (now.kind == "paragraph" and quoted != now.lead):
            now, number = Stretch("paragraph", (), quoted), number + 1
        if _RULE.match(text[begin:stop]):
            yield number, now._replace(spans=(), lead="---\n\n")
        elif text[begin:stop].strip():
            yield number, now._replace(spans=((begin, stop),))


def _begins(line: str) -> bool:
    """Whether a line of Markdown stands alone: a row of a table, a note, a rule, an empty line of a quotation."""
    return not line.strip() or bool(_ALONE.match(line) or _RULE.match(line))


def _plain_parts(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, Stretch]]:
    shown = [text[slice(*line)].expandtabs() for line in lines]
    indents = [len(line) - len(line.lstrip()) for line in shown]
    least = min(indents, default=0)
    indented = [indent >= least + 2 for indent in indents]
    few, apart, listed = sum(indented) * 2 <= len(lines), _are_apart(shown), False
    number = 0
    for n, line in enumerate(lines):
        item = _ITEM.match(shown[n])
        listed = listed or bool(item and (n == 0 or shown[n - 1].rstrip().endswith(":")))
        begins = item if listed else few and indented[n]
        number += bool(
            apart or begins or any(map(_RULE.match, shown[max(n - 1, 0) : n + 1])) or _SPEAKER.match(shown[n])
        )
        yield number, Stretch("paragraph", (line,))


def _are_apart(lines: Sequence[str]) -> bool:
    """Whether each line is a paragraph: it ends as a sentence does, and the next word would have had room on it."""
    width = max(map(len, lines), default=0)
    pairs = list(pairwise(lines))
    ended = all(_ENDS_SENTENCE.search(line.rstrip()) and not next_.lstrip()[:1].islower() for line, next_ in pairs)
    return bool(pairs) and ended and any(len(line) + 1 + len(next_.split()[0]) <= width for line, next_ in pairs)


# ---------------------------------------------------------------- headings that have no sign


def _guess_headings(text: str, found: Sequence[Stretch]) -> list[Stretch]:
    """Take short lines alone, in capitals or title case, for headings; the first of all is the title of the text."""
    looks = [
        _looks(text[slice(*s.spans[0])].strip()) if s.kind == "paragraph" and len(s.spans) == 1 else "" for s in found
    ]
    looks[-1:] = [""] * len(looks[-1:])
    made = []
    for n, (stretch, look) in enumerate(zip(found, looks, strict=True)):
        level = 1 if n == 0 else 3 if look == "title" and "capitals" in looks[1:] else 2
        made.append(stretch._replace(kind="heading", level=level, guessed=True) if look else stretch)
    return made


def _looks(line: str) -> Literal["capitals", "title", ""]:
    words = re.findall(r"\b[^\W\d_]+(?:['’][^\W\d_]+)?", line)
    if not words or len(line) > LONGEST_HEADING or len(words) > 12 or line[-1:] in ".,;:?!" or line[0] in '[({<*•-–—"“':
        return ""
    if line.upper() == line != line.lower() and max(map(len, words)) > 2:
        return "capitals"
    capitals = sum(word[0].isupper() for word in words)
    titled = words[0][0].isupper() and 2 * capitals >= len(words)
    return "title" if titled and all(len(word) < 5 or word[0].isupper() for word in words) and "," not in line else ""

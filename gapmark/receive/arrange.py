"""From the sections of the source to the pages an editor starts with: which heading goes where, under what title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gapmark.model import Document, Section
from gapmark.source.clean import to_text
from gapmark.source.sections import empty_headings

PAGES = {
    "background": "Background",
    "battle": "Battle",
    "aftermath": "Aftermath",
    "other": "Further sections",
    "sources": "Sources",
}
"""The roles that import fills, in the order of the pages, with the title of a page that has no heading of its own."""
FILES = {"other": "further"}
"""A page's file is called after its role; where not, so."""
UNKNOWN_SHARE = 0.25
"""When more than this share of the words stands under unknown headings, they get a page of their own."""
LEVELS = ("exact", "contains", "weak")
STORY = ("background", "battle", "aftermath")

Headings = Sequence[Mapping[str, Mapping[str, Sequence[str]]]]
"""Role to level to names; the site's own before the default ones."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as import would write it, before its words become Markdown."""

    role: str
    title: str
    sections: tuple[tuple[str, Section], ...]
    """Each section with the heading to print over it; empty where it needs none."""

    @property
    def name(self) -> str:
        """The file's name, without its ending."""
        return FILES.get(self.role, self.role)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The sections of a document on pages, and what could not be told."""

    drafts: tuple[Draft, ...]
    unknown: tuple[str, ...]
    """Headings that no list names; their sections keep their place."""
    empty: tuple[str, ...]
    """Headings with nothing under them."""


def arrange(document: Document, headings: Headings) -> Arrangement:
    """Put every section that has words on the page of its role."""
    filled = [section for section in document.sections if section.blocks]
    titles = [to_text(section.title) for section in filled]
    roles = find_roles(titles, headings)
    unknown = tuple(title for title, role in zip(titles, roles, strict=True) if title and not role)
    placed = _place_unknown(roles, [count_words(section) for section in filled])
    drafts = [
        _draft(role, [(t, s) for t, s, r in zip(titles, filled, placed, strict=True) if r == role])
        for role in PAGES
        if role in placed
    ]
    return Arrangement(tuple(drafts), unknown, empty_headings(document))


def count_words(section: Section) -> int:
    """Tokens of a section that hold a letter or a digit."""
    return sum(any(map(str.isalnum, piece.text)) for block in section.blocks for piece in block.pieces)


# ---------------------------------------------------------------- headings to roles


def find_roles(titles: Sequence[str], headings: Headings) -> list[str]:
    """A role for each heading; empty where no list names it. The lead, which has no heading, is background."""
    choices = [_choices(title, headings) if title else ("background",) for title in titles]
    battles = [i for i, roles in enumerate(choices) if roles == ("battle",)]
    return [_settle(i, roles, battles) for i, roles in enumerate(choices)]


def _choices(title: str, headings: Headings) -> tuple[str, ...]:
    """The roles that name this heading most closely; several where they tie."""
    words = " " + " ".join(re.findall(r"\w+", title.casefold())) + " "
    for names in headings:
        for level in LEVELS:
            roles = tuple(role for role, lists in names.items() if _matches(words, lists[level], level))
            if roles:
                return roles
    return ()


def _matches(words: str, names: Iterable[str], level: str) -> bool:
    keys = (" " + " ".join(re.findall(r"\w+", name.casefold())) + " " for name in names)
    test: Callable[[str], bool] = words.__eq__ if level == "exact" else words.__contains__
    return any(map(test, keys))


def _settle(index: int, roles: tuple[str, ...], battles: list[int]) -> str:
    """One of the tied roles: the earlier part of the story before the battle sections, the later one after them."""
    if len(roles) < 2 or not battles:
        return roles[0] if roles else ""
    if index < battles[0]:
        return roles[0]
    return roles[-1] if index > battles[-1] or "battle" not in roles else "battle"


def _place_unknown(roles: Sequence[str], words: Sequence[int]) -> list[str]:
    """Unknown headings stay with the section before them; many of them get a page of their own."""
    lost = sum(n for role, n in zip(roles, words, strict=True) if not role)
    page = "other" if lost > UNKNOWN_SHARE * sum(words) else ""
    placed, last = [], "background"
    for role in roles:
        last = role if role in STORY else last
        placed.append(role or page or last)
    return placed


def _draft(role: str, parts: list[tuple[str, Section]]) -> Draft:
    """A page; a heading that says what the page's title says isn't printed twice."""
    titles = [title for title, _ in parts]
    title = titles[0] if len(parts) == 1 and titles[0] else PAGES[role]
    if titles[0].casefold() == title.casefold():
        titles[0] = ""
    elif not titles[0] and len(parts) > 1:
        titles[0] = "Introduction"
    return Draft(role, title, tuple(zip(titles, (section for _, section in parts), strict=True)))


# ---------------------------------------------------------------- the site's title

_VERBS = r"was|were|is|are|took place|occurred|began|started|happened|refers|saw|lasted|marked|ended"
_OPENING = re.compile(
    rf"(?:The |An? )?(?P<name>[A-Z0-9][^\s,;:.\[\]()]*(?: (?!(?:{_VERBS})\b)[^\s,;:.\[\]()]+){{0,9}}?)"
    rf"(?:,| \(| (?:{_VERBS})\b)"
)
_NO_NAMES = re.compile(
    r"(?:In|On|At|By|From|During|After|Before|When|While|As|It|Its|This|That|These|Those|He|She|They|There|Here|We|I"
    r"|You|His|Her|Their|Our|If|For|With|Since|Until|Under|To)\b"
)


def guess_title(document: Document) -> str:
    """The event's name, if the text opens with it; else "Document" and the id. An editor should check it.

    >>> "The Battle of Safira was fought in February 2013"  # gives "Battle of Safira"
    """
    lead = document.sections[0] if document.sections else None
    opening = to_text(lead.blocks[0].pieces[:60]).replace("*", "") if lead and lead.blocks else ""
    match = _OPENING.match(opening)
    if match and not _NO_NAMES.match(match["name"]):
        return match["name"]
    return f"Document {document.source.id}"

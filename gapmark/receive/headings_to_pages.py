"""Where a heading becomes a page: the sections of the source on an editor's first pages, and why they are there.

The story is cut and never shuffled; only a heading that the site's own `headings.yaml` names goes where it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from gapmark import CONTENT
from gapmark.model import Document, Section
from gapmark.receive.heading_words import WHOLE, Headings, HeadingWords, fold, read_headings, weigh
from gapmark.receive.story_cuts import StoryPart, cut_story, weigh_part
from gapmark.source.clean import to_text
from gapmark.source.sections import empty_headings, empty_sections
from gapmark.source.sentences import read_sentence_starts

PAGES = {
    "background": "Background",
    "battle": "Course of events",
    "events": "Course of events",
    "aftermath": "Aftermath",
    "other": "Text",
    "sources": "Sources",
}
"""The roles that import fills, in the order of the pages, with the title of a page that no heading of its own names."""
NAMES = {"other": "main-text"}
"""A page's file is called after its role; where not, so."""


_GAP = re.compile(r"\[gap \d+\]")


class Draft(NamedTuple):
    """A page as import would write it, before its words become Markdown."""

    role: str
    title: str
    sections: tuple[Section, ...]
    """In the order of the source. A first heading with the words of the title is not printed again."""
    reason: str
    """Why these sections are on this page, for the editor."""

    @property
    def name(self) -> str:
        """The file's name, without its ending."""
        return NAMES.get(self.role, self.role)

    @property
    def headings(self) -> tuple[str, ...]:
        """The titles of its sections; empty for the lead."""
        return tuple(to_text(section.title) for section in self.sections)


class Arrangement(NamedTuple):
    """The sections of a document on pages, and what the headings didn't say."""

    drafts: tuple[Draft, ...]
    unlisted: tuple[str, ...]
    """Headings that no list names; their sections stay with what stands before them."""
    empty: tuple[str, ...]
    """Headings with nothing under them; they are on no page."""
    kind: str
    """What the event is: `fight`, `disaster`, `act`, or empty where no word says it."""


class _Group(NamedTuple):
    """A section with text and the empty headings over it."""

    sections: tuple[Section, ...]
    titles: tuple[str, ...]
    """Of its sections; none for the lead."""
    pinned: str
    """The role that the site's own list gives it; else empty."""


def arrange(document: Document, headings: Headings, kind: str = "fight") -> Arrangement:
    """Put every section that has words on a page, the empty headings over it too; `kind` as `find_kind` returns it."""
    lists = read_headings(headings)
    groups = _whole(list(_groups(document, lists)))
    parts = [_weigh_group(group, lists) for group in groups]
    roles = [group.pinned or role for group, role in zip(groups, cut_story(parts), strict=True)]
    roles = ["events" if role == "battle" and kind != "fight" else role for role in roles]
    titles = {title for group in groups for title in group.titles}
    drafts = [
        _draft(role, [group for group, its in zip(groups, roles, strict=True) if its == role], titles, lists)
        for role in PAGES
        if role in roles
    ]
    unlisted = [title for group in groups for title in group.titles if not weigh(title, lists)]
    return Arrangement(tuple(drafts), tuple(unlisted), empty_headings(document), kind)


def find_kind(document: Document, title: str, headings: Headings) -> str:
    """Return what the event is, by the first word of its title or its first sentence that is in a list; or nothing."""
    kinds = read_headings(headings).kinds
    blocks = document.sections[0].blocks if document.sections else ()
    opening = to_text(blocks[0].pieces) if blocks else ""
    sentence = opening[: [*read_sentence_starts(opening), len(opening)][1]]
    return next((kinds[word] for word in fold(f"{title} {sentence}") if word in kinds), "")


def _groups(document: Document, lists: HeadingWords) -> Iterator[_Group]:
    empty = empty_sections(document)
    waiting: list[Section] = []
    for section in [section for section in document.sections if section.first_token not in empty]:
        waiting.append(section)
        if section.blocks:
            titles = tuple(to_text(section.title) for section in waiting if section.title)
            own = [lists.own[fold(title)] for title in titles if fold(title) in lists.own]
            yield _Group(tuple(waiting), titles, own[0] if own else "")
            waiting = []


def _whole(groups: Sequence[_Group]) -> list[_Group]:
    """The groups, those under a heading of a higher level joined to it; the one title over a whole text is none."""
    whole: list[_Group] = []
    levels = [group.sections[0].level for group in groups]
    if levels[:1] == [1] and levels.count(1) == 1:
        levels[0] = min(levels[1:], default=1)
    top = 0
    for group, level in zip(groups, levels, strict=True):
        if whole and level > top and whole[-1].titles and not group.pinned:
            whole[-1] = whole[-1]._replace(sections=(*whole[-1].sections, *group.sections))
        else:
            whole.append(group)
            top = level
    return whole


def _weigh_group(group: _Group, lists: HeadingWords) -> StoryPart:
    """A heading that the site's list names may stand out of order, so what is empty above it weighs no more."""
    if group.pinned:
        return weigh_part([{group.pinned: WHOLE}])
    return weigh_part([weigh(title, lists) for title in group.titles])


# ---------------------------------------------------------------- pages


def _draft(role: str, groups: Sequence[_Group], taken: Collection[str], lists: HeadingWords) -> Draft:
    sections = tuple(section for group in groups for section in group.sections)
    titles = [to_text(section.title) for section in sections]
    over = bool(titles[0]) and all(section.level > sections[0].level for section in sections[1:])
    title = titles[0] if over else _title(role, titles, taken, lists)
    title = _GAP.sub("[…]", title)  # a title is no place for a gap: its heading stands in the page
    return Draft(role, title, sections, _reason(groups, role, lists))


def _title(role: str, titles: Sequence[str], taken: Collection[str], lists: HeadingWords) -> str:
    """The first heading, where it stands alone or names the event; else the role's own title.

    No title has the words of a heading that stands elsewhere: `taken` are all headings.
    """
    first, *rest = titles
    if role == "events":
        return first if first and not rest and lists.names.get(fold(first)) == "battle" else PAGES[role]
    if first and (not rest or lists.names.get(fold(first)) == role == "battle" or first == PAGES[role]):
        return first
    if PAGES[role] not in taken:
        return PAGES[role]
    first = first or "Introduction"
    return f"{first} and {PAGES[role].lower()}" if PAGES[role] in rest else first


def _reason(groups: Sequence[_Group], role: str, lists: HeadingWords) -> str:
    own = [title for group in groups if group.pinned for title in group.titles if fold(title) in lists.own]
    if own:
        return f'because {CONTENT}/headings.yaml names "{own[0]}"'
    part = "battle" if role == "events" else role
    speaking = {title: weigh(title, lists).get(part, 0) for group in groups for title in group.titles}
    best = max(speaking, key=lambda title: speaking[title], default="")
    if best and speaking[best]:
        return f'because of "{best}"'
    return "because it stands before the first heading" if not best else "because no heading says more"

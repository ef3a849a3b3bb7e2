"""What templates see. Each field says what it holds: these docstrings are the template author's reference."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from gapmark.model import Problem


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where the text comes from: the settings under `source:` in site.yaml, and what was measured."""

    id: str
    title: str
    author: str
    url: str
    history_url: str
    revision: str
    """Empty where it is not known."""
    licence: str
    licence_url: str
    language: str
    sha256: str
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True)
class GapEntry:
    """A line of the ledger."""

    number: int
    quantity: int
    """Marks in the source."""
    first_token: int
    last_token: int
    predicted: bool
    page: Part
    """The page it stands on."""
    href: str
    """Its mark in the text, such as `battle.html#gap-1`."""
    before: str
    """Up to five words of the source before it; empty at a start."""
    after: str
    """Up to five words of the source after it; empty at an end."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page with text, as lists of pages show it."""

    href: str
    title: str
    role: str
    description: str
    words: int
    gaps: int
    """How many gaps stand on it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A page with text, whole."""

    part: Part
    body: Markup
    """The text as HTML, addresses and gap marks in place."""
    previous: Part | None
    next: Part | None


@dataclass(frozen=True, slots=True)
class Site:
    """Everything about the site but the texts of its pages."""

    title: str
    description: str
    base_url: str
    """Ends in a slash where there is one; may be empty."""
    editor: str
    source: SourceNote
    parts: tuple[Part, ...]
    """In the order of reading."""
    gaps: tuple[GapEntry, ...]
    """In the order of the source."""
    gap_note: str
    """One sentence or two for every page: how much is missing."""
    gap_agent: str
    gap_reason: str
    empty_headings: tuple[str, ...]
    """Headings of the source with nothing under them."""
    opening: Markup
    """The first paragraph of the first part, for the home page."""
    words: int
    """Of the source's text as published, gaps not counted, the editor's own pages left out."""
    missing: int
    """Marks in all gaps together."""
    version: str
    """Of gapmark."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The site, its texts in order, and what was wrong on the way."""

    site: Site
    texts: tuple[Text, ...]
    problems: tuple[Problem, ...]

"""The records that every template sees, with those of `template_records`. Each field says what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markupsafe import Markup

from gapmark.compare.record import Record
from gapmark.compare.typography import TypographyRule
from gapmark.language.phrases import Language
from gapmark.model import Form, OutputFile
from gapmark.problems.location import Problem
from gapmark.site.numbers import label_gaps
from gapmark.site.template_records import ChangeEntry, GapEntry, OwnEntry, Part, ReceivedSentence, ShownStatements
from gapmark.statements.prove import Statements
from gapmark.text.figures import Figure

WIDE, REACH = 100, 3
"""Pages with text from which on a page lists only so many on either side: else sites grow with the square of them."""


class SourceNote(NamedTuple):
    """The origin of the text: the settings under `source:` in site.yaml, and what was measured."""

    id: str
    name: str
    """Of the file in source/."""
    title: str
    author: str
    url: str
    history_url: str
    revision: str
    """Empty where it is not known."""
    licence: str
    licence_url: str
    confirmed: bool
    """False where author, addresses and licence are a guess that no editor has confirmed."""
    language: str
    sha256: str
    size: int
    """Size in bytes."""


class SectionLink(NamedTuple):
    """A heading inside a page."""

    id: str
    title: str
    level: int
    """2 to 6."""


class Text(NamedTuple):
    """A page with text, whole."""

    part: Part
    address: str
    """The address of the source's heading that its title is; empty where it is none."""
    body: Markup
    """The text as HTML, addresses and gap marks in place."""
    tree: Element
    """The same as a tree, for the search."""
    sections: tuple[SectionLink, ...]
    """Its headings, where there are three or more and no table of contents; else empty."""
    first_address: str
    """The address of its first numbered paragraph, such as `w178`; empty where none has a number."""
    changes: tuple[ChangeEntry, ...]
    """Changes of its words; words supplied in a gap are shown at the gap."""
    own: tuple[OwnEntry, ...]
    """What on it is the editor's own."""
    previous: Part | None
    next: Part | None


class Site(NamedTuple):
    """Everything about the site but the texts of its pages."""

    title: str
    description: str
    base_url: str
    """Ends in a slash where there is one; may be empty."""
    corrections: Mapping[str, str]
    """Where a reader can suggest a correction of a page's file, by the page's address; empty without `edit_url`."""
    editor: str
    source: SourceNote
    parts: tuple[Part, ...]
    """In the order of reading."""
    gaps: tuple[GapEntry, ...]
    """In the order of the source."""
    cleaned: bool
    """Whether the source's spaces were closed and typographic signs set; else each word is published as received."""
    counted: bool
    """Whether gaps are counted in tokens of the source; else each mark says for itself what is missing."""
    asked: bool
    """Whether the source has marks of which nobody has said yet whether something is missing there."""
    gap_note: str
    """One sentence or two for every page: how much is missing."""
    caveat: str
    """How much is missing and changed: `2 gaps, about 20 words missing; text edited, 1 correction`."""
    credit: str
    """Whose the text is: author, title, address, licence, and that changes were made."""
    attribution: str
    """The credit and the note on gaps, for every other form of the site."""
    gap_names: Mapping[int, str]
    """What a reader hears of a gap on the page of the source, by its id."""
    reasons: tuple[tuple[str, int], ...]
    """Why passages are missing, as their marks say, and how many for each; the most frequent first."""
    gap_agent: str
    gap_reason: str
    shown: ShownStatements
    pictures: dict[str, Figure]
    """The first image of a page, SVG left out, by the page's address; that of `index.html` is the first of all."""
    changes: tuple[ChangeEntry, ...]
    """In the order of the source."""
    typography: tuple[TypographyRule, ...]
    """Differences that are of typography alone, by rule."""
    own: tuple[OwnEntry, ...]
    """What on the pages is the editor's own, by page and kind."""
    received: tuple[tuple[ReceivedSentence, ...], ...]
    """The source as received, by section."""
    tokens: int
    """Number of all tokens of the source."""
    empty_headings: tuple[str, ...]
    """Headings of the source with nothing under them."""
    opening: Markup
    """The first sentence or two of the first part, for the home page."""
    read_on: Part | None
    """The page on which the text goes on after the opening."""
    words: int
    """Number of words of the source's text as published, without gaps and without the editor's own pages."""
    marks: int
    """In all gaps of the source together."""
    missing: int
    """Marks in the gaps that no editor has supplied words for, where each is a token; else 0."""
    search: bool
    """Whether the pages have a search."""
    version: str
    """Version of gapmark."""
    forms: tuple[Form, ...]
    """The other forms of the site that readers can take with them."""

    @property
    def sum(self) -> str:
        """Empty: only the page about the edition is made with a FinishedSite, which has the sum."""
        return ""

    @property
    def wide(self) -> bool:
        """Whether it has so many pages that only index.html lists them all."""
        return len(self.parts) >= WIDE

    def label_gaps(self, words: str, t: Language, tag: str = "") -> Markup:
        """Return words with the label of each gap that stands in them as `[gap 1]`; the words between in elements."""
        labels = {str(gap.id): gap.label.words for gap in self.gaps}
        return label_gaps(words, labels, t.own_attributes, tag)

    def near(self, part: Part | None) -> tuple[Part, ...]:
        """Return the pages that the head of a page lists: all, or in a wide site those next to `part`."""
        if not self.wide:
            return self.parts
        return self.parts[max(part.number - 1 - REACH, 0) : part.number + REACH] if part else ()


class FinishedForm(NamedTuple):
    """Another form of the site, with the size of its files."""

    name: str
    paths: tuple[str, ...]
    media_type: str
    """These three as in Form."""
    size: int
    """Of its files, in bytes."""

    @property
    def kilobytes(self) -> int:
        """Return its size in thousands of bytes, at least 1."""
        return max(1, round(self.size / 1000))


class FinishedSite(NamedTuple):
    """`site` on the page about the edition, the last page that is made. It has all fields of Site too."""

    site: Site
    forms: tuple[FinishedForm, ...]
    """Those of `Site.forms`, in the same order."""
    sum: str
    """Of the whole site: 64 hexadecimal digits."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self.site, name)


class Assembled(NamedTuple):
    """The site, its texts in order, and what its pages and its other forms are made with."""

    site: Site
    texts: tuple[Text, ...]
    t: Language
    """The words of the interface."""
    templates: tuple[tuple[str, str], ...]
    """Name and text of each template."""
    copied: tuple[OutputFile, ...]
    """The files that are published as they are."""
    forms: tuple[Form, ...]
    """Those that the site has, in the order in which they are made."""
    record: Record
    statements: Statements
    figures: Mapping[str, Figure]
    """By the name of the file."""
    moment: int | None
    """SOURCE_DATE_EPOCH: seconds since 1970, for the forms that need a date; None where it is not set."""
    problems: tuple[Problem, ...]

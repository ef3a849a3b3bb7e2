"""Records that templates see: a site's parts, gaps, changes, passages, facts, events and places."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from gapmark.compare.supplied import Supplied


class Part(NamedTuple):
    """A page with text, as lists of pages show it."""

    number: int
    """Counted from 1 in the order of reading."""
    href: str
    title: str
    role: str
    description: str
    words: int
    gaps: int
    """How many gaps stand on it."""
    changes: int
    """How many changes were made to its words."""
    formerly: tuple[str, ...] = ()
    """Its old addresses, which lead to it."""


class Label(NamedTuple):
    """What stands in the place of a gap."""

    words: str
    """With its brackets."""
    received: bool
    """Whether these are words of the text, the mark as received; else they are the interface's."""


class GapEntry(NamedTuple):
    """A line of the ledger."""

    id: int
    """What it is called: `[gap 7]`, `gap-7`; it never comes to mean another place."""
    number: int
    """Counted from 1 in this edition."""
    quantity: float
    """Units that are missing, as the mark says; marks in the source, where these are tokens. 0 where none is said."""
    first_token: int
    last_token: int
    unit: str
    precision: str
    """`exact`, `about`, `less than`, `at most`, `at least`; empty where no quantity is stated."""
    reason: str
    """Why it is missing, as the mark says; may be empty."""
    mark: str
    """The mark as received; empty where marks are tokens `@`."""
    label: Label
    """What stands for it in the text."""
    which: str
    """`Gap 3 of 25`; with its lasting name where that is another."""
    extent: str
    """How much is missing, in words; empty where that is not stated."""
    predicted: bool | None
    """None where nothing can tell."""
    page: Part
    """The page it stands on."""
    paragraph: int
    """The place of its paragraph there, counted from 1; 0 for a heading or a table."""
    href: str
    """Its mark in the text, such as `battle.html#gap-1`."""
    before: str
    """Up to five words of the source before it; empty at a start."""
    after: str
    """Up to five words of the source after it; empty at an end."""
    source_href: str
    """Its place in the source, such as `source.html#w190`."""
    supplied: Supplied | None
    """The words that an editor supplied for it; None where it is open."""

    @property
    def status(self) -> str:
        """Return `open` or `supplied`."""
        return "supplied" if self.supplied else "open"


class ChangeEntry(NamedTuple):
    """A line of the apparatus."""

    number: int
    """Its place on the page of changes, counted from 1."""
    id: str
    kind: str
    """`correction`, `omission`, `addition`, `move`, `rewritten` or `supplied`."""
    source: str
    """The source's reading; empty for an addition."""
    published: str
    """The published reading; empty for an omission."""
    before: str
    after: str
    """Words of the source on either side of it."""
    published_before: str
    published_after: str
    """Words of the edition on either side of it."""
    first_token: int
    last_token: int
    source_href: str
    """Its place in the source, such as `source.html#w13`."""
    page: Part
    href: str
    """Its place in the edition, such as `background.html#change-w13`."""
    address: str
    """The address of its paragraph in the edition, such as `w2`."""
    paragraph: int
    """The place of that paragraph on its page, counted from 1; 0 for a heading or a table."""
    path: str
    """The Markdown file."""
    line: int
    reason: str
    """Empty where none was given."""
    earlier: bool = False
    """Whether the reason was given for an earlier wording."""
    sections: tuple[str, ...] = ()
    """The headings of the source's sections of which an omission leaves nothing; empty for that before the first."""
    was_under: str = ""
    now_under: str = ""
    """Of a move, the heading right over it in the source and in the edition; empty before the first."""


class OwnEntry(NamedTuple):
    """Something on a page that is the editor's own and not the source's."""

    page: Part
    kind: str
    """`title`, `heading`, `made_heading` (words of the source that were made a heading), `emphasis`, `quotation` (words
    of the source set as one), `marks` (quotation marks or dashes that were added or left out), `note` (a footnote),
    `caption`, `alt`, `link_title`, `html` or `description`."""
    words: str
    """The words that are added, or that are set in another way."""


class ReceivedPassage(NamedTuple):
    """A stretch of the source as received."""

    address: str
    """Such as `w87`: its id on the page of the source."""
    first_token: int
    last_token: int
    text: str
    """As received, white space and all."""
    gap: int
    """The id of the gap that it is; 0 for text."""
    href: str
    """Where it leads in the edition; empty where it leads nowhere."""


class ReceivedSentence(NamedTuple):
    """A sentence of the source as received, or what stands between two."""

    passages: tuple[ReceivedPassage, ...]
    """At least one: cut at gaps and changes."""

    @property
    def address(self) -> str:
        """Return the address of its first passage."""
        return self.passages[0].address


class ClaimView(NamedTuple):
    """A value of the panel of facts."""

    value: str
    side: str
    """Whose value it is; may be empty."""
    according_to: str
    """Who says so in the text; may be empty."""
    source: Markup
    """The source of a value that is not in the text, web addresses as links; empty for a value from the text."""
    quote: str
    """The words that prove it; empty for a value from elsewhere."""
    href: str
    """Where these words stand in the edition."""
    edited: bool
    """Whether they stand in the edition only: the value rests on the editor's words."""
    change_href: str
    """The change to these words, if there is one."""


class ClaimGroup(NamedTuple):
    """Values of one field that the same words prove."""

    claims: tuple[ClaimView, ...]
    quote: str
    """The words; empty for a value from elsewhere, and where they stand in the panel already."""
    quoted_under: str
    """The label of the field under which they stand already; may be empty."""


class FactView(NamedTuple):
    """A field of the panel."""

    name: str
    label: str
    groups: tuple[ClaimGroup, ...]
    """Empty where the text doesn't state it, and where nothing is entered."""
    not_stated: bool
    """Whether the editor says that the text doesn't state it."""

    @property
    def claims(self) -> tuple[ClaimView, ...]:
        """Return its values in their order."""
        return tuple(claim for group in self.groups for claim in group.claims)


class EventView(NamedTuple):
    """An event of the timeline."""

    label: str
    date: str
    """The date as far as the text states it, in the form of the language; empty where the text gives none."""
    datetime: str
    """For `<time datetime>`; empty where HTML has no form for it."""
    words: str
    """The date in the words of the text."""
    year: str
    """The year that was inferred; empty where none was."""
    certainty: str
    """`stated`, `inferred` or `relative`."""
    reasoning: str
    quote: str
    href: str
    """Where the quoted words stand in the edition."""


class PlaceView(NamedTuple):
    """A place that the text names."""

    name: str
    spellings: tuple[str, ...]
    position: str
    """Latitude and longitude in degrees; empty for a place that is not located."""
    approximate: bool
    away: str
    """Distance and direction from the first place; empty for that one, and for one that is not located."""
    source: Markup
    """The source of the coordinates, web addresses as links."""
    quote: str
    href: str
    latitude: float | None
    longitude: float | None


class ShownStatements(NamedTuple):
    """Statements of the text: the panel, the timeline, the map. Each part may be empty."""

    facts: tuple[FactView, ...]
    events: tuple[EventView, ...]
    """In the order of time."""
    places: tuple[PlaceView, ...]
    timeline: Markup
    """Drawn as SVG."""
    timeline_note: str
    """How many events are not drawn, and why; may be empty."""
    map: Markup
    """Drawn as SVG."""
    map_note: str
    map_description: str
    coverage: str
    """The time that the text states, as a date or an interval in ISO 8601; nothing inferred is in it. May be empty."""

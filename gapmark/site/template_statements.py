"""What templates see of facts, dates and places; a part of the template context."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup


class ClaimView(NamedTuple):
    """A value of the panel of facts."""

    value: str
    side: str
    """Whose value it is; may be empty."""
    according_to: str
    """Who says so in the text; may be empty."""
    source: Markup
    """Where a value comes from that is not in the text, web addresses as links; empty for the others."""
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
        """Its values in their order."""
        return tuple(claim for group in self.groups for claim in group.claims)


class EventView(NamedTuple):
    """An event of the timeline."""

    label: str
    date: str
    """As far as the text states it, in the form of the language; empty where it gives none."""
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
    """In degrees; empty for a place that is not located."""
    approximate: bool
    away: str
    """Distance and direction from the first place; empty for that one, and for one that is not located."""
    source: Markup
    """Of the coordinates, web addresses as links."""
    quote: str
    href: str
    latitude: float | None
    longitude: float | None


class Shown(NamedTuple):
    """What the text states: the panel, the timeline, the map. Each part may be empty."""

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

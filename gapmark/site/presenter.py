"""Facts, events and places as templates see them: each value leads to the words that prove it. And the drawings."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from gapmark.compare.addresses import sentences
from gapmark.compare.changes import page_at
from gapmark.compare.record import Record
from gapmark.compare.witness import Proof
from gapmark.language.date_words import DateWords, describe, html_datetime, year_words
from gapmark.language.phrases import Language
from gapmark.map.locator import (
    Locator,
    LocatorWords,
    draw_locator,
    format_direction,
    format_kilometres,
    format_position,
)
from gapmark.map.projection import Point, distance_km
from gapmark.site.phrasing import date_words, locator_words, timeline_words
from gapmark.site.template_statements import ClaimView, EventView, FactView, PlaceView, Shown
from gapmark.statements.coverage import coverage
from gapmark.statements.edtf import span
from gapmark.statements.events import Event
from gapmark.statements.facts import Claim, FactField
from gapmark.statements.places import Place
from gapmark.statements.prove import Statements
from gapmark.timeline.timeline import TimelineEvent, draw_timeline

Places = Mapping[str, str]
"""Where an address leads in the edition: `w87` to `battle.html#w87`."""


_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]*[^\s<>\"'()\[\].,;:!?]")


def linked(text: str) -> Markup:
    """A text with each web address in it as a link."""
    shown, at = Markup(""), 0
    for match in _ADDRESS.finditer(text):
        shown += Markup('{}<a href="{}">{}</a>').format(text[at : match.start()], match[0], match[0])
        at = match.end()
    return shown + text[at:]


class Presenter:
    """Shows the statements of one site."""

    def __init__(self, record: Record, places: Places, t: Language) -> None:
        self.record, self.places, self.t = record, places, t
        self.dates: DateWords = date_words(t)
        words = record.comparison.source.words
        self.starts = [words[start].token for start, _ in sentences(record.comparison)]

    def show(self, statements: Statements, atlas: bytes) -> Shown:
        """Everything at once; nothing is drawn where there is nothing to draw."""
        locator = self._locator(statements.places, atlas)
        return Shown(
            facts=tuple(self._fact(field) for field in statements.facts),
            events=tuple(self._event(event) for event in statements.events),
            places=tuple(self._places(statements.places)),
            timeline=self._timeline(statements.events),
            map=Markup(locator.svg) if locator else Markup(""),  # noqa: S704 - draw_locator() escapes
            map_note=locator.note if locator else "",
            map_description=locator.description if locator else "",
            coverage=coverage(statements.events),
        )

    # ------------------------------------------------------------ facts

    def _fact(self, field: FactField) -> FactView:
        key = f"facts.field.{field.name}"
        label = self.t(key) if key in self.t.phrases else field.label
        return FactView(field.name, label, tuple(self._claim(claim) for claim in field.claims))

    def _claim(self, claim: Claim) -> ClaimView:
        proof = claim.proof
        changed = f"changes.html#{proof.changes[0].id}" if proof and proof.changes else ""
        return ClaimView(
            value=claim.value,
            side=claim.side,
            according_to=claim.according_to,
            source=linked(claim.source),
            quote=proof.quote if proof else "",
            href=self._href(proof) if proof else "",
            edited=bool(proof and proof.edited),
            change_href=changed,
        )

    def _href(self, proof: Proof) -> str:
        """The sentence that the quoted words begin in; their paragraph, where they are the editor's."""
        sentence = f"w{self.starts[max(bisect_right(self.starts, proof.first_token) - 1, 0)]}" if self.starts else ""
        if not proof.edited and sentence in self.places:
            return self.places[sentence]
        if proof.word < 0:
            return f"source.html#{sentence}"
        block = self.record.comparison.published.words[proof.word].block
        address = self.record.addresses.blocks.get(block, "")
        page = self.record.edition.compared[page_at(self.record.comparison, proof.word)]
        return self.places.get(address, page.href)

    # ------------------------------------------------------------ events

    def _event(self, event: Event) -> EventView:
        shown = describe(event.date, self.dates) if event.date else ""
        return EventView(
            label=event.label,
            date=shown,
            datetime=(html_datetime(event.date) or "") if event.date else "",
            words=event.words,
            year=year_words(event.year, self.dates) if event.year is not None else "",
            certainty=event.certainty,
            reasoning=event.reasoning,
            quote=event.proof.quote,
            href=self._href(event.proof),
        )

    def _timeline(self, events: Sequence[Event]) -> Markup:
        drawn = [self._drawn(event) for event in events if event.placed and span(event.placed)]
        return Markup(draw_timeline(drawn, timeline_words(self.t)))  # noqa: S704 - draw_timeline() escapes

    def _drawn(self, event: Event) -> TimelineEvent:
        placed = event.placed
        earliest, latest = (span(placed) if placed else None) or (0.0, 0.0)
        words = event.words or (describe(event.date, self.dates) if event.date else "")
        return TimelineEvent(
            label=event.label,
            words=f"{words} [{self._year(event)}]" if event.year is not None else words,
            earliest=earliest,
            latest=latest,
            certainty=event.certainty,
            href=self._href(event.proof),
            approximate=bool(placed and "approximate" in placed.qualifiers),
            open_start=bool(placed and placed.start is None),
            open_end=bool(placed and placed.end is None),
        )

    def _year(self, event: Event) -> str:
        return self.t("timeline.year_inferred", year=year_words(event.year or 0, self.dates))

    # ------------------------------------------------------------ places

    def _locator(self, places: Sequence[Place], atlas: bytes) -> Locator | None:
        points = [self._point(place) for place in places if place.located]
        return draw_locator(points, atlas, locator_words(self.t)) if points else None

    def _point(self, place: Place) -> Point:
        return Point(
            place.name, place.latitude or 0.0, place.longitude or 0.0, place.certainty, self._href(place.proof)
        )

    def _places(self, places: Sequence[Place]) -> list[PlaceView]:
        words = locator_words(self.t)
        first = next((self._point(place) for place in places if place.located), None)
        return [self._place(place, first, words) for place in places]

    def _place(self, place: Place, first: Point | None, words: LocatorWords) -> PlaceView:
        point = self._point(place)
        there = bool(first) and place.located and point.name != (first.name if first else "")
        away = ""
        if there and first:
            away = f"{format_kilometres(distance_km(first, point), words)} {format_direction(first, point, words)}"
        return PlaceView(
            name=place.name,
            spellings=place.spellings,
            position=format_position(point, words) if place.located else "",
            approximate=place.certainty == "approximate",
            away=away,
            source=linked(place.source),
            quote=place.proof.quote,
            href=self._href(place.proof),
            latitude=place.latitude,
            longitude=place.longitude,
        )

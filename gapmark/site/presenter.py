"""Facts, events and places as templates see them: each value leads to the words that prove it. With the drawings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from gapmark.compare.addresses import sentences
from gapmark.compare.changes import page_at
from gapmark.compare.record import Record
from gapmark.compare.words import EditionWord, SourceWord, keys_of
from gapmark.dates.calendars import Calendar
from gapmark.dates.chronology import span
from gapmark.language.phrases import Language
from gapmark.language.print_dates import capital, html_datetime, print_date, print_year
from gapmark.map.description import DrawnMap, print_direction, print_distance, print_position
from gapmark.map.projection import MapPlace, distance_km
from gapmark.run.memo import keep
from gapmark.site.made_pages import CHANGES, SOURCE
from gapmark.site.sentences import Places, place_of_sentence
from gapmark.site.template_records import ClaimGroup, ClaimView, EventView, FactView, PlaceView, ShownStatements
from gapmark.statements.coverage import coverage
from gapmark.statements.events import Event
from gapmark.statements.facts import Claim, FactField
from gapmark.statements.passages import WIDEST
from gapmark.statements.places import Place
from gapmark.statements.prove import Statements
from gapmark.statements.quotations import Proof
from gapmark.timeline.event import TimelineEvent

_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]*[^\s<>\"'()\[\].,;:!?]")


def linked(text: str) -> Markup:
    """Return a text with each web address in it as a link."""
    shown, at = Markup(""), 0
    for match in _ADDRESS.finditer(text):
        shown += Markup('{}<a href="{}">{}</a>').format(text[at : match.start()], match[0], match[0])
        at = match.end()
    return shown + text[at:]


def _draw_map(places: Sequence[MapPlace], atlas: bytes, t: Language) -> DrawnMap:
    from gapmark.map.draw_map import draw_map  # much to load, and seldom needed: places change seldom

    return draw_map(places, atlas, t)


def _draw_timeline(events: Sequence[TimelineEvent], t: Language, axis: Calendar) -> str:
    from gapmark.timeline.draw_timeline import draw_timeline

    return draw_timeline(events, t, axis)


def _axis_of(events: Sequence[Event]) -> Calendar:
    """The calendar in which the axis counts: the Julian where every date is of it."""
    return "julian" if _calendars(events) == {"julian"} else "gregorian"


def _calendars(events: Sequence[Event]) -> set[Calendar]:
    return {event.date.calendar for event in events if event.date and _can_be_drawn(event)}


def _can_be_drawn(event: Event) -> bool:
    return bool(event.placed and span(event.placed))


def _references(words: Sequence[SourceWord] | Sequence[EditionWord]) -> list[str]:
    return [f"[gap {word.gap}]" for word in words if word.gap]


class Presenter:
    """Shows the statements of one site."""

    def __init__(self, record: Record, places: Places, t: Language) -> None:
        self.record, self.places, self.t = record, places, t
        self.pages = record.edition.compared
        words = record.comparison.source.words
        self.starts = [words[start].token for start, _ in sentences(record.comparison)]

    def show(self, statements: Statements, atlas: bytes) -> ShownStatements:
        """Return all statements as templates see them. Nothing is drawn where there is nothing to draw."""
        drawn = self._map(statements.places, atlas)
        return ShownStatements(
            facts=tuple(self._facts(statements.facts)),
            events=tuple(self._event(event) for event in statements.events),
            places=tuple(self._places(statements.places)),
            timeline=self._timeline(statements.events),
            timeline_note=self._timeline_note(statements.events),
            map=Markup(drawn.svg) if drawn else Markup(""),  # noqa: S704 - draw_map() escapes
            map_note=drawn.note if drawn else "",
            map_description=drawn.description if drawn else "",
            coverage=coverage(statements.events),
        )

    # ------------------------------------------------------------ facts

    def _facts(self, fields: Sequence[FactField]) -> Iterator[FactView]:
        """Yield every field. Words that prove more than one value are shown once."""
        shown: dict[str, str] = {}
        for field in fields:
            label = self.t.find(f"facts.field.{field.name}", field.label)
            claims = [self._claim(claim) for claim in field.claims]
            groups = [tuple(group) for _, group in groupby(claims, key=lambda claim: claim.quote or claim)]
            views = tuple(self._group(group, label, shown) for group in groups)
            yield FactView(field.name, label, views, field.not_stated)

    def _group(self, claims: tuple[ClaimView, ...], label: str, shown: dict[str, str]) -> ClaimGroup:
        quote = claims[0].quote
        first = shown.setdefault(quote, label) if quote and quote not in shown else ""
        return ClaimGroup(claims, quote if first else "", "" if first else shown.get(quote, ""))

    def _claim(self, claim: Claim) -> ClaimView:
        proof = claim.proof
        changed = f"{CHANGES}#{proof.changes[0].id}" if proof and proof.changes else ""
        return ClaimView(
            value=claim.value,
            side=claim.side,
            according_to=claim.according_to,
            source=linked(claim.source),
            quote=self._quote(proof) if proof else "",
            href=self._href(proof) if proof else "",
            edited=bool(proof and proof.edited),
            change_href=changed,
        )

    def _quote(self, proof: Proof) -> str:
        """Return the words of a proof, and as `[gap 1]` a gap that stands at their beginning or at their end."""
        words: Sequence[SourceWord] | Sequence[EditionWord]
        if proof.edited:
            words, first = self.record.comparison.published.words, proof.word
        else:
            words = self.record.comparison.source.words
            first = bisect_left([word.token for word in words], proof.first_token)
        keys = keys_of(proof.shown)
        places = range(first, max(first - WIDEST, -1), -1)
        first = next((at for at in places if [word.key for word in words[at : at + len(keys)]] == keys), first)
        stop = first + len(keys)
        before, after = words[max(first - 1, 0) : first], words[stop : stop + 1]
        return " ".join((*_references(before), proof.shown, *_references(after)))

    def _href(self, proof: Proof) -> str:
        """Return the address of the sentence in which the quoted words begin, or of the paragraph, for an editor's
        own words."""
        token = self.starts[max(bisect_right(self.starts, proof.first_token) - 1, 0)] if self.starts else 0
        sentence = place_of_sentence(self.places, f"w{token}")
        if not proof.edited and sentence:
            return sentence
        if proof.word < 0:
            return f"{SOURCE}#w{token}"
        block = self.record.comparison.published.words[proof.word].block
        address = self.record.addresses.blocks.get(block, "")
        page = self.pages[page_at(self.record.comparison, proof.word)]
        return self.places.get(address, page.href)

    # ------------------------------------------------------------ events

    def _event(self, event: Event) -> EventView:
        shown = capital(print_date(event.date, self.t)) if event.date and not event.date.is_part else ""
        return EventView(
            label=event.label,
            date=shown,
            datetime=(html_datetime(event.date) or "") if event.date else "",
            words=event.words,
            year=print_year(event.year, self.t) if event.year is not None else "",
            certainty=event.certainty,
            reasoning=event.reasoning,
            quote=self._quote(event.proof),
            href=self._href(event.proof),
        )

    def _timeline(self, events: Sequence[Event]) -> Markup:
        drawn = [self._drawn(event) for event in events if _can_be_drawn(event)]
        return Markup(keep(_draw_timeline, drawn, self.t, _axis_of(events)))  # noqa: S704 - draw_timeline() escapes

    def _timeline_note(self, events: Sequence[Event]) -> str:
        left = [event for event in events if not _can_be_drawn(event)]
        yearless = sum(bool(event.date and event.date.yearless) for event in left)
        counts = (("timeline.yearless", yearless), ("timeline.undated", len(left) - yearless))
        notes = [self.t(phrase, n=n) for phrase, n in counts if n]
        if "julian" in _calendars(events):
            notes.append(self.t("timeline.axis_julian" if _axis_of(events) == "julian" else "timeline.axis_gregorian"))
        return " ".join(notes)

    def _drawn(self, event: Event) -> TimelineEvent:
        placed = event.placed
        earliest, latest = (span(placed) if placed else None) or (0.0, 0.0)
        return TimelineEvent(
            label=event.label,
            date=capital(event.words or (print_date(event.date, self.t) if event.date else "")),
            earliest=earliest,
            latest=latest,
            certainty=event.certainty,
            href=self._href(event.proof),
            approximate=bool(placed and "approximate" in placed.qualifiers),
            open_start=bool(placed and placed.start is None),
            open_end=bool(placed and placed.end is None),
            quoted=bool(event.words),
            year=self._year(event) if event.year is not None else "",
            soft_start=bool(placed and placed.soft_start),
            soft_end=bool(placed and placed.soft_end),
        )

    def _year(self, event: Event) -> str:
        return self.t("timeline.year_inferred", year=print_year(event.year or 0, self.t))

    # ------------------------------------------------------------ places

    def _map(self, places: Sequence[Place], atlas: bytes) -> DrawnMap | None:
        drawn = [self._on_map(place) for place in places if place.located]
        return keep(_draw_map, drawn, atlas, self.t) if drawn else None

    def _on_map(self, place: Place) -> MapPlace:
        return MapPlace(
            place.name, place.latitude or 0.0, place.longitude or 0.0, place.certainty, self._href(place.proof)
        )

    def _places(self, places: Sequence[Place]) -> list[PlaceView]:
        first = next((place for place in places if place.located), None)
        return [self._place_view(place, first) for place in places]

    def _place_view(self, place: Place, from_place: Place | None) -> PlaceView:
        there, t = self._on_map(place), self.t
        away = ""
        if from_place and place.located and place is not from_place:
            first = self._on_map(from_place)
            away = f"{print_distance(distance_km(first, there), t)} {print_direction(first, there, t)}"
        return PlaceView(
            name=place.name,
            spellings=place.spellings,
            position=print_position(there, t) if place.located else "",
            approximate=place.certainty == "approximate",
            away=away,
            source=linked(place.source),
            quote=self._quote(place.proof),
            href=self._href(place.proof),
            latitude=place.latitude,
            longitude=place.longitude,
        )

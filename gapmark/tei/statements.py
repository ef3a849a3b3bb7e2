"""Lists of changes, facts, events and places that stand beside the text of a TEI file.

Each statement has `@source`: from the first to the last of the tokens that prove it, in the TEI's own pointer scheme
`range()` (Guidelines 17.2.4).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from gapmark.compare.record import Record
from gapmark.compare.words import keys_of
from gapmark.dates.calendars import civil_day
from gapmark.dates.date import Date
from gapmark.markup.xml import add, filled
from gapmark.site.template_context import Site
from gapmark.statements.events import Event
from gapmark.statements.prove import Statements
from gapmark.statements.quotations import Proof
from gapmark.tei.words import Insets

CERTAINTY = {"stated": "high", "inferred": "medium", "relative": "low", "exact": "high", "approximate": "medium"}


def write_lists(parent: Element, site: Site, record: Record, statements: Statements) -> None:
    """Add the lists that have entries."""
    lists: tuple[tuple[str, dict[str, str], Iterator[Element]], ...] = (
        ("listApp", {"type": "changes"}, _changes(site, record)),
        ("list", {"type": "own"}, _own(site)),
        ("list", {"type": "facts"}, _facts(site, record, statements)),
        ("listEvent", {}, _events(record, statements)),
        ("listPlace", {}, _places(record, statements)),
    )
    for tag, attributes, entries in lists:
        found = list(entries)
        if found:
            add(parent, tag, attributes=attributes).extend(found)


def pointer(record: Record, proof: Proof) -> str:
    """Return a pointer to the words of a proof; empty where they have no address."""
    if proof.edited:
        block = record.comparison.published.words[proof.word].block
        return f"#{record.addresses.blocks[block]}" if block in record.addresses.blocks else ""
    first, last = (_token(record, number) for number in (proof.first_token, proof.last_token))
    return f"#range({first},{last})"


def _token(record: Record, number: int) -> str:
    gaps = record.edition.document.gaps
    at = bisect_right(gaps, number, key=lambda gap: gap.first_token) - 1
    return f"gap-{gaps[at].id}" if at >= 0 and number <= gaps[at].last_token else f"t{number}"


def _changes(site: Site, record: Record) -> Iterator[Element]:
    for change in site.changes:
        ends = [f"#{_token(record, number)}" for number in (change.first_token, change.last_token) if change.source]
        app = Element(
            "app", {"xml:id": change.id, "type": change.kind, **dict(zip(("from", "to"), ends, strict=False))}
        )
        add(app, "lem", change.published)
        if change.source:
            add(app, "rdg", change.source, {"wit": "#source"})
        add(app, "note", change.reason, {"type": "reason", "subtype": "earlier-wording" if change.earlier else ""})
        yield app


def _own(site: Site) -> Iterator[Element]:
    """Yield what on the pages is the editor's own."""
    for one in site.own:
        item = Element("item", {"n": one.kind, "resp": "#editor", "corresp": one.page.href})
        item.text = one.words
        yield item


def _facts(site: Site, record: Record, statements: Statements) -> Iterator[Element]:
    labels = {fact.name: fact.label for fact in site.shown.facts}
    for field in statements.facts:
        for claim in field.claims:
            source = pointer(record, claim.proof) if claim.proof else ""
            item = Element("item", filled({"n": field.name, "source": source}))
            add(item, "label", labels.get(field.name, field.label))
            add(item, "seg", claim.value, {"type": "value"})
            for kind, words in (("side", claim.side), ("according-to", claim.according_to), ("source", claim.source)):
                if words:
                    add(item, "note", words, {"type": kind})
            if claim.proof:
                add(item, "note", claim.proof.shown, {"type": "proof"})
            yield item


def _events(record: Record, statements: Statements) -> Iterator[Element]:
    for number, event in enumerate(statements.events, 1):
        attributes = {
            "xml:id": f"event-{number}",
            "source": pointer(record, event.proof),
            "cert": CERTAINTY[event.certainty],
        }
        made = Element("event", filled(attributes))
        add(made, "label", event.label)
        description = add(made, "desc")
        add(description, "date", event.words, date_attributes(event.date) if event.date else {})
        if event.year is not None and event.placed:
            inferred = {**date_attributes(event.placed, lent=True), "cert": "medium", "type": "inferred"}
            add(description, "date", str(event.year), inferred)
        if event.reasoning:
            add(made, "note", event.reasoning, {"type": "reasoning"})
        add(made, "note", event.proof.shown, {"type": "proof"})
        yield made


def _places(record: Record, statements: Statements) -> Iterator[Element]:
    for number, place in enumerate(statements.places, 1):
        made = Element("place", filled({"xml:id": f"place-{number}", "source": pointer(record, place.proof)}))
        add(made, "placeName", place.name)
        for spelling in place.spellings:
            add(made, "placeName", spelling, {"type": "spelling"})
        if place.located:
            location = add(made, "location", attributes={"cert": CERTAINTY.get(place.certainty, "high")})
            add(location, "geo", f"{place.latitude} {place.longitude}", {"decls": "#wgs84"})
            add(made, "note", place.source, {"type": "source"})
        add(made, "note", place.proof.quote, {"type": "proof"})
        yield made


# ---------------------------------------------------------------- dates

EXACT = re.compile(r"(?:-?\d{4}|XXXX)(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
"""Dates that EDTF and TEI write alike, except for a year that is not stated."""


def date_attributes(date: Date, *, lent: bool = False) -> dict[str, str]:
    """Return the attributes of `<date>`: the date as exactly as it is stated, in the Gregorian calendar.

    An approximate date or a season has its first and last day. `lent`: with the year that was inferred.
    """
    first, last = _day(date.earliest), _day(date.latest)
    rough = bool(date.qualifiers) or date.is_part
    if date.start is date.end and not rough:
        if first and first == last:
            return {"when": first}
        if date.calendar == "gregorian" and EXACT.fullmatch(date.notation):
            return {"when": date.notation.replace("XXXX", first[:-6] if lent else "-")}
    if date.yearless and not lent:
        return {}
    is_interval = date.start and date.end and date.precision == "interval" and not rough
    names = ("from", "to") if is_interval else ("notBefore", "notAfter")
    return filled({names[0]: first, names[1]: last, "cert": "medium" if date.qualifiers else ""})


def _day(number: int | None) -> str:
    if number is None:
        return ""
    year, month, day = civil_day(number)
    return f"{year:05d}-{month:02d}-{day:02d}" if year < 0 else f"{year:04d}-{month:02d}-{day:02d}"


# ---------------------------------------------------------------- in the text


def mark_names(insets: Insets, statements: Statements) -> None:
    """Put the words of dates and the names of places into elements that lead to what is known of them."""
    published = [word.key for word in insets.published]
    for number, event in enumerate(statements.events, 1):
        if event.words and event.proof.word >= 0:
            attributes = {**(date_attributes(event.date) if event.date else {}), "corresp": f"#event-{number}"}
            _wrap_first(insets, published, event, Element("date", attributes))
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(published):
        starts[key].append(at)
    for number, place in enumerate(statements.places, 1):
        for name in sorted((place.name, *place.spellings), key=len, reverse=True):
            keys = keys_of(name)
            for at in starts[keys[0]] if keys else ():
                if published[at : at + len(keys)] == keys:
                    insets.wrap(at, at + len(keys) - 1, Element("placeName", {"ref": f"#place-{number}"}))


def _wrap_first(insets: Insets, published: Sequence[str], event: Event, element: Element) -> None:
    keys = keys_of(event.words)
    stop = event.proof.word + len(keys_of(event.proof.quote))
    for at in range(event.proof.word, stop):
        if published[at : at + len(keys)] == keys and insets.wrap(at, at + len(keys) - 1, element):
            return

"""timeline.yaml: events with dates, each tied to the words that prove it. No date is carried over a gap or made up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from gapmark.edition.dates import Date, DateError, order, parse_date, place
from gapmark.edition.evidence import place_of, prove
from gapmark.edition.quotes import Proof, Witness
from gapmark.edition.words import keys_of
from gapmark.model import Location, Problem

Certainty = Literal["stated", "inferred", "relative"]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""

    label: str
    date: Date | None
    """As the text states it: a day whose year is not stated has none. None: the text gives no date."""
    year: int | None
    """The year that was inferred for a date without one; astronomical: -489 is 490 BC."""
    words: str
    """The date in the words of the text."""
    certainty: Certainty
    reasoning: str
    """How an inferred date, or its year, was come by."""
    proof: Proof

    @property
    def placed(self) -> Date | None:
        """The date with its inferred year: for order and drawing only."""
        if self.date and self.date.yearless:
            return place(self.date, self.year) if self.year is not None else None
        return self.date


def read_events(
    entries: Sequence[Mapping[str, Any]], witness: Witness
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The confirmed events in the order of time; those without a date follow the one they follow in the file."""
    events: list[Event] = []
    problems: list[Problem] = []
    for entry in entries:
        if entry["confirmed"]:
            event, found = _read_event(entry, witness)
            problems += found
            events += (event,) if event else ()
    return tuple(events[i] for i in order([event.placed for event in events])), tuple(problems)


def _read_event(entry: Mapping[str, Any], witness: Witness) -> tuple[Event | None, list[Problem]]:
    proof, found = prove(witness, entry)
    date, wrong = _read_date(entry)
    problems = [*found, *wrong]
    if not entry["quote"]:
        where = getattr(entry, "where", Location("content/timeline.yaml"))
        problems.append(Problem("X024", "error", "the event has no proof", where, "add quote: with words of the text"))
    if date or not entry["date"]:
        problems += _check_certainty(entry, date)
    if proof is None or wrong:
        return None, problems
    year = entry["year"] if isinstance(entry["year"], int) else None
    return Event(entry["label"], date, year, entry["words"], entry["certainty"], entry["reasoning"], proof), problems


def _read_date(entry: Mapping[str, Any]) -> tuple[Date | None, tuple[Problem, ...]]:
    if not entry["date"]:
        return None, ()
    try:
        return parse_date(entry["date"], entry["calendar"]), ()
    except DateError as error:
        hint = f"write it in EDTF, for example {error.example}"
        return None, (Problem("X025", "error", error.message, place_of(entry, "date"), hint),)


def _check_certainty(entry: Mapping[str, Any], date: Date | None) -> Iterator[Problem]:
    """A date is stated only as far as the quoted words state it; what is inferred says how."""
    quoted = set(keys_of(entry["quote"]))
    if entry["words"] and not _stands_in(keys_of(entry["words"]), keys_of(entry["quote"])):
        hint = "quote the sentence with its date, or copy the date's words from the quotation"
        message = f'the date\'s words "{entry["words"]}" are not in the quotation'
        yield Problem("X026", "error", message, place_of(entry, "words"), hint)
    years = re.findall(r"-?\d{4,}(?=-|/|$|\?|~|%|T)", date.notation) if date else []
    shown = {str(int(year)) for year in years} | {str(1 - int(year)) for year in years if int(year) <= 0}
    unstated = years and not any(shown & set(re.findall(r"\d+", word)) for word in quoted)
    if entry["certainty"] == "stated" and (unstated or entry["year"] is not None):
        hint = "write the date without it, as XXXX-11-01, with year:, certainty: inferred and reasoning:"
        message = "the date is called stated, and the quoted words do not state its year"
        yield Problem("X027", "error", message, place_of(entry, "certainty"), hint)
    if entry["certainty"] == "inferred" and not entry["reasoning"]:
        message = "an inferred date needs its reasoning"
        hint = 'add reasoning: in words, such as "2013, from the opening sentence"'
        yield Problem("X028", "error", message, place_of(entry, "certainty"), hint)
    if entry["year"] is not None and not (date and date.yearless):
        message = "year: is for a date whose year is not stated"
        yield Problem(
            "X029", "error", message, place_of(entry, "year"), "take it away, or write the date as XXXX-MM-DD"
        )


def _stands_in(words: Sequence[str], quote: Sequence[str]) -> bool:
    return any(list(quote[i : i + len(words)]) == list(words) for i in range(len(quote) - len(words) + 1))

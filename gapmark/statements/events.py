"""timeline.yaml: events with dates, each tied to the words that prove it. No date is carried over a gap or made up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from gapmark.compare.words import find_words, keys_of
from gapmark.dates.chronology import lend_year, order
from gapmark.dates.date import Date, DateError
from gapmark.dates.edtf import parse_date
from gapmark.problems.location import Problem
from gapmark.statements.doubts import check_doubts, whole_sentence
from gapmark.statements.evidence import find_proof
from gapmark.statements.names import Spellings
from gapmark.statements.quotations import Proof, Quotations
from gapmark.statements.stated import check_stated, check_yearless
from gapmark.yamltext.records import Group

Certainty = Literal["stated", "inferred", "relative"]


class Event(NamedTuple):
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
            return lend_year(self.date, self.year) if self.year is not None else None
        return self.date


def read_events(
    entries: Sequence[Group], quotations: Quotations, spellings: Spellings = ()
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The confirmed events in the order of time; those without a year follow the events that the text has before."""
    events: list[Event] = []
    problems: list[Problem] = []
    for entry in entries:
        if entry["confirmed"] is True:
            event, found = _read_event(entry, quotations, spellings)
            problems += found
            events += (event,) if event else ()
    events = _as_in_text(events)
    return tuple(events[i] for i in order([event.placed for event in events])), tuple(problems)


def _as_in_text(events: Sequence[Event]) -> list[Event]:
    """The events in the order of their quotations in the source; the editor's words keep their place in the file."""
    tokens: list[int] = []
    for event in events:
        tokens.append(event.proof.first_token or (tokens[-1] if tokens else 0))
    return [events[i] for i in sorted(range(len(events)), key=tokens.__getitem__)]


def _read_event(entry: Group, quotations: Quotations, spellings: Spellings) -> tuple[Event | None, list[Problem]]:
    proof, found = find_proof(quotations, entry)
    date, wrong = _read_date(entry)
    problems = [*found, *wrong]
    if not entry["quote"]:
        hint = "add quote: with words of the text"
        problems.append(Problem("X024", "error", "the event has no proof", entry.where, hint))
    if date or not entry["date"]:
        problems += _check_words(entry, date)
        problems += _check_certainty(entry, date)
    if proof is None or wrong:
        return None, problems
    problems += check_doubts(entry, "label", proof, quotations, spellings, date)
    proof = proof._replace(sentence=whole_sentence(proof, quotations))
    if date:
        check = check_stated if entry["certainty"] == "stated" else check_yearless
        problems += check(entry, date, proof, quotations)
    year = entry["year"] if isinstance(entry["year"], int) else None
    return Event(entry["label"], date, year, entry["words"], entry["certainty"], entry["reasoning"], proof), problems


def _read_date(entry: Group) -> tuple[Date | None, tuple[Problem, ...]]:
    if not entry["date"]:
        return None, ()
    key = "date"
    try:
        date = parse_date(entry["date"], entry["calendar"])
        if date.yearless and entry["year"] is not None:
            key = "year"
            lend_year(date, _whole(entry["year"]))
        last = max([entry["year"] or 0, *(point.years[1] for point in date.points if point.years)])
        if date.calendar == "julian" and last > LAST_JULIAN:
            key = "calendar"
            raise DateError(f"no country counted {last} in the Julian calendar", "calendar: gregorian")
        return date, ()
    except DateError as error:
        return None, (Problem("X025", "error", error.message, entry.locate(key), error.hint),)


def _whole(year: float) -> int:
    """An inferred year as it was written. Raises DateError where it is no year."""
    if not isinstance(year, int) or abs(year) > LAST_YEAR:
        raise DateError(f"{year} is not a year", "2013, or -489 for 490 BC")
    return year


LAST_JULIAN = 1923
"""The last year in which a country went over to the Gregorian calendar."""
LAST_YEAR = 9999
"""Of an inferred year, in either direction; a date itself can go further."""


def _check_words(entry: Group, date: Date | None) -> Iterator[Problem]:
    """The words of a date are in its quotation; a part of a month must have some, since it is printed in them."""
    words = keys_of(entry["words"])
    if words and next(find_words(words, keys_of(entry["quote"])), None) is None:
        hint = "quote the sentence with its date, or copy the date's words from the quotation"
        message = f'the date\'s words "{entry["words"]}" are not in the quotation'
        yield Problem("X026", "error", message, entry.locate("words"), hint)
    if date and date.is_part and not entry["words"]:
        message = f"{date.notation} is printed in the words of the text, and none are given"
        hint = "add words: with those of the quotation, such as In early March"
        yield Problem("X026", "error", message, entry.locate("date"), hint)


def _check_certainty(entry: Group, date: Date | None) -> Iterator[Problem]:
    """What is inferred says how; a year is inferred only where the date has none."""
    stated = entry["certainty"] == "stated"
    if not stated and not entry["reasoning"] and (date or entry["certainty"] == "inferred"):
        message = f"a date that is {entry['certainty']} needs its reasoning"
        hint = 'add reasoning: in words, such as "2013, from the opening sentence"'
        yield Problem("X028", "error", message, entry.locate("certainty"), hint)
    if entry["year"] is not None and not (date and date.yearless):
        message = "year: is for a date whose year is not stated"
        hint = "take it away, or write the date as XXXX-MM-DD"
        yield Problem("X029", "error", message, entry.locate("year"), hint)

"""What the text states, as far as an editor has written it down: facts, events and places, each with its proof."""

from __future__ import annotations

from typing import NamedTuple

from gapmark.compare.record import Record
from gapmark.model import Lists
from gapmark.problems.location import Problem
from gapmark.statements.events import Event, read_events
from gapmark.statements.facts import FactField, read_facts
from gapmark.statements.places import Place, read_places
from gapmark.statements.quotations import Quotations


class Statements(NamedTuple):
    """Facts, events and places."""

    facts: tuple[FactField, ...]
    """Empty where there is no panel."""
    events: tuple[Event, ...]
    """In the order of time."""
    places: tuple[Place, ...]
    problems: tuple[Problem, ...] = ()


def prove(lists: Lists, record: Record) -> Statements:
    """Prove every entry by the words of the text; all problems of all files come together."""
    quotations = Quotations(record)
    spellings = [(place["name"], *place["spellings"]) for place in lists.places]
    facts, wrong = read_facts(lists.fields, lists.facts, quotations, spellings) if lists.facts is not None else ((), ())
    events, wrong_too = read_events(lists.timeline, quotations, spellings)
    places, wrong_as_well = read_places(lists.places, quotations)
    return Statements(facts, events, places, (*wrong, *wrong_too, *wrong_as_well))

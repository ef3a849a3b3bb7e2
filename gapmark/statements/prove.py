"""What the text states, as far as an editor has written it down: facts, events and places, each with its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gapmark.compare.record import Record
from gapmark.compare.witness import Witness
from gapmark.model import Problem
from gapmark.statements.events import Event, read_events
from gapmark.statements.facts import FactField, read_facts
from gapmark.statements.places import Place, read_places
from gapmark.yamltext import Group


@dataclass(frozen=True, slots=True)
class Lists:
    """The entries of the editor's files, as they were read."""

    fields: Sequence[Group]
    facts: Group | None
    """None: there is no facts.yaml, and no panel."""
    timeline: Sequence[Group]
    places: Sequence[Group]


@dataclass(frozen=True, slots=True)
class Statements:
    """Facts, events and places."""

    facts: tuple[FactField, ...]
    """Empty where there is no panel."""
    events: tuple[Event, ...]
    """In the order of time."""
    places: tuple[Place, ...]


def read_statements(lists: Lists, record: Record) -> tuple[Statements, tuple[Problem, ...]]:
    """Prove every entry by the words of the text; all problems of all files come together."""
    witness = Witness(record)
    facts, wrong = read_facts(lists.fields, lists.facts, witness) if lists.facts is not None else ((), ())
    events, wrong_too = read_events(lists.timeline, witness)
    places, wrong_as_well = read_places(lists.places, witness)
    return Statements(facts, events, places), (*wrong, *wrong_too, *wrong_as_well)

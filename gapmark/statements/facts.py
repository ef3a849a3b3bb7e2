"""The panel of facts: for each field the claims of the text, side by side, each with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapmark.problems.location import Problem
from gapmark.statements.doubts import JUST_BEFORE, check_doubts, whole_sentence
from gapmark.statements.evidence import find_proof, nearest
from gapmark.statements.names import Spellings, check_side, check_speaker
from gapmark.statements.passages import read_passage
from gapmark.statements.quotations import Proof, Quotations
from gapmark.yamltext.records import Group

PROPER = ("place", "commanders", "belligerents", "units", "part_of")
"""Fields whose values are names: what the text says of them is not the value."""


class Claim(NamedTuple):
    """One value of one field."""

    value: str
    side: str
    """Whose value it is, in a field by sides; may be empty."""
    according_to: str
    """Who says so in the text; empty where the text says so itself."""
    source: str
    """Where a value comes from that is not in the text; empty for the others."""
    proof: Proof | None
    """The words of the text; None for a value from elsewhere."""


class FactField(NamedTuple):
    """A field of the panel."""

    name: str
    label: str
    claims: tuple[Claim, ...]
    """Empty: the text doesn't state it, or nobody has entered it."""
    not_stated: bool
    """Whether the editor says that the text doesn't state it."""


def read_facts(
    fields: Sequence[Group], facts: Group, quotations: Quotations, spellings: Spellings = ()
) -> tuple[tuple[FactField, ...], tuple[Problem, ...]]:
    """The fields in the order of fields.yaml, without those that facts.yaml leaves out with a reason."""
    problems: list[Problem] = []
    left_out = facts["left_out"]
    problems += (*_check_left_out(left_out, facts), *_check_not_stated(facts))
    found = [
        FactField(
            name, label or name, _claims(field, facts, quotations, spellings, problems), name in facts["not_stated"]
        )
        for field in fields
        for name, label in [(field["name"], field["label"])]
        if not left_out[name]
    ]
    return tuple(found), tuple(problems)


def _check_not_stated(facts: Group) -> Iterator[Problem]:
    for name in facts["not_stated"]:
        if facts.get(name) or facts["left_out"].get(name):
            has = "has a value" if facts[name] else "is left out"
            message = f'"{name}" is called not stated and {has}'
            yield Problem("X024", "error", message, facts.locate("not_stated"), "delete one of the two")


def _check_left_out(left_out: Group, facts: Group) -> Iterator[Problem]:
    for name in left_out.parts:
        if not left_out[name]:
            hint = f"write left_out: {name}: with the reason; or delete the line, and it is shown"
            yield Problem("X024", "error", f'"{name}" is left out without a reason', left_out.locate(name), hint)
        if left_out[name] and facts[name]:
            message = f'"{name}" is left out and has a value'
            yield Problem("X024", "error", message, left_out.locate(name), "delete one of the two")


def _claims(
    field: Group, facts: Group, quotations: Quotations, spellings: Spellings, problems: list[Problem]
) -> tuple[Claim, ...]:
    claims = []
    sides = _sides(facts)
    for entry in facts[field["name"]]:
        proof, found = find_proof(quotations, entry)
        problems += (*found, *_check_claim(entry, field, quotations))
        if proof:
            problems += check_doubts(entry, "value", proof, quotations, spellings, proper=field["name"] in PROPER)
            problems += _check_speakers(entry, proof, quotations, sides)
            proof = proof._replace(sentence=whole_sentence(proof, quotations))
        if proof or entry["source"]:
            claims.append(Claim(entry["value"], entry["side"], entry["according_to"], entry["source"], proof))
    return tuple(claims)


def _sides(facts: Group) -> tuple[str, ...]:
    """Return every side that a claim names, and the belligerents."""
    claims = [claim for name, own in facts.items() if name not in ("left_out", "not_stated") for claim in own]
    named = [claim["side"] for claim in claims if claim["side"]]
    return (*named, *(claim["value"] for claim in facts.get("belligerents") or ()))


def _check_speakers(entry: Group, proof: Proof, quotations: Quotations, sides: Sequence[str]) -> Iterator[Problem]:
    passage, value = read_passage("", proof, quotations), entry["value"]
    if entry["side"] and quotations.find(entry["side"]):
        yield from check_side(entry["side"], value, entry.locate("side"), passage, sides)
    if entry["according_to"] and quotations.find(entry["according_to"]):
        wide = read_passage("", proof, quotations, before=JUST_BEFORE)
        yield from check_speaker(entry["according_to"], value, entry.locate("according_to"), passage, wide)


def _check_claim(entry: Group, field: Group, quotations: Quotations) -> Iterator[Problem]:
    where = entry.where
    if not entry["quote"] and not entry["source"]:
        message = f'the value "{entry["value"]}" has no proof'
        yield Problem("X024", "error", message, where, "add quote: with words of the text, or source: for another one")
    if entry["quote"] and entry["source"]:
        message = "a value has either words of the text or another source, not both"
        yield Problem("X024", "error", message, where, "make two claims of it; they will stand side by side")
    if entry["side"] and not field["by_side"]:
        message = f'the field "{field["name"]}" has no sides'
        yield Problem("X024", "error", message, entry.locate("side"), "take side: away, or set by_side in fields.yaml")
    for key in ("side", "according_to"):
        if entry[key] and entry["quote"] and quotations.find(entry[key]) is None:
            hint = "name it as the text does" + nearest(quotations, entry[key])
            message = f'the text has not got the words "{entry[key]}"'
            yield Problem("X020", "error", message, entry.locate(key), hint)

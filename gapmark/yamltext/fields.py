"""The record that says what a value of a YAML file may be: its kind, default and choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Field(NamedTuple):
    """What a value may be."""

    kind: str
    """`text`, `address` (of the web), `date` (a day, month or year), `flag`, `number`, `list` (of `item`),
    `map` (of `fields`, or of any key to `item`)."""
    default: Any = None
    required: bool = False
    choices: tuple[str, ...] = ()
    """The only values of a text, or the values of a flag besides true and false. Capitals don't matter."""
    fields: Mapping[str, Field] | None = None
    item: Field | None = None
    example: str = ""
    """What an editor could write, where the general example of its kind would mislead."""
    elsewhere: Mapping[str, str] | None = None
    """Words, in small letters, that editors write here and that belong to another key, with that key and its value."""


TEXT, NEEDED, ADDRESS = Field("text"), Field("text", required=True), Field("address")


def group(*, required: bool = False, **fields: Field) -> Field:
    """Return the field of a group of keys."""
    return Field("map", required=required, fields=fields)


def entries(**fields: Field) -> Field:
    """Return the field of a list of groups of keys."""
    return Field("list", item=Field("map", fields=fields))


def default_of(field: Field) -> Any:
    """Return the value of a field that is not set."""
    empty = {"text": "", "address": "", "date": "", "list": (), "map": {}}
    return empty.get(field.kind) if field.default is None else field.default


def optional(field: Field) -> dict[str, Field]:
    """Return the keys of a group, none of them required."""
    return {key: own._replace(required=False) for key, own in (field.fields or {}).items()}


def example_of(field: Field) -> str:
    """Return what an editor could write there, for a hint."""
    examples = {"text": "some words", "flag": "true", "number": "1", "list": "[...]", "map": "(its keys, indented)"}
    examples |= {"date": "2026-05-31", "address": "https://example.org/ (the whole address, or nothing)"}
    choices = " or ".join(filter(None, (", ".join(field.choices[:-1]), *field.choices[-1:])))
    return field.example or (choices if field.kind == "text" else "") or examples[field.kind]

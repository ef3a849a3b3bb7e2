"""The parts of a form, made from what a list says of its entries, and what was typed, as values of an entry (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from gapmark.desk.list_text import plain_value
from gapmark.desk.value_text import Value
from gapmark.problems.location import Problem
from gapmark.yamltext.fields import Field, example_of
from gapmark.yamltext.records import Entry

LONG = ("quote", "words", "note", "reasoning", "reason", "source", "published")
"""The keys whose values are mostly longer than a line."""


class Control(NamedTuple):
    """One part of a form."""

    name: str
    """The key; of a key in a group, both with a full stop between."""
    kind: str
    """`line`, `lines`, `number` or `choice`."""
    value: str
    choices: tuple[str, ...]
    """The values that can be chosen, or that are offered beside others."""
    default: str
    """What is chosen where nothing is."""
    required: bool
    example: str
    problems: tuple[Problem, ...]
    """What is wrong with its value."""


def controls(
    fields: Mapping[str, Field],
    values: Mapping[str, str],
    problems: Mapping[str, tuple[Problem, ...]],
    offered: Mapping[str, tuple[str, ...]],
) -> tuple[Control, ...]:
    """Return the parts of a form, in the order of the fields. `offered`: the values that stand elsewhere already."""
    return tuple(
        Control(
            name,
            _kind(name, field),
            values.get(name, ""),
            _choices(field) or offered.get(name, ()),
            str(field.default).lower() if _choices(field) else "",
            field.required,
            example_of(field) if field.kind in ("date", "address") or field.example else "",
            problems.get(name, ()),
        )
        for name, field in flat_fields(fields)
    )


def flat_fields(fields: Mapping[str, Field]) -> Iterator[tuple[str, Field]]:
    """Yield each field that a form has; those of a group by both names."""
    for name, field in fields.items():
        if field.kind == "map" and field.fields:
            yield from ((f"{name}.{key}", part) for key, part in field.fields.items())
        else:
            yield name, field


def _kind(name: str, field: Field) -> str:
    if _choices(field):
        return "choice"
    if field.kind == "number":
        return "number"
    return "lines" if field.kind == "list" or name in LONG else "line"


def _choices(field: Field) -> tuple[str, ...]:
    return ("true", "false", *field.choices) if field.kind == "flag" else field.choices


def typed_values(entry: Entry) -> dict[str, str]:
    """Return the values of an entry as a form shows them: one text for each part."""
    found: dict[str, str] = {}
    for key, part in (entry.value if isinstance(entry.value, dict) else {}).items():
        value = plain_value(part)
        if isinstance(value, Mapping):
            found |= {f"{key}.{name}": word for name, word in value.items()}
        else:
            found[key] = value if isinstance(value, str) else "\n".join(value)
    return found


def read_values(fields: Mapping[str, Field], sent: Mapping[str, str]) -> dict[str, Value]:
    """Return what was typed as values of an entry. White space is a space; a choice that is the default is left out."""
    found: dict[str, Value] = {}
    for name, field in fields.items():
        if field.kind == "map" and field.fields:
            there = {key: f"{name}.{key}" for key in field.fields if f"{name}.{key}" in sent}
            group = {key: " ".join(sent[long].split()) for key, long in there.items()}
            found |= {name: group if any(group.values()) else ""} if there else {}
        elif name in sent:
            lines = [" ".join(line.split()) for line in sent[name].splitlines()]
            text = " ".join(filter(None, lines))
            is_default = bool(_choices(field)) and text == str(field.default).lower()
            found[name] = tuple(filter(None, lines)) if field.kind == "list" else "" if is_default else text
    return found


def place_problems(problems: Sequence[Problem], path: str, entry: Entry | None) -> dict[str, tuple[Problem, ...]]:
    """Return problems by the part of the form whose lines they are about; all others under the empty name."""
    found: dict[str, tuple[Problem, ...]] = {}
    lines = dict(_lines(entry)) if entry else {}
    for problem in problems:
        line = problem.where.line if problem.where.path == path else 0
        name = lines.get(line, "")
        found[name] = (*found.get(name, ()), problem)
    return found


def _lines(entry: Entry, before: str = "") -> Iterator[tuple[int, str]]:
    for key, part in (entry.value if isinstance(entry.value, dict) else {}).items():
        if isinstance(part.value, dict):
            yield from _lines(part, f"{key}.")
        else:
            yield from ((line, before + key) for line in range(part.begin.line, part.end.line + 1))

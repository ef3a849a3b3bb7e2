"""The parts of a form, made from what a list says of its entries, and what was typed, as values of an entry (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gapmark.desk.list_text import plain_value
from gapmark.desk.value_text import Value
from gapmark.problems.location import Problem
from gapmark.yamltext.fields import Field
from gapmark.yamltext.records import Entry


def flat_fields(fields: Mapping[str, Field]) -> Iterator[tuple[str, Field]]:
    """Yield each field that a form has; those of a group by both names."""
    for name, field in fields.items():
        if field.kind == "map" and field.fields:
            yield from ((f"{name}.{key}", part) for key, part in field.fields.items())
        else:
            yield name, field


def choices_of(field: Field) -> tuple[str, ...]:
    """Return the values that can be chosen; none where a value is typed."""
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
            is_default = bool(choices_of(field)) and text == str(field.default).lower()
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

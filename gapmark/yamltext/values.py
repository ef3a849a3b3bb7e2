"""Reads the values of a YAML file as its fields say; each value knows its line.

A scalar stays the words that were typed: `no`, `1:30` and `2013-02-06` are text until a field says otherwise. Keys
that come twice, unknown keys, aliases and tags are errors with a place. A `Field` says what a file may hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from gapmark.problems.location import Location, Problem
from gapmark.problems.lookalikes import plain_value
from gapmark.problems.nearest import did_you_mean, nearest
from gapmark.run.memo import keep
from gapmark.yamltext.fields import Field, default_of, example_of, optional
from gapmark.yamltext.records import Entry, Group
from gapmark.yamltext.web_address import is_address
from gapmark.yamltext.writing import between_marks

YES, NO = {"true", "yes", "on"}, {"false", "no", "off"}


def _read_entries(text: str, path: str, code: str) -> tuple[Entry, tuple[Problem, ...], bool]:
    from gapmark.yamltext.entries import read_entries  # PyYAML takes long to load; an earlier build read most files

    return read_entries(text, path, code)


class Yaml:
    """One parsed file: its values and what is wrong with it, which grows as fields are read."""

    def __init__(self, text: str, path: str, code: str) -> None:
        """Parse `text`; `code` is the problem code for all that is wrong in this file."""
        self.text, self.path, self.code = text, path, code
        self.root, problems, self.broken = keep(_read_entries, text, path, code)
        self.problems = list(problems)

    def error(self, where: Location, message: str, hint: str) -> None:
        """Note an error in this file."""
        self.problems.append(Problem(self.code, "error", message, where, hint))

    def read(self, field: Field) -> Any:
        """Return the whole file as `field` says. Note what is wrong and give it its default."""
        before = len(self.problems)
        values = self.value(self.root, field, "the file")
        if self.broken:  # nothing is missing in a file that can't be read
            del self.problems[before:]
        return values

    # ------------------------------------------------------------ entries to values

    def value(self, entry: Entry, field: Field, name: str) -> Any:
        """Return the value of `entry` as `field` says. Where it is of another kind, note a problem and return the
        default."""
        if entry.value is None:
            return self._absent(entry, field, name)
        if isinstance(entry.value, str) and (field.choices or field.kind in ("number", "date", "flag")):
            entry = entry._replace(value=plain_value(entry.value))
        return getattr(self, f"_{field.kind}")(entry, field, name)

    def _absent(self, entry: Entry, field: Field, name: str) -> Any:
        if field.required:
            self.error(entry.where, f"{name} is empty", f"give {name} a value")
        return self._map(entry._replace(value={}), field, name) if field.kind == "map" else default_of(field)

    def _wrong(self, entry: Entry, field: Field, name: str, wanted: str) -> Any:
        found = "a group of keys" if isinstance(entry.value, dict) else "a list"
        found = f'"{entry.value}"' if isinstance(entry.value, str) else found
        meant = (field.elsewhere or {}).get(entry.text.lower())
        near = nearest(entry.text.lower(), field.choices)
        meant = meant or (f'"{near}"' if near else "")
        hint = f"did you mean {meant}?" if meant else f"write {name}: {example_of(field)}"
        if field.kind == "text" and not isinstance(entry.value, str) and entry.where.line == entry.end.line:
            line = self.text.split("\n")[entry.where.line - 1][entry.where.column - 1 : entry.end.column - 1]
            key, colon, value = line.partition(": ")
            hint = f"put the value in quotation marks: {key}{colon}{between_marks(value.strip() or line)}"
        hint = _WHOLE[field.kind] if entry is self.root else hint
        self.error(entry.where, f"{name} is {found}, not {wanted}", hint)
        return default_of(field)

    def _text(self, entry: Entry, field: Field, name: str) -> Any:
        if not isinstance(entry.value, str):
            return self._wrong(entry, field, name, "text")
        if not field.choices:
            return entry.value
        meant = next((choice for choice in field.choices if choice.lower() == entry.value.lower()), None)
        return meant or self._wrong(entry, field, name, "one of " + ", ".join(field.choices))

    def _address(self, entry: Entry, field: Field, name: str) -> Any:
        return entry.text if is_address(entry.text) else self._wrong(entry, field, name, "a web address")

    def _date(self, entry: Entry, field: Field, name: str) -> str:
        from datetime import date  # loaded only for a file with a date

        try:
            written = re.fullmatch(r"\d{4}(-\d\d){0,2}", entry.text, re.ASCII)
            date.fromisoformat(written[0] + "YYYY-01-01"[len(written[0]) :] if written else "")
        except ValueError:
            self._wrong(entry, field, name, "a day, a month or a year in figures")
        return entry.text

    def _flag(self, entry: Entry, field: Field, name: str) -> Any:
        word = entry.text.lower()
        if word not in YES | NO | {*field.choices}:
            return self._wrong(entry, field, name, " or ".join(("true", "false", *field.choices)))
        return word if word in field.choices else word in YES

    def _number(self, entry: Entry, field: Field, name: str) -> Any:
        try:
            number = float(entry.text)
        except ValueError:
            return self._wrong(entry, field, name, "a number")
        if number - number != 0:  # NaN or infinite
            return self._wrong(entry, field, name, "a number")
        return int(number) if number.is_integer() else number

    def _list(self, entry: Entry, field: Field, name: str) -> Any:
        item = field.item or Field("text")
        if not isinstance(entry.value, tuple):
            return self._wrong(entry, field, name, "a list")
        return tuple(self.value(child, item, f"an entry of {name}") for child in entry.value)

    def _map(self, entry: Entry, field: Field, name: str) -> Any:
        if not isinstance(entry.value, dict):
            self._wrong(entry, field, name, "a group of keys")
            return self._map(entry._replace(value={}), Field("map", fields=optional(field)), name)
        if field.fields is None:
            item = field.item or Field("text")
            return {key: self.value(child, item, key) for key, child in entry.value.items()}
        return self._fields(entry, entry.value, field.fields, name)

    def _fields(self, entry: Entry, pairs: dict[str, Entry], fields: Mapping[str, Field], name: str) -> Any:
        for key in [key for key in pairs if key not in fields]:
            self.error(pairs[key].where, f'unknown setting "{key}"', did_you_mean(key, tuple(fields)))
        values = Group(entry)
        for key, field in fields.items():
            if key not in pairs and field.required:
                self.error(entry.where, f'{name} has no "{key}"', f"add the line {key}: {example_of(field)}")
            values[key] = self.value(pairs[key], field, key) if key in pairs else self._default_of(field, entry)
        return values

    def _default_of(self, field: Field, entry: Entry) -> Any:
        if field.kind != "map" or field.fields is None:
            return default_of(field)
        return self._map(entry._replace(value={}), Field("map", fields=optional(field)), "")


_WHOLE = {
    "list": "begin each entry with a hyphen and a space",
    "map": "write a line for each key, such as title: words",
}
"""The hints for a whole file of the wrong kind."""

"""The desk's pages as HTML: templates of its own, which escape every word that they are given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import jinja2

from gapmark.compare.reasons import shortened
from gapmark.desk.form import controls, flat_fields, place_problems, typed_values
from gapmark.desk.kinds import NEW, Item, Kind
from gapmark.desk.state import PHRASES, State
from gapmark.language.phrases import Language
from gapmark.problems.location import Problem
from gapmark.run.memo import share
from gapmark.yamltext.records import Entry

OFFERED = ("side", "according_to", "source", "editor", "witness.title", "witness.address", "calendar", "title")
"""The parts of a form that offer what was typed there in other entries."""


class Draft(NamedTuple):
    """A form of one entry, and what is in it."""

    kind: Kind
    entry: str
    """The sum of the entry's lines; NEW for one that is not there yet."""
    key: str
    """The list in which it stands, or will; empty where that is to be chosen, or the file is the list."""
    values: dict[str, str]
    back: str = ""
    problems: tuple[Problem, ...] = ()
    read: Entry | None = None
    """The entry as it was, or would be, written: it says which part a problem is about."""
    message: str = ""
    """The key of a phrase."""
    newer: str = ""
    """The file as another program has changed it."""


def render(state: State, secret: str, name: str, **context: object) -> bytes:
    """Return a page of the desk."""
    context |= {"kinds": state.kinds, "secret": secret, "pages": state.pages}
    return fill_template(state.language, name, **context).encode()


def fill_template(language: Language, name: str, **context: object) -> str:
    """Return a template of the desk, filled in."""
    return share(_templates).get_template(f"{name}.html").render(t=language, **context)


def _templates() -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(PHRASES)
    made = jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    made.filters["short"] = shortened
    return made


def render_form(state: State, secret: str, draft: Draft) -> bytes:
    """Return the page with the form of one entry."""
    kind = draft.kind
    placed = place_problems(draft.problems, kind.path, draft.read)
    parts = controls(kind.fields, draft.values, placed, dict(_offered(state, kind)))
    named = {part.name for part in parts}
    rest = [problem for name, found in placed.items() if name not in named for problem in found]
    context = {"draft": draft, "controls": parts, "problems": rest, "is_new": draft.entry == NEW}
    return render(state, secret, "form", file=state.sum(kind.path), **context)


def _offered(state: State, kind: Kind) -> Iterable[tuple[str, tuple[str, ...]]]:
    typed = [typed_values(item.entry) for item in state.items(kind)]
    for name, _ in flat_fields(kind.fields):
        if name in OFFERED:
            yield name, tuple(dict.fromkeys(values[name] for values in typed if values.get(name)))


class Row(NamedTuple):
    """An entry as a list of them shows it."""

    key: str
    title: str
    entry: str
    values: dict[str, str]


def rows(kind: Kind, items: Sequence[Item]) -> tuple[Row, ...]:
    """Return entries as a list shows them."""
    found = ((item, typed_values(item.entry)) for item in items)
    return tuple(
        Row(item.key, " > ".join(filter(None, map(values.get, kind.title))), item.sum, values) for item, values in found
    )

"""The desk's pages as HTML: templates of its own, which escape every word that they are given."""

from __future__ import annotations

from typing import NamedTuple

import jinja2

from gapmark.compare.reasons import shortened
from gapmark.desk.form import choices_of, flat_fields, place_problems, typed_values
from gapmark.desk.kinds import NEW, Kind
from gapmark.desk.state import PHRASES, State
from gapmark.language.phrases import Language
from gapmark.problems.location import Problem
from gapmark.run.memo import share
from gapmark.yamltext.fields import example_of
from gapmark.yamltext.records import Entry

OFFERED = ("side", "according_to", "source", "editor", "witness.title", "witness.address")
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
    made.filters |= {"short": shortened, "values": typed_values, "choices": choices_of, "example": example_of}
    return made


def render_form(state: State, secret: str, draft: Draft) -> bytes:
    """Return the page with the form of one entry."""
    kind = draft.kind
    placed = place_problems(draft.problems, kind.path, draft.read)
    parts = dict(flat_fields(kind.fields))
    typed = [typed_values(item.entry) for item in state.items(kind)]
    offered = {name: dict.fromkeys(filter(None, (values.get(name) for values in typed))) for name in OFFERED}
    told = [problem for name, found in placed.items() if name not in parts for problem in found]
    context = {"placed": placed, "parts": parts, "offered": offered, "told": told, "is_new": draft.entry == NEW}
    return render(state, secret, "form", draft=draft, file=state.sum(kind.path), **context)

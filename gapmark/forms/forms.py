"""The forms that a source can have, each as one record. What differs between them is asked of the record."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from gapmark.forms.plain import parse_plain
from gapmark.forms.plain_checks import PLAIN_CHECKS
from gapmark.model import Document, Source
from gapmark.problems.location import Location, Problem
from gapmark.source.checks import CHECKS
from gapmark.source.findings import Finding, show
from gapmark.source.sections import parse_tokens

MENDABLE = ("S105", "S106", "S107", "S12", "S14")
"""How the codes begin of what an editor can mend in a page."""


class SourceForm(NamedTuple):
    """A form of a source."""

    name: str
    """As `source: form:` in site.yaml."""
    parse: Callable[[Source], Document]
    checks: tuple[Callable[[Document], Iterator[Finding]], ...]
    """What an editor should know of such a source."""
    cleaned: bool
    """Whether spaces round signs are closed and typographic signs set; else a published word is the received one."""
    counted: bool
    """Whether a mark is one token, and a gap a run of marks where a pattern predicts it; else each mark says for itself
    how much is missing, and why."""


FORMS = (
    SourceForm("tokens", parse_tokens, CHECKS, cleaned=True, counted=True),
    SourceForm("plain", parse_plain, PLAIN_CHECKS, cleaned=False, counted=False),
)
NAMES = tuple(form.name for form in FORMS)


def form_of(document: Document) -> SourceForm:
    """Return the form of a document's source."""
    return FORMS[NAMES.index(document.source.form)]


def parse_source(source: Source) -> Document:
    """Return the one document that a project's source holds. Raises GapmarkError where it holds none, or several."""
    return FORMS[NAMES.index(source.form)].parse(source)


def check_source(document: Document, mended: Collection[int] = ()) -> tuple[Problem, ...]:
    """Return all warnings about a source, in the order of their places.

    `mended` are the numbers of tokens that the edition corrects or leaves out: there, nothing needs mending any more.
    """
    findings = (finding for check in form_of(document).checks for finding in check(document))
    return tuple(show(document, (f for f in findings if f.token not in mended or not f.code.startswith(MENDABLE))))


# ---------------------------------------------------------------- which form a text has

_STOP = re.compile(r"(\s?)[,.](?!\S)")
_TOKENS = re.compile(r"(?<![^\s\ufeff])@@[0-9]+(?!\S)|\A\ufeff?##[0-9]+(?!\S)|(?<!\S)@\s+@(?!\S)")
"""A header, or two marks in a row."""
FEW = 5
"""Commas and full stops that make it sure."""


def find_form(text: str) -> tuple[str, bool]:
    """Return the form that a text's signs speak for, and whether they are enough to be sure.

    It is `tokens` where there is a header, a run of `@`, or a space before more than half of the commas and full stops.
    """
    stops = _STOP.findall(text)
    if _TOKENS.search(text):
        return "tokens", True
    return "tokens" if 2 * sum(map(bool, stops)) > len(stops) else "plain", len(stops) >= FEW


def check_form(document: Document) -> tuple[Problem, ...]:
    """S144: a text whose signs do not say in which form it is: what was taken, and how to change it."""
    form, sure = find_form(document.source.text)
    if sure:
        return ()
    other = next(name for name in NAMES if name != form)
    message = f"no sign says for sure in which form this text is; it was taken as {form}"
    return (Problem("S144", "warning", message, Location(document.source.path), f"if that is wrong: --form {other}"),)

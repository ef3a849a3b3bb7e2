"""Every other form of the site, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from gapmark.exports import citations, epub, one_file, search, tables
from gapmark.model import Form, OutputFile
from gapmark.site.template_context import Assembled
from gapmark.tei import edition as tei


class Export(NamedTuple):
    """One form of the site, and what makes it."""

    form: Form
    make: Callable[[Assembled, Sequence[OutputFile]], Iterable[OutputFile]]
    """Takes the assembled site and its finished pages."""


EXPORTS = (
    Export(Form("one_file", (one_file.PATH,), "text/html"), one_file.make_one_file),
    Export(Form("epub", (epub.PATH,), "application/epub+zip"), epub.make_epub),
    Export(Form("tei", (tei.PATH,), "application/tei+xml"), tei.make_tei),
    Export(Form("tables", tables.PATHS), tables.make_tables),
    Export(Form("citations", citations.PATHS), citations.make_citations),
    Export(Form("search", ()), search.make_search),
)


def chosen_forms(settings: Mapping[str, bool]) -> tuple[Form, ...]:
    """Return the forms that are made: all but those that `exports:` in site.yaml leaves out."""
    return tuple(export.form for export in EXPORTS if settings.get(export.form.name, True))


def make_exports(assembled: Assembled, pages: Sequence[OutputFile]) -> tuple[OutputFile, ...]:
    """Return the files of every form that the site has."""
    chosen = (export for export in EXPORTS if export.form in assembled.forms)
    return tuple(file for export in chosen for file in export.make(assembled, pages))

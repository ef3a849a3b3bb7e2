"""Every other form of the site, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gapmark.exports import citations, one_file, search, tables
from gapmark.model import OutputFile
from gapmark.site.template_context import Assembled


@dataclass(frozen=True, slots=True)
class Export:
    """One form: what makes it, and the paths of its files that a page can link to."""

    make: Callable[[Assembled, Sequence[OutputFile]], Iterable[OutputFile]]
    """Takes the assembled site and its finished pages."""
    paths: tuple[str, ...] = ()


EXPORTS = (
    Export(one_file.make_one_file, (one_file.PATH,)),
    Export(tables.make_tables, tables.PATHS),
    Export(citations.make_citations, citations.PATHS),
    Export(search.make_search),
)
EXPORTED = frozenset(path for export in EXPORTS for path in export.paths)
"""Files that are made of the finished site; pages can link to them."""


def make_exports(assembled: Assembled, pages: Sequence[OutputFile]) -> tuple[OutputFile, ...]:
    """The files of every export."""
    return tuple(file for export in EXPORTS for file in export.make(assembled, pages))

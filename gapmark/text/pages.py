"""The edition: every page of content/ as an element tree, and the gaps that stand on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gapmark.forms.forms import form_of
from gapmark.model import Document, Manuscript, PageBody, Piece
from gapmark.problems.location import Problem
from gapmark.run.memo import keep, remember
from gapmark.source.clean import to_text
from gapmark.text.references import check_gap_references

CONTEXT = 5
"""Words of the source shown on either side of a gap."""


class EditedPage(NamedTuple):
    """A page as the editor left it, with its tree."""

    manuscript: Manuscript
    tree: Element
    """The body; each stage that changes it works on a copy of its own."""
    gaps: tuple[int, ...]
    """Numbers of the gaps in the order in which they stand."""

    @property
    def href(self) -> str:
        """The page's address, relative to the site."""
        return f"{self.manuscript.name}.html"

    @property
    def own(self) -> bool:
        """Whether it is the editor's own writing, not compared with the source."""
        return self.manuscript.role == "own"


class Edition(NamedTuple):
    """The text as published, beside the source it was made from."""

    document: Document
    pages: tuple[EditedPage, ...]
    """In the order of reading."""
    problems: tuple[Problem, ...] = ()
    """The problems of each page's Markdown, and of gap references over all pages."""
    whole: bool = True
    """Whether every page could be read; if not, lost gaps are not reported."""

    @property
    def compared(self) -> tuple[EditedPage, ...]:
        """The pages that are compared with the source: all but the editor's own."""
        return tuple(page for page in self.pages if not page.own)


def parse_edition(
    document: Document,
    manuscripts: Sequence[Manuscript],
    *,
    allow_html: bool,
    whole: bool = True,
    gone: Sequence[str] = (),
    languages: tuple[str, str] = ("en", "en"),
) -> Edition:
    """Read every page; `whole` says whether these are all pages of the project, `gone` names those that it had.

    `languages` are that of the text and that of the editor's own pages.
    """
    numbers, typographic = tuple(gap.id for gap in document.gaps), form_of(document).cleaned
    read = [
        (m, remember(keep, _parse, m, numbers, allow_html, typographic, languages[m.role == "own"], of=m.path))
        for m in manuscripts
    ]
    compared = [m for m in manuscripts if m.role != "own"]
    problems = [problem for _, rendered in read for problem in rendered.problems]
    whole = whole and all(rendered.readable for _, rendered in read)
    problems += check_gap_references(compared, document.gaps, remember(surroundings, document), gone) if whole else ()
    return Edition(document, tuple(EditedPage(m, r.tree, r.gaps) for m, r in read), tuple(problems), whole)


def _parse(page: Manuscript, gaps: tuple[int, ...], allow_html: bool, typographic: bool, language: str) -> PageBody:
    from gapmark.text.markdown import (
        parse_markdown,
    )  # Python-Markdown is slow to load, and needed only for a changed page

    known = dict.fromkeys(gaps)
    return parse_markdown(page, gaps=known, allow_html=allow_html, typographic=typographic, language=language)


def surroundings(document: Document) -> dict[int, tuple[str, str]]:
    """Return for each gap the words of the source before and after it, up to five, within its paragraph or list
    item."""
    found: dict[int, tuple[str, str]] = {}
    for section in document.sections:
        for pieces in (section.title, *(block.pieces for block in section.blocks)):
            found.update(_around(pieces))
    return found


def _around(pieces: Sequence[Piece]) -> Iterator[tuple[int, tuple[str, str]]]:
    for i, piece in enumerate(pieces):
        if piece.kind == "gap":
            before = to_text(pieces[max(0, i - 4 * CONTEXT) : i]).split()[-CONTEXT:]
            after = to_text(pieces[i + 1 : i + 1 + 4 * CONTEXT]).split()[:CONTEXT]
            yield piece.gap, (" ".join(before), " ".join(after))

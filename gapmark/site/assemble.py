"""From the edition to what templates see: gap marks filled in, links resolved, counts made, the ledger drawn up."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markupsafe import Markup

import gapmark
from gapmark.edition.arrange import empty_headings
from gapmark.edition.markdown import serialise
from gapmark.edition.pages import EditedPage, Edition, surroundings, words_of
from gapmark.model import Gap
from gapmark.site.language import Language
from gapmark.site.links import resolve_links
from gapmark.site.views import Assembled, GapEntry, Part, Site, SourceNote, Text

GENERATED = ("index.html", "gaps.html", "about.html")
"""Pages that the generator makes beside those of content/."""


def assemble_site(edition: Edition, settings: Mapping[str, Any], t: Language, files: Collection[str]) -> Assembled:
    """Everything that the templates need. `files` are the paths of the site that are copied as they are."""
    pages = [_fill_page(page, edition, t) for page in edition.pages]
    anchors = {page.href: {e.get("id", "") for e in page.tree.iter() if e.get("id")} for page in pages}
    ledger = {f"ledger-{gap.number}" for gap in edition.document.gaps}
    known = anchors | dict.fromkeys(GENERATED, ()) | {"gaps.html": ledger}
    problems = [problem for page in pages for problem in resolve_links(page, known, files)]
    parts = [_part(page) for page in pages]
    site = _site(edition, settings, t, pages, parts)
    return Assembled(site, tuple(_texts(pages, parts)), tuple(problems))


def _site(
    edition: Edition, settings: Mapping[str, Any], t: Language, pages: Sequence[EditedPage], parts: Sequence[Part]
) -> Site:
    document = edition.document
    return Site(
        title=settings["title"],
        description=settings["description"] or _first_words(pages),
        base_url=settings["base_url"].rstrip("/") + "/" if settings["base_url"] else "",
        editor=settings["editor"],
        source=_source_note(edition, settings["source"]),
        parts=tuple(parts),
        gaps=tuple(_ledger(edition, pages, parts)),
        gap_note=gap_note(document.gaps, t),
        gap_agent=settings["gaps"]["agent"],
        gap_reason=settings["gaps"]["reason"],
        empty_headings=empty_headings(document),
        opening=_opening(pages),
        words=sum(part.words for part in parts if part.role != "own"),
        missing=sum(gap.quantity for gap in document.gaps),
        version=gapmark.__version__,
    )


def _source_note(edition: Edition, note: Mapping[str, str]) -> SourceNote:
    source = edition.document.source
    names = ("title", "author", "url", "history_url", "revision", "licence", "licence_url", "language")
    return SourceNote(id=source.id, sha256=source.sha256, size=source.size, **{name: note[name] for name in names})


# ---------------------------------------------------------------- gaps


def gap_note(gaps: Sequence[Gap], t: Language) -> str:
    """One sentence: in how many places about how many words are missing."""
    if not gaps:
        return t("gap.none")
    each = {gap.quantity for gap in gaps}
    if len(each) == 1:
        extent = t("gap.extent_one" if len(gaps) == 1 else "gap.extent_each", n=each.pop())
    else:
        extent = t("gap.extent_sum", n=sum(gap.quantity for gap in gaps))
    return t("gap.note", places=t("gap.places", n=len(gaps)), extent=extent)


def _fill_page(page: EditedPage, edition: Edition, t: Language) -> EditedPage:
    """The page with every gap reference as its mark; on a page of the editor's own it only leads to the ledger."""
    tree = copy.deepcopy(page.tree)
    gaps = {gap.number: gap for gap in edition.document.gaps}
    for mark in [e for e in tree.iter("a") if e.get("data-gap")]:
        gap = gaps.get(int(mark.attrib.pop("data-gap")))
        if gap:
            _fill_mark(mark, gap, t, own=page.own)
    return EditedPage(page.manuscript, tree, page.gaps)


def _fill_mark(mark: Element, gap: Gap, t: Language, *, own: bool) -> None:
    mark.set("href", f"gaps.html#ledger-{gap.number}")
    mark.text = t("gap.label", n=gap.quantity)
    if not own:
        mark.set("id", f"gap-{gap.number}")
        mark.set("data-quantity", str(gap.quantity))
        mark.set("data-unit", "token")


def _ledger(edition: Edition, pages: Sequence[EditedPage], parts: Sequence[Part]) -> Iterator[GapEntry]:
    around = surroundings(edition.document)
    homes = {n: part for page, part in zip(pages, parts, strict=True) if not page.own for n in page.gaps}
    for gap in edition.document.gaps:
        if gap.number in homes:  # a gap that stands on no page has stopped the build already
            before, after = around.get(gap.number, ("", ""))
            home = homes[gap.number]
            href = f"{home.href}#gap-{gap.number}"
            yield GapEntry(
                gap.number, gap.quantity, gap.first_token, gap.last_token, gap.predicted, home, href, before, after
            )


# ---------------------------------------------------------------- pages


def _part(page: EditedPage) -> Part:
    m = page.manuscript
    description = m.description or _cut("".join(page.tree.itertext()))
    gaps = 0 if page.own else len(page.gaps)
    return Part(page.href, m.title, m.role, description, words_of(_text_without_gaps(page.tree)), gaps)


def _texts(pages: Sequence[EditedPage], parts: Sequence[Part]) -> Iterator[Text]:
    for i, page in enumerate(pages):
        before = parts[i - 1] if i else None
        after = parts[i + 1] if i + 1 < len(parts) else None
        yield Text(parts[i], Markup(serialise(page.tree)), before, after)  # noqa: S704 - serialise() escapes


def _text_without_gaps(element: Element) -> str:
    own = "" if element.get("class") == "gap" else element.text or ""
    return own + "".join(_text_without_gaps(child) + (child.tail or "") for child in element)


def _cut(text: str, length: int = 155) -> str:
    """The first words of a text, as a description that search engines show whole."""
    words = " ".join(text.split())
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _first_words(pages: Sequence[EditedPage]) -> str:
    return _cut("".join(pages[0].tree.itertext())) if pages else ""


def _opening(pages: Sequence[EditedPage]) -> Markup:
    """The first paragraph, its links made to lead from the home page and its ids left where they belong."""
    first = next((p for page in pages for p in page.tree.iter("p")), None)
    if first is None:
        return Markup("")
    paragraph = copy.deepcopy(first)
    for element in paragraph.iter():
        element.attrib.pop("id", None)
        if element.get("href", "").startswith("#"):
            element.set("href", pages[0].href + element.get("href", ""))
    root = Element("div")
    root.append(paragraph)
    return Markup(re.sub(r"\A<div>|</div>\Z", "", serialise(root)))  # noqa: S704 - serialise() escapes

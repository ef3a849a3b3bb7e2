"""The pages' trees as they will be printed: gap marks filled in, addresses and marks of changes put in."""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markupsafe import Markup

from gapmark.compare.record import Record
from gapmark.compare.supplied import Supplied
from gapmark.language.phrases import Language
from gapmark.model import Gap
from gapmark.site.insertions import Texts, mark_block, mark_change, mark_sentence
from gapmark.text.pages import EditedPage
from gapmark.text.tree import serialise


def print_pages(record: Record, t: Language, *, show_changes: bool) -> list[EditedPage]:
    """A copy of every page's tree, with all that the generator writes into it."""
    held = [page.manuscript.name for page in record.edition.compared]
    pages = []
    for page in record.edition.pages:
        tree = copy.deepcopy(page.tree)
        if not page.own:
            _mark_page(tree, held.index(page.manuscript.name), record, t, show_changes=show_changes)
        _fill_gaps(tree, record, t, own=page.own)
        _let_tables_scroll(tree)
        pages.append(EditedPage(page.manuscript, tree, page.gaps))
    return pages


def _let_tables_scroll(tree: Element) -> None:
    """Put each table into an element of its own that scrolls where the screen is narrow, with the keyboard too."""
    for parent in list(tree.iter()):
        for index, table in enumerate(list(parent)):
            if table.tag == "table":
                frame = Element("div", {"class": "scroll", "tabindex": "0"})
                frame.tail, table.tail = table.tail, None
                parent[index] = frame
                frame.append(table)


def _mark_page(tree: Element, number: int, record: Record, t: Language, *, show_changes: bool) -> None:
    texts = Texts(tree)
    words, blocks = record.comparison.published.words, record.comparison.published.blocks
    heading = title_address(record, number)
    for index, address in record.addresses.blocks.items():
        if blocks[index].page == number:
            mark_block(texts, blocks[index], address, t)
    for anchor in record.addresses.anchors:
        word = words[anchor.word]
        if blocks[word.block].page == number and anchor.address != heading:
            mark_sentence(texts, word, anchor)
    for change in record.changes if show_changes else ():
        if blocks[words[change.first_word].block].page == number:
            mark_change(texts, words, change, t)
    texts.write()


def title_address(record: Record, number: int) -> str:
    """The address of the source's heading that a page's title is; empty where it is none."""
    words, blocks = record.comparison.published.words, record.comparison.published.blocks
    found = (
        anchor.address
        for anchor in record.addresses.anchors
        if not anchor.cut and words[anchor.word].node < 0 and blocks[words[anchor.word].block].page == number
    )
    return next(found, "")


# ---------------------------------------------------------------- gaps


def _fill_gaps(tree: Element, record: Record, t: Language, *, own: bool) -> None:
    """Every gap reference as its mark; on a page of the editor's own it only leads to the ledger."""
    gaps = {gap.number: gap for gap in record.edition.document.gaps}
    for mark in [e for e in tree.iter("a") if e.get("data-gap")]:
        gap = gaps.get(int(mark.attrib.pop("data-gap")))
        if gap:
            _fill_mark(mark, gap, record.supplied.get(gap.number), t, own=own)


def _fill_mark(mark: Element, gap: Gap, supplied: Supplied | None, t: Language, *, own: bool) -> None:
    mark.set("href", f"gaps.html#ledger-{gap.number}")
    mark.text = t("gap.label", n=gap.quantity)
    if own:
        return
    mark.set("id", f"gap-{gap.number}")
    mark.set("data-quantity", str(gap.quantity))
    mark.set("data-unit", "token")
    if supplied:
        mark.set("class", "gap supplied")
        mark.set("data-status", "supplied")
        mark.text = f"[{supplied.words}]"
    else:
        mark.attrib.update(t.own_marks)


# ---------------------------------------------------------------- text


def opening(pages: Sequence[EditedPage]) -> Markup:
    """The first paragraph, its links made to lead from the home page, its ids and address left where they belong."""
    first = next(((page, p) for page in pages for p in page.tree.iter("p")), None)
    if first is None:
        return Markup("")
    page, paragraph = first[0], copy.deepcopy(first[1])
    _drop_addresses(paragraph)
    for element in paragraph.iter():
        element.attrib.pop("id", None)
        if element.get("href", "").startswith("#"):
            element.set("href", page.href + element.get("href", ""))
    paragraph.tail = ""
    return as_markup(paragraph)


def _drop_addresses(paragraph: Element) -> None:
    for child in [c for c in paragraph if c.get("class", "").startswith("address")]:
        paragraph.text = (paragraph.text or "") + (child.tail or "")
        paragraph.remove(child)


def as_markup(element: Element) -> Markup:
    """The element as HTML for a template; the `div` round a whole page is left away."""
    text = serialise(element)
    return Markup(re.sub(r"\A<div>|</div>\Z", "", text) if element.tag == "div" else text)  # noqa: S704 - is escaped

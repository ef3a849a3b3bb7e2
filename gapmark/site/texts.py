"""The pages' trees as they will be printed: gap marks filled in, addresses and marks of changes put in."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from markupsafe import Markup

from gapmark.compare.addresses import Anchor
from gapmark.compare.changes import Change
from gapmark.compare.own_words import IN_TEXT, Own
from gapmark.compare.record import Record
from gapmark.compare.supplied import Supplied
from gapmark.compare.words import EditionWord
from gapmark.language.phrases import Language
from gapmark.markup.elements import HEADINGS
from gapmark.markup.tree import beginning, serialise, take_out, text_of
from gapmark.model import Gap
from gapmark.run.memo import remember
from gapmark.site.check_links import turn_links
from gapmark.site.extents import extent_in_words, label_of, which_of
from gapmark.site.figures import let_tables_scroll, put_figures
from gapmark.site.insertions import NUMBERED, Texts, link_headings, mark_block, mark_change, mark_own, mark_sentence
from gapmark.site.made_pages import GAPS
from gapmark.site.numbers import change_numbers, paragraph_numbers
from gapmark.site.sentences import wrap_sentences
from gapmark.site.template_context import SectionLink
from gapmark.text.figures import Figure
from gapmark.text.lines import count_words
from gapmark.text.pages import EditedPage

OPENING_WORDS = 45
"""Words of the text on the home page; a longer first sentence is shown whole."""


DESCRIPTION = 155
"""Characters of a description; search engines show no more."""
SECTIONS = 3
"""Headings of a page from which on they are listed at its top."""


def print_pages(
    record: Record,
    t: Language,
    figures: Mapping[str, Figure] | None = None,
    own: Sequence[Own] = (),
    *,
    show_changes: bool,
    agent: str = "",
) -> list[EditedPage]:
    """Return a copy of every page's tree with all that the generator writes into it. `agent` made the gaps; may be
    empty."""
    marks = iter(_marks_of_pages(record, own, show_changes=show_changes))
    shared = {gap.id: gap for gap in record.edition.document.gaps}, record.supplied, figures or {}, t, agent
    return [
        remember(_print_page, page, _Marks() if page.own else next(marks), *shared, of=page.href)
        for page in record.edition.pages
    ]


def _print_page(
    page: EditedPage,
    marks: _Marks,
    gaps: Mapping[int, Gap],
    supplied: Mapping[int, Supplied],
    figures: Mapping[str, Figure],
    t: Language,
    agent: str,
) -> EditedPage:
    tree = copy.deepcopy(page.tree)
    turn_links(tree)
    if not page.own:
        _mark_page(tree, marks, t)
    _fill_gaps(tree, gaps, supplied, t, agent, own=page.own)
    let_tables_scroll(tree)
    put_figures(tree, figures, t)
    return EditedPage(page.manuscript, tree, page.gaps)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Addresses and marks of changes to be written into one page."""

    words: Sequence[EditionWord] = ()
    """Words of the page; the places below are counted from the first of them."""
    blocks: list[tuple[int, str, int]] = field(default_factory=list)
    """Index of the element in `tree.iter()`, address, number of the paragraph or 0."""
    sentences: list[tuple[str, Anchor]] = field(default_factory=list)
    """Id and place."""
    changes: list[tuple[int, Change]] = field(default_factory=list)
    """Each with its number on the list of changes."""
    own: list[tuple[int, str]] = field(default_factory=list)
    """The last word of each thing of the editor's own, and its kind."""


def _marks_of_pages(record: Record, own: Sequence[Own], *, show_changes: bool) -> list[_Marks]:
    """Return the marks of each page that is compared."""
    words, blocks = record.comparison.published.words, record.comparison.published.blocks
    headings, numbers, paragraphs = title_addresses(record), change_numbers(record), paragraph_numbers(record)
    starts = [block.first_word for block in blocks if block.kind == "title"]
    marks = [_Marks(words[start:stop]) for start, stop in pairwise((*starts, len(words)))]
    for index, address in record.addresses.blocks.items():
        block = blocks[index]
        marks[block.page].blocks.append((block.node, address, paragraphs.get(index, 0)))
    for name, anchor in _sentences(record):
        page = blocks[words[anchor.word].block].page
        if name != headings[page]:
            word, last = anchor.word - starts[page], anchor.last - starts[page]
            marks[page].sentences.append((name, anchor._replace(word=word, last=last)))
    for change in record.changes if show_changes else ():
        page = blocks[words[change.first_word].block].page
        first, last = change.first_word - starts[page], change.last_word - starts[page]
        marks[page].changes.append((numbers[change.id], change._replace(first_word=first, last_word=last)))
    for one in own if show_changes else ():
        if one.kind in IN_TEXT:
            marks[one.page].own.append((one.word - starts[one.page], one.kind))
    return marks


def _mark_page(tree: Element, marks: _Marks, t: Language) -> None:
    texts = Texts(tree)
    for node, address, number in marks.blocks:
        mark_block(texts, texts.nodes[node], address, number, t)
    sentences = [mark_sentence(texts, marks.words, anchor, name) for name, anchor in marks.sentences]
    for number, change in marks.changes:
        mark_change(texts, marks.words, change, number, t)
    for word, kind in marks.own:
        mark_own(texts, marks.words[word], kind, t)
    texts.write()
    wrap_sentences(tree, sentences)
    link_headings(tree)


def _sentences(record: Record) -> Iterator[tuple[str, Anchor]]:
    """Yield each sentence with its id. One that begins a paragraph of several has `s52`, the paragraph `w52`."""
    words = record.comparison.published.words
    shared = {words[anchor.word].block for anchor in record.addresses.anchors}
    yield from ((anchor.address, anchor) for anchor in record.addresses.anchors)
    for anchor in record.addresses.openings:
        if words[anchor.word].block in shared:
            yield f"s{anchor.address[1:]}", anchor


def title_addresses(record: Record) -> list[str]:
    """Return, for each page that is compared, the address of the source's heading that its title is; else an empty
    string."""
    words, blocks = record.comparison.published.words, record.comparison.published.blocks
    found: dict[int, str] = {}
    for anchor in record.addresses.anchors:
        if not anchor.cut and words[anchor.word].node < 0:
            found.setdefault(blocks[words[anchor.word].block].page, anchor.address)
    return [found.get(number, "") for number in range(len(record.edition.compared))]


class PrintedPage(NamedTuple):
    """A page as it will be printed, with what other steps need of it."""

    tree: Element
    ids: frozenset[str]
    words: int
    """Footnotes left out."""
    beginning: str
    """The words of its first paragraph: up to DESCRIPTION characters, or to a gap with its label."""
    body: Markup
    sections: tuple[SectionLink, ...]
    first_address: str
    """The address of its first numbered paragraph; empty where none has a number."""


def read_printed(tree: Element) -> PrintedPage:
    """Return what is asked of a printed page."""
    words = " ".join(text_of(block) for block in tree if block.get("class") != "footnote")
    ids = frozenset(name for element in tree.iter() if (name := element.get("id")))
    numbered = (e for e in tree.iter() if e.tag in NUMBERED and e.find("a[@class='address']") is not None)
    first = next((element.get("id", "") for element in numbered), "")
    return PrintedPage(
        tree, ids, count_words(words), beginning(tree, DESCRIPTION), as_markup(tree), sections(tree), first
    )


# ---------------------------------------------------------------- gaps


def _fill_gaps(
    tree: Element, gaps: Mapping[int, Gap], given: Mapping[int, Supplied], t: Language, agent: str, *, own: bool
) -> None:
    """Replace every gap reference by its mark. On a page of the editor's own the mark only leads to the ledger."""
    for mark in [e for e in tree.iter("a") if e.get("data-gap")]:
        gap = gaps.get(int(mark.attrib.pop("data-gap")))
        if gap:
            supplied = given.get(gap.id)
            mark.set("href", f"{GAPS}#ledger-{gap.id}")
            label = label_of(gap, t)
            mark.text = f"[{supplied.words}]" if supplied else label.words
            shown = label.words.strip("[]" if gap.unit == "token" else "[](){}<>〈〉⟨⟩")
            if supplied:
                shown = t("gap.supplied", words=supplied.words, title=supplied.title, editor=supplied.editor)
            mark.set("aria-label", t("gap.name", label=shown, n=gap.number, total=len(gaps)))
            if not own:
                _fill_mark(mark, gap, len(gaps), supplied, t, agent)


def _fill_mark(mark: Element, gap: Gap, total: int, supplied: Supplied | None, t: Language, agent: str) -> None:
    mark.set("id", f"gap-{gap.id}")
    if gap.quantity:
        mark.set("data-quantity", f"{gap.quantity:g}")
        mark.set("data-unit", gap.unit)
    which = which_of(gap, total, t)
    words = extent_in_words(gap.quantity, gap.unit, gap.precision, t) or t("extent.not_stated")
    if supplied:
        mark.set("class", "gap supplied")
        mark.set("data-status", "supplied")
        mark.set(
            "data-note", t("gap.note_supplied", gap=which, words=words, title=supplied.title, editor=supplied.editor)
        )
        return
    note = "gap.note_removed" if agent else "gap.note_open" if gap.unit == "token" else "extent.note"
    reason = t("extent.reason", reason=t.plain_of_text(gap.reason)) if gap.reason else ""
    mark.set("data-note", t(note, gap=which, words=words if agent else t.listed(words, reason), agent=agent))
    if not label_of(gap, t).received:
        mark.attrib.update(t.own_marks)


# ---------------------------------------------------------------- text


def opening(pages: Sequence[EditedPage]) -> tuple[Markup, bool]:
    """Return the first sentence or two, with links that lead from the home page; and whether they are the whole
    page."""
    page, first = next(((page, p) for page in pages for p in page.tree.iter("p")), (None, None))
    if page is None or first is None:
        return Markup(""), False
    paragraph = copy.deepcopy(first)
    _cut(paragraph)
    for address in [child for child in paragraph if child.get("class", "").startswith("address")]:
        take_out(address, paragraph)
    for element in paragraph.iter():
        element.attrib.pop("id", None)
        if element.get("href", "").startswith("#"):
            element.set("href", page.href + element.get("href", ""))
    paragraph.tail = ""
    return as_markup(paragraph), count_words(text_of(paragraph)) == count_words(text_of(page.tree))


def _cut(paragraph: Element) -> None:
    """Leave the first sentence, and those after it for which there is room."""
    words, places = 0, [child for child in paragraph if child.get("class") == "place" and len(text_of(child)) > 0]
    for place in places:
        words += count_words(text_of(place))
        if words > OPENING_WORDS and place is not places[0]:
            for child in list(paragraph)[list(paragraph).index(place) :]:
                paragraph.remove(child)
            return


def sections(tree: Element) -> tuple[SectionLink, ...]:
    """Return the page's headings, if there are SECTIONS or more and the editor has put no table of contents there."""
    headings = [element for element in tree.iter() if element.tag in HEADINGS and element.get("id")]
    listed = any(element.get("class") == "toc" for element in tree.iter("div"))
    if listed or len(headings) < SECTIONS:
        return ()
    return tuple(SectionLink(h.get("id", ""), " ".join(text_of(h).split()), int(h.tag[1])) for h in headings)


def as_markup(element: Element) -> Markup:
    """Return the element as HTML for a template, without the `div` round a whole page."""
    text = serialise(element)
    return Markup(re.sub(r"\A<div>|</div>\Z", "", text) if element.tag == "div" else text)  # noqa: S704 - is escaped

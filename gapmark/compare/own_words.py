"""What on the pages is the editor's own: headings, notes, captions, emphasis and whatever else the source has not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gapmark.compare.changes import is_layout, page_at, reading
from gapmark.compare.record import Record
from gapmark.compare.units import OWN, stretches
from gapmark.markup.tree import RAW
from gapmark.text.by_hand import words_by_hand
from gapmark.text.figures import Figure, figure_name
from gapmark.text.pages import EditedPage

KINDS = (
    *("title", "heading", "made_heading", "emphasis", "quotation", "marks"),
    *("note", "caption", "alt", "link_title", "html", "description"),
)
"""In the order in which they are told."""
IN_TEXT = ("heading", "made_heading", "emphasis", "quotation", "marks")
"""Those that change how the words of the source read: they are counted with every citation."""
EMPHASIS = ("em", "strong")


class Own(NamedTuple):
    """Something of the editor's own on a page that is compared with the source."""

    page: int
    """The index of the page, of those that are compared."""
    kind: str
    """One of KINDS."""
    words: str
    word: int = -1
    """The index of its last word in the edition; -1 where it is no word of the text."""


def find_own(record: Record, figures: Mapping[str, Figure]) -> tuple[Own, ...]:
    """Return all that is the editor's own, by page and kind."""
    found = [*_blocks(record), *_marks(record)]
    for kind, tags in (("emphasis", EMPHASIS), ("quotation", ("blockquote",))):
        found += _set(record, kind, tags)
    for number, page in enumerate(record.edition.compared):
        found += (Own(number, kind, words) for kind, words in _beside(page, figures) if words.strip())
    return tuple(sorted(found, key=lambda own: (own.page, KINDS.index(own.kind), own.word)))


def _blocks(record: Record) -> Iterator[Own]:
    """Yield titles, headings and notes that are not the source's, and words of its text that were made headings."""
    source, published, origins = record.comparison.source, record.comparison.published, record.comparison.origins
    for (start, stop), block in zip(stretches(published), published.blocks, strict=True):
        old = {source.blocks[source.words[i].block].kind for i in origins[start:stop] if i >= 0}
        kind = str(block.kind) if not old or block.kind == "note" else ""
        if block.kind == "heading" and old and "heading" not in old:
            kind = "made_heading"
        if kind in KINDS:
            yield Own(block.page, kind, reading(published.words[start:stop]), stop - 1)


def _marks(record: Record) -> Iterator[Own]:
    """Yield quotation marks and dashes that only one side has, with the words beside them."""
    at = record.comparison
    words, blocks = at.published.words, at.published.blocks
    for span in at.spans:
        start, stop = span.edition
        own = [word for word in words[start:stop] if blocks[word.block].kind in OWN]
        texts = [word.text for word in at.source.words[slice(*span.source)]] + [word.text for word in words[start:stop]]
        letters = any(map(str.isalnum, "".join(texts)))
        if span.kind in ("equal", "move") or own or not texts or letters or not is_layout(at, span):
            continue
        here = words[max(start - 1, 0) : stop + 1]
        last = min(max(stop - 1, start), len(words) - 1)
        yield Own(page_at(at, last), "marks", reading([w for w in here if w.block == words[last].block]), last)


def _set(record: Record, kind: str, tags: Sequence[str]) -> Iterator[Own]:
    """Yield the words of the source that stand in such elements, and do not in the source."""
    at, received = record.comparison, _italics(record) if kind == "emphasis" else _quoted(record)
    texts = {(n, place) for n, page in enumerate(record.edition.compared) for place in _inside(page.tree, tags)}
    if not texts:
        return
    kept = {j for span in at.spans if span.kind in ("equal", "move") for j in range(*span.edition)}
    found = [
        j
        for j, word in enumerate(at.published.words)
        if (at.published.blocks[word.block].page, (word.node, word.place)) in texts
        and j in kept
        and at.source.words[at.origins[j]].token not in received
    ]
    for _, group in groupby(enumerate(found), key=lambda two: (two[1] - two[0], at.published.words[two[1]].block)):
        words = [j for _, j in group]
        yield Own(page_at(at, words[0]), kind, reading(at.published.words[words[0] : words[-1] + 1]), words[-1])


def _inside(tree: Element, tags: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each text, by the index of its element and its place, that stands in one of these elements."""
    index = {element: n for n, element in enumerate(tree.iter())}
    for outer in tree.iter():
        if outer.tag in tags:
            yield from ((index[inner], "text") for inner in outer.iter())
            yield from ((index[inner], "tail") for inner in outer.iter() if inner is not outer)


def _quoted(record: Record) -> frozenset[int]:
    """Return the numbers of the tokens that the source has in quotations set off from its text."""
    blocks = (block for section in record.edition.document.sections for block in section.blocks if ">" in block.lead)
    return frozenset(piece.token for block in blocks for piece in block.pieces)


def _italics(record: Record) -> frozenset[int]:
    """Return the numbers of the tokens that the source has in italics."""
    found: set[int] = set()
    for section in record.edition.document.sections:
        for pieces in (section.title, *(block.pieces for block in section.blocks)):
            inside = False
            for piece in pieces:
                inside = piece.kind == "open" or (inside and piece.kind != "close")
                found.update((piece.token,) if inside else ())
    return frozenset(found)


def _beside(page: EditedPage, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Yield what stands beside the words of a page."""
    for element in page.tree.iter():
        if element.tag == "img":
            figure = figures.get(figure_name(element.get("src", "")))
            yield "caption", figure.caption if figure else ""
            yield "alt", element.get("alt", "")
        if element.tag == RAW:
            yield "html", words_by_hand(element.get("html", ""))
        elif element.get("class") != "footnote-backref":
            yield "link_title", element.get("title", "")
    yield "description", page.manuscript.description

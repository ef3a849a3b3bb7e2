"""Counts the differences that change no reading, by rule, with one example each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from gapmark.align.spans import Span
from gapmark.compare.changes import is_layout, is_order, moved_passages, reading
from gapmark.compare.comparison import Comparison
from gapmark.compare.words import EditionWord, SourceWord
from gapmark.forms.forms import form_of
from gapmark.model import Document
from gapmark.run.memo import remember


@dataclass(frozen=True, slots=True)
class TypographyRule:
    """One way in which the edition looks different from the source."""

    name: str
    """The end of a phrase's key: `changes.rule.<name>`."""
    count: int
    source: str
    """The first place in the source; for headings, every one."""
    published: str
    """The same place as published."""


def summarise(document: Document, comparison: Comparison) -> tuple[TypographyRule, ...]:
    """Return the rules that made a difference, in a fixed order."""
    counts: Counter[str] = Counter()
    examples: dict[str, list[tuple[str, str]]] = {}
    for name, source, published in (*remember(_cleaning, document), *_signs(comparison), *_blocks(comparison)):
        counts[name] += 1
        if counts[name] == 1 or name in NAMED:
            examples.setdefault(name, []).append((source, published))
    shown = {
        name: tuple(" · ".join(filter(None, side)) for side in zip(*all_of, strict=True))
        for name, all_of in examples.items()
    }
    return tuple(TypographyRule(name, counts[name], *shown[name]) for name in NAMES if counts[name])


NAMED = ("heading_added", "heading_removed", "heading_retitled")
"""Rules of which every place is shown, not only the first."""
SHOWN_WORDS = 6
"""How many words of a moved section are shown."""
NAMES = (
    "joined", "italics", "quotes", "dashes", "ellipses", "spacing", "marks",
    "paragraph_added", "paragraph_removed", "heading_added", "heading_removed", "heading_retitled", "heading_title",
    "order",
)  # fmt: skip
"""The rules in their order: cleaning, typography, layout."""

Seen = Iterator[tuple[str, str, str]]


def _cleaning(document: Document) -> tuple[tuple[str, str, str], ...]:
    return tuple(_cleaned(document))


def _cleaned(document: Document) -> Seen:
    """Yield the closed spaces of the tokenised text, and the pairs of quotation marks that became italics."""
    for section in document.sections if form_of(document).cleaned else ():
        for block in section.blocks:
            for before, piece in pairwise(block.pieces):
                if piece.kind == "open":
                    yield "italics", "' '", "*"
                elif not piece.space and before.kind in ("word", "gap") and piece.kind == "word":
                    left = ("@", "[gap]") if before.kind == "gap" else (before.text, before.text)
                    yield "joined", f"{left[0]} {piece.text}", f"{left[1]}{piece.text}"


_SIGNS = (("quotes", "‘’“”„«»‚‹›"), ("dashes", "–—"), ("ellipses", "…"))


def _signs(comparison: Comparison) -> Seen:
    """Yield words that are the same but for their typography, and marks that alone differ."""
    for source, word in chain.from_iterable(zip(*kept, strict=True) for kept in _kept(comparison)):
        if source.text != word.text:
            named = (name for name, signs in _SIGNS if any(sign in word.text for sign in signs))
            yield from ((name, source.text, word.text) for name in named)
        if source.space != word.space and not _opens_block(comparison, source, word):
            yield "spacing", " " * source.space + source.text, " " * word.space + word.text
    for span in comparison.spans:
        words = comparison.source.words[slice(*span.source)], comparison.published.words[slice(*span.edition)]
        if span.kind in ("replace", "insert", "delete") and is_layout(comparison, span) and not _has_letters(*words):
            yield "marks", reading(words[0]), reading(words[1])


def _kept(comparison: Comparison) -> Iterator[tuple[Sequence[SourceWord], Sequence[EditionWord]]]:
    """Yield each stretch of words that both sides have."""
    source, published = comparison.source.words, comparison.published.words
    for span in comparison.spans:
        if span.kind in ("equal", "move"):
            yield source[slice(*span.source)], published[slice(*span.edition)]


def _opens_block(comparison: Comparison, source: SourceWord, word: EditionWord) -> bool:
    """Return whether either word begins a block, where a space is a line break."""
    first = comparison.source.words[comparison.source.blocks[source.block].first_word]
    return first is source or comparison.published.words[comparison.published.blocks[word.block].first_word] is word


def _has_letters(*sides: tuple[SourceWord, ...] | tuple[EditionWord, ...]) -> bool:
    return any(character.isalnum() for side in sides for word in side for character in word.text)


def _blocks(comparison: Comparison) -> Seen:
    """Yield the line breaks and headings that only one side has."""
    for kept in _kept(comparison):
        yield from _breaks(*kept)
    for span in comparison.spans:
        yield from _headings(comparison, span)
    for span in moved_passages(comparison):
        if is_order(comparison, span):
            words = comparison.source.words[span.source[0] :], comparison.published.words[span.edition[0] :]
            yield "order", f"{reading(words[0][:SHOWN_WORDS])} …", f"{reading(words[1][:SHOWN_WORDS])} …"


def _breaks(source: Sequence[SourceWord], published: Sequence[EditionWord]) -> Seen:
    for i, ((a, b), (x, y)) in enumerate(zip(pairwise(source), pairwise(published), strict=True)):
        if (a.block == b.block) == (x.block == y.block):
            continue
        before = reading(source[max(0, i - 1) : i + 1])
        if a.block == b.block:
            yield "paragraph_added", f"{before} {b.text}", f"{before} ¶ {b.text}"
        else:
            yield "paragraph_removed", f"{before} ¶ {b.text}", f"{before} {b.text}"


def _headings(comparison: Comparison, span: Span) -> Seen:
    published = comparison.published.words[slice(*span.edition)]
    source = comparison.source.words[slice(*span.source)]
    kinds = {comparison.published.blocks[word.block].kind for word in published}
    if span.kind in ("equal", "move") and kinds == {"title"}:
        yield "heading_title", reading(source), reading(published)
    elif span.kind == "insert" and kinds == {"heading"}:
        for _, words in groupby(published, key=lambda word: word.block):
            yield "heading_added", "", reading(tuple(words))
    elif span.kind == "delete" and is_layout(comparison, span) and _has_letters(source):
        for _, words_of_source in groupby(source, key=lambda word: word.block):
            title = _title_over(comparison, span.source[1])
            yield "heading_retitled" if title else "heading_removed", reading(tuple(words_of_source)), title


def _title_over(comparison: Comparison, index: int) -> str:
    """Return the title of the page whose text begins with this word of the source, if it is the editor's own; else
    empty."""
    blocks, published = comparison.published.blocks, comparison.published
    for span in comparison.spans:
        if span.kind in ("equal", "move") and span.source[0] <= index < span.source[1]:
            word = span.edition[0] + index - span.source[0]
            block = published.words[word].block
            if blocks[block].first_word == word and blocks[block - 1 if block else 0].kind == "title":
                return reading(published.words_of(block - 1))
    return ""

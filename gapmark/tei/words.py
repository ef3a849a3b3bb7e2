"""The words of the pages as TEI elements: tokens of the source, and the changes to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gapmark.align.spans import Span
from gapmark.compare.changes import Change
from gapmark.compare.comparison import place_of_cut
from gapmark.compare.record import Record
from gapmark.markup.xml import add, add_text, filled
from gapmark.source.sections import empty_sections
from gapmark.tei.tokens import Unit, bare, cut, read_units, sole_unit, token_element

Key = tuple[int, int, str]
"""A text of the pages: the page, the index of its element (-1 for the title), `text` or `tail`."""


class New(NamedTuple):
    """Words in one text that are not the source's."""

    last: int
    """The last of them."""
    replaced: Span | None
    """Where the source has other words in their place."""
    change: Change | None
    """None for what changes no word."""


class Insets:
    """Elements to be put into the texts of the pages that are compared with the source."""

    def __init__(self, record: Record, resp: str = "") -> None:
        """`resp` is the id of the editor, where one is named."""
        self.record, self.resp = record, f"#{resp}" if resp else ""
        self.source, self.published = record.comparison.source.words, record.comparison.published.words
        self.blocks, self.origins = record.comparison.published.blocks, record.comparison.origins
        document = record.edition.document
        left_out = empty_sections(document)
        titles = (section.title for section in document.sections if section.first_token in left_out)
        self.empty = frozenset(piece.token for title in titles for piece in title)
        self.units, self.rest = read_units(document, self.source)
        self.words = dict(self._words_by_text())
        self.beside: dict[tuple[int, bool], list[Element]] = defaultdict(list)
        """Elements by the word they stand beside, and whether after it: addresses, omissions, marks of layout."""
        self.new: dict[int, New] = {}
        """Elements by the first word that they hold."""
        self.wraps: dict[int, tuple[int, Element]] = {}
        """The last word and the element of a group of words, by the first word."""
        self.wrapped: set[int] = set()
        self.by_word, self.by_token = _changes_by_place(record.changes)
        for anchor in record.addresses.anchors:
            self.beside[anchor.word, anchor.after].append(Element("anchor", {"xml:id": anchor.address}))
        for span in record.comparison.spans:
            self._place_span(span)

    def wrap(self, first: int, last: int, element: Element) -> bool:
        """Put the words from `first` to `last` into the element, if they are the source's and nothing is between."""
        words = range(first, last + 1)
        if not all(self._is_kept(word) and word not in self.wrapped for word in words):
            return False
        if len({*map(self._key, words)}) > 1:
            return False
        self.wrapped.update(words)
        self.wraps[first] = last, element
        return True

    def fill(self, parent: Element, key: Key, text: str) -> None:
        """Write one text of a page with all that stands in it."""
        words = self.words.get(key, range(0))
        ends = [*self._ends(words, text)]
        at, target, wrapped = 0, parent, -1
        for word, (start, stop) in zip(words, ends, strict=True):
            target = target if word <= wrapped else parent
            add_text(target, text[at:start])
            target.extend(self.beside.get((word, False), ()))
            if word in self.wraps:
                wrapped, target = self.wraps[word]
                parent.append(target)
            if word in self.new:
                at = ends[self.new[word].last - words.start][1]
                target.append(self._new_element(self.new[word], text[start:at]))
            elif at <= start:  # the others are in what is new
                at = stop
                self._write_word(target, word, text[start:stop])
            target.extend(self.beside.get((word, True), ()))
        add_text(parent, text[at:])

    def _write_word(self, target: Element, word: int, text: str) -> None:
        if self._is_kept(word):
            target.extend(self._tokens(self.origins[word], text))
        else:
            add_text(target, text)

    # ------------------------------------------------------------

    def _key(self, word: int) -> Key:
        """Return the key of the text that a word of the edition stands in."""
        found = self.published[word]
        return self.blocks[found.block].page, found.node, found.place

    def _words_by_text(self) -> Iterator[tuple[Key, range]]:
        for key, group in groupby(range(len(self.published)), self._key):
            first, *others = group
            yield key, range(first, first + 1 + len(others))

    def _ends(self, words: range, text: str) -> Iterator[tuple[int, int]]:
        """Yield where each word begins and ends in its text; the words of a title are looked up."""
        stop = 0
        for word in self.published[words.start : words.stop]:
            start = text.index(word.text, stop) if word.node < 0 else word.start
            stop = start + len(word.text) if word.node < 0 else word.stop
            yield start, stop

    def _is_kept(self, word: int) -> bool:
        """Whether a word of the edition is the source's; a gap is no word."""
        return self.origins[word] >= 0 and not self.published[word].gap

    def _place_span(self, span: Span) -> None:
        if span.kind in ("equal", "move"):
            for i, j in zip(range(*span.source), range(*span.edition), strict=True):
                if self.source[i].gap:
                    self.beside[j, False] += bare(self.units[i][0].before, self.empty)
                    self.beside[j, True] += bare(self.units[i][0].after, self.empty)
        elif span.kind == "delete":
            change = self.by_token.get(self.source[span.source[0]].token)
            made = Element("surplus", {"reason": "omission" if change else "layout", **self._names(change)})
            self._fill_received(made, span)
            self.beside[place_of_cut(self.record.comparison, span.source[0], span.edition[0])].append(made)
        else:
            self._place_new_words(span)

    def _place_new_words(self, span: Span) -> None:
        """Add a replacement or an addition. Where mark-up or a block ends, its words go on in another element."""
        change, replaced = self.by_word.get(span.edition[0]), span if span.kind == "replace" else None
        own = (j for j in range(*span.edition) if not self.published[j].gap)  # a gap is not new
        for _, group in groupby(own, key=self._key):
            first, *others = group
            if replaced or change:
                self.new[first] = New(first + len(others), replaced, change)
            replaced = None

    def _new_element(self, new: New, text: str) -> Element:
        if new.replaced is None:
            made = Element("supplied", {"reason": "addition", **self._names(new.change)})
            add_text(made, text)
            return made
        choice = Element("choice", self._names(new.change))
        tags = ("sic", "corr") if new.change else ("orig", "reg")
        self._fill_received(add(choice, tags[0]), new.replaced)
        add_text(add(choice, tags[1]), text)
        return choice

    def _fill_received(self, parent: Element, span: Span) -> None:
        """Add the source's words, spaced as in the edition."""
        for i in range(*span.source):
            word = self.source[i]
            if i > span.source[0] and (word.space or word.block != self.source[i - 1].block):
                add_text(parent, " ")
            parent.extend(self._tokens(i, word.text))

    def _tokens(self, word: int, text: str) -> Iterator[Element]:
        """Yield the tokens of a word of the source, with their text in the edition."""
        units: Sequence[Unit] = self.units.get(word) or (sole_unit(self.source[word]),)
        for unit, part in zip(units, cut(text, units), strict=True):
            yield from bare(unit.before, self.empty)
            yield token_element(unit, part)
            yield from bare(unit.after, self.empty)

    def _names(self, change: Change | None) -> dict[str, str]:
        return filled({"corresp": f"#{change.id}" if change else "", "resp": self.resp})


def _changes_by_place(changes: Iterable[Change]) -> tuple[Mapping[int, Change], Mapping[int, Change]]:
    """Return the change to each word of the edition, and the change that left out each token of the source."""
    by_word: dict[int, Change] = {}
    by_token: dict[int, Change] = {}
    for change in sorted(changes, key=lambda change: change.kind == "rewritten"):
        if change.kind in ("correction", "addition", "rewritten"):
            for word in range(change.first_word, change.last_word + 1):
                by_word.setdefault(word, change)
        if change.kind in ("omission", "rewritten"):
            for token in range(change.first_token, change.last_token + 1):
                by_token.setdefault(token, change)
    return by_word, by_token

"""What stands where in the texts of the pages: tokens of the source, and what was done to them, as elements of TEI."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from gapmark.compare.changes import Change
from gapmark.compare.comparison import place_of_cut
from gapmark.compare.editing import PINNED
from gapmark.compare.record import Record
from gapmark.compare.spans import Span
from gapmark.exports.tei_tokens import Unit, bare, cut, read_units, sole_unit, token_element
from gapmark.exports.xml import add, add_text, filled
from gapmark.source.sections import empty_sections

Key = tuple[int, int, str]
"""A text of the pages: the page, the index of its element (-1 for the title), `text` or `tail`."""


class Inset(NamedTuple):
    """Elements in the place of a text's characters from `start` up to `stop`. They sort as they are to stand."""

    start: int
    solid: bool
    """Whether it takes the place of any; one that does not comes first."""
    rank: int
    """Of those that take the place of none, no two have the same; of the others no two the same start."""
    stop: int
    elements: tuple[Element, ...]


ADDED, KEPT, WRAPPED = 0, 1, 2
"""What a word of the edition is: not the source's, or the source's, or in an element with others as well."""


class Insets:
    """What stands where in the texts of the pages that are held against the source."""

    def __init__(self, record: Record, resp: str = "") -> None:
        """`resp` is the id of the editor, where one is named."""
        self.record, self.resp = record, f"#{resp}" if resp else ""
        self.source, self.published = record.comparison.source.words, record.comparison.published.words
        self.blocks = record.comparison.published.blocks
        self.page_titles = [page.manuscript.title for page in record.edition.compared]
        self.nodes = [list(page.tree.iter()) for page in record.edition.compared]
        document = record.edition.document
        left_out = empty_sections(document)
        titles = (section.title for section in document.sections if section.first_token in left_out)
        self.empty = frozenset(piece.token for title in titles for piece in title)
        self.units, self.rest = read_units(document, self.source)
        self.found: dict[Key, list[Inset]] = defaultdict(list)
        self.wraps: dict[tuple[Key, int], tuple[int, Element]] = {}
        self.kinds = bytearray(len(self.published))
        self.words = dict(self._words_by_text())
        self.titles = dict(self._title_places())
        self.by_word, self.by_token = _changes_by_place(record.changes)
        self._place_anchors()
        for span in record.comparison.spans:
            self._place_span(span)

    def key(self, word: int) -> Key:
        """The text that a word of the edition stands in."""
        found = self.published[word]
        return self.blocks[found.block].page, found.node, found.place

    def text(self, key: Key) -> str:
        """That text."""
        page, node, place = key
        if node < 0:
            return self.page_titles[page]
        return getattr(self.nodes[page][node], place) or ""

    def stretch(self, word: int) -> tuple[int, int]:
        """Where in its text a word begins and ends."""
        found = self.published[word]
        return self.titles.get(word, (found.start, found.stop))

    def wrap(self, first: int, last: int, element: Element) -> bool:
        """Put the words from `first` to `last` into the element, if they are the source's and nothing is between."""
        if {*self.kinds[first : last + 1]} != {KEPT} or len({*map(self.key, range(first, last + 1))}) != 1:
            return False
        self.kinds[first : last + 1] = bytes((WRAPPED,)) * (last + 1 - first)
        self.wraps[self.key(first), self.stretch(first)[0]] = self.stretch(last)[1], element
        return True

    def fill(self, parent: Element, key: Key, text: str) -> None:
        """Write one text of a page with all that stands in it."""
        at, until, target = 0, 0, parent
        for inset in sorted((*self.found.get(key, ()), *self._kept_words(key, text))):
            target = target if inset.start < until else parent
            add_text(target, text[at : inset.start])
            if inset.solid and (key, inset.start) in self.wraps:
                until, target = self.wraps[key, inset.start]
                parent.append(target)
            target.extend(inset.elements)
            at = max(at, inset.stop)  # an address inside a replaced stretch stands after it
        add_text(parent, text[at:])

    # ------------------------------------------------------------

    def _kept_words(self, key: Key, text: str) -> Iterator[Inset]:
        """The source's words in one text."""
        for word in self.words.get(key, ()):
            if self.kinds[word] != ADDED:
                start, stop = self.stretch(word)
                units = self._units(self.record.comparison.origins[word])
                yield Inset(start, True, 0, stop, tuple(self._tokens(units, text[start:stop])))

    def _words_by_text(self) -> Iterator[tuple[Key, range]]:
        for key, group in groupby(range(len(self.published)), self.key):
            first, *others = group
            yield key, range(first, first + 1 + len(others))

    def _units(self, word: int) -> Sequence[Unit]:
        return self.units.get(word) or (sole_unit(self.source[word]),)

    def _title_places(self) -> Iterator[tuple[int, tuple[int, int]]]:
        """Where in the title of its page each word of one stands."""
        at = 0
        for number, word in enumerate(self.published):
            if word.node < 0:
                at = at if number and self.published[number - 1].block == word.block else 0
                at = self.text(self.key(number)).index(word.text, at) + len(word.text)
                yield number, (at - len(word.text), at)

    def _put(self, key: Key, start: int, stop: int, elements: Iterable[Element]) -> None:
        self.found[key].append(Inset(start, stop > start, len(self.found[key]), stop, tuple(elements)))

    def _put_at(self, word: int, elements: Iterable[Element], *, after: bool) -> None:
        at = self.stretch(word)[after]
        self._put(self.key(word), at, at, elements)

    def _place_anchors(self) -> None:
        for anchor in self.record.addresses.anchors:
            self._put_at(anchor.word, [Element("anchor", {"xml:id": anchor.address})], after=anchor.after)

    def _place_span(self, span: Span) -> None:
        if span.kind in ("equal", "move"):
            self.kinds[slice(*span.edition)] = bytes((KEPT,)) * (span.edition[1] - span.edition[0])
            for i, j in zip(range(*span.source), range(*span.edition), strict=True):
                if self.source[i].key.startswith(PINNED):
                    self._place_gap(i, j)
        elif span.kind == "delete":
            self._place_omission(span)
        else:
            self._place_new_words(span)

    def _place_gap(self, i: int, j: int) -> None:
        """What stands beside a gap; the gap itself is no word."""
        self.kinds[j] = ADDED
        self._put_at(j, bare(self.units[i][0].before, self.empty), after=False)
        self._put_at(j, bare(self.units[i][0].after, self.empty), after=True)

    def _tokens(self, units: Sequence[Unit], text: str) -> Iterator[Element]:
        for unit, part in zip(units, cut(text, units), strict=True):
            yield from bare(unit.before, self.empty)
            yield token_element(unit, part)
            yield from bare(unit.after, self.empty)

    def _place_omission(self, span: Span) -> None:
        change = self.by_token.get(self.source[span.source[0]].token)
        made = Element("surplus", {"reason": "omission" if change else "layout", **self._names(change)})
        self._fill_received(made, span)
        word, after = place_of_cut(self.record.comparison, span.source[0], span.edition[0])
        self._put_at(word, [made], after=after)

    def _fill_received(self, parent: Element, span: Span) -> None:
        """The source's words, spaced as they stand there."""
        for i in range(*span.source):
            word = self.source[i]
            if i > span.source[0] and (word.space or word.block != self.source[i - 1].block):
                add_text(parent, " ")
            parent.extend(self._tokens(self._units(i), word.text))

    def _place_new_words(self, span: Span) -> None:
        """A replacement or an addition; past a piece of mark-up or a block's end its words go on in another element."""
        change = self.by_word.get(span.edition[0])
        own = (j for j in range(*span.edition) if not self.published[j].key.startswith(PINNED))  # a gap is not new
        for number, (key, group) in enumerate(groupby(own, key=self.key)):
            words = list(group)
            start, stop = self.stretch(words[0])[0], self.stretch(words[-1])[1]
            text = self.text(key)[start:stop]
            if span.kind == "replace" and not number:
                self._put(key, start, stop, [self._replacement(span, change, text)])
            elif change:
                made = Element("supplied", {"reason": "addition", **self._names(change)})
                add_text(made, text)
                self._put(key, start, stop, [made])

    def _replacement(self, span: Span, change: Change | None, text: str) -> Element:
        choice = Element("choice", self._names(change))
        tags = ("sic", "corr") if change else ("orig", "reg")
        self._fill_received(add(choice, tags[0]), span)
        add_text(add(choice, tags[1]), text)
        return choice

    def _names(self, change: Change | None) -> dict[str, str]:
        return filled({"corresp": f"#{change.id}" if change else "", "resp": self.resp})


def _changes_by_place(changes: Iterable[Change]) -> tuple[Mapping[int, Change], Mapping[int, Change]]:
    """The change to each word of the edition, and the one that left out each token of the source."""
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

"""Writes addresses, and quiet marks of changed words, into the text of a page.

All places are known beforehand, as offsets in the text of a tree that nobody has altered yet; `Texts` collects what is
to stand there and then writes each text once, from its end to its beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import takewhile
from xml.etree.ElementTree import Element

from gapmark.compare.addresses import Anchor
from gapmark.compare.changes import Change
from gapmark.compare.words import EditionWord
from gapmark.language.phrases import Language
from gapmark.markup.elements import BLOCKS, CONTAINERS, HEADINGS
from gapmark.markup.tree import Slot
from gapmark.site.made_pages import CHANGES, SOURCE

LONGEST = 12
"""Words that are marked as a whole; a longer change has a sign at its end, and a move always."""
NUMBERED = ("p", "li")
"""Blocks that show their place on the page."""


class Rank(IntEnum):
    """The order of what stands at one place of a text."""

    NUMBER = 1
    START = 2
    """The beginning of a sentence, or the name that a block had."""
    PLAIN = 3
    CUT = 4
    """The place of a sentence that was cut."""
    SIGN = 5
    """The sign of a change."""
    SENTENCE_END = 6
    WRAPPED = 7
    """Words inside an element."""
    BLOCK_END = 8


@dataclass(frozen=True, slots=True, order=True)
class Insertion:
    """An element to be put into a text at `start`. It takes the words up to `stop` into itself."""

    start: int
    rank: Rank
    stop: int
    element: Element = field(compare=False)


class Texts:
    """Collects the elements to be put into the texts of one tree, then writes them."""

    def __init__(self, tree: Element) -> None:
        self.nodes = list(tree.iter())
        self.parents = {child: parent for parent in self.nodes for child in parent}
        self.wanted: dict[tuple[Element, Slot], list[Insertion]] = defaultdict(list)

    def put(self, word: EditionWord, element: Element, *, after: bool, rank: Rank = Rank.PLAIN) -> None:
        """Let the element stand just before a word, or just after it; outside of a link, if the word is in one.

        A word of the page's title isn't in the tree: the element then stands where the text begins.
        """
        if word.node < 0:
            self.wanted[self.nodes[0], "text"].append(Insertion(0, rank, 0, element))
            return
        link = self._link_around(word)
        if link is None:
            at = word.stop if after else word.start
            self.wanted[self.nodes[word.node], word.place].append(Insertion(at, rank, at, element))
        elif after:
            self.wanted[link, "tail"].append(Insertion(0, rank, 0, element))
        else:
            self._before(link, element)

    def wrap(self, first: EditionWord, last: EditionWord, element: Element) -> bool:
        """Put the words from `first` to `last` into the element; False, with nothing done, where mark-up is between."""
        text, place = self.nodes[first.node], first.place
        if (first.node, place) != (last.node, last.place) or self._link_around(first) is not None:
            return False
        self.wanted[text, place].append(Insertion(first.start, Rank.WRAPPED, last.stop, element))
        return True

    def end(self, block: Element, element: Element) -> None:
        """Let the element stand after the last words of a block, before the blocks inside it."""
        inline = list(takewhile(lambda child: child.tag not in BLOCKS | CONTAINERS, block))
        owner: Element = inline[-1] if inline else block
        place: Slot = "tail" if inline else "text"
        at = len(((owner.tail if inline else owner.text) or "").rstrip())
        self.wanted[owner, place].append(Insertion(at, Rank.BLOCK_END, at, element))

    def write(self) -> None:
        """Write every text that something is to stand in."""
        for (node, place), insertions in self.wanted.items():
            self._write_text(node, place, sorted(insertions, reverse=True))

    def _write_text(self, node: Element, place: Slot, insertions: Sequence[Insertion]) -> None:
        parent = node if place == "text" else self.parents[node]
        index = 0 if place == "text" else list(parent).index(node) + 1
        text = (node.text if place == "text" else node.tail) or ""
        for insertion in insertions:
            element = insertion.element
            if insertion.stop > insertion.start:
                element.text = text[insertion.start : insertion.stop]
            element.tail = text[insertion.stop :]
            text = text[: insertion.start]
            parent.insert(index, element)
        if place == "text":
            node.text = text
        else:
            node.tail = text

    def _link_around(self, word: EditionWord) -> Element | None:
        """Return the outermost link that the word stands in."""
        node: Element | None = self.nodes[word.node]
        node = node if word.place == "text" or node is None else self.parents.get(node)
        link = None
        while node is not None:
            link = node if node.tag == "a" else link
            node = self.parents.get(node)
        return link

    def _before(self, link: Element, element: Element) -> None:
        """Let the element stand before a link: at the end of the text that is there."""
        parent = self.parents[link]
        index = list(parent).index(link)
        owner, place = (parent[index - 1], "tail") if index else (parent, "text")
        text = (owner.tail if place == "tail" else owner.text) or ""
        self.wanted[owner, "tail" if place == "tail" else "text"].append(
            Insertion(len(text), Rank.PLAIN, len(text), element)
        )


# ---------------------------------------------------------------- addresses


def mark_block(texts: Texts, element: Element, address: str, number: int, t: Language) -> None:
    """Give a block its address, and links to show it. A name that it has already stays, on an element of its own.

    `number` is the paragraph's place on its page; 0 for a heading, and for what shows no number.
    """
    name = element.get("id")
    element.set("id", address)
    if name:
        texts.wanted[element, "text"].append(Insertion(0, Rank.START, 0, Element("span", {"id": name})))
    if number:
        label = t("page.address", n=number)
        texts.wanted[element, "text"].append(
            Insertion(0, Rank.NUMBER, 0, _link(f"{t.number(number)} ", f"#{address}", label, t))
        )
    if number and address[1:].isdigit():  # a paragraph of the editor's own has no place in the source
        label = t("page.to_source", mark=t("page.source_mark"), n=number)
        source = _link(f" {t('page.source_mark')}", f"{SOURCE}#{address}", label, t)
        source.set("class", "address to-source")
        texts.end(element, source)


def link_headings(tree: Element) -> None:
    """Let each heading with an address lead to itself: a sign beside it would be spoken as a part of its name."""
    for heading in [e for e in tree.iter() if e.tag in HEADINGS and e.get("id") and e.find(".//a") is None]:
        link = Element("a", {"class": "to-itself", "href": f"#{heading.get('id')}"})
        link.text, heading.text = heading.text, None
        for child in list(heading):
            heading.remove(child)
            link.append(child)
        heading.append(link)


def _link(shown: str, href: str, label: str, t: Language) -> Element:
    lang = dict(filter(lambda mark: mark[0] == "lang", t.own_marks.items()))  # a direction would change its margin
    link = Element("a", {"class": "address", "href": href, "aria-label": label, **lang})
    link.text = shown  # its space parts it from the text where there is no stylesheet
    return link


def mark_sentence(texts: Texts, words: Sequence[EditionWord], anchor: Anchor, name: str) -> tuple[Element, Element]:
    """Return an element at the sentence's place and one at its end, put into the text; the same one for a cut
    sentence."""
    place = Element("span", {"class": "place", "id": name})
    texts.put(words[anchor.word], place, after=anchor.after, rank=Rank.CUT if anchor.after else Rank.START)
    if anchor.cut:
        return place, place
    end = Element("span")
    texts.put(words[anchor.last], end, after=True, rank=Rank.SENTENCE_END)
    return place, end


# ---------------------------------------------------------------- changes


def mark_change(texts: Texts, words: Sequence[EditionWord], change: Change, number: int, t: Language) -> None:
    """Put a link to the change's entry into the text: round a few changed words, else as a sign after them."""
    attributes = {"id": change.id, "href": f"{CHANGES}#{change.id}", "data-note": _note(change, t)}
    attributes["data-number"] = t.number(number)  # what the stylesheet shows on paper
    own = words[change.first_word : change.last_word + 1]
    short = change.kind in ("correction", "addition") and 0 < len(own) <= LONGEST and own[0].node >= 0
    if short:
        label = t(f"changes.spoken.{change.kind}", words=change.published, source=change.source)
        if texts.wrap(own[0], own[-1], Element("a", {"class": "change", **attributes, "aria-label": label})):
            return
    kind, note = t(f"changes.kind.{change.kind}"), attributes["data-note"]
    label = t("changes.sign", kind=kind) if note == kind else note
    sign = Element("a", {"class": "change-sign", **attributes, "aria-label": label, **t.own_marks})
    sign.text = "°"
    word, after = _sign_place(words, change)
    texts.put(word, sign, after=after, rank=Rank.SIGN)


def mark_own(texts: Texts, word: EditionWord, kind: str, t: Language) -> None:
    """Put a sign after a heading or other words of the editor's own; it leads to the list of them."""
    label = t("changes.sign", kind=t(f"changes.own_kind.{kind}"))
    attributes = {"class": "change-sign", "href": f"{CHANGES}#own", "data-note": t(f"changes.own_kind.{kind}")}
    sign = Element("a", {**attributes, "aria-label": label, **t.own_marks})
    sign.text = "°"
    texts.put(word, sign, after=True, rank=Rank.SIGN)


def _note(change: Change, t: Language) -> str:
    """Return the words that the stylesheet shows in the margin: the source's reading, or what was done."""
    kind = t(f"changes.kind.{change.kind}")
    words = change.source.split()
    if change.kind in ("addition", "move", "rewritten"):
        return kind
    reading = " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")
    return f"{kind}. {t('changes.was')}: {reading}"


def _sign_place(words: Sequence[EditionWord], change: Change) -> tuple[EditionWord, bool]:
    """Return the word at which the sign of a change stands, and whether it stands after the word."""
    if change.last_word >= change.first_word:
        return words[change.last_word], True
    before, word = words[max(change.first_word - 1, 0)], words[change.first_word]
    if change.follows or before is word or before.block != word.block:
        return word, change.follows
    return before, True

"""Reads the finished pages: the words of their text, the gaps in it, the entries of the list of changes.

The text of a page is what stands in its `article`; its first header and the list of its sections are not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder

from gapmark.markup.elements import BY_HAND, CODE, VOID
from gapmark.markup.tags import Event, read_tags
from gapmark.markup.tree import runs
from gapmark.verify.reading import DEEPEST

APART = frozenset(("sections", "footnote", "paper-notes"))
"""Classes of the list of a page's sections, and of notes: the editor's, and those of changes that are printed."""
MOST_OPEN = 100
"""Signs `<` without a `>` after them: each makes the parser look through all that follows."""
MOST_TAGS = 300_000
"""A page of 350,000 words has not half as many; each takes some hundredths of a millisecond."""


def parse_page(data: bytes) -> Element:
    """Return the tree of a page, its tags closed as they have to be. Raise ValueError for one that is not gapmark's."""
    builder, inside = TreeBuilder(), ["html"]
    builder.start("html", {})
    for kind, words, attributes, _ in _read_tags(data.decode(errors="replace")):
        if kind == "text":
            builder.data(words)
        elif kind == "start":
            builder.start(words, dict(attributes))
            inside.append(words)
            if len(inside) > DEEPEST:
                raise ValueError(f"it has more than {DEEPEST} elements in one another")
        if (kind == "start" and words in VOID) or (kind == "end" and words in inside[1:]):
            while inside[-1] != words:
                builder.end(inside.pop())
            builder.end(inside.pop())
    for tag in reversed(inside):
        builder.end(tag)
    return builder.close()


def _read_tags(html: str) -> list[Event]:
    if html.count("<!") > MOST_OPEN or any(part.count("<") > MOST_OPEN for part in html.split(">")):
        raise ValueError("it has tags that do not end")
    if html.count("<") > MOST_TAGS:
        raise ValueError(f"it has more than {MOST_TAGS:,} tags")
    return read_tags(html)


def text_of_page(page: Element) -> str:
    """Return title and text; a gap as `[gap 1]`, footnotes and captions left out."""
    article = next(page.iter("article"), page)
    title = "".join(next(page.iter("h1"), Element("h1")).itertext())
    header = article.find("header")
    for element in list(article.iter()):
        if element is header or element.tag in CODE or APART & {*element.get("class", "").split()}:
            tail = element.tail
            element.clear()
            element.tag, element.tail = "hr", tail
        elif element.tag in BY_HAND:
            element.tag = "div"
    for mark, number in gap_marks(article):
        mark.text = f"[gap {number}]"
        del mark[:]
    words, block = [title], None
    for run in runs(article):
        words.append(run.text if run.block is block else f" {run.text}")
        block = run.block
    return " ".join("".join(words).split())


def gap_marks(page: Element) -> Iterator[tuple[Element, int]]:
    """Return each mark of a gap with the gap's number."""
    for link in page.iter("a"):
        found = re.fullmatch(r"gaps\.html#ledger-(\d{1,9})", link.get("href", ""))
        if found and "gap" in link.get("class", "").split():
            yield link, int(found[1])


def entries_of(page: Element) -> dict[str, str]:
    """Return the words of each element that has an id; of an id that stands twice, those of the first."""
    elements = {element.get("id", ""): element for element in reversed([*page.iter()]) if element.get("id")}
    return {name: " ".join("".join(element.itertext()).split()) for name, element in elements.items()}

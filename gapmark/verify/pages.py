"""Reads the finished pages: the words of their text, the gaps in it, the entries of the list of changes.

The text of a page is what stands in its `article`; its first header and the list of its sections are not part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder

from gapmark.markup.elements import BY_HAND, CODE, VOID
from gapmark.markup.tags import read_tags
from gapmark.markup.tree import runs

APART = frozenset(("sections", "footnote", "paper-notes"))
"""Classes of the list of a page's sections, and of notes: the editor's, and those of changes that are printed."""


def parse_page(data: bytes) -> Element:
    """Return the tree of a page, its tags closed as they have to be."""
    builder, inside = TreeBuilder(), ["html"]
    builder.start("html", {})
    for kind, words, attributes, _ in read_tags(data.decode(errors="replace")):
        if kind == "text":
            builder.data(words)
        elif kind == "start":
            builder.start(words, dict(attributes))
            inside.append(words)
        if (kind == "start" and words in VOID) or (kind == "end" and words in inside[1:]):
            while inside[-1] != words:
                builder.end(inside.pop())
            builder.end(inside.pop())
    for tag in reversed(inside):
        builder.end(tag)
    return builder.close()


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


def entry_of(page: Element, name: str) -> str | None:
    """Return the words of the element with this id; None where there is none."""
    found = next((element for element in page.iter() if element.get("id") == name), None)
    return None if found is None else " ".join("".join(found.itertext()).split())

"""The element tree of a page: its text, its links, its HTML.

Nothing here knows Python-Markdown, and no function calls itself: trees may be deep.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element

from gapmark.markup.elements import BLOCKS, CONTAINERS, HEADINGS, VOID

RAW = "raw"
"""An element that stands for raw HTML, kept in its attribute `html`: its words are no words of the page."""

GENERATED = frozenset(("footnote-ref", "footnote-backref", "toc", "address", "change-sign"))
"""Classes of what is made for a page: the mark of a footnote and the way back from one, a table of contents, the
numbers and signs of a printed page. No editor can give them."""
Slot = Literal["text", "tail"]


class Run(NamedTuple):
    """A stretch of text in the tree."""

    block: Element
    """The block it belongs to, which may be a container or the tree itself."""
    node: Element
    place: Slot
    """Whether it is the text of `node` or its tail."""
    text: str


def runs(tree: Element) -> Iterator[Run]:
    """Yield every text of a page in order. What is generated, raw HTML and captions are no words of the page."""
    todo: list[tuple[Element, Element, bool]] = [(tree, tree, False)]
    while todo:
        node, block, after = todo.pop()
        if after:
            yield Run(block, node, "tail", node.tail or "")
        elif not _is_generated(node):
            inner = node if node.tag in BLOCKS or node.tag in CONTAINERS else block
            yield Run(inner, node, "text", node.text or "")
            for child in reversed(node):
                todo += [(child, inner, True), (child, inner, False)]


def _is_generated(element: Element) -> bool:
    return element.tag in (RAW, "hr", "img", "figure") or not GENERATED.isdisjoint(element.get("class", "").split())


def blocks(tree: Element) -> list[tuple[Element, str]]:
    """Return each block in the order of the page, with its own text; the text of blocks inside it is left out."""
    found: dict[Element, list[str]] = {}
    for run in runs(tree):
        if run.block.tag in BLOCKS:
            found.setdefault(run.block, []).append(run.text)
    return [(element, "".join(parts).strip()) for element, parts in found.items()]


def text_of(tree: Element) -> str:
    """Return the words of a page without those of its gap marks."""
    shown = (run for run in runs(tree) if run.place == "tail" or "gap" not in run.node.get("class", "").split())
    return "".join(run.text for run in shown)


def beginning(tree: Element, longest: int) -> str:
    """Return the first paragraph of a page: up to `longest` characters, or up to its first gap, with the gap's mark."""
    texts = groupby((run for run in runs(tree) if run.block.tag not in HEADINGS), key=lambda run: id(run.block))
    paragraphs = (list(stretch) for _, stretch in texts)
    paragraph = next((stretch for stretch in paragraphs if any(run.text.strip() for run in stretch)), [])
    words, label = "", ""
    for run in paragraph:
        label = run.text if run.place == "text" and "gap" in run.node.get("class", "").split() else ""
        if label:
            break
        words += run.text
    words = " ".join(words.split())
    if len(words) > longest:
        return words[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    return f"{words} {label}".strip()


def links(tree: Element) -> list[tuple[Element, str]]:
    """Return every link and image with the address it leads to, in the order of the page."""
    found = ((element, element.get("href") or element.get("src")) for element in tree.iter("*"))
    return [(element, target) for element, target in found if target]


def take_out(element: Element, parent: Element) -> None:
    """Remove an element; the text after it stays."""
    index = list(parent).index(element)
    if index:
        parent[index - 1].tail = (parent[index - 1].tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    parent.remove(element)


# ---------------------------------------------------------------- HTML


def serialise(element: Element) -> str:
    """Return the element as HTML, with its own tag and without its tail. All text is escaped, also what looks like an
    entity."""
    parts: list[str] = []
    todo: list[Element | str] = [element]
    while todo:
        node = todo.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == RAW:
            parts.append(node.get("html", ""))
        else:
            parts.append(f"<{node.tag}{_attributes(node)}>{_text(node.text)}")
            todo.append("" if node.tag in VOID else f"</{node.tag}>")
            for child in reversed(node):
                todo += [_text(child.tail), child]
    return "".join(parts)


def _text(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attributes(element: Element) -> str:
    return "".join(f' {name}="{_text(value).replace(chr(34), "&quot;")}"' for name, value in element.items())

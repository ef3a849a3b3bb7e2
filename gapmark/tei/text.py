"""The pages as the text of a TEI file: a division for each page and each heading on it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from xml.etree.ElementTree import Element

from gapmark.compare.units import HEADED
from gapmark.markup.elements import BLOCKS, BY_HAND, CONTAINERS, HEADINGS
from gapmark.markup.tree import RAW
from gapmark.markup.xml import add, add_text, filled
from gapmark.site.template_context import Assembled
from gapmark.tei.gaps import write_gap, write_stated_gap
from gapmark.tei.tokens import bare
from gapmark.tei.words import Insets, Key
from gapmark.text.figures import figure_name
from gapmark.text.pages import EditedPage

TAGS: Mapping[str, tuple[str, dict[str, str]]] = {
    "p": ("p", {}),
    "em": ("hi", {"rend": "italic"}),
    "strong": ("hi", {"rend": "bold"}),
    "code": ("hi", {"rend": "code"}),
    "pre": ("ab", {"rend": "code"}),
    "sup": ("hi", {"rend": "superscript"}),
    "ul": ("list", {"rend": "bulleted"}),
    "ol": ("list", {"rend": "numbered"}),
    "dl": ("list", {"rend": "definitions"}),
    "li": ("item", {}),
    "dt": ("item", {"rend": "term"}),
    "dd": ("item", {"rend": "definition"}),
    "blockquote": ("quote", {}),
    "table": ("table", {}),
    "tr": ("row", {}),
    "td": ("cell", {}),
    "th": ("cell", {"role": "label"}),
    "br": ("lb", {}),
    "hr": ("milestone", {"unit": "section", "rend": "rule"}),
    **dict.fromkeys(sorted(HEADINGS), ("ab", {"rend": "heading"})),  # one that is no child of the page
}
"""From an element of a page to its TEI element; any other becomes a `<seg>`."""
INSIDE = ("thead", "tbody", "div")
"""Elements that are nothing by themselves."""
NO_TEXT = ("footnote-backref", "toc")


class Body:
    """Writes the pages, one after the other."""

    def __init__(self, assembled: Assembled, insets: Insets) -> None:
        self.insets, self.figures = insets, assembled.figures
        self.gaps = {gap.id: gap for gap in assembled.site.gaps}
        self.tokens = insets.record.edition.document.tokens
        self.counted = assembled.site.counted
        self.own_reason = assembled.site.gap_reason
        self.resp = "#agent" if assembled.site.gap_agent else ""
        self.numbers = {page.href: n for n, page in enumerate(insets.record.edition.compared)}
        self.addresses: dict[int, dict[int, str]] = defaultdict(dict)
        """The addresses of each page's blocks by the index of their element."""
        for index, address in insets.record.addresses.blocks.items():
            block = insets.blocks[index]
            self.addresses[block.page][block.node] = address
        words, origins = insets.published, insets.origins
        old = (insets.blocks[word.block] for word, i in zip(words, origins, strict=True) if i >= 0)
        self.kept = {(block.page, block.node) for block in old if block.kind in HEADED}
        """The headings and titles that have words of the source, by page and element."""

    def division(self, page: EditedPage) -> Element:
        """Return one page as a division."""
        writer = _PageWriter(self, page)
        division = Element("div", {"type": page.manuscript.role, "corresp": page.href})
        head = add(division, "head", attributes=writer.own_name(-1))
        self.insets.fill(head, (writer.number, -1, "text"), page.manuscript.title)
        writer.write_sections(division, page.tree)
        return division


class _PageWriter:
    """Writes the tree of one page."""

    def __init__(self, body: Body, page: EditedPage) -> None:
        self.body, self.page = body, page
        self.number = body.numbers.get(page.href, -1)
        self.index = {element: i for i, element in enumerate(page.tree.iter())}
        self.addresses = body.addresses[self.number]
        notes = (e.get("id") for e in page.tree.iter("li") if e.get("id", "").startswith("fn:"))
        self.notes = {f"#{name}": f"note-{page.manuscript.name}-{n}" for n, name in enumerate(notes, 1)}

    def write_sections(self, division: Element, tree: Element) -> None:
        """Write the page's blocks. Each heading begins a division inside that of the heading above it."""
        open_divisions = [(1, division)]
        for child in tree:
            if child.tag in HEADINGS:
                while len(open_divisions) > 1 and open_divisions[-1][0] >= int(child.tag[1]):
                    open_divisions.pop()
                inner = add(open_divisions[-1][1], "div", attributes={"type": "section"})
                open_divisions.append((int(child.tag[1]), inner))
                names = self._names(child) | self.own_name(self.index[child])
                self._convert(child, add(inner, "head", attributes=names))
            elif child.get("class") == "footnote":
                self._write_notes(child, division)
            else:
                self._write(child, open_divisions[-1][1])

    def _write_notes(self, notes: Element, division: Element) -> None:
        section = add(division, "div", attributes={"type": "notes"})
        for item in notes.iter("li"):
            name = self.notes.get(f"#{item.get('id')}", "")
            names = {"xml:id": name, "place": "foot"} if name else {}
            self._convert(item, add(section, "note", attributes={**names, "resp": "#editor"}))

    def own_name(self, node: int) -> dict[str, str]:
        """Return what says that a heading is the editor's, where none of its words is the source's; a title has -1."""
        return {} if (self.number, node) in self.body.kept or self.page.own else {"resp": "#editor"}

    # ------------------------------------------------------------

    def _convert(self, source: Element, target: Element) -> None:
        """Write the contents of an element."""
        self._fill(target, source, "text")
        for child in source:
            self._write(child, target)
            self._fill(target, child, "tail")

    def _fill(self, target: Element, element: Element, place: str) -> None:
        key: Key = (self.number, self.index[element], place)
        self.body.insets.fill(target, key, getattr(element, place) or "")

    def _write(self, element: Element, target: Element) -> None:
        """Write one element, without its tail."""
        if element.get("data-gap"):
            self._write_gap(element, target)
        elif element.tag == RAW:
            self._write_raw(element, target)
        elif element.tag == "img":
            self._write_figure(element, target)
        elif element.tag in INSIDE and element.get("class") not in NO_TEXT:
            for child in element:
                self._write(child, target)
        elif element.get("class") not in NO_TEXT:
            tag, attributes = self._named(element)
            self._convert(element, add(target, tag, attributes={**self._names(element), **attributes}))

    def _named(self, element: Element) -> tuple[str, dict[str, str]]:
        """Return the name and the attributes of the TEI element."""
        href = element.get("href", "")
        if href in self.notes and element.get("class") == "footnote-ref":
            return "ref", {"type": "note", "target": f"#{self.notes[href]}"}
        if element.tag == "a":
            target = re.sub(r"\A([a-z0-9_-]+)\.md(?=#|\Z)", r"\1.html", href)
            return ("ref", {"target": target}) if re.fullmatch(r"[^\s<>\"{}|\\^`]+", target) else ("seg", {})
        return TAGS.get(element.tag, ("seg", {"type": element.tag}))

    def _names(self, element: Element) -> dict[str, str]:
        return filled({"xml:id": self.addresses.get(self.index[element], "")})

    def _write_gap(self, mark: Element, target: Element) -> None:
        """Write a gap as words that the source itself marks as left out; on a page of the editor's own, a link to
        it."""
        number = int(mark.get("data-gap", "0"))
        gap = self.body.gaps[number]
        if self.page.own:
            add(target, "ref", f"[gap {number}]", {"target": f"#gap-{number}"})
            return
        (word,) = self.body.insets.words[self.number, self.index[mark], "text"]
        target.extend(self.body.insets.beside.get((word, False), ()))
        write = write_gap if self.body.counted else write_stated_gap
        made = write(target, gap, resp=self.body.resp, tokens=self.body.tokens)
        if self.body.own_reason:
            add(made, "desc", self.body.own_reason)
        if gap.supplied:
            names = {"reason": "gap", "source": f"#witness-{number}", "corresp": f"#change-gap-{number}"}
            add(made, "supplied", gap.supplied.words, names)
        target.extend(self.body.insets.beside.get((word, True), ()))

    def _write_raw(self, element: Element, target: Element) -> None:
        """Write the words of HTML that an editor wrote; those inside a figure as a figure."""
        html = re.sub(r"<(script|style)\b.*?</\1\s*>", "", element.get("html", ""), flags=re.S | re.I)
        for n, part in enumerate(re.split(r"(<figure\b.*?</figure\s*>)", html, flags=re.S | re.I)):
            if not (words := _words_of(part)).strip():
                continue
            if n % 2:
                add_text(add(add(target, "figure"), "p"), words.strip())
            else:
                add_text(add(target, "ab" if target.tag == "div" else "seg", attributes={"type": "html"}), words)

    def _write_figure(self, image: Element, target: Element) -> None:
        figure = self.body.figures.get(figure_name(image.get("src", "")))
        if figure:
            made = add(target, "figure")
            add(made, "graphic", attributes={"url": figure.path})
            add(made, "figDesc", image.get("alt", ""), {"resp": "#editor"})
            add(made, "p", f"{figure.caption} {figure.credit}; {figure.licence}".strip())


def _words_of(html: str) -> str:
    parts = re.split(r"</?(\w+)[^>]*>", html)
    blocks = BLOCKS | CONTAINERS | BY_HAND
    words = (" " * (part.lower() in blocks) if n % 2 else part for n, part in enumerate(parts))
    return unescape("".join(words))


def write_rest(insets: Insets) -> Iterator[Element]:
    """Yield a division for the tokens after the last published word, such as headings with nothing under them."""
    if insets.rest:
        division = Element("div", {"type": "unpublished"})
        block = add(division, "ab")
        for element in bare(insets.rest, insets.empty):
            block.append(element)
            add_text(block, " ")
        yield division

"""HTML that an editor wrote by hand, such as a book can hold: browsers take anything, a reading program what is valid.

An element that XHTML has not, or that stands where it can't, becomes a `div` or, among words, a `span`. No word is
lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from gapmark.markup.tags import CASES, VOID, Event, read_tags
from gapmark.markup.tree import HEADINGS


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


PHRASES = _tags("""a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q s samp small span
    strong sub sup svg time u var wbr""")
"""Elements that stand among words."""

KNOWN = PHRASES | HEADINGS
KNOWN |= _tags("""address article aside blockquote caption dd div dl dt figcaption figure footer header hr li ol p pre
    section table tbody td tfoot th thead tr ul col colgroup""")
OF_WORDS = PHRASES | HEADINGS | {"p", "pre"}
"""Elements that can hold no block."""
CHILDREN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("ul", "ol"), _tags("li")),
    "dl": _tags("dt dd"),
    "table": _tags("caption colgroup thead tbody tfoot tr"),
    "colgroup": _tags("col"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), _tags("tr")),
    "tr": _tags("td th"),
}
"""All that these elements can hold: no words."""
PARENTS = {
    child: {parent for parent in CHILDREN if child in CHILDREN[parent]} for child in set().union(*CHILDREN.values())
}
PARENTS["figcaption"] = {"figure"}
"""The only elements in which these can stand."""
ATTRIBUTES = {
    "a": ("href", "rel"),
    "img": ("src", "alt", "width", "height"),
    "li": ("value",),
    "ol": ("start", "reversed", "type"),
    "td": ("colspan", "rowspan", "headers", "style"),
    "th": ("colspan", "rowspan", "headers", "style", "scope"),
    **dict.fromkeys(("col", "colgroup"), ("span",)),
    **dict.fromkeys(("blockquote", "q"), ("cite",)),
    **dict.fromkeys(("del", "ins"), ("cite", "datetime")),
    "time": ("datetime",),
    "data": ("value",),
}
"""Besides those that any element can have."""
NEEDED = {"bdo": "dir", "data": "value"}
"""Elements that are none without this attribute."""
TABLE = re.compile(r"(?:caption )?(?:colgroup )*(?:thead )?(?:(?:tbody )*|(?:tr )*)(?:tfoot )?")
"""What a table holds, in this order."""
_ANYWHERE = re.compile(
    r"(?:id|class|title|dir|(?:xml:)?lang|xmlns|role|epub:type|hidden|(?:aria|data)-[a-z][a-z0-9-]*)\Z"
)
_DRAWN = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")
"""Names that may stand in a drawing."""
CODE = ("script", "style")


@dataclass(slots=True)
class _Element:
    tag: str
    parent: _Element | None = None
    contents: list[str] = field(default_factory=list)
    """A `#` for each text in it that has words, then the tags of its children, the last first."""
    fits: bool = True
    """Whether XHTML has it, and it holds what it can hold."""
    name: str = "div"
    """What it is called in the book."""
    drawn: bool = False
    linked: bool = False
    """Whether it is a link, or in one."""

    @property
    def instead(self) -> str:
        """What it becomes where it can't stand and blocks can."""
        is_block = self.tag in KNOWN - PHRASES or not {*self.contents} <= PHRASES | {"#"}
        return "div" if is_block else "span"


def to_xhtml(html: str) -> str:
    """Well-formed HTML as valid XHTML, without scripts and styles; an image that the book has not becomes its words."""
    parts = list(_parts(html))
    for event, element in reversed(parts):
        if event.kind == "start" and element.parent:  # all that is in it was looked at before
            needed = NEEDED.get(element.tag, "")
            has_it = not needed or any(name == needed and value for name, value in event.attributes)
            element.fits = element.tag in KNOWN and has_it and _holds_its_own(element.tag, element.contents)
            element.parent.contents.append(element.tag if element.fits else element.instead)
    return "".join(_written(event, element) for event, element in parts)


def _parts(html: str) -> Iterator[tuple[Event, _Element]]:
    """Each tag with its element, each text with the element it stands in."""
    top = _Element("")
    for event in read_tags(html):
        inside = top
        if event.kind == "start":
            inside = _Element(event.words, top)
            top = top if event.words in VOID else inside
        elif event.kind == "end":
            top = top.parent or top
        elif event.words.strip():
            top.contents.append("#")
        if inside.tag not in CODE and (event.words not in VOID or event.words in KNOWN or event.kind == "text"):
            yield event, inside


def _holds_its_own(tag: str, contents: Sequence[str]) -> bool:
    """Whether all that is in an element can be there; terms come before what explains them."""
    in_order = tag != "dl" or (contents[:1], contents[-1:]) in ((["dd"], ["dt"]), ([], []))
    if tag == "table":
        in_order = TABLE.fullmatch("".join(f"{child} " for child in reversed(contents))) is not None
    return in_order and CHILDREN.get(tag, frozenset(contents)).issuperset(contents)


def _written(event: Event, element: _Element) -> str:
    if event.kind == "text":
        return escape(event.words, quote=False)
    if event.kind == "end":
        return f"</{element.name}>"
    if element.parent:
        _choose_name(element, element.parent)
    values = dict(event.attributes)
    if element.tag == "img" and not values.get("src", "").startswith("image-"):
        return escape(values.get("alt", ""), quote=False)
    kept = ((CASES.get(name, name), value) for name, value in values.items() if _is_kept(element, name, value))
    shown = "".join(f' {name}="{escape(value)}"' for name, value in kept)
    return f"<{element.name}{shown}{'/' * (element.tag in VOID)}>"


def _choose_name(element: _Element, parent: _Element) -> None:
    """Its own, if it can stand in its parent, which has a name already."""
    tag, among_words = element.tag, parent.name in OF_WORDS
    element.drawn, element.linked = parent.drawn or tag == "svg", parent.linked or tag == "a"
    nested = (tag == "a" and parent.linked) or (among_words and tag not in PHRASES)
    if element.drawn:
        element.name = tag if _DRAWN.match(tag) else "g"
    elif element.fits and not nested and parent.name in PARENTS.get(tag, (parent.name,)):
        element.name = tag
    else:
        element.name = "span" if among_words else element.instead


def _is_kept(element: _Element, name: str, value: str) -> bool:
    if name == "id":
        return bool(value) and not re.search(r"\s", value)
    own = element.tag == element.name and name in ATTRIBUTES.get(element.tag, ())
    return own or _ANYWHERE.match(name) is not None or (element.drawn and _DRAWN.match(name) is not None)

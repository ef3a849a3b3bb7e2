"""Trees of XML: elements that hold what they are given and nothing that is empty, and their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from xml.etree.ElementTree import Element, SubElement, tostring

SPACES = re.compile(r"\s+")
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 file can hold, not even as references (https://www.w3.org/TR/xml/#charsets)."""


def add(parent: Element, tag: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """A new last child; attributes without a value are left out."""
    child = SubElement(parent, tag, filled(attributes or {}))
    child.text = text or None
    return child


def filled(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes that have a value."""
    return {name: value for name, value in attributes.items() if value}


def add_text(parent: Element, text: str | None) -> None:
    """Text after what is in the element so far; each stretch of white space becomes one space."""
    words = text if text in (None, "", " ") else SPACES.sub(" ", text)
    if not words:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def shown(text: str) -> str:
    """The text, with a sign for each character that XML can't hold: of a control character, its picture."""
    return ILLEGAL.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)


def to_bytes(root: Element, inside: tuple[str, Iterable[Element]] = ("", ())) -> bytes:
    """The whole file, each character such as XML can hold.

    `inside` names an empty element and gives what is to stand in it, of which only one is in memory at a time.
    """
    text, (tag, children) = tostring(root, encoding="unicode"), inside
    before, _, after = text.partition(f"<{tag} />") if tag else (text, "", "")
    inner = (tostring(child, encoding="unicode") for child in children)
    parts = chain(
        (f'<?xml version="1.0" encoding="UTF-8"?>\n{before}', f"<{tag}>" * bool(tag)),
        inner,
        (f"</{tag}>" * bool(tag), f"{after}\n"),
    )
    return b"".join(shown(part).encode() for part in parts)

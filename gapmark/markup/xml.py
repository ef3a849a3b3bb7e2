"""Makes trees of XML, without empty attributes and texts, and their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from xml.etree.ElementTree import Element, SubElement, tostring

SPACES = re.compile(r"\s+")
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 file can hold, not even as references (https://www.w3.org/TR/xml/#charsets)."""


def add(parent: Element, tag: str, text: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """Return a new last child. Attributes without a value are left out."""
    child = SubElement(parent, tag, filled(attributes or {}))
    child.text = text or None
    return child


def filled(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes that have a value."""
    return {name: value for name, value in attributes.items() if value}


def add_text(parent: Element, text: str | None) -> None:
    """Add text after all that is in the element. Each stretch of white space becomes one space."""
    words = text if text in (None, "", " ") else SPACES.sub(" ", text)
    if not words:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words


def shown(text: str) -> str:
    """Return the text with a sign in place of each character that XML can't hold; for a control character, its
    picture."""
    return ILLEGAL.sub(lambda match: chr(0x2400 + ord(match[0])) if match[0] < " " else "\ufffd", text)


def to_bytes(root: Element, inside: tuple[str, Iterable[Element]] = ("", ())) -> bytes:
    """Return the whole file; each character is one that XML can hold.

    `inside` names an empty element and gives its children, of which only one is in memory at a time.
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

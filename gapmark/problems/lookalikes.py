"""Signs that look like those of the keyboard and are others: a word processor or a web page puts them in."""

from __future__ import annotations

import unicodedata

_SPACES = "\u00a0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_ALIKE = str.maketrans(_SPACES + _HYPHENS, " " * len(_SPACES) + "-" * len(_HYPHENS), _INVISIBLE) | _FULL_WIDTH
QUOTES = "\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a\uff02\uff07"
"""Marks of print; YAML knows only `"` and `'`."""


def plain(text: str) -> str:
    """Return the text with the signs of the keyboard in place of those that look like them; curly marks stay."""
    return text if text.isascii() else text.translate(_ALIKE)


def plain_value(text: str) -> str:
    """Return a number, date or word as it is meant: signs as `plain`, without curly marks round it."""
    return plain(text).strip(QUOTES + " ")


def name_signs(text: str) -> str:
    """Return the look-alikes of a text for a message, such as `U+2011 (non-breaking hyphen)`; empty for none."""
    found = dict.fromkeys(sign for sign in text if sign in QUOTES or plain(sign) != sign)
    return ", ".join(f"U+{ord(sign):04X} ({unicodedata.name(sign, 'unnamed').lower()})" for sign in found)

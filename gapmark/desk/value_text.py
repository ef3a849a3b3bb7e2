"""Writes values as YAML in the form that stands there already, else in the plainest one that reads the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gapmark.yamltext.writing import quoted, scalar

Value = str | tuple[str, ...] | Mapping[str, str]
"""What a form sends for one key: words, several of them, or those of a group of keys. Empty: the key is left out."""
_FIGURES = re.compile(r"-?[0-9X]+[-0-9A-Za-z./~?%]*(?: [a-z]+)?", re.ASCII)
"""Numbers and dates: with no quotation marks they are read as they were typed."""
_BRACKETS = re.compile(r"[,\[\]{}]")


def scalar_text(text: str, old: str = "") -> str:
    """Return words as a value, between the quotation marks that the old value has."""
    if old.startswith("'") and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if old.startswith('"'):
        return quoted(text)
    return text if _FIGURES.fullmatch(text) else scalar(text)


def value_text(key: str, value: Value, indent: str, old: str = "") -> str:
    """Return the lines of a key and its value, the first one not indented, the last one without its line feed."""
    if isinstance(value, str):
        return f"{key}: {scalar_text(value, old)}"
    if isinstance(value, tuple):
        return f"{key}: [{', '.join(map(_in_brackets, value))}]"
    inner = indent + "  "
    return "\n".join([f"{key}:", *(inner + value_text(part, word, inner) for part, word in value.items() if word)])


def entry_text(values: Mapping[str, Value], indent: str) -> str:
    """Return the lines of a new entry of a list, its hyphen at the indent."""
    inner = indent + "  "
    lines = (value_text(key, value, inner) for key, value in values.items() if value)
    return f"{indent}- " + f"\n{inner}".join(lines)


def _in_brackets(text: str) -> str:
    return quoted(text) if _BRACKETS.search(text) or ":" in text else scalar_text(text)

"""Writes YAML that an editor goes on with: hints to paste, entries at a list's end, front matter, site.yaml."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

NO_TEXT = {"true", "false", "yes", "no", "on", "off", "null"}
"""Words that YAML reads as no text."""
_BARE = re.compile(r"[A-Za-z](?:(?! [#]|: )[ -~])*(?<![ :])", re.ASCII)


def quoted(text: str) -> str:
    """Return the text between double quotation marks, such that YAML reads the same text."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in written)


def between_marks(text: str) -> str:
    """The text as `quoted`; between single marks where it has double ones, which reads better."""
    return f"'{text}'" if '"' in text and "'" not in text and text.isprintable() else quoted(text)


def scalar(text: str) -> str:
    """Return the text as a value: bare where that is safe, else between quotation marks; empty for no text."""
    return text if not text or (_BARE.fullmatch(text) and text.lower() not in NO_TEXT) else quoted(text)


def entry(values: Mapping[str, str]) -> str:
    """Return an entry of a list, one line for each key. The values are YAML already, as `quoted` returns them; they may
    be empty."""
    lines = (f"{key}: {value}".rstrip() for key, value in values.items())
    return "".join(f"{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))

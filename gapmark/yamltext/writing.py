"""YAML that we write for an editor to go on with: hints to paste, entries at a list's end, front matter, site.yaml."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

NO_TEXT = {"true", "false", "yes", "no", "on", "off", "null"}
"""Words that YAML takes for something else."""
_BARE = re.compile(r"[A-Za-z](?:(?! [#]|: )[ -~])*(?<![ :])", re.ASCII)


def quoted(text: str) -> str:
    """The text between double quotation marks, as YAML reads it, whatever its characters are."""
    written = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in written)


def scalar(text: str) -> str:
    """The text as a value: bare where that is safe, between quotation marks elsewhere; empty for none."""
    return text if not text or (_BARE.fullmatch(text) and text.lower() not in NO_TEXT) else quoted(text)


def entry(values: Mapping[str, str]) -> str:
    """An entry of a list, a line a key; the values are written already, as by `quoted`, and may be empty."""
    lines = (f"{key}: {value}".rstrip() for key, value in values.items())
    return "".join(f"{'  ' if number else '- '}{line}\n" for number, line in enumerate(lines))

"""Finds the line of a lost colon in YAML; PyYAML names a later line, where it met the effect."""

from __future__ import annotations

import re
from collections.abc import Sequence

KEY = re.compile(r"(?P<indent>\s*(?:- +)?)(?P<key>\w+)(?:(?P<colon>:)(?=[^\s:])| +)?(?P<rest>.*?)\s*(?:#.*)?")
COLON = re.compile(r":(?:\s|$)")


def find_lost_colon(lines: Sequence[str], stop: int) -> tuple[int, int, str, str] | None:
    """Find the line before `stop`, counted from 0, that begins like a key and has no colon after it.

    Return its line and column, counted from 1, what is wrong there and the next step; None where the mistake is
    another.
    """
    line = stop - 1 if len(COLON.findall("".join(lines[stop : stop + 1]))) < 2 else -1
    while line >= 0 and not lines[line].partition("#")[0].strip():
        line -= 1
    match = KEY.fullmatch(lines[line]) if line >= 0 and not COLON.search(lines[line]) else None
    if not match:
        return None
    key, rest = match["key"], match["rest"]
    lost = "no space after its colon" if match["colon"] else f'no colon after "{key}"'
    return line + 1, len(match["indent"]) + 1, f"this line has {lost}", f"write {key}: {rest}".rstrip()

"""In which form a text stands: what its own signs say."""

from __future__ import annotations

import re

_STOP = re.compile(r"(\s?)[,.](?!\S)")
_TOKENS = re.compile(r"(?<![^\s\ufeff])@@[0-9]+(?!\S)|\A\ufeff?##[0-9]+(?!\S)|(?<!\S)@\s+@(?!\S)")
"""A header, or two marks in a row."""


def is_tokenised(text: str) -> bool:
    """Whether a text stands as words and signs between spaces: it has a header or a run of `@`, or of its commas and
    full stops as many have a space before them as have none."""
    stops = _STOP.findall(text)
    return _TOKENS.search(text) is not None or 2 * sum(map(bool, stops)) >= len(stops)

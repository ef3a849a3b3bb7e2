"""Tells whether a value is an address of the web."""

from __future__ import annotations

import re
from urllib.parse import urlsplit


def is_address(text: str) -> bool:
    """Return whether a text is a whole address of the web: http or https, a host, no white space."""
    try:
        return bool(urlsplit(text).hostname) and re.fullmatch(r"https?://[^\s<>\"]+", text, re.I) is not None
    except ValueError:  # a bracket that is no IPv6 address
        return False

"""The Content-Security-Policy of a page (CSP Level 3): it runs the scripts of its template, and loads its own files.

Whatever words come into a page by some mistake of this program, a browser runs none of them. `file:` stands beside
`'self'` because browsers do not agree that a file on a disk is the same site as its neighbour.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

from gapmark.text.sanitise import ALIGNMENT

OWN = "'self' file:"
RULES = (
    "default-src 'none'",
    f"img-src {OWN} data:",
    f"font-src {OWN}",
    f"media-src {OWN}",
    "base-uri 'none'",
    "form-action 'none'",
)
SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*\+json)[^>]*>(.*?)</script>", re.S)
"""A script that stands in the page; data for search engines is none."""
_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.S)
_ATTRIBUTE = re.compile(rf'style="({ALIGNMENT})"')
_HEAD = re.compile(r'<head>\s*(?:<meta charset="[^"]*">)?')
_META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def add_policy(html: str, templates: Mapping[str, str]) -> str:
    """The page with its policy at the top of its head; `templates` has the text of every template by its name."""
    head = _HEAD.search(html)
    if head is None:
        return html
    scripts = (script for script in inline_scripts(tuple(templates.values())) if f">{script}</script>" in html)
    styles = _STYLE.findall(html[: html.find("</head>")])
    rules = (*RULES, f"script-src {OWN}{_hashes(scripts)}", f"style-src {OWN}{_hashes(styles)}{_aligned(html)}")
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
    return html[: head.end()] + meta + html[head.end() :]


def without_policy(html: str) -> str:
    """The page for a server that has a policy of its own."""
    return _META.sub("", html, count=1)


def is_allowed(html: str, part: str) -> bool:
    """Whether the policy of a finished page allows a script or a style that stands in it."""
    meta = _META.search(html)
    return meta is None or _hash(part) in meta[1]


@lru_cache(maxsize=2)
def inline_scripts(templates: tuple[str, ...]) -> tuple[str, ...]:
    """The scripts that stand in templates; those with a value in them could be anything, and do not count."""
    found = (script for text in templates for script in SCRIPT.findall(text))
    return tuple(dict.fromkeys(script for script in found if not re.search(r"\{[{%#]", script)))


def _aligned(html: str) -> str:
    """Cells of tables have their alignment in an attribute."""
    found = sorted(set(_ATTRIBUTE.findall(html)))
    return f" 'unsafe-hashes'{_hashes(found)}" if found else ""


def _hashes(parts: Iterable[str]) -> str:
    return "".join(f" {_hash(part)}" for part in parts)


def _hash(part: str) -> str:
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"

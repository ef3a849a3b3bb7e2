"""Files and rules for browsers, servers and search engines: each page's policy, robots.txt, sitemap.xml, .nojekyll."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from urllib.parse import quote

from gapmark.model import OutputFile
from gapmark.run.memo import share
from gapmark.site.made_pages import HOME, NOT_FOUND
from gapmark.text.sanitise import ALIGNMENT

SITEMAP = "sitemap.xml"


def make_found(files: Sequence[OutputFile], base_url: str) -> tuple[OutputFile, ...]:
    """Return the files that `files` lack: an editor's own files in static/ come first.

    A sitemap needs whole addresses (sitemaps.org), so there is none without `base_url`, which ends in a slash.
    """
    there = {file.path for file in files}
    shown = sorted(file.path for file in files if b'content="noindex"' not in file.data)
    return tuple(file for file in _found(shown, base_url) if file.path not in there)


def _found(paths: Sequence[str], base_url: str) -> Iterator[OutputFile]:
    yield OutputFile(".nojekyll", b"")  # GitHub Pages would leave out what begins with _, were it to run Jekyll
    yield OutputFile("robots.txt", _robots(base_url).encode())
    if base_url:
        yield OutputFile(SITEMAP, _sitemap(paths, base_url).encode())


def _robots(base_url: str) -> str:
    everything = "User-agent: *\nAllow: /\n"
    return f"{everything}\nSitemap: {base_url}{SITEMAP}\n" if base_url else everything


def _sitemap(paths: Sequence[str], base_url: str) -> str:
    pages = [path for path in paths if path.endswith(".html") and path not in (HOME, NOT_FOUND)]
    addresses = (escape(base_url + quote(path), quote=False) for path in ("", *pages))
    lines = "".join(f"<url><loc>{address}</loc></url>\n" for address in addresses)
    opening = '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{opening}{lines}</urlset>\n"


# ---------------------------------------------------------------- the policy of a page
#
# Content-Security-Policy (CSP Level 3). Whatever words come into a page by some mistake of this program, a browser runs
# none of them. `file:` stands beside `'self'` because browsers do not agree that a file on a disk is the same site as
# its neighbour. `connect-src` is for `gapmark serve`, and for what looks at a page from
# within: Lighthouse asks for robots.txt that way. What stands in the page begins and ends without white space: the Nu
# checker trims it before it compares its hash.

OWN = "'self' file:"
RULES = (
    "default-src 'none'",
    "connect-src 'self'",
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
    """Return the page with its policy at the top of its head. `templates` has the text of every template by its
    name."""
    head = _HEAD.search(html)
    if head is None or html.lstrip()[:15].lower() != "<!doctype html>":  # a chapter of a book is XML
        return html
    scripts = (script for script in share(inline_scripts, tuple(templates.values())) if f">{script}</script>" in html)
    styles = _STYLE.findall(html[: html.find("</head>")])
    rules = (*RULES, f"script-src {OWN}{_hashes(scripts)}", f"style-src {OWN}{_hashes(styles)}{_aligned(html)}")
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{"; ".join(rules)}">'
    return html[: head.end()] + meta + html[head.end() :]


def is_allowed(html: str, part: str) -> bool:
    """Whether the policy of a finished page allows a script or a style that stands in it."""
    meta = _META.search(html)
    return meta is None or _hash(part) in meta[1]


def inline_scripts(templates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the scripts that stand in templates; those with a value in them could be anything, and are left out."""
    found = (script for text in templates for script in SCRIPT.findall(text))
    return tuple(dict.fromkeys(script for script in found if not re.search(r"\{[{%#]", script)))


def _aligned(html: str) -> str:
    """Return the part of the policy that lets cells of tables have their alignment in an attribute."""
    found = sorted(set(_ATTRIBUTE.findall(html)))
    return f" 'unsafe-hashes'{_hashes(found)}" if found else ""


def _hashes(parts: Iterable[str]) -> str:
    return "".join(f" {_hash(part)}" for part in parts)


def _hash(part: str) -> str:
    return f"'sha256-{b64encode(sha256(part.encode()).digest()).decode()}'"

"""What helps a site to be found, and to be served as it is: robots.txt, sitemap.xml, .nojekyll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import quote

from gapmark.model import OutputFile
from gapmark.site.checks import NOT_FOUND

HOME = "index.html"
SITEMAP = "sitemap.xml"


def make_found(files: Sequence[OutputFile], base_url: str) -> tuple[OutputFile, ...]:
    """The files that `files` have not got already: an editor's own in static/ come first.

    A sitemap needs whole addresses (sitemaps.org), so there is none without `base_url`, which ends in a slash.
    """
    there = {file.path for file in files}
    return tuple(file for file in _found(sorted(there), base_url) if file.path not in there)


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

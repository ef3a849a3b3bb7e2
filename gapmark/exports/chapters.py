"""Chapters of the book and of the one file: what stands in the `main` of each finished page, with other links and ids.

A chapter is made of the finished page, so that no form of the site can say anything else than its pages do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from gapmark.model import OutputFile
from gapmark.site.made_pages import ABOUT, CHANGES, GAPS, HOME, PLACES, TIMELINE
from gapmark.site.template_context import Assembled
from gapmark.site.template_records import ChangeEntry

APPARATUS = (TIMELINE, PLACES, GAPS, CHANGES, ABOUT)
"""The pages that follow the text. The source as received is not among them: it stays a page."""
_PANEL = re.compile(r'<section class="panel".*?</section>', re.DOTALL)
LEFT_OUT = re.compile(
    r'<nav\b.*?</nav>|<details class="cite".*?</details>'
    r'|<(a|p) class="(?:address to-source|with-words\b[^"]*|made on-screen)".*?</\1>',
    re.DOTALL,
)
"""Lists of links, the citation of a page, links to the source as received, the switch of the home page's facts, the
names of files that stand beside the pages. No editor can give these classes."""
_HEADING = re.compile(r"<h[12][^>]*>(.*?)</h[12]>", re.DOTALL)
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"#]*)|'([^'#]*)|([^\s"'#>]*))""", re.IGNORECASE)


class Chapter(NamedTuple):
    """A page as it stands in the book or in the one file."""

    path: str
    """Path of its file in the book; of the page, in the one file."""
    title: Markup
    body: Markup
    notes: tuple[ChangeEntry, ...] = ()
    """The changes that its text has a sign for; only in the book."""

    @property
    def id(self) -> str:
        """Return its id in the one file."""
        return self.path.removesuffix(".html")


def find_contents(assembled: Assembled, pages: Iterable[OutputFile]) -> dict[str, str]:
    """Return what stands in each page, by its path: the texts, the facts of the home page, the other pages."""
    found = {page.path: page.data.decode() for page in pages}
    text = {text.part.href: main_of(found[text.part.href]) for text in assembled.texts}
    facts = {HOME: panel[0]} if (panel := _PANEL.search(found[HOME])) else {}
    return text | facts | {path: main_of(found[path]) for path in APPARATUS if path in found}


def main_of(html: str) -> str:
    """Return what stands in the `main` of a page; nothing where it has none."""
    start, stop = html.find("<main"), html.rfind("</main>")
    return html[html.find(">", start) + 1 : stop] if 0 <= start < stop else ""


def heading_of(html: str) -> Markup:
    """Return the words of the first heading."""
    found = _HEADING.search(html)
    return Markup(re.sub(r"<[^>]*>", "", found[1]).strip() if found else "")  # noqa: S704 - is HTML already


def linked_pages(path: str, html: str, pages: Iterable[str]) -> list[str]:
    """Return those of the pages that this one leads to, and itself: all that its chapter depends on."""
    names = {unquote(unescape("".join(found))) for found in _HREF.findall(html)} | {path}
    return sorted(names.intersection(pages))


def place_of(path: str, href: str) -> tuple[str, str] | None:
    """Return the page and the id that a link on the page `path` leads to; None where it leads out of the site."""
    parts = urlsplit(href)
    return None if parts.scheme or parts.netloc else (unquote(parts.path) or path, unquote(parts.fragment))

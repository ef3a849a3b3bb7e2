"""Finished pages written again, for the forms that are made of them: links and ids as the form has them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from gapmark.markup.tags import CASES, VOID, read_tags

APPARATUS = ("timeline.html", "places.html", "gaps.html", "changes.html", "about.html")
"""The pages that follow the text; the source as received stays a page of its own."""
_LISTS, _TABLES, _TERMS, _CELLS = ("ul", "ol"), ("table",), ("dt", "dd"), ("td", "th")
ENDED = {
    "li": (("li",), _LISTS),
    **dict.fromkeys(_TERMS, (_TERMS, ("dl",))),
    **dict.fromkeys(_CELLS, (_CELLS, _TABLES)),
    "tr": (("tr",), _TABLES),
    **dict.fromkeys(
        ("p", "ul", "ol", "dl", "table", "div", "blockquote", "h2", "h3", "h4"), (("p",), (*_LISTS, "div"))
    ),
}
"""Elements that end others, which need no end tag in HTML, and in which elements this is not done."""


def main_of(html: str) -> str:
    """What stands in the `main` of a page."""
    start, stop = html.find("<main"), html.rfind("</main>")
    return html[html.find(">", start) + 1 : stop] if 0 <= start < stop else ""


def panel_of(index: str) -> str:
    """The panel of facts of the home page; empty where it has none."""
    found = re.search(r'<section class="panel".*?</section>', index, re.S)
    return found[0] if found else ""


def heading_of(html: str) -> str:
    """The plain words of its first heading, as HTML."""
    found = re.search(r"<h[12][^>]*>(.*?)</h[12]>", html, re.S)
    return re.sub(r"<[^>]*>", "", found[1]).strip() if found else ""


_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"#]*)|'([^'#]*)|([^\s"'#>]*))""", re.IGNORECASE)


def linked_pages(path: str, html: str, pages: Mapping[str, object]) -> list[str]:
    """Those of the pages that this one leads to, and itself: all that its other forms depend on, however many."""
    names = {unquote(unescape("".join(found))) for found in _HREF.findall(html)} | {path}
    return sorted(names & pages.keys())


class PageWriter:
    """Writes a page again, well-formed whatever it was; a subclass says what becomes of names, links and pictures."""

    dropped = frozenset(("to-source", "with-words"))
    """Classes of what is left out: links to the source as received, the switch of the home page's facts. An editor
    can't give them."""
    end = ">"
    """Of the tag of an element that can hold nothing."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.out: list[str] = []
        self.open: list[tuple[str, str]] = []
        """The elements that are open, and the end tag of each; empty for one that is not written."""
        self.silent = 0
        """How many elements deep we are in what is left out."""

    def rewrite(self, html: str) -> str:
        """The page, or a part of it, written again."""
        for kind, words, attributes, _ in read_tags(html):
            if kind == "start":
                self._start(words, {CASES.get(name, name): value for name, value in attributes})
            elif kind == "end":
                self._end(words)
            elif kind == "text":
                self._text(words)
        return "".join((*self.out, *(end for _, end in reversed(self.open))))

    # ------------------------------------------------------------ what a form decides

    def name(self, tag: str) -> str:
        """What an element is called."""
        return tag

    def attributes(self, tag: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """The attributes of an element; a link without `href` becomes plain words."""
        raise NotImplementedError

    def place_of(self, href: str) -> tuple[str, str] | None:
        """Page and fragment that a link inside the site leads to; None for one that leads out of it."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None
        return unquote(parts.path) or self.path, unquote(parts.fragment)

    # ------------------------------------------------------------ writing

    def _start(self, tag: str, values: Mapping[str, str]) -> None:
        """Write the tag, or leave it out with all that is in it."""
        if self.silent or tag == "nav" or not self.dropped.isdisjoint(values.get("class", "").split()):
            self.silent += tag not in VOID
            return
        self._end_before(tag)
        name, kept = self.name(tag), dict(self.attributes(tag, values))
        written = not (tag == "a" and "href" in values and "href" not in kept)
        if tag not in VOID:
            self.open.append((tag, f"</{name}>" if written else ""))
        if written:
            shown = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
            self.out.append(f"<{name}{shown}{self.end if tag in VOID else '>'}")

    def _end(self, tag: str) -> None:
        """Close what was opened, and what was left open in it."""
        if self.silent:
            self.silent -= 1
        else:
            at = next((n for n in range(len(self.open) - 1, -1, -1) if self.open[n][0] == tag), len(self.open))
            self._close_from(at)

    def _text(self, words: str) -> None:
        self.out.append("" if self.silent else escape(words, quote=False))

    def _end_before(self, tag: str) -> None:
        """End what HTML takes to end where this element begins: an item before the next item of its list."""
        if tag in ENDED:
            ended, scope = ENDED[tag]
            inside = takewhile(lambda n: self.open[n][0] not in scope, range(len(self.open) - 1, -1, -1))
            self._close_from(max((n for n in inside if self.open[n][0] in ended), default=len(self.open)))

    def _close_from(self, at: int) -> None:
        self.out += (end for _, end in reversed(self.open[at:]))
        del self.open[at:]

"""edition.html: the whole site as one file, to keep, to mail and to print as a small book.

It is made of the finished pages, so it can't say anything else than they do. Styles, drawings and pictures are in it;
links between pages become links inside it, and what can't be in it (a data file) becomes plain words.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from gapmark.model import OutputFile
from gapmark.site.citation import cite_page
from gapmark.site.render import make_environment, render_template
from gapmark.site.template_context import Assembled
from gapmark.text.images import media_type

PATH = "edition.html"
APPARATUS = ("timeline.html", "places.html", "gaps.html", "changes.html", "about.html")
"""The pages that follow the text; the source as received stays a page of its own."""
KEPT = re.compile(r"(?:w\d+[a-z]*|gap-\d+)\Z")
"""Ids of the text that are addresses: they are the same here as on the pages."""
REFERENCES = ("aria-labelledby", "aria-describedby", "for", "headers")
"""Attributes that name ids."""
VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
DROPPED = "to-source"
"""The class of links to the source as received, which is not in the file; an editor can't give it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page, as it stands in the one file."""

    id: str
    title: str
    body: Markup


def make_one_file(assembled: Assembled, pages: Sequence[OutputFile]) -> Iterator[OutputFile]:
    """The one file, made of the finished pages and of the files that are copied as they are."""
    t = assembled.t
    found = {page.path: page.data.decode() for page in pages}
    copied = {file.path: file.data for file in assembled.copied}
    text = [text.part.href for text in assembled.texts]
    chosen = [path for path in (*text, *APPARATUS) if path in found]
    chapters = [_chapter(path, found[path], set(chosen), set(text), copied) for path in chosen]
    context = {
        "site": assembled.site,
        "t": t,
        "cite": partial(cite_page, assembled, t),
        "href": PATH,
        "parts": chapters[: len(text)],
        "apparatus": chapters[len(text) :],
        "facts": Markup(_rewrite(_panel(found["index.html"]), "index.html", set(chosen), set(text), copied)),  # noqa: S704
        "style": Markup(_style(copied)),  # noqa: S704 - our own stylesheet
    }
    html = render_template(make_environment(assembled.templates), PATH, context)
    yield OutputFile(PATH, html.encode(), f"templates/{PATH}")


def _style(files: Mapping[str, bytes]) -> str:
    """The stylesheet, unable to end the element it is put into."""
    return files.get("style.css", b"").decode().replace("</", "<\\/")


def _chapter(path: str, html: str, chosen: set[str], text: set[str], files: Mapping[str, bytes]) -> Chapter:
    main = _between(html, "<main", "</main>")
    body = _rewrite(main, path, chosen, text, files)
    title = re.search(r"<h2[^>]*>(.*?)</h2>", body, re.S)
    plain = re.sub(r"<[^>]*>", "", title[1]).strip() if title else path
    return Chapter(_stem(path), Markup(plain), Markup(body))  # noqa: S704 - finished pages are escaped


def _between(html: str, opening: str, closing: str) -> str:
    """What stands in an element of which a page has one."""
    start = html.find(opening)
    stop = html.rfind(closing)
    return html[html.find(">", start) + 1 : stop] if 0 <= start < stop else ""


def _panel(index: str) -> str:
    found = re.search(r'<section class="panel".*?</section>', index, re.S)
    return found[0] if found else ""


def _stem(path: str) -> str:
    return path.removesuffix(".html")


# ---------------------------------------------------------------- rewriting a page


def _rewrite(html: str, path: str, chosen: set[str], text: set[str], files: Mapping[str, bytes]) -> str:
    writer = _Writer(path, chosen, text, files)
    writer.feed(html)
    writer.close()
    return "".join(writer.out)


class _Writer(HTMLParser):
    """Writes a page again with its headings a level lower, its ids its own, its links inside the one file."""

    def __init__(self, path: str, chosen: set[str], text: set[str], files: Mapping[str, bytes]) -> None:
        super().__init__(convert_charrefs=False)
        self.path, self.chosen, self.text, self.files = path, chosen, text, files
        self.out: list[str] = []
        self.open: list[str] = []
        """The end tags still to come; empty for an element that is not written."""
        self.silent = 0
        """How many elements deep we are in what is left out."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write the tag, or leave it out with all that is in it."""
        values = {name: value or "" for name, value in attrs}
        if self.silent or tag == "nav" or DROPPED in values.get("class", "").split():
            self.silent += tag not in VOID
            return
        name = f"h{int(tag[1]) + 1}" if re.fullmatch("h[1-5]", tag) else tag
        kept = self._attributes(values)
        written = not (tag == "a" and "href" in values and "href" not in kept)
        if tag not in VOID:
            self.open.append(f"</{name}>" if written else "")
        if written:
            shown = "".join(f' {key}="{escape(value)}"' for key, value in kept.items())
            self.out.append(f"<{name}{shown}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """As a start tag; a drawing's elements are closed at once."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag in VOID:
            return
        if self.silent:
            self.silent -= 1
        elif self.open:
            self.out.append(self.open.pop())

    def handle_data(self, data: str) -> None:
        """Words stay as they are."""
        self.out.append("" if self.silent else data)

    def handle_entityref(self, name: str) -> None:
        """So do entities."""
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """And character references."""
        self.handle_data(f"&#{name};")

    # ------------------------------------------------------------

    def _attributes(self, values: Mapping[str, str]) -> dict[str, str]:
        return dict(self._rewritten(values))

    def _rewritten(self, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name, value in values.items():
            if name == "id":
                yield name, self._id(self.path, value)
            elif name in REFERENCES:
                yield name, " ".join(self._id(self.path, part) for part in value.split())
            elif name == "src":
                yield name, self._inlined(value)
            elif name != "href":
                yield _CASES.get(name, name), value.replace("url(#", f"url(#{_stem(self.path)}-")
            elif target := self._target(value):
                yield name, target

    def _id(self, path: str, name: str) -> str:
        """An id that no other page's can be."""
        return name if path in self.text and KEPT.match(name) else f"{_stem(path)}-{name}"

    def _target(self, href: str) -> str:
        """Where a link leads in the one file; nothing where that is not in it."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return href
        path = unquote(parts.path) or self.path
        if path not in self.chosen:
            return "#top" if path == "index.html" else ""
        return f"#{self._id(path, unquote(parts.fragment))}" if parts.fragment else f"#{_stem(path)}"

    def _inlined(self, src: str) -> str:
        """A picture as a data address."""
        data = self.files.get(unquote(src))
        kind = media_type(src)
        return f"data:{kind};base64,{base64.b64encode(data).decode()}" if data is not None else src


_CASES = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio", "textlength": "textLength"}
"""SVG attributes whose upper-case letters the parser folds."""

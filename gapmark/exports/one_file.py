"""edition.html: the whole site as one file, to keep, to mail and to print as a small book.

It is made of the finished pages, so it can't say anything else than they do. Styles, drawings and pictures are in it;
links between pages become links inside it, and what can't be in it (a data file) becomes plain words.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import unquote

from markupsafe import Markup

from gapmark.exports.rewriting import APPARATUS, PageWriter, heading_of, main_of, panel_of
from gapmark.model import OutputFile
from gapmark.site.citation import cite_page
from gapmark.site.render import make_environment, render_template
from gapmark.site.template_context import Assembled
from gapmark.text.images import media_type

PATH = "edition.html"
KEPT = re.compile(r"(?:w\d+[a-z]*|gap-\d+)\Z")
"""Ids of the text that are addresses: they are the same here as on the pages."""
REFERENCES = ("aria-labelledby", "aria-describedby", "for", "headers")
"""Attributes that name ids."""


class Chapter(NamedTuple):
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
    panel = _Writer("index.html", set(chosen), set(text), copied, lower=0)
    context = {
        "site": assembled.site,
        "t": t,
        "cite": partial(cite_page, assembled, t),
        "href": PATH,
        "parts": chapters[: len(text)],
        "apparatus": chapters[len(text) :],
        "facts": Markup(panel.rewrite(panel_of(found["index.html"]))),  # noqa: S704 - finished pages are escaped
        "style": Markup(_style(copied)),  # noqa: S704 - our own stylesheet
    }
    html = render_template(make_environment(assembled.templates), PATH, context)
    yield OutputFile(PATH, html.encode(), f"templates/{PATH}")


def _style(files: Mapping[str, bytes]) -> str:
    """The stylesheet, unable to end the element it is put into."""
    return files.get("style.css", b"").decode().replace("</", "<\\/")


def _chapter(path: str, html: str, chosen: set[str], text: set[str], files: Mapping[str, bytes]) -> Chapter:
    body = _Writer(path, chosen, text, files).rewrite(main_of(html))
    return Chapter(_stem(path), Markup(heading_of(body) or path), Markup(body))  # noqa: S704 - finished pages are escaped


def _stem(path: str) -> str:
    return path.removesuffix(".html")


class _Writer(PageWriter):
    """Writes a page again with its headings `lower` levels lower, its ids its own, its links inside the one file."""

    def __init__(self, path: str, chosen: set[str], text: set[str], files: Mapping[str, bytes], lower: int = 1) -> None:
        super().__init__(path)
        self.chosen, self.text, self.files, self.lower = chosen, text, files, lower

    def name(self, tag: str) -> str:
        return f"h{int(tag[1]) + self.lower}" if re.fullmatch("h[1-5]", tag) else tag

    def attributes(self, _: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name, value in values.items():
            if name == "id":
                yield name, self._id(self.path, value)
            elif name in REFERENCES:
                yield name, " ".join(self._id(self.path, part) for part in value.split())
            elif name == "src":
                yield name, self._inlined(value)
            elif name != "href":
                yield name, value.replace("url(#", f"url(#{_stem(self.path)}-")
            elif target := self._target(value):
                yield name, target

    def _id(self, path: str, name: str) -> str:
        """An id that no other page's can be."""
        return name if path in self.text and KEPT.match(name) else f"{_stem(path)}-{name}"

    def _target(self, href: str) -> str:
        """Where a link leads in the one file; nothing where that is not in it."""
        place = self.place_of(href)
        if place is None:
            return href
        path, fragment = place
        if path not in self.chosen:
            return "#_top" if path == "index.html" else ""
        return f"#{self._id(path, fragment)}" if fragment else f"#{_stem(path)}"

    def _inlined(self, src: str) -> str:
        """A picture as a data address."""
        data = self.files.get(unquote(src))
        kind = media_type(src)
        return f"data:{kind};base64,{base64.b64encode(data).decode()}" if data is not None else src

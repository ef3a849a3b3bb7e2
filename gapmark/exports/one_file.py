"""edition.html: the whole site as one file, to keep, to mail and to print as a small book.

It is made of the finished pages, so it can't say anything else than they do. Styles, drawings and pictures are in it;
links between pages become links inside it, and what can't be in it (a data file) becomes plain words.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from markupsafe import Markup

from gapmark.exports.rewriting import APPARATUS, PageWriter, heading_of, linked_pages, main_of, panel_of
from gapmark.model import OutputFile
from gapmark.render.render import make_environment, render_template
from gapmark.run.memo import keep
from gapmark.site.citation import cite_page
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
    copied = {file.path: file.data for file in assembled.copied}
    facts, chapters = _chapters(assembled, {page.path: page.data.decode() for page in pages}, copied)
    context = {
        "site": assembled.site,
        "t": t,
        "cite": partial(cite_page, assembled, t),
        "href": PATH,
        "parts": chapters[: len(assembled.texts)],
        "apparatus": chapters[len(assembled.texts) :],
        "facts": facts,
        "style": Markup(_style(copied)),  # noqa: S704 - our own stylesheet
    }
    html = render_template(make_environment(assembled.templates), PATH, context)
    yield OutputFile(PATH, html.encode(), f"templates/{PATH}")


def _chapters(
    assembled: Assembled, found: Mapping[str, str], copied: Mapping[str, bytes]
) -> tuple[Markup, list[Chapter]]:
    """The panel of facts, and every other page, as they stand in the one file."""
    text = dict.fromkeys(text.part.href for text in assembled.texts)
    chosen = dict.fromkeys(path for path in (*text, *APPARATUS) if path in found)

    def rewrite(path: str, html: str, lower: int) -> Markup:
        near = linked_pages(path, html, chosen)
        written = keep(_rewrite, path, html, near, [name for name in near if name in text], lower)
        return Markup(_inline(written, copied))  # noqa: S704 - finished pages are escaped

    bodies = {path: rewrite(path, main_of(found[path]), 1) for path in chosen}
    chapters = [Chapter(_stem(path), Markup(heading_of(body) or path), body) for path, body in bodies.items()]  # noqa: S704
    return rewrite("index.html", panel_of(found["index.html"]), 0), chapters


def _style(files: Mapping[str, bytes]) -> str:
    """The stylesheet, unable to end the element it is put into."""
    return files.get("style.css", b"").decode().replace("</", "<\\/")


def _rewrite(path: str, html: str, chosen: Sequence[str], text: Sequence[str], lower: int) -> str:
    return _Writer(path, chosen, text, lower).rewrite(html)


def _inline(html: str, files: Mapping[str, bytes]) -> str:
    """HTML with each picture as a data address."""

    def address(found: re.Match[str]) -> str:
        data = files.get(unquote(unescape(found[2])))
        kind = media_type(found[2])
        return found[1] + (f"data:{kind};base64,{base64.b64encode(data).decode()}" if data is not None else found[2])

    return re.sub(r'(<img\b[^<>]*? src=")([^"]*)', address, html)


def _stem(path: str) -> str:
    return path.removesuffix(".html")


class _Writer(PageWriter):
    """Writes a page again with its headings `lower` levels lower, its ids its own, its links inside the one file."""

    def __init__(self, path: str, chosen: Sequence[str], text: Sequence[str], lower: int) -> None:
        super().__init__(path)
        self.chosen, self.text, self.lower = set(chosen), set(text), lower

    def name(self, tag: str) -> str:
        return f"h{int(tag[1]) + self.lower}" if re.fullmatch("h[1-5]", tag) else tag

    def attributes(self, _: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name, value in values.items():
            if name == "id":
                yield name, self._id(self.path, value)
            elif name in REFERENCES:
                yield name, " ".join(self._id(self.path, part) for part in value.split())
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

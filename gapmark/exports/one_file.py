"""edition.html: the whole site as one file, to keep, to mail and to print as a small book.

Styles, drawings and pictures are in it. Links between pages become links inside it. A link to what is not in it, such
as a data file, becomes plain words.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from html import unescape
from urllib.parse import unquote

from markupsafe import Markup

from gapmark.exports.chapters import LEFT_OUT, Chapter, find_contents, heading_of, linked_pages, place_of
from gapmark.markup.rewriting import rewrite
from gapmark.model import OutputFile
from gapmark.render.render import make_environment, render_template
from gapmark.run.memo import keep
from gapmark.site.citation import cite_page
from gapmark.site.made_pages import HOME, ONE_FILE
from gapmark.site.template_context import Assembled
from gapmark.text.images import media_type

PATH = ONE_FILE
ADDRESS = re.compile(r"(?:w\d+[a-z]*|gap-\d+)\Z")
"""Ids that are addresses: they are the same here as on the pages."""
REFERENCES = ("aria-labelledby", "aria-describedby", "for", "headers")
"""Attributes that name ids."""


def make_one_file(assembled: Assembled, pages: Sequence[OutputFile]) -> Iterator[OutputFile]:
    """Yield the one file, made of the finished pages and of the files that are published as they are."""
    copied = {file.path: file.data for file in assembled.copied}
    contents = find_contents(assembled, pages)
    inside = contents.keys() - {HOME}
    chapters = {}
    for path, html in contents.items():
        body = keep(_rewrite, path, html, linked_pages(path, html, inside))
        chapters[path] = Chapter(path, heading_of(body) or Markup.escape(path), Markup(_inline(body, copied)))  # noqa: S704
    facts = chapters.pop(HOME, None)
    bound = [*chapters.values()]
    style = copied.get("style.css", b"").decode(errors="replace")  # as a browser reads it
    context = {
        "site": assembled.site,
        "t": assembled.t,
        "cite": partial(cite_page, assembled),
        "href": PATH,
        "parts": bound[: len(assembled.texts)],
        "apparatus": bound[len(assembled.texts) :],
        "facts": facts.body if facts else "",
        "style": Markup(style.replace("</", "<\\/")),  # noqa: S704 - can end no element
    }
    html = render_template(make_environment(assembled.templates), PATH, context)
    yield OutputFile(PATH, html.encode(), f"templates/{PATH}")


def _rewrite(path: str, html: str, inside: Sequence[str]) -> str:
    """Return a page with its headings one level lower, its ids its own, its links inside the one file."""
    return rewrite(LEFT_OUT.sub("", html), partial(_change, path, {*inside}))


def _change(path: str, inside: Collection[str], tag: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    kept = {}
    for name, value in values.items():
        if name == "id":
            kept[name] = _id(path, value)
        elif name in REFERENCES:
            kept[name] = " ".join(_id(path, part) for part in value.split())
        elif name != "href":
            kept[name] = value.replace("url(#", f"url(#{path.removesuffix('.html')}-")
        elif target := _target(path, inside, value):
            kept[name] = target
    if tag == "a" and "href" in values and "href" not in kept:
        return "", {}
    lower = path != HOME and re.fullmatch("h[1-5]", tag)  # the facts have a chapter's heading already
    return (f"h{int(tag[1]) + 1}" if lower else tag), kept


def _id(path: str, name: str) -> str:
    """Return the id here of what has the id `name` on its page: no other page has the same."""
    return name if ADDRESS.match(name) else f"{path.removesuffix('.html')}-{name}"


def _target(path: str, inside: Collection[str], href: str) -> str:
    """Return where a link leads in the one file; nothing where that is not in it."""
    place = place_of(path, href)
    if place is None:
        return href
    page, name = place
    if page not in inside:
        return "#_top" if page == HOME else ""
    return f"#{_id(page, name)}" if name else f"#{page.removesuffix('.html')}"


def _inline(html: str, files: Mapping[str, bytes]) -> str:
    """Return the HTML with each picture as a data address."""

    def address(found: re.Match[str]) -> str:
        data = files.get(unquote(unescape(found[2])))
        kind = media_type(found[2])
        return found[1] + (f"data:{kind};base64,{base64.b64encode(data).decode()}" if data is not None else found[2])

    return re.sub(r'(<img\b[^<>]*? src=")([^"]*)', address, html)

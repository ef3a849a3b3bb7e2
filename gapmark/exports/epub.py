"""edition.epub: the edition as a book, EPUB 3.3, for reading programs and devices.

It has a chapter for each page, with its changes as notes. The reader chooses fonts, sizes and colours. The same edition
gives the same bytes: times in the file are SOURCE_DATE_EPOCH, or fixed.
"""

from __future__ import annotations

import copy
import re
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from urllib.parse import quote

from markupsafe import Markup

from gapmark.exports.chapters import LEFT_OUT, Chapter, find_contents, heading_of, linked_pages, place_of
from gapmark.exports.zip_files import EARLIEST, zipped
from gapmark.markup.elements import CONTAINERS
from gapmark.markup.rewriting import rewrite
from gapmark.markup.tags import read_tags
from gapmark.markup.tree import RAW, take_out
from gapmark.markup.xml import shown
from gapmark.model import OutputFile
from gapmark.render.render import make_environment, render_template
from gapmark.run.memo import keep
from gapmark.site.citation import cite_page
from gapmark.site.made_pages import HOME
from gapmark.site.template_context import Assembled, Text
from gapmark.site.texts import as_markup
from gapmark.site.work import describe_site
from gapmark.text.images import media_type

PATH, TEMPLATE, PACKAGE, STYLE = "edition.epub", "book.xml", "package.xml", "book.css"
FRONT, FACTS = "_front.xhtml", "_facts.xhtml"
"""Names that no page can have."""
CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_PAPER_NOTES = re.compile(r'<ol class="paper-notes.*?</ol>', re.DOTALL)
"""The book has notes of its own."""


def make_epub(assembled: Assembled, pages: Sequence[OutputFile]) -> Iterator[OutputFile]:
    """Yield the book, made of the finished pages and of the pictures that they show."""
    chapters = tuple(_chapters(assembled, pages))
    images = dict(_images(assembled, "".join(chapter.body for chapter in chapters)))
    context = {
        "site": assembled.site,
        "work": describe_site(assembled),
        "t": assembled.t,
        "cite": partial(cite_page, assembled),
        "chapters": chapters,
        "images": [(name, media_type(name)) for name in images],
        "identifier": _uuid(assembled.site.source.sha256),
        "modified": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(assembled.moment or EARLIEST)),
    }

    def render(template: str, chapter: Chapter | None = None) -> bytes:
        made = render_template(make_environment(assembled.templates), template, {**context, "chapter": chapter})
        return shown(made).encode()

    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "book.opf": render(PACKAGE),
        STYLE: dict(assembled.templates)[STYLE].encode(),
        FRONT: render(TEMPLATE),
        **{chapter.path: render(TEMPLATE, chapter) for chapter in chapters},
        **images,
    }
    yield OutputFile(PATH, zipped(files, assembled.moment or EARLIEST), f"templates/{TEMPLATE}")


def _uuid(sha256: str) -> str:
    """Return the source's sum as a name that no other book has (RFC 9562, 5.8)."""
    return f"urn:uuid:{sha256[:8]}-{sha256[8:12]}-8{sha256[13:16]}-8{sha256[17:20]}-{sha256[20:32]}"


# ---------------------------------------------------------------- pictures


def _images(assembled: Assembled, bodies: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures that the chapters show, under plain names."""
    names = _image_names(assembled)
    for file in assembled.copied:
        name = names.get(quote(file.path), "")
        if name and f'"{name}"' in bodies:
            yield name, file.data


def _image_names(assembled: Assembled) -> dict[str, str]:
    """Return the name of each picture in the book, by its address in the site."""
    paths = sorted({figure.path for figure in assembled.figures.values()})
    return {quote(path): f"image-{n}.{path.rpartition('.')[2].lower()}" for n, path in enumerate(paths, 1)}


# ---------------------------------------------------------------- chapters


def _chapters(assembled: Assembled, pages: Sequence[OutputFile]) -> Iterator[Chapter]:
    contents = find_contents(assembled, pages)
    changes = {change.id: change for change in assembled.site.changes}
    images, inside = _image_names(assembled), contents.keys() - {HOME}
    for text in assembled.texts:
        if next(text.tree.iter(RAW), None) is not None:
            contents[text.part.href] = contents[text.part.href].replace(text.body, _without_html(text), 1)
    for path, html in contents.items():
        body, signs = keep(_rewrite, path, html, linked_pages(path, html, inside), images)
        notes = tuple(changes[name] for name in signs if name in changes)
        yield Chapter(FACTS if path == HOME else _inside(path), heading_of(body), Markup(body), notes)  # noqa: S704


def _without_html(text: Text) -> str:
    """Return the text with the words of HTML that an editor wrote by hand: a book can hold only what is valid."""
    tree = copy.deepcopy(text.tree)
    for parent in list(tree.iter()):
        for element in parent.findall(RAW):
            element.tag = "p" if parent.tag in CONTAINERS else "span"
            element.text = _words_of(element.attrib.pop("html"))
            if not element.text:
                take_out(element, parent)
    return as_markup(tree)


def _words_of(html: str) -> str:
    """Return the words of HTML and of its pictures; scripts and styles have none."""
    words, code = [], False
    for kind, name, attributes, _ in read_tags(html):
        words += [name] * (kind == "text" and not code) + [dict(attributes).get("alt", "")] * (name == "img")
        code = kind == "start" and name in ("script", "style")
    return " ".join(" ".join(words).split())


def _rewrite(path: str, html: str, inside: Sequence[str], images: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return a page as XHTML, and the ids of the changes that it has a sign for, in order."""
    signs: list[str] = []
    body = rewrite(LEFT_OUT.sub("", _PAPER_NOTES.sub("", html)), partial(_change, path, {*inside}, images, signs), "/>")
    return body, tuple(dict.fromkeys(signs))


def _change(
    path: str, inside: Collection[str], images: Mapping[str, str], signs: list[str], tag: str, values: Mapping[str, str]
) -> tuple[str, dict[str, str]]:
    """Return a tag of the book. A sign of a change leads to its note."""
    sign = values.get("id", "") if values.get("class") in ("change", "change-sign") else ""
    signs += [sign] if sign else []
    kept = {"xmlns": "http://www.w3.org/2000/svg"} if tag == "svg" else {}
    kept |= {"epub:type": "noteref", "role": "doc-noteref", "href": f"#note-{sign}"} if sign else {}
    called, note = values.get("class") == "footnote-ref", tag == "li" and values.get("id", "").startswith("fn:")
    kept |= {"epub:type": "noteref", "role": "doc-noteref"} if called else {"epub:type": "footnote"} if note else {}
    for name, value in values.items():
        if name == "href" and not sign and (target := _target(path, inside, value)):
            kept[name] = target
        elif name == "lang":
            kept |= {"lang": value, "xml:lang": value}
        elif tag == "svg" and value == "group":
            kept["role"] = "document"  # the nearest that EPUB 3.2 lets a drawing with links have
        elif name not in ("href", "xmlns", "loading", "paint-order"):  # the last stands in the stylesheet
            kept[name] = images.get(value, value) if name == "src" else value
    return ("" if tag == "a" and "href" in values and "href" not in kept else tag), kept


def _target(path: str, inside: Collection[str], href: str) -> str:
    """Return where a link leads in the book; nothing where that is not in it."""
    place = place_of(path, href)
    if place is None:
        return href
    page, name = place
    if page not in inside:
        return FRONT if page == HOME else ""
    file = _inside(page)
    return f"{'' if page == path else file}#{name}" if name else file


def _inside(path: str) -> str:
    return path.removesuffix(".html") + ".xhtml"

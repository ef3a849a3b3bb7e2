"""edition.epub: the edition as a book, EPUB 3.3, for reading programs and devices.

It is made of the finished pages, as edition.html is: a chapter for each, with its changes as notes. The reader chooses
fonts, sizes and colours. Same edition, same bytes: times in the file are SOURCE_DATE_EPOCH, or fixed.
"""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markupsafe import Markup

from gapmark.exports.rewriting import APPARATUS, PageWriter, heading_of, linked_pages, main_of, panel_of
from gapmark.markup.tree import RAW
from gapmark.markup.xhtml import to_xhtml
from gapmark.markup.xml import add, shown, to_bytes
from gapmark.model import OutputFile
from gapmark.render.render import make_environment, render_template
from gapmark.run.memo import keep
from gapmark.site.citation import HOME, cite_page
from gapmark.site.template_context import Assembled
from gapmark.site.template_records import ChangeEntry
from gapmark.text.images import media_type

PATH, TEMPLATE, STYLE = "edition.epub", "book.xml", "book.css"
FRONT, FACTS = "_front.xhtml", "_facts.xhtml"
"""Names that no page can have."""
EARLIEST, LATEST = 315_532_800, 4_354_819_198
"""The first second of 1980 and the last of 2107: a zip file can have no other times."""
CONTAINER = b"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
ACCESS = (
    *(("accessMode", mode) for mode in ("textual", "visual")),
    ("accessModeSufficient", "textual"),
    *(("accessibilityFeature", name) for name in (
        "alternativeText", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents",
    )),
    ("accessibilityHazard", "none"),
)  # fmt: skip
"""schema.org's terms, as the EPUB Accessibility specification asks for them."""


class Chapter(NamedTuple):
    """A page, as it stands in the book."""

    path: str
    title: Markup
    body: Markup
    notes: tuple[ChangeEntry, ...] = ()
    """The changes that its text has a sign for."""

    @property
    def properties(self) -> str:
        """What the list of the book's files says of it."""
        return "svg" if "<svg" in self.body else ""


def make_epub(assembled: Assembled, pages: Sequence[OutputFile]) -> Iterator[OutputFile]:
    """The one file."""
    found = {page.path: page.data.decode() for page in pages}
    chapters = tuple(_chapters(assembled, found))
    images = _images(assembled, chapters)
    context = {
        "site": assembled.site,
        "t": assembled.t,
        "cite": partial(cite_page, assembled, assembled.t),
        "chapters": chapters,
    }
    render = partial(render_template, make_environment(assembled.templates), TEMPLATE)
    files = {
        "META-INF/container.xml": CONTAINER,
        "book.opf": _package(assembled, chapters, images),
        STYLE: dict(assembled.templates)[STYLE].encode(),
        FRONT: shown(render({**context, "chapter": None})).encode(),
        **{chapter.path: shown(render({**context, "chapter": chapter})).encode() for chapter in chapters},
        **{image.path: image.data for image in images},
    }
    data = zipped({"mimetype": b"application/epub+zip", **files}, assembled.moment or EARLIEST)
    yield OutputFile(PATH, data, f"templates/{TEMPLATE}")


def zipped(files: Mapping[str, bytes], moment: int) -> bytes:
    """A zip file, the same each time: the first file is not compressed, as an EPUB's must not be."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (path, data) in enumerate(files.items()):
            entry = zipfile.ZipInfo(path, time.gmtime(min(max(moment, EARLIEST), LATEST))[:6])
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return buffer.getvalue()


# ---------------------------------------------------------------- chapters


def _chapters(assembled: Assembled, found: Mapping[str, str]) -> Iterator[Chapter]:
    text = [text.part.href for text in assembled.texts]
    chosen = tuple(path for path in (*text, *APPARATUS) if path in found)
    changes = {change.id: change for change in assembled.site.changes}
    images = _image_names(assembled)
    by_hand = {text.part.href for text in assembled.texts if next(text.tree.iter(RAW), None) is not None}
    parts = [(path, _inside(path), main_of(found[path])) for path in chosen]
    if facts := panel_of(found[HOME]):
        parts.insert(len(text), (HOME, FACTS, facts))
    pages = dict.fromkeys(chosen)
    for path, inside, html in parts:
        body, signs = keep(_rewrite, path, html, linked_pages(path, html, pages), images, path in by_hand)
        notes = tuple(changes[name] for name in signs if name in changes)
        yield Chapter(inside, Markup(heading_of(body)), Markup(body), notes)  # noqa: S704 - finished pages are escaped


def _rewrite(
    path: str, html: str, chosen: Sequence[str], images: Mapping[str, str], by_hand: bool
) -> tuple[str, tuple[str, ...]]:
    """A page, some of it written `by_hand`, as XHTML, and the ids of the changes that it has a sign for, in order."""
    writer = _ChapterWriter(path, chosen, images)
    body = writer.rewrite(html)
    return to_xhtml(body) if by_hand else body, tuple(writer.notes)


def _inside(path: str) -> str:
    return path.removesuffix(".html") + ".xhtml"


class _ChapterWriter(PageWriter):
    """Writes a page as XHTML, its links inside the book, its signs of changes as references to notes."""

    dropped = PageWriter.dropped | {"paper-notes"}  # the book has notes of its own
    end = "/>"

    def __init__(self, path: str, chosen: Collection[str], images: Mapping[str, str]) -> None:
        super().__init__(path)
        self.chosen, self.images = set(chosen), images
        self.notes: dict[str, None] = {}
        """The ids of changes, in order."""

    def attributes(self, tag: str, values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        if tag == "svg":
            yield "xmlns", "http://www.w3.org/2000/svg"
        note = values["id"] if values.get("class") in ("change", "change-sign") and values.get("id") else ""
        if note:
            self.notes[note] = None
            yield from (("epub:type", "noteref"), ("role", "doc-noteref"), ("href", f"#note-{note}"))
        for name, value in values.items():
            if name == "href" and not note:
                yield from self._link(value)
            elif name == "lang":
                yield from (("lang", value), ("xml:lang", value))
            elif name == "src":
                yield name, self.images.get(value, value)
            elif name not in ("href", "xmlns", "loading"):
                yield name, value

    def _link(self, href: str) -> Iterator[tuple[str, str]]:
        place = self.place_of(href)
        if place is None:
            yield "href", href
        elif place[0] in self.chosen:
            path, fragment = place
            page = "" if path == self.path else _inside(path)
            yield "href", f"{page}#{fragment}" if fragment else page or _inside(path)
        elif place[0] == HOME:
            yield "href", FRONT


def _images(assembled: Assembled, chapters: Sequence[Chapter]) -> tuple[OutputFile, ...]:
    """The pictures that the chapters show, under plain names."""
    bodies = "".join(chapter.body for chapter in chapters)
    named = _image_names(assembled)
    return tuple(
        OutputFile(named[quote(file.path)], file.data)
        for file in assembled.copied
        if f'"{named.get(quote(file.path))}"' in bodies
    )


def _image_names(assembled: Assembled) -> dict[str, str]:
    """What each picture is called in the book, by its address in the site."""
    paths = sorted({figure.path for figure in assembled.figures.values()})
    return {quote(path): f"image-{n}.{path.rpartition('.')[2].lower()}" for n, path in enumerate(paths, 1)}


# ---------------------------------------------------------------- the package


def _package(assembled: Assembled, chapters: Sequence[Chapter], images: Sequence[OutputFile]) -> bytes:
    """The package document: what the book is, which files it has, in which order they are read."""
    t = assembled.t
    names = {"xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id", "xml:lang": t.code}
    package = Element("package", {**names, "prefix": "schema: http://schema.org/"})
    metadata = add(package, "metadata", attributes={"xmlns:dc": "http://purl.org/dc/elements/1.1/"})
    _write_metadata(metadata, assembled)
    manifest = add(package, "manifest")
    _write_item(manifest, "front", FRONT, "application/xhtml+xml", "nav")
    _write_item(manifest, "style", STYLE, "text/css")
    direction = {"page-progression-direction": t.text_direction}
    spine = add(package, "spine", attributes=direction)
    add(spine, "itemref", attributes={"idref": "front"})
    for number, chapter in enumerate(chapters, 1):
        _write_item(manifest, f"chapter-{number}", chapter.path, "application/xhtml+xml", chapter.properties)
        add(spine, "itemref", attributes={"idref": f"chapter-{number}"})
    for number, image in enumerate(images, 1):
        _write_item(manifest, f"image-{number}", image.path, media_type(image.path))
    return to_bytes(package)


def _write_item(manifest: Element, name: str, path: str, kind: str, properties: str = "") -> None:
    add(manifest, "item", attributes={"id": name, "href": path, "media-type": kind, "properties": properties})


def _uuid(sha256: str) -> str:
    """The source's sum as a name that no other book has (RFC 9562, 5.8)."""
    return f"urn:uuid:{sha256[:8]}-{sha256[8:12]}-8{sha256[13:16]}-8{sha256[17:20]}-{sha256[20:32]}"


def _write_metadata(metadata: Element, assembled: Assembled) -> None:
    site, t = assembled.site, assembled.t
    add(metadata, "dc:identifier", _uuid(site.source.sha256), {"id": "id"})
    modified = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(assembled.moment or EARLIEST))
    fields = (
        ("dc:title", site.title),
        ("dc:language", site.source.language or t.code),
        ("dc:creator", site.source.author),
        ("dc:contributor", site.editor),
        ("dc:source", site.source.url),
        ("dc:rights", site.attribution),
        ("dc:description", f"{site.gap_note} {site.caveat}."),
    )
    for tag, value in fields:
        if value:
            add(metadata, tag, value)
    add(metadata, "meta", modified, {"property": "dcterms:modified"})
    for name, value in (*ACCESS, ("accessibilitySummary", t("forms.accessibility"))):
        add(metadata, "meta", value, {"property": f"schema:{name}"})

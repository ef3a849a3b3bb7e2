"""References to a page or the whole site: in words for a reader, and in fields of the page's head for programs.

Nothing is invented: no date but that of SOURCE_DATE_EPOCH, no revision, no publisher; and how much is missing and
changed travels with the rest.
Field names: Google Scholar's inclusion guidelines (`citation_*`), DCMI "Expressing Dublin Core in HTML" (`DC.*`),
schema.org (`Article`), and the tables of Zotero's translators "Embedded Metadata" and "RDF".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from gapmark.language.phrases import Language
from gapmark.site.made_pages import HOME
from gapmark.site.template_context import Assembled, Site, Text
from gapmark.site.work import Work, address_of, credit, describe_page, inner_quotes

STOPS = (".", "?", "!", "…", "؟", "۔", "。")
"""Signs that end a sentence."""


class Citation(NamedTuple):
    """The value of `cite(href, self.title())` in a template."""

    chicago: Markup
    """Notes and bibliography style, the form of a bibliography."""
    mla: Markup
    """Ninth edition."""
    paragraph: Markup | str
    """A reference to the first numbered paragraph; empty where the page has none."""
    paragraph_id: str
    """Where it stands on the page, such as `w178`; empty where there is none."""
    metadata: tuple[tuple[str, str], ...]
    """Name and content of each `<meta>` of the head."""
    linked_data: Markup
    """JSON-LD; safe inside `<script>`."""
    licence_url: str


def cite_page(assembled: Assembled, href: str, title: str) -> Citation:
    """Return all about citing the page `href`. `title` is its `<title>`, as HTML; the site's own is cut off."""
    site, t = assembled.site, assembled.t
    text = next((text for text in assembled.texts if text.part.href == href), None)
    paragraph = text.first_address if text else ""
    work = describe_page(assembled, href, _page_title(site, text, title))
    return Citation(
        chicago=chicago(work, t),
        mla=mla(work, t),
        paragraph=_paragraph(work, paragraph, t) if paragraph else "",
        paragraph_id=paragraph,
        metadata=tuple((name, value) for name, value in metadata(work) if value),
        linked_data=linked_data(site, work, t),
        licence_url=work.licence_url,
    )


def _page_title(site: Site, text: Text | None, title: str) -> str:
    shown = Markup(title).unescape()  # noqa: S704 - only to read it
    shown = shown.strip().removesuffix(f" · {site.title}")
    return (text.part.title if text else shown) or site.title


# ---------------------------------------------------------------- in words


def chicago(work: Work, t: Language) -> Markup:
    """Return `Author. “Page.” Site. Edited by Editor. Year. Address. Caveat.`, as in a bibliography.

    The title of a website stands in roman type (The Chicago Manual of Style, 18th edition, 14.104; 17th, 14.206).
    """
    title = (_quoted(work, t), t.of_text(work.site)) if work.site else (t.of_text(work.title),)
    editor = t("cite.edited_by_sentence", name=t.of_text(work.editor)) if work.editor else ""
    return _sentences(t.of_text(work.author), *title, editor, _year(work, t), *_found(work.address, work, t))


def mla(work: Work, t: Language) -> Markup:
    """Return `Author. “Page.” *Site*, edited by Editor, Year, Address. Caveat.`

    The site's title stands in italics, and an address without its scheme (MLA Handbook, 9th edition, 5.84, 5.95).
    """
    address = re.sub(r"\Ahttps?://", "", work.address)
    if work.site:
        editor = t("cite.edited_by", name=t.of_text(work.editor)) if work.editor else ""
        container = t.listed(_italic(work.site, t), editor, _year(work, t), t.isolated(address))
        return _sentences(t.of_text(work.author), _quoted(work, t), container, *_found("", work, t))
    editor = t("cite.edited_by_sentence", name=t.of_text(work.editor)) if work.editor else ""
    container = t.listed(editor, _year(work, t), t.isolated(address))
    return _sentences(t.of_text(work.author), _italic(work.title, t), container, *_found("", work, t))


def _year(work: Work, t: Language) -> str:
    return t.digits(str(work.year)) if work.year else ""


def _found(address: str, work: Work, t: Language) -> tuple[object, ...]:
    """Return the address, the reader's date where no year is known (both manuals ask for it), and the caveat."""
    accessed = t("cite.accessed") if work.address and not work.year else ""
    return t.isolated(address), accessed, _capital(work.caveat)


def _paragraph(work: Work, address: str, t: Language) -> Markup:
    """Return a reference like `chicago` to the page's first numbered paragraph, with its number and its address."""
    title = t(
        "cite.paragraph_form", title=_shown(inner_quotes(work.title), work, t), number=1, address=t.isolated(address)
    )
    found = _found(f"{work.address}#{address}" if work.address else "", work, t)
    return _sentences(t.of_text(work.author), title, t.of_text(work.site), _year(work, t), *found)


def _quoted(work: Work, t: Language) -> str:
    title = inner_quotes(work.title)
    stop = "" if title.endswith(STOPS) else "."
    return t("cite.quoted", title=Markup("{}{}").format(_shown(title, work, t), stop))


def _shown(title: str, work: Work, t: Language) -> object:
    """Return a page's title, marked as text where it is the text's; the titles of generated pages are the
    interface's."""
    return t.of_text(title) if work.language == t.text else title


def _italic(title: str, t: Language) -> Markup:
    return Markup("<cite>{}</cite>").format(t.of_text(title))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentences(*parts: object) -> Markup:
    """Return the parts that are not empty, each with its full stop."""
    return Markup(" ").join(_stopped(escape(part)) for part in parts if part)


def _stopped(part: Markup) -> Markup:
    ended = part.striptags().rstrip("”’»“\"'").endswith(STOPS)
    return part if ended else part + "."


# ---------------------------------------------------------------- for programs


def metadata(work: Work) -> Iterator[tuple[str, str]]:
    """Yield name and content of every `<meta>`; those with no content are to be left out."""
    yield "citation_title", work.title
    yield "citation_author", work.author
    yield "citation_editor", work.editor
    yield "citation_language", work.language
    yield "citation_public_url", work.address
    yield "citation_fulltext_html_url", work.address
    yield "z:itemType", "webpage"  # else Zotero takes whatever has a citation_title for a journal's article
    yield "prism.publicationName", work.site or work.title  # else it takes DC.source for the website's title
    yield "DC.title", work.title
    yield "DC.creator", work.author
    yield "DC.contributor", work.editor
    yield "DC.language", work.language
    yield "DC.rights", ", ".join(filter(None, (work.licence, work.licence_url)))
    yield "DC.source", work.source
    yield "DC.identifier", work.address
    yield "DC.type", "Text"
    yield "DC.format", "text/html"


def linked_data(site: Site, work: Work, t: Language) -> Markup:
    """Return the page as a schema.org `Article`, with the places and the time that the text states."""
    part = {"@type": "WebSite", "name": work.site, "url": address_of(site, HOME)} if work.site else {}
    credited = t("list.clauses").join((credit(site.source, t, addresses=False), site.caveat))
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": work.title,
        "author": _filled({"name": work.author}),  # person or group: the source does not say
        "editor": _filled({"@type": "Person", "name": work.editor}) if work.editor else {},
        "inLanguage": work.language,
        "url": work.address,
        "isPartOf": _filled(part),
        "isBasedOn": work.source,
        "license": work.licence_url or work.licence,
        "creditText": credited if work.credit else "",
        "spatialCoverage": [
            {"@type": "Place", "name": place.name, "latitude": place.latitude, "longitude": place.longitude}
            for place in site.shown.places
            if place.latitude is not None and place.longitude is not None
        ],
        "temporalCoverage": site.shown.coverage,
    }
    return _script(_filled(article))


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _script(value: dict[str, Any]) -> Markup:
    """Return JSON in which nothing can end a script element: `<`, `>` and `&` are escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate({ord(c): f"\\u{ord(c):04x}" for c in "<>&"}))  # noqa: S704 - has just been escaped

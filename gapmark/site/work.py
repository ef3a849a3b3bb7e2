"""The metadata of a page or of the whole site, described once for all that write it: heads of pages, reference files,
the book, the bag. And the sentences that go with them: whose the text is, under which licence, how much is missing.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from gapmark import CONTENT
from gapmark.language.phrases import Language
from gapmark.model import Lists
from gapmark.site.made_pages import ABOUT, CHANGES, GAPS, HOME, ONE_FILE, PLACES, TIMELINE
from gapmark.site.template_context import Assembled, Site, SourceNote
from gapmark.site.template_records import Part

ALLOWED = ":/?#[]@!$&'()*+,;=%~"
"""Characters that an address may have as they are (RFC 3986), besides letters, digits and `-._`."""


class Work(NamedTuple):
    """The metadata of a page or of the whole site. A field that is not known is empty."""

    title: str
    """Title of the page, or of the site."""
    site: str
    """The title of the site that the page is part of; empty for the site itself."""
    author: str
    editor: str
    address: str
    """On the web; empty as long as the site has no `base_url`."""
    language: str
    caveat: str
    """How much is missing and changed; empty for a page of the editor's own, as all that follows but `year`."""
    source: str
    """The address of the source."""
    licence: str
    licence_url: str
    credit: str
    """Whose the text is: author, title, address, licence, and that changes were made."""
    year: int | None = None
    """The year of SOURCE_DATE_EPOCH; None where it is not set."""

    @property
    def note(self) -> str:
        """Return the caveat and the credit as sentences: they go with every reference."""
        return one_line(f"{self.caveat[:1].upper()}{self.caveat[1:]}. {self.credit}.")


def describe_page(assembled: Assembled, href: str, title: str) -> Work:
    """Return the metadata of the page `href`; the home page and the one file stand for the site.

    A page of the editor's own is the editor's: source and licence are not said of it.
    """
    site, moment = assembled.site, assembled.moment
    whole = href in (HOME, ONE_FILE)
    part = next((part for part in site.parts if part.href == href), None)
    own = part is not None and part.role == "own"
    source = site.source
    return Work(
        title=site.title if whole else title,
        site="" if whole else site.title,
        author=site.editor if own else source.author,
        editor="" if own else site.editor,
        address=address_of(site, href),
        language=(source.language if whole or part else "") or assembled.t.code,
        caveat="" if own else site.caveat,
        source="" if own else source.url,
        licence="" if own else source.licence,
        licence_url="" if own else source.licence_url,
        credit="" if own else site.credit,
        year=time.gmtime(moment).tm_year if moment is not None else None,
    )


def describe_site(assembled: Assembled) -> Work:
    """Return the metadata of the whole site, with no language where that of the text is not known."""
    return describe_page(assembled, HOME, "")._replace(language=assembled.site.source.language)


def address_of(site: Site, href: str) -> str:
    """Return the address of a page on the web, as a URI; empty where the site has none."""
    return quote(site.base_url + ("" if href == HOME else href), safe=ALLOWED) if site.base_url else ""


def short_name(site: Site) -> str:
    """Return a short name for the site: letters, digits and hyphens."""
    names = (_slug(site.title), _slug(f"text {site.source.id}"))
    return next(name for name in names if name)


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def one_line(text: str) -> str:
    """Return a text with each stretch of white space as one space."""
    return " ".join(text.split())


# ---------------------------------------------------------------- what goes with it


def credit(source: SourceNote, t: Language, *, addresses: bool = True) -> str:
    """Return author and title of the source, licence, the addresses of both, and that changes were made."""
    title = t("cite.quoted", title=inner_quotes(source.title)) if source.title else ""
    whose = t.listed(source.author or t("footer.author_unknown"), title, source.url if addresses else "")
    deed = f" {source.licence_url}" if source.licence_url and addresses else ""
    licence = t("cite.licence", licence=source.licence) + deed if source.licence else t("cite.licence_unknown")
    return t("list.clauses").join((whose, licence, t("cite.changed" if source.confirmed else "cite.guessed")))


def attribution(source: SourceNote, gap_note: str, t: Language) -> str:
    """Return the sentence that goes with every export: the credit, and how much is missing."""
    return t("list.clauses").join((credit(source, t), gap_note))


def inner_quotes(title: str) -> str:
    """Return a title as it stands between quotation marks: its own ones become single."""
    return re.sub(r'"([^"]*)"', r"‘\1’", title).replace("“", "‘").replace("”", "’")


def correction_addresses(edit_url: str, lists: Lists, parts: Sequence[Part]) -> dict[str, str]:
    """Return where a reader can suggest a correction of the file of a page, by the page's address.

    What stands in no list of its own is in site.yaml. Without `edit_url` there are no such addresses.
    """
    own = {HOME: "facts", TIMELINE: "timeline", PLACES: "places", GAPS: "gaps", CHANGES: "changes"}
    files = {page: f"{name if getattr(lists, name) else 'site'}.yaml" for page, name in own.items()}
    files |= {ABOUT: "site.yaml"}
    files |= {part.href: part.href.removesuffix("html") + "md" for part in parts}
    return {page: edit_url.replace("{file}", quote(f"{CONTENT}/{name}")) for page, name in files.items() if edit_url}

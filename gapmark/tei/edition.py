"""edition.xml: the edition in TEI P5, from which both texts can be written out again, the received and the published.

Gaps are `<ellipsis>` and not `<gap>`: TEI keeps `gap` for what the encoder leaves out or can't read, `ellipsis` for
what the source itself marks as left out (P5 4.3.0 and later, chapters 11.3.1.7 and 3.5.3).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree.ElementTree import Element

from gapmark.language.phrases import Language
from gapmark.markup.xml import add, add_text, to_bytes
from gapmark.model import OutputFile, Source
from gapmark.site.template_context import Assembled, Site
from gapmark.site.work import Work, describe_site
from gapmark.tei.statements import mark_names, write_lists
from gapmark.tei.text import Body, write_rest
from gapmark.tei.words import Insets

PATH = "edition.xml"
DECLARATIONS = (
    ("segmentation", "Each token of the received file is one w or pc, or one metamark where it is no part of the text "
     "(header, heading marks, list stars, pairs of quotation marks that set italics). xml:id t52 is token 52, counted "
     "from 1, header included. A token that is parted has its first part numbered, and the others lead to it by prev. "
     "Tokens in the order of their numbers are the received text."),
    ("normalization", "White space between tokens was closed where punctuation asks for it. orig has a token as "
     "received where its typography differs. Where XML can't hold a character, n names it and a sign stands for it."),
    ("correction", "sic, orig and surplus hold words of the source that are not published; corr, reg and supplied, and "
     "words that stand in no w or pc, are the editor's. corresp leads to the entry of the list of changes, with its "
     "reason. surplus with the reason empty-heading is a heading under which the source has nothing. A passage that "
     "was moved stands where it is published, and its tokens keep their numbers. What has resp is the editor's: titles "
     "and headings that the source has not, notes, descriptions, emphasis. The list of type own names all of it."),
    ("interpretation", "Dates, events, places and facts lead by source to the first and last token that prove them."),
)  # fmt: skip
"""Paragraphs of the encoding description."""
_AS_RECEIVED = {
    "segmentation": "Each token of the received file is one w or pc, or one metamark where it is no part of the text "
    "(signs of headings, lists and other Markdown, marks of missing passages). A token is a letter or digit with all "
    "letters, digits, marks, joiners, soft hyphens and single inner apostrophes that follow it; else a sign. xml:id "
    "t52 is token 52, counted from 1. A token that is parted has its first part numbered, and the others lead to it by "
    "prev. A metamark with the function omission has the tokens of a mark, from n on.",
    "normalization": "Lines were joined to paragraphs; no word or sign was changed. Where XML can't hold a character, "
    "n names it and a sign stands for it.",
}
PLAIN_DECLARATIONS = tuple((tag, _AS_RECEIVED.get(tag, words)) for tag, words in DECLARATIONS)
"""The same of a source that is published as received."""
STATED = (
    "Marks in the source say what is missing. Each is a segment of the type missing: a gap where the mark says why, as "
    "its reason says, else an ellipsis. Quantity and unit are what the mark says; what it does not say is unknown. "
    "atMost with the precision low stands for less than."
)


def make_tei(assembled: Assembled, _: Sequence[OutputFile] = ()) -> Iterator[OutputFile]:
    """Yield the one file."""
    site, record, statements = assembled.site, assembled.record, assembled.statements
    insets = Insets(record, "editor")
    mark_names(insets, statements)
    root = Element("TEI", {"xmlns": "http://www.tei-c.org/ns/1.0"})
    header = add(root, "teiHeader", attributes={"xml:lang": "en"})
    _write_header(header, site, describe_site(assembled), assembled.t, record.edition.document.source)
    beside = add(root, "standOff")
    write_lists(beside, site, record, statements)
    if not len(beside):
        root.remove(beside)
    text = add(root, "text", attributes={"xml:lang": site.source.language})
    add(text, "body")
    body = Body(assembled, insets)
    divisions = chain(map(body.division, record.edition.pages), write_rest(insets))
    yield OutputFile(PATH, to_bytes(root, inside=("body", divisions)))


def _write_header(header: Element, site: Site, work: Work, t: Language, source: Source) -> None:
    description = add(header, "fileDesc")
    _write_title(add(description, "titleStmt"), work, site.gap_agent)
    extent = add(description, "extent")
    counts = (("token", site.tokens), ("gap", len(site.gaps)), ("missing", site.missing))
    for unit, quantity in counts if site.counted else counts[:2]:
        add(extent, "measure", f"{quantity} {unit}", {"unit": unit, "quantity": str(quantity)})
    publication = add(description, "publicationStmt")
    add(publication, "publisher", work.editor or "not stated")
    if site.base_url:
        add(publication, "idno", site.base_url, {"type": "URL"})
    licence = add(add(publication, "availability"), "licence", attributes={"target": work.licence_url})
    add(licence, "p", work.licence or "not stated")
    add(licence, "p", site.attribution, {"xml:lang": t.code})
    _write_source(add(description, "sourceDesc"), site)
    _write_encoding(add(header, "encodingDesc"), site, source)
    languages = add(add(header, "profileDesc"), "langUsage")
    add(languages, "language", work.language, {"ident": work.language})
    written = f"Written by gapmark {site.version} from the received file. "
    change = add(add(header, "revisionDesc"), "change", written, {"who": "#gapmark"})
    add(change, "seg", f"{work.caveat}.", {"xml:lang": t.code})


def _write_title(statement: Element, work: Work, agent: str) -> None:
    add(statement, "title", work.title)
    add(statement, "author", work.author or "author not stated")
    add(statement, "editor", work.editor or "not stated", {"xml:id": "editor"})
    if agent:
        responsible = add(statement, "respStmt", attributes={"xml:id": "agent"})
        add(responsible, "resp", "removed, according to this edition, the passages that are missing")
        add(responsible, "name", agent)


def _write_source(parent: Element, site: Site) -> None:
    source = site.source
    bibl = add(parent, "bibl", attributes={"xml:id": "source"})
    add(bibl, "title", source.title or "not stated")
    add(bibl, "author", source.author or "author not stated")
    for kind, value in (("identifier", source.id), ("sha256", source.sha256), ("revision", source.revision)):
        if value:
            add(bibl, "idno", value, {"type": kind})
    for address in filter(None, (source.url, source.history_url)):
        add(bibl, "ref", address, {"target": address})
    add(bibl, "extent", f"{source.size} bytes")
    supplied = [(gap.id, gap.supplied) for gap in site.gaps if gap.supplied]
    if supplied:
        witnesses = add(parent, "listWit")
        for number, given in supplied:
            words = ", ".join(filter(None, (given.title, given.address, given.revision)))
            add(witnesses, "witness", words, {"xml:id": f"witness-{number}"})


def _write_encoding(encoding: Element, site: Site, source: Source) -> None:
    editorial = add(encoding, "editorialDecl")
    for tag, words in DECLARATIONS if site.cleaned else PLAIN_DECLARATIONS:
        add(add(editorial, tag), "p", words)
    values = add(editorial, "stdVals")
    if site.counted:
        add(values, "p", _counted(site))
    else:
        add(values, "p", f"{STATED} {site.gap_reason}".strip())
        _write_marks(add(values, "p", "The form of the source is "), source)
    add(encoding, "geoDecl", attributes={"xml:id": "wgs84", "datum": "WGS84"})
    program = {"xml:id": "gapmark", "ident": "gapmark", "version": site.version}
    add(add(add(encoding, "appInfo"), "application", attributes=program), "label", "gapmark")


def _write_marks(parent: Element, source: Source) -> None:
    """The form of the source and the marks that the site names itself: without them nobody finds the same gaps."""
    add(parent, "ident", source.form, {"type": "form"})
    add_text(parent, ". Marks that the site names itself: ")
    for mark in source.notation.marks[: source.notation.own] if source.notation else ():
        add(parent, "ident", json.dumps(mark._asdict(), ensure_ascii=False), {"type": "mark"})


def _counted(site: Site) -> str:
    predicted = sum(gap.predicted is True for gap in site.gaps)
    gaps = (
        f"Tokens that the source marks as left out, by the sign @: {site.marks}. Gaps: {len(site.gaps)}; where the "
        f"pattern of the collection predicts them: {predicted}. Each is an ellipsis; unit token means that a sign "
        "stands for one word or punctuation mark."
    )
    gaps += f" Reason, according to this edition: {site.gap_reason}" if site.gap_reason else ""
    return gaps.strip()

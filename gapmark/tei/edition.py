"""edition.xml: the edition in TEI P5, from which both texts can be written out again, the received and the published.

Gaps are `<ellipsis>` and not `<gap>`: TEI keeps `gap` for what the encoder leaves out or can't read, `ellipsis` for
what the source itself marks as left out (P5 4.3.0 and later, chapters 11.3.1.7 and 3.5.3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree.ElementTree import Element

from gapmark.language.phrases import Language
from gapmark.markup.xml import add, to_bytes
from gapmark.model import OutputFile
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
     "was moved stands where it is published, and its tokens keep their numbers."),
    ("interpretation", "Dates, events, places and facts lead by source to the first and last token that prove them."),
)  # fmt: skip
"""Paragraphs of the encoding description."""


def make_tei(assembled: Assembled, _: Sequence[OutputFile] = ()) -> Iterator[OutputFile]:
    """Yield the one file."""
    site, record, statements = assembled.site, assembled.record, assembled.statements
    insets = Insets(record, "editor" if site.editor else "")
    mark_names(insets, statements)
    root = Element("TEI", {"xmlns": "http://www.tei-c.org/ns/1.0"})
    _write_header(add(root, "teiHeader", attributes={"xml:lang": "en"}), site, describe_site(assembled), assembled.t)
    beside = add(root, "standOff")
    write_lists(beside, site, record, statements)
    if not len(beside):
        root.remove(beside)
    text = add(root, "text", attributes={"xml:lang": site.source.language})
    add(text, "body")
    body = Body(assembled, insets)
    divisions = chain(map(body.division, record.edition.pages), write_rest(insets))
    yield OutputFile(PATH, to_bytes(root, inside=("body", divisions)))


def _write_header(header: Element, site: Site, work: Work, t: Language) -> None:
    description = add(header, "fileDesc")
    _write_title(add(description, "titleStmt"), work, site.gap_agent)
    extent = add(description, "extent")
    for unit, quantity in (("token", site.tokens), ("gap", len(site.gaps)), ("missing", site.missing)):
        add(extent, "measure", f"{quantity} {unit}", {"unit": unit, "quantity": str(quantity)})
    publication = add(description, "publicationStmt")
    add(publication, "publisher", work.editor or "not stated")
    if site.base_url:
        add(publication, "idno", site.base_url, {"type": "URL"})
    licence = add(add(publication, "availability"), "licence", attributes={"target": work.licence_url})
    add(licence, "p", work.licence or "not stated")
    add(licence, "p", site.attribution, {"xml:lang": t.code})
    _write_source(add(description, "sourceDesc"), site)
    _write_encoding(add(header, "encodingDesc"), site)
    languages = add(add(header, "profileDesc"), "langUsage")
    add(languages, "language", work.language, {"ident": work.language})
    written = f"Written by gapmark {site.version} from the received file. "
    change = add(add(header, "revisionDesc"), "change", written, {"who": "#gapmark"})
    add(change, "seg", f"{work.caveat}.", {"xml:lang": t.code})


def _write_title(statement: Element, work: Work, agent: str) -> None:
    add(statement, "title", work.title)
    add(statement, "author", work.author or "author not stated")
    if work.editor:
        add(statement, "editor", work.editor, {"xml:id": "editor"})
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
    supplied = [(gap.number, gap.supplied) for gap in site.gaps if gap.supplied]
    if supplied:
        witnesses = add(parent, "listWit")
        for number, given in supplied:
            words = ", ".join(filter(None, (given.title, given.address, given.revision)))
            add(witnesses, "witness", words, {"xml:id": f"witness-{number}"})


def _write_encoding(encoding: Element, site: Site) -> None:
    editorial = add(encoding, "editorialDecl")
    for tag, words in DECLARATIONS:
        add(add(editorial, tag), "p", words)
    predicted = sum(gap.predicted is True for gap in site.gaps)
    gaps = (
        f"Tokens that the source marks as left out, by the sign @: {site.marks}. Gaps: {len(site.gaps)}; where the "
        f"pattern of the collection predicts them: {predicted}. Each is an ellipsis; unit token means that a sign "
        "stands for one word or punctuation mark."
    )
    gaps += f" Reason, according to this edition: {site.gap_reason}" if site.gap_reason else ""
    add(add(editorial, "stdVals"), "p", gaps.strip())
    add(encoding, "geoDecl", attributes={"xml:id": "wgs84", "datum": "WGS84"})
    program = {"xml:id": "gapmark", "ident": "gapmark", "version": site.version}
    add(add(add(encoding, "appInfo"), "application", attributes=program), "label", "gapmark")

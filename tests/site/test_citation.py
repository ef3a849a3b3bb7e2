"""What one cites, in words and in the fields that programs read in the head of a page."""

import json
import re
from html import unescape
from types import SimpleNamespace

import pytest
from helpers.cited_site import HOSTILE, ONLINE, SITE, SOURCE, T, a_site
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.compare.own_words import Own
from gapmark.site.citation import cite_page, linked_data
from gapmark.site.numbers import caveat
from gapmark.site.template_context import Site, SourceNote, Text
from gapmark.site.template_records import EventView, PlaceView
from gapmark.site.work import describe_page


def a_citation(site, href="battle.html", title="Battle", role="battle", first="w178", moment=None):
    part = SimpleNamespace(href=href, role=role, title=title)
    texts = (SimpleNamespace(part=part, first_address=first),)
    return cite_page(SimpleNamespace(site=site, texts=texts, t=T, moment=moment), href, "")


def work_of(site, href, title):
    return describe_page(SimpleNamespace(site=site, t=T, moment=None), href, title)


def plain(markup):
    return unescape(re.sub(r"</?cite>", "*", str(markup)))


def change(kind):
    return SimpleNamespace(kind=kind)


def test_the_doubles_have_fields_of_the_records():
    assert {*SITE, "shown", "parts", "source"} <= set(Site._fields)
    assert set(SOURCE) <= set(SourceNote._fields)
    assert {"part", "first_address"} <= set(Text._fields)
    assert {"certainty", "datetime"} <= set(EventView._fields)
    assert {"name", "latitude", "longitude"} <= set(PlaceView._fields)


# ---------------------------------------------------------------- the caveat


@pytest.mark.parametrize(
    ("gaps", "kinds", "own", "expected"),
    [
        ((10, 10), ("correction",), 0, "2 gaps, about 20 words missing; text edited, 1 correction"),
        ((1,), (), 2, "1 gap, about 1 word missing; text edited, 2 headings added"),
        ((1,), (), 0, "1 gap, about 1 word missing; changed in layout and typography only"),
        ((), ("move", "omission", "move"), 0, "no gaps marked; text edited, 1 omission, 2 passages moved"),
        (
            (9,),
            ("supplied", "rewritten", "addition"),
            0,
            "1 gap, about 9 words missing; text edited, 1 addition, 1 page rewritten, words supplied in 1 gap",
        ),
        (
            (9, -7),
            ("supplied",),
            0,
            "1 gap, about 9 words missing; text edited, words supplied in 1 gap",
        ),
        (
            (-7,),
            ("supplied",),
            0,
            "no gaps left open; text edited, words supplied in 1 gap",
        ),
    ],
)
def test_caveat(gaps, kinds, own, expected):
    marks = [SimpleNamespace(quantity=abs(quantity), unit="token", supplied=quantity < 0) for quantity in gaps]
    assert caveat(marks, [change(kind) for kind in kinds], [Own(0, "heading", "Today")] * own, T) == expected


# ---------------------------------------------------------------- in words


@pytest.mark.parametrize(
    ("site", "href", "chicago", "mla"),
    [
        (
            {},
            "battle.html",
            "Wikipedia contributors. “Battle.” Ulm. 2 gaps; text edited.",
            "Wikipedia contributors. “Battle.” *Ulm*. 2 gaps; text edited.",
        ),
        (
            ONLINE,
            "battle.html",
            "Wikipedia contributors. “Battle.” Ulm. Edited by Ada Lovelace. https://example.org/ulm/battle.html. "
            "Accessed [date]. 2 gaps; text edited.",
            "Wikipedia contributors. “Battle.” *Ulm*, edited by Ada Lovelace, example.org/ulm/battle.html. "
            "Accessed [date]. 2 gaps; text edited.",
        ),
        (
            ONLINE,
            "index.html",
            "Wikipedia contributors. Ulm. Edited by Ada Lovelace. https://example.org/ulm/. Accessed [date]. "
            "2 gaps; text edited.",
            "Wikipedia contributors. *Ulm*. Edited by Ada Lovelace, example.org/ulm/. Accessed [date]. "
            "2 gaps; text edited.",
        ),
        ({"source": {"author": ""}, "caveat": "none"}, "battle.html", "“Battle.” Ulm. None.", "“Battle.” *Ulm*. None."),
    ],
)
def test_references(site, href, chicago, mla):
    cited = a_citation(a_site(**site), href)
    assert plain(cited.chicago) == chicago
    assert plain(cited.mla) == (mla or chicago)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Who won?", "“Who won?” Ulm."),
        ('The "Siege"', "“The ‘Siege’.” Ulm."),
        ("A “siege” & <b>", "“A ‘siege’ & <b>.” Ulm."),
        ('12" guns', '“12" guns.” Ulm.'),
    ],
)
def test_titles_between_quotation_marks(title, expected):
    assert expected in plain(a_citation(a_site(), title=title).chicago)


def test_a_year_is_that_of_the_build_and_leaves_out_the_day_of_reading():
    cited = a_citation(a_site(**ONLINE), moment=1_700_000_000)
    assert "Edited by Ada Lovelace. 2023. https://example.org/ulm/battle.html. 2 gaps" in plain(cited.chicago)
    assert "edited by Ada Lovelace, 2023, example.org/ulm/battle.html. 2 gaps" in plain(cited.mla)


def test_the_one_file_is_the_whole_site_at_its_own_address():
    cited = a_citation(a_site(**ONLINE), "edition.html")
    assert dict(cited.metadata)["citation_public_url"] == "https://example.org/ulm/edition.html"
    assert dict(cited.metadata)["citation_title"] == "Ulm"


def test_what_is_hostile_is_escaped():
    cited = a_citation(a_site(title=HOSTILE, editor=HOSTILE, source={"author": HOSTILE}), title=HOSTILE)
    assert "</script>" not in cited.chicago + cited.mla + cited.linked_data
    assert "<!--" not in cited.chicago + cited.mla + cited.linked_data


def test_one_paragraph():
    here = a_citation(a_site())
    assert here.paragraph_id == "w178"
    assert plain(here.paragraph).startswith("Wikipedia contributors. “Battle,” par. 1 (w178). Ulm. 2 gaps")
    online = a_citation(a_site(**ONLINE), first="w12345a")
    assert "“Battle,” par. 1 (w12345a). Ulm. https://example.org/ulm/battle.html#w12345a." in plain(online.paragraph)
    none = a_citation(a_site(), first="")
    assert (none.paragraph, none.paragraph_id) == ("", "")


def test_a_page_of_the_editors_own_is_the_editors():
    cited = a_citation(a_site(**ONLINE), "mine.html", "Questions", "own", "")
    assert plain(cited.chicago) == "Ada Lovelace. “Questions.” Ulm. https://example.org/ulm/mine.html. Accessed [date]."
    names = {name for name, _ in cited.metadata}
    assert not names & {"DC.rights", "DC.source", "citation_editor"}
    assert not cited.licence_url
    assert not {"license", "isBasedOn", "creditText"} & set(json.loads(cited.linked_data))


def test_a_generated_page_is_called_as_its_title_says():
    site = SimpleNamespace(site=a_site(title="R & D"), texts=(), t=T, moment=None)
    cited = cite_page(site, "gaps.html", "Gaps &amp; more · R &amp; D")
    assert plain(cited.mla).startswith("Wikipedia contributors. “Gaps & more.” *R & D*.")
    assert "“R & D.”" in plain(cite_page(site, "odd.html", "").mla)


# ---------------------------------------------------------------- in the head

HIGHWIRE = {
    "citation_title": "title",
    "citation_author": "author",
    "citation_editor": "editor",
    "citation_language": "language",
    "citation_public_url": "url",
    "citation_fulltext_html_url": "url",
}
"""As Zotero's "Embedded Metadata" and Google Scholar name them."""
DUBLIN = {
    "DC.title": "title",
    "DC.creator": "author",
    "DC.contributor": "editor",
    "DC.language": "language",
    "DC.rights": "rights",
    "DC.source": "source",
    "DC.identifier": "url",
    "DC.type": "type",
    "DC.format": "format",
}
"""Elements of the Dublin Core Metadata Element Set 1.1."""
ZOTERO = {"z:itemType": "item", "prism.publicationName": "website"}
VALUES = {
    "title": "Battle",
    "author": "Wikipedia contributors",
    "editor": "Ada Lovelace",
    "language": "en",
    "url": "https://example.org/ulm/battle.html",
    "rights": "CC BY-SA 3.0, https://creativecommons.org/licenses/by-sa/3.0/",
    "source": "https://example.com/w?id=7&x=1",
    "type": "Text",
    "format": "text/html",
    "item": "webpage",
    "website": "Ulm",
}


def test_every_field_and_no_other():
    cited = a_citation(a_site(**ONLINE))
    assert dict(cited.metadata) == {name: VALUES[field] for name, field in (HIGHWIRE | DUBLIN | ZOTERO).items()}
    assert len(cited.metadata) == len(dict(cited.metadata))


def test_what_is_not_known_has_no_field():
    cited = a_citation(a_site(dict.fromkeys(SOURCE, "")))
    assert {name for name, _ in cited.metadata} == {
        *("citation_title", "citation_language", "DC.title", "DC.language", "DC.type", "DC.format", *ZOTERO)
    }
    assert set(json.loads(cited.linked_data)) == {
        *("@context", "@type", "headline", "inLanguage", "isPartOf", "creditText")
    }


def test_linked_data():
    places = tuple(
        SimpleNamespace(name=name, latitude=at, longitude=at and 0.0) for name, at in (("Ulm", 48.4), ("x", None))
    )
    shown = SimpleNamespace(places=places, coverage="1805-10")
    site = a_site(**ONLINE, shown=shown)
    work = work_of(site, "battle.html", "Battle")
    assert json.loads(linked_data(site, work, T)) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Battle",
        "author": {"name": "Wikipedia contributors"},
        "editor": {"@type": "Person", "name": "Ada Lovelace"},
        "inLanguage": "en",
        "url": "https://example.org/ulm/battle.html",
        "isPartOf": {"@type": "WebSite", "name": "Ulm", "url": "https://example.org/ulm/"},
        "isBasedOn": "https://example.com/w?id=7&x=1",
        "license": "https://creativecommons.org/licenses/by-sa/3.0/",
        "creditText": "Wikipedia contributors, “Battle of Ulm”; licence: CC BY-SA 3.0; changes were made; "
        "2 gaps; text edited",
        "spatialCoverage": [{"@type": "Place", "name": "Ulm", "latitude": 48.4, "longitude": 0.0}],
        "temporalCoverage": "1805-10",
    }


@settings(max_examples=15, deadline=None)
@given(st.text(), st.text())
def test_linked_data_comes_back_and_ends_no_script(title, author):
    site = a_site({"author": author}, title=title or "x")
    data = linked_data(site, work_of(site, "index.html", ""), T)
    assert not set("<>&") & set(data)
    assert json.loads(data)["headline"] == (title or "x")
    assert json.loads(data).get("author", {}).get("name", "") == author

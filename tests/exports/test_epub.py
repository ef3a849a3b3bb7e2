"""edition.epub: everything in it, well-formed, the same each time. Its validity: tests/test_validators.py."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile

import pytest
from conftest import REPOSITORY

from gapmark.exports.chapters import APPARATUS
from gapmark.exports.epub import PATH, make_epub
from gapmark.pipeline import make_site, prepare_site
from gapmark.problems.findings import Findings
from gapmark.project.load import load_project
from gapmark.project.pages import parse_manuscript
from gapmark.render.render import render_pages

OPF = {"": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
TYPE = "{http://www.idpf.org/2007/ops}type"


def book(project):
    _, site = prepare_site(project, Findings())
    (file,) = make_epub(site, render_pages(site))
    return file.data


def opened(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


@pytest.fixture(scope="module")
def sample():
    return load_project(REPOSITORY)


@pytest.fixture(scope="module")
def files(files):
    return opened(files[PATH])


def test_what_is_in_it(files):
    assert next(iter(files)) == "mimetype"
    package = ET.fromstring(files["book.opf"])
    items = {item.get("id"): item.get("href") for item in package.iterfind("manifest/item", OPF)}
    assert {*items.values()} == {*files} - {"mimetype", "META-INF/container.xml", "book.opf"}
    order = [items[ref.get("idref")] for ref in package.iterfind("spine/itemref", OPF)]
    names = ["_front", "background", "battle", "aftermath", "_facts"]
    assert order == [f"{name}.xhtml" for name in (*names, *(path.removesuffix(".html") for path in APPARATUS))]
    assert "2 gaps, about 20 words missing; text edited, 1 correction." in package.find(".//dc:description", OPF).text
    assert "CC BY-SA 3.0" in package.find(".//dc:rights", OPF).text


def test_every_chapter_is_well_formed_and_every_link_leads_somewhere(files):
    trees = {path: ET.fromstring(data) for path, data in files.items() if path.endswith(".xhtml")}
    ids = {path: {e.get("id") for e in tree.iter() if e.get("id")} for path, tree in trees.items()}
    for path, tree in trees.items():
        for href in (e.get("href") for e in tree.iter() if e.get("href")):
            if not href.startswith(("http", "book.css")):
                page, _, name = href.partition("#")
                assert not name or name in ids[page or path], (path, href)
                assert (page or path) in files


def test_a_change_is_a_note(files):
    tree = ET.fromstring(files["background.xhtml"])
    note = next(e for e in tree.iter() if e.get(TYPE) == "footnote")
    sign = next(e for e in tree.iter() if e.get(TYPE) == "noteref")
    assert sign.text == "rebel"
    assert sign.get("href") == f"#{note.get('id')}"
    words = " ".join("".join(note.itertext()).split())
    assert words.startswith("Correction. In the source: rebels. In this edition: rebel. Reason: A slip of the source")


def test_the_reader_chooses_faces_and_sizes(files):
    style = files["book.css"].decode()
    assert "prefers-color-scheme: dark" in style
    assert "font-family" not in style
    assert not re.search(r"^(html|body|:root|p)\b[^{]*\{[^}]*\b(font|color|background)\b\s*:", style, re.M)


def test_the_same_each_time_and_with_the_date_that_is_asked_for(sample, sample_site, files):
    assert [book(sample)] == [file.data for file in sample_site.files if file.path == PATH]
    assert b"1980-01-01T00:00:00Z" in files["book.opf"]
    later = opened(book(sample._replace(moment=1_700_000_000)))
    assert b"2023-11-14T22:13:20Z" in later["book.opf"]


def test_control_characters_and_what_means_something_in_xml(sample):
    pages = (sample.manuscripts[0]._replace(title="A & B ]]> <c>"), *sample.manuscripts[1:])
    page = pages[1]
    pages = (
        pages[0],
        page._replace(body=page.body.replace("violent", "viol\x01ent ]]> &amp; \u200f<x>", 1)),
        *pages[2:],
    )
    for path, data in opened(book(sample._replace(manuscripts=pages))).items():
        if path.endswith(("xhtml", "opf")):
            ET.fromstring(data)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<ul id="a">one<li>two <img src="x.png" alt="a map"></ul>', "<p>one two a map</p>"),
        (
            "Among <font size='2'>words</font> &amp; <b>more",
            "Among words &amp; more",
        ),
        ("<div><script>alert(1)</script><style>p{}</style><td>a&nbsp;&lt;b</div>", "<p>a &lt;b</p>"),
        ('<svg><text>drawn</text></svg>\n\n<form action="x"><button>b</button></form>', "drawn"),
    ],
)
def test_html_written_by_hand_is_its_words(sample, written, shown):
    page = sample.manuscripts[0]
    pages = (page._replace(body=f"{page.body}\n\n{written}\n\n[^1]: End.\n"), *sample.manuscripts[1:])
    files = opened(book(sample._replace(manuscripts=pages, settings={**sample.settings, "allow_html": True})))
    text = files["background.xhtml"].decode()
    ET.fromstring(text)
    assert shown in text.replace("\xa0", " ")
    assert not re.search("<(font|img|script|style|svg|form|button|b|td)\\b", text)


def test_pages_of_any_name(sample):
    pages = [
        sample.manuscripts[0]._replace(name=name, path=f"content/{name}.md", role="own") for name in ("facts", "front")
    ]
    files = opened(book(sample._replace(manuscripts=(*sample.manuscripts, *pages))))
    assert {"facts.xhtml", "front.xhtml", "_facts.xhtml", "_front.xhtml"} <= {*files}


def test_it_can_be_left_out(sample):
    site = make_site(sample._replace(settings={**sample.settings, "exports": {"epub": False, "tei": True}}))
    assert PATH not in {file.path for file in site.files}
    assert "edition.xml" in {file.path for file in site.files}


def test_a_footnote_opens_in_place(sample):
    body = "---\ntitle: Notes\nrole: own\n---\n\nText[^1].\n\n[^1]: A note.\n"
    page, problems = parse_manuscript(body, "content/notes.md")
    assert not problems
    chapter = opened(book(sample._replace(manuscripts=(*sample.manuscripts, page))))["notes.xhtml"].decode()
    assert re.search(r'<a epub:type="noteref" role="doc-noteref" [^>]*href="#fn:1"', chapter)
    assert re.search(r'<li epub:type="footnote" [^>]*id="fn:1"', chapter)


def test_drawings_have_what_older_readers_of_epub_know_and_lists_one_number(files):
    drawings = files["timeline.xhtml"].decode() + files["places.xhtml"].decode()
    assert 'role="group"' not in drawings
    assert "paint-order" not in drawings
    style = files["book.css"].decode()
    assert "paint-order: stroke" in style
    assert ".gap-list, .change-list, .events { padding: 0; list-style: none; }" in style
    assert "gaps.json" not in files["gaps.xhtml"].decode()

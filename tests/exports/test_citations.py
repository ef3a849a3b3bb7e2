"""The citation files, read back by the parsers that others use."""

import json
import warnings
from pathlib import Path
from types import SimpleNamespace

import bibtexparser
import cffconvert
import citeproc
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from helpers.cited_site import HOSTILE, ONLINE, T, a_site
from hypothesis import given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from gapmark.exports.citations import SPDX, bibtex, cff, csl, make_citations, ris
from gapmark.exports.forms import chosen_forms
from gapmark.site.work import describe_site, short_name

NOTE = (
    "Words. Wikipedia contributors, “Battle of Ulm”, https://example.com/w?id=7&x=1; licence: CC BY-SA 3.0 "
    "https://creativecommons.org/licenses/by-sa/3.0/; changes were made."
)
CSL_NAMES = {"id", "type", "author", "editor", "title", "URL", "language", "note"}
"""Of csl-data.json 1.0.2, which allows no name that it does not know."""
FULL = a_site(**ONLINE, caveat="words")
BARE = a_site(dict.fromkeys(FULL.source.__dict__, ""), caveat="words", title="東京")
TITLES = (
    HOSTILE,
    "{",
    "}{",
    "\\",
    "a\\}",
    "%",
    "~^",
    "'' ``",
    "a\n\nb",
    '"@misc{x,"',
    "TY  - X\r\nER  - ",
    "# : -",
    "'",
)
"""What means something in one of the formats."""
UNREAD = {r"{\textbraceleft}": r"\{", r"{\textbraceright}": r"\}", r"{\textasciicircum}": "^"}
"""What TeX knows and pylatexenc does not, or gives as another character."""
ANYTHING = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=' {}\\%&"_'), min_size=1)


def line(text):
    return " ".join(text.split())


def work_of(site):
    return describe_site(SimpleNamespace(site=site, t=T, moment=None))


def named(site):
    return work_of(site), short_name(site)


def read_bibtex(text, *layers):
    library = bibtexparser.parse_string(text, append_middleware=[*layers])
    assert not library.failed_blocks
    (entry,) = library.entries
    return entry


def read_cff(text):
    found = cffconvert.Citation(text)
    found.validate()
    return found.cffobj


def titled(title):
    return a_site({"author": title, "title": title}, title=title, editor=title)


# ---------------------------------------------------------------- BibTeX


def test_bibtex():
    entry = read_bibtex(bibtex(*named(FULL)), LatexDecodingMiddleware())
    assert (entry.entry_type, entry.key) == ("misc", "ulm")
    assert {field.key: field.value for field in entry.fields} == {
        "author": "Wikipedia contributors",
        "editor": "Ada Lovelace",
        "title": "Ulm",
        "url": "https://example.org/ulm/",
        "language": "en",
        "note": NOTE,
    }
    assert {field.key for field in read_bibtex(bibtex(*named(BARE))).fields} == {"title", "note"}


def test_names_and_titles_are_taken_as_they_are():
    fields = read_bibtex(bibtex(*named(FULL))).fields_dict
    assert fields["author"].value == "{Wikipedia contributors}"
    assert fields["title"].value == "{Ulm}"


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_escapes(title):
    value = read_bibtex(bibtex(*named(titled(title))))["title"]
    for name, character in UNREAD.items():
        value = value.replace(name, character)
    assert LatexNodes2Text().latex_to_text(value) == line(title)


@settings(max_examples=15, deadline=None, database=None)
@given(ANYTHING)
def test_bibtex_braces_are_balanced_whatever_the_title(title):
    text = bibtex(*named(titled(title)))
    assert text.count("{") == text.count("}")
    assert len(read_bibtex(text).fields) == 5


# ---------------------------------------------------------------- RIS


def test_ris():
    assert rispy.loads(ris(*named(FULL))) == [
        {
            "type_of_reference": "ELEC",
            "id": "ulm",
            "authors": ["Wikipedia contributors"],
            "secondary_authors": ["Ada Lovelace"],
            "title": "Ulm",
            "urls": ["https://example.org/ulm/"],
            "language": "en",
            "notes": [NOTE],
        }
    ]
    assert ris(*named(FULL)).startswith("TY  - ELEC\r\n")
    assert ris(*named(FULL)).endswith("\r\nER  - \r\n")


@pytest.mark.parametrize("title", TITLES)
def test_ris_has_a_line_for_a_field(title):
    (found,) = rispy.loads(ris(*named(titled(title))))
    assert (found["title"], found["authors"]) == (line(title), [line(title)])
    assert set(rispy.loads(ris(*named(BARE)))[0]) == {"type_of_reference", "id", "title", "notes"}


# ---------------------------------------------------------------- CSL-JSON


def test_csl():
    (item,) = json.loads(csl(*named(FULL)))
    assert set(item) == CSL_NAMES
    assert (item["type"], item["author"]) == ("webpage", [{"literal": "Wikipedia contributors"}])
    assert (item["editor"], item["URL"]) == ([{"literal": "Ada Lovelace"}], "https://example.org/ulm/")
    assert (item["title"], item["language"], item["note"]) == ("Ulm", "en", NOTE)
    assert set(json.loads(csl(*named(BARE)))[0]) == {"id", "type", "title", "note"}


def test_citeproc_makes_a_reference_of_it():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        source = CiteProcJSON(json.loads(csl(*named(FULL))))
    bundled = min(path.stem for path in Path(citeproc.__file__).parent.glob("data/styles/*.csl"))
    style = CitationStylesStyle(bundled, validate=False)
    made = CitationStylesBibliography(style, source, formatter.plain)
    made.register(Citation([CitationItem("ulm")]))
    (reference,) = made.bibliography()
    assert str(reference).startswith("Wikipedia contributors")
    assert "Ulm" in str(reference)
    assert "https://example.org/ulm/" in str(reference)


@pytest.mark.parametrize("title", TITLES)
def test_csl_titles(title):
    assert json.loads(csl(*named(titled(title))))[0]["title"] == line(title)


# ---------------------------------------------------------------- Citation File Format


def test_cff():
    found = read_cff(cff(work_of(FULL), T))
    better = found["preferred-citation"]
    assert (found["cff-version"], found["type"], better["type"]) == ("1.2.0", "dataset", "website")
    assert (found["abstract"], better["notes"]) == (NOTE, NOTE)
    assert (better["editors"], better["languages"]) == ([{"name": "Ada Lovelace"}], ["en"])
    for part in (found, better):
        assert (part["title"], part["authors"]) == ("Ulm", [{"name": "Wikipedia contributors"}])
        assert (part["license"], part["url"]) == ("CC-BY-SA-3.0", "https://example.org/ulm/")


def test_cff_of_what_is_not_known():
    found = read_cff(cff(work_of(BARE), T))
    assert found["authors"] == [{"name": "author not stated"}]
    assert not {"license", "license-url", "url"} & set(found)
    other = read_cff(cff(work_of(a_site({"licence": "House rules", "licence_url": "https://example.org/rules"})), T))
    assert (other["license-url"], "license" in other) == ("https://example.org/rules", False)


@pytest.mark.parametrize("title", TITLES)
def test_cff_titles(title):
    assert read_cff(cff(work_of(titled(title)), T))["title"] == line(title)


def test_every_licence_of_the_table_is_one_that_the_format_knows():
    known = cffconvert.Citation(cff(work_of(FULL), T)).schema["definitions"]["license-enum"]["enum"]
    assert set(SPDX.values()) <= set(known)


# ---------------------------------------------------------------- all of them


def test_no_date_is_invented_and_the_note_goes_along():
    for site in (FULL, BARE):
        for file in make_citations(SimpleNamespace(site=site, t=T, moment=None)):
            text = file.data.decode()
            assert not [name for name in ("date", "year", "issued", "PY  -", "accessed") if name in text.lower()]
            assert "changes were made" in text
            assert work_of(site).note.startswith("Words. ")


def test_the_sample_has_them(files):
    made = {file.path for file in make_citations(SimpleNamespace(site=FULL, t=T, moment=None))}
    assert made <= {path for form in chosen_forms({}) for path in form.paths} & set(files)
    for path in made:
        assert "2 gaps, about 20 words missing; text edited, 1 correction." in files[path].decode()
        assert "Wikipedia contributors" in files[path].decode()
        assert "CC BY-SA 3.0" in files[path].decode()
    assert read_cff(files["CITATION.cff"].decode())["license"] == "CC-BY-SA-3.0"

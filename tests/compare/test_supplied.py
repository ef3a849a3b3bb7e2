"""Words put into gaps need a witness, and every part of it."""

import pytest
from helpers.small_edition import record

from gapmark.project.lists import GAPS
from gapmark.yamltext.values import Yaml

ENTRY = {"gap": 1, "words": "for a  day", "editor": "A. Editor", "date": "2024-05-01"}
WITNESS = {"title": "A chronicle", "address": "MS 12, f. 3", "revision": "", "date": "2024-04-01"}


def supplied(*entries):
    made, problems = record(supplied=[ENTRY | {"witness": WITNESS} | entry for entry in entries])
    return made.supplied, [problem.code for problem in problems]


def test_supplied():
    found, problems = supplied({})
    assert problems == []
    assert (found[1].words, found[1].title, found[1].revision) == ("for a day", "A chronicle", "2024-04-01")


def test_a_revision_comes_before_a_date():
    assert supplied({"witness": WITNESS | {"revision": "r7"}})[0][1].revision == "r7"


def test_an_address_with_a_space_at_its_end_is_a_link():
    assert supplied({"witness": WITNESS | {"address": "https://example.org/ "}})[0][1].link


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        ([{"gap": 7}], ["G010"]),
        ([{}, {}], ["G011"]),
        ([{"witness": WITNESS | {"date": ""}}], ["G012"]),
    ],
)
def test_problems(entries, codes):
    found, problems = supplied(*entries)
    assert problems == codes
    assert len(found) == len(entries) - 1


@pytest.mark.parametrize(
    ("words", "codes", "kept"),
    [
        (" ".join(["word"] * 10), [], True),
        (" ".join(["word"] * 11), ["G014"], True),
        (" ".join(["word"] * 300), ["G014"], False),
        ("halted . # Mines # In", ["G014"], False),
        ("and @ then", ["G014"], False),
        ("as in [gap 2]", ["G014"], False),
        ("No. #7, 5 @home", [], True),
    ],
)
def test_words_that_the_gap_can_not_have_had(words, codes, kept):
    found, problems = supplied({"words": words})
    assert (problems, 1 in found) == (codes, kept)


def test_an_entry_without_a_number_is_wrong_once():
    """Where the file is read it is said already: no gap 0, of which nobody wrote, is said not to be there."""
    assert supplied({"gap": "one"}) == ({}, [])


FILE = """\
- gap: 1
  words: for a day
  witness:
    title: A chronicle
    address: MS 12
    date: 2024-04-01
  editor: A. Editor
  date: 2024-05-01
"""


@pytest.mark.parametrize("line", FILE.splitlines())
def test_every_key_is_required(line):
    if line == "    date: 2024-04-01":
        return  # the witness may have a revision instead: G012
    rest = [
        kept for kept in FILE.splitlines() if kept != line and not (line == "  witness:" and kept.startswith("    "))
    ]
    text = "\n".join(rest)
    yaml = Yaml(text if text.startswith("-") else text.replace("  words", "- words", 1), "content/gaps.yaml", "G013")
    yaml.read(GAPS)
    assert [problem.code for problem in yaml.problems] == ["G013"]
    assert line.strip(" -").partition(":")[0] in yaml.problems[0].message


@pytest.mark.parametrize("day", ["yesterday", "2024-02-30", "2024-13", "1 May 2024", "24", "2024-W05-1", "20240501"])
def test_a_date_is_a_day_a_month_or_a_year(day):
    yaml = Yaml(FILE.replace("2024-05-01", day), "content/gaps.yaml", "G013")
    yaml.read(GAPS)
    (problem,) = yaml.problems
    assert problem.message == f'date is "{day}", not a day, a month or a year in figures'
    assert problem.hint == "write date: 2026-05-31"


@pytest.mark.parametrize("day", ["2024-02-29", "2024-12", "0800"])
def test_a_date_may_be_as_exact_as_it_is_known(day):
    yaml = Yaml(FILE.replace("2024-04-01", day).replace("2024-05-01", day), "content/gaps.yaml", "G013")
    assert yaml.read(GAPS)[0]["date"] == day
    assert yaml.problems == []


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("example.org", "write https://example.org, or a shelf mark in words"),
        ("www.example.org/a", "write https://www.example.org/a, or a shelf mark in words"),
        ("ftp://example.org", "write https://..., or a shelf mark in words"),
        ("https://", "write https://..., or a shelf mark in words"),
        ("https://a b", "write https://..., or a shelf mark in words"),
    ],
)
def test_an_address_that_is_none_of_the_web(address, hint):
    _, problems = record(supplied=[ENTRY | {"witness": WITNESS | {"address": address}}])
    assert [(problem.code, problem.hint) for problem in problems] == [("G012", hint)]


@pytest.mark.parametrize(
    "address", ["MS 12, f. 3", "Add.MS.12", "BL Add. MS 4.5", "https://example.org/a?b#c", "F-Pn lat. 1"]
)
def test_an_address_is_of_the_web_or_a_shelf_mark(address):
    assert supplied({"witness": WITNESS | {"address": address}})[1] == []

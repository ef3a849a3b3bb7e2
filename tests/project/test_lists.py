"""The editor's lists as they are read from content/."""

import re

import pytest
from helpers.documents import document, section

from gapmark.dates.edtf import parse_date
from gapmark.project.folder import read_folder
from gapmark.project.lists import (
    CHANGES,
    CLAIMS,
    FIGURES,
    FILES,
    GAPS,
    PLACES,
    TIMELINE,
    load_entries,
    load_facts,
    load_fields,
    load_lists,
)

DOCUMENT = "facts-timeline-places"
ADDED = {
    "timeline": "- {label: x}\n- {label: y, year: 1805, confirmed: no}\n",
    "places": "- {name: x, latitude: 48.4}\n- {name: y, spellings: [z]}\n",
    "changes": "- {source: a}\n- {published: b}\n",
    "fields": "- {name: date}\n- {name: guns, by_side: yes}\n",
}


def write(root, name, text):
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / f"{name}.yaml").write_text(text, "utf-8")


@pytest.mark.parametrize("name", FILES)
def test_no_file_and_an_empty_one_hold_nothing(tmp_path, name):
    assert load_entries(read_folder(tmp_path), name) == ((), ())
    write(tmp_path, name, "# nothing yet\n")
    assert load_entries(read_folder(tmp_path), name) == ((), ())


@pytest.mark.parametrize("name", ADDED)
def test_entries_know_their_lines(tmp_path, name):
    write(tmp_path, name, ADDED[name])
    entries, problems = load_entries(read_folder(tmp_path), name)
    assert ([str(entry.where) for entry in entries], problems) == (
        [f"content/{name}.yaml:1:3", f"content/{name}.yaml:2:3"],
        (),
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("timeline", "- {label: x, certainty: sure}", 'certainty is "sure", not one of stated, inferred, relative'),
        ("timeline", "- {date: 1805}", 'an entry of the file has no "label"'),
        ("timeline", "- {label: x, year: last}", 'year is "last", not a number'),
        ("places", "- {name: x, lattitude: 1}", 'unknown setting "lattitude"'),
        ("fields", "- {name: x}\nname: y", "can't be read as YAML"),
        ("changes", "a: b", "the file is a group of keys, not a list"),
    ],
)
def test_what_is_wrong_is_told(tmp_path, name, text, message):
    write(tmp_path, name, text)
    _, problems = load_entries(read_folder(tmp_path), name)
    assert message in problems[0].message
    assert (problems[0].code, problems[0].level) == (FILES[name][1], "error")
    assert problems[0].hint


def test_a_calendar_stands_once_for_the_entries_after_it(tmp_path):
    write(tmp_path, "timeline", "- {label: x}\n- calendar: julian\n- {label: y}\n- {label: z, calendar: gregorian}\n")
    entries, problems = load_entries(read_folder(tmp_path), "timeline")
    assert ([(entry["label"], entry["calendar"]) for entry in entries], problems) == (
        [("x", "gregorian"), ("y", "julian"), ("z", "gregorian")],
        (),
    )
    entries, _ = load_entries(read_folder(tmp_path), "timeline", "julian")
    assert entries[0]["calendar"] == "julian"


def test_the_fields_are_those_of_wikipedias_box_until_a_site_has_its_own(tmp_path):
    names = [field["name"] for field in load_fields(read_folder(tmp_path))[0]]
    first = ["date", "place", "part_of", "result"]
    assert [name for name in names if name in first] == first
    assert {"belligerents", "commanders", "units", "strength", "casualties", "civilians"} < set(names)
    write(tmp_path, "fields", "- {name: crew, label: Crew}\n")
    assert [dict(field) for field in load_fields(read_folder(tmp_path))[0]] == [
        {"name": "crew", "label": "Crew", "by_side": False}
    ]


def test_facts_hold_claims_for_known_fields_only(tmp_path):
    assert load_facts(read_folder(tmp_path), ["crew"]) == (None, ())
    write(tmp_path, "facts", "crew: [{value: 12 men, quote: twelve men}]\nleft_out: {date: none}\n")
    facts, problems = load_facts(read_folder(tmp_path), ["crew", "date"])
    assert (facts["crew"][0]["value"], facts["left_out"]["date"], problems) == ("12 men", "none", ())
    assert str(facts["crew"][0].locate("quote")) == "content/facts.yaml:1:24"
    _, problems = load_facts(read_folder(tmp_path), ["date"])
    assert [problem.message for problem in problems] == ['unknown setting "crew"']


@pytest.mark.parametrize(("title", "field"), [("Facts", CLAIMS), ("Timeline", TIMELINE), ("Places", PLACES)])
def test_every_key_is_documented(title, field):
    rows = re.findall(r"^\| (`[^|]+) \|", section(DOCUMENT, title), re.M)
    assert not [key for key in field.item.fields if f"`{key}`" not in " ".join(rows)]


@pytest.mark.parametrize("field", [CHANGES, GAPS, FIGURES], ids=["changes", "gaps", "figures"])
def test_every_key_is_in_an_example_or_named(field):
    text = document("editing")
    assert not [key for key in field.item.fields if not re.search(rf"^[- ] {key}:(?: |$)|`{key}:", text, re.M)]


def test_the_documented_dates_can_be_read():
    table = document(DOCUMENT).partition("| date | means |")[2].partition("\n\n")[0]
    dates = re.findall(r"`([-/\dX.][^` ]*)`", table)
    assert len(dates) == 19
    assert all(parse_date(date) for date in dates)


def test_the_documented_examples_are_as_they_should_be(tmp_path):
    for name in ("facts", "timeline", "places"):
        write(tmp_path, name, re.search(r"```yaml\n(.*?)```", section(DOCUMENT, name.title()), re.S)[1])
    names = [field["name"] for field in load_fields(read_folder(tmp_path))[0]]
    assert not load_facts(read_folder(tmp_path), names)[1]
    assert not (*load_entries(read_folder(tmp_path), "timeline")[1], *load_entries(read_folder(tmp_path), "places")[1])


@pytest.mark.parametrize("names", [("left_out", "date"), ("not_stated", "date"), ("date", "date")])
def test_a_field_has_a_name_of_its_own(tmp_path, names):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "fields.yaml").write_text("".join(f"- name: {name}\n" for name in names), "utf-8")
    (tmp_path / "content" / "facts.yaml").write_text("date:\n  - value: x\n", "utf-8")
    lists, problems = load_lists(read_folder(tmp_path))
    assert [problem.code for problem in problems] == ["X006"]
    assert lists.facts is None

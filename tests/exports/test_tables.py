"""Gaps and changes as JSON and CSV: the same numbers as on the pages."""

import csv
import io
import json
import re
import shutil
from pathlib import Path

import pytest

from gapmark.exports.tables import CHANGES, GAPS, write_csv
from gapmark.pipeline import make_site
from gapmark.project.load import load_project

CONTENT = Path(__file__).parent.parent.parent / "content"
SUPPLIED = """\
- gap: 2
  words: =SUM(A1)
  witness: {title: A "chronicle", address: "https://example.org/a,b", revision: r7}
  editor: A. Editor
  date: 2024-05-01
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The sample with a change and with words in a gap: its record, and the files by their paths."""
    sample = tmp_path_factory.mktemp("sample")
    skipped = shutil.ignore_patterns("facts.yaml", "timeline.yaml", "places.yaml")
    shutil.copytree(CONTENT, sample / "content", ignore=skipped)
    (sample / "content" / "gaps.yaml").write_text(SUPPLIED, "utf-8")
    page = sample / "content" / "battle.md"
    page.write_text(page.read_text("utf-8").replace("violent clashes", "-- heavy clashes"), "utf-8")
    site = make_site(load_project(sample))
    return site, {
        file.path: file.data.decode() for file in site.files if file.path.endswith((".html", ".json", ".csv"))
    }


def rows(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_sum_of_marks_is_that_of_the_source(made):
    site, files = made
    document = site.record.edition.document
    marks = sum(token.text == "@" for token in document.tokens) - len(document.literal_marks)
    assert sum(int(row["marks"]) for row in rows(files["gaps.csv"])) == marks
    assert sum(gap["marks"] for gap in json.loads(files["gaps.json"])["gaps"]) == marks
    assert json.loads(files["gaps.json"])["source"]["marks"] == marks


@pytest.mark.parametrize(("name", "columns"), [("gaps", tuple(GAPS)), ("changes", tuple(CHANGES))])
def test_json_and_csv_say_the_same(made, name, columns):
    _, files = made
    found = json.loads(files[f"{name}.json"])
    table = rows(files[f"{name}.csv"])
    assert files[f"{name}.csv"].startswith("\ufeff")  # else a spreadsheet reads it in another encoding
    assert len(found[name]) == len(table) > 0
    for entry, row in zip(found[name], table, strict=True):
        assert tuple(entry) == columns
        assert tuple(row) == (*columns, "attribution")
        assert row["attribution"] == found["source"]["attribution"]
        for column, value in entry.items():
            shown = str(value).lower() if isinstance(value, bool) else str(value)
            assert row[column].removeprefix("'") == shown.removeprefix("'")


def test_the_entries_are_those_of_the_pages(made):
    _, files = made
    changes = json.loads(files["changes.json"])["changes"]
    listed = re.findall(r'<li id="(change-.*?)"', files["changes.html"])
    assert sorted(listed) == sorted(change["id"] for change in changes)
    gaps = json.loads(files["gaps.json"])["gaps"]
    assert re.findall(r'<li id="(ledger-.*?)"', files["gaps.html"]) == [f"ledger-{g['number']}" for g in gaps]
    for entry in (*changes, *gaps):
        page, _, name = entry["address"].partition("#")
        assert f'id="{name}"' in files[page]
        page, _, name = entry["source_address"].partition("#")
        assert f'id="{name}"' in files[page]


def test_supplied(made):
    _, files = made
    first, second = rows(files["gaps.csv"])
    assert (first["status"], first["supplied"], second["status"]) == ("open", "", "supplied")
    assert second["supplied"] == "'=SUM(A1)"  # a spreadsheet would take it for a formula
    assert second["witness"] == 'A "chronicle"'
    assert [change["kind"] for change in json.loads(files["changes.json"])["changes"]].count("supplied") == 1


def test_cells():
    table = [{"a": "=1", "b": 5}, {"a": "-x", "b": True}, {"a": 'q"\n,', "b": ""}]
    assert write_csv(["a", "b"], table, "from") == (
        'a,b,attribution\r\n\'=1,5,from\r\n\'-x,true,from\r\n"q""\n,",,from\r\n'
    )


def test_a_reason_for_an_earlier_wording(sample):
    page = sample / "content" / "background.md"
    page.write_text(page.read_text("utf-8").replace("when rebel forces", "when rebellious forces"), "utf-8")
    wanted = ("changes.json", "edition.xml")
    files = {file.path: file.data.decode() for file in make_site(load_project(sample)).files if file.path in wanted}
    (change,) = json.loads(files["changes.json"])["changes"]
    assert (change["earlier_wording"], bool(change["reason"])) == (True, True)
    assert 'subtype="earlier-wording"' in files["edition.xml"]

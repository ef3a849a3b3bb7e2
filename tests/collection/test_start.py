import re

import pytest

from gapmark.collection.table import read_table
from gapmark.problems.errors import DONE, FAILED, USAGE

TEXT = (
    "@@1 The Battle of Ulm was won in 1805 near Ulm . # Battle # They fought .\n"
    "@@2 The Siege of Bari began in 490 BC .\n@@3 It rained . # Battle # Rain .\n"
)


@pytest.fixture
def received(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "all texts.txt").write_text(TEXT, "utf-8")
    (tmp_path / "towns.csv").write_text("name,country,latitude,longitude,source\nUlm,Germany,48,10,own\n", "utf-8")
    return tmp_path


def new(gapmark, *options):
    return gapmark("collection", "new", "there", "--from", "all texts.txt", *options)


def test_a_collection_is_made(received, gapmark):
    code, out, err = new(gapmark, "--places", "towns.csv")
    assert (code, err) == (DONE, "")
    assert "3 events added, of 3 texts" in out
    there = received / "there"
    assert (there / "corpus" / "all-texts.txt").read_text("utf-8") == TEXT
    rows = read_table((there / "events.csv").read_bytes()).rows
    assert [(row.title, row.date, row.place) for row in rows.values()] == [
        ("Battle of Ulm", "1805", "Ulm"),
        ("Siege of Bari", "-0489", ""),
        ("“It rained. …” (3)", "", ""),
    ]
    assert "corpus/** -text" in (there / ".gitattributes").read_text("utf-8")
    assert new(gapmark)[0] == FAILED  # it is there already


def test_only_what_is_wanted(received, gapmark):
    (received / "ids").write_text("1\n2\n", "utf-8")
    code, out, _ = new(gapmark, "--match", "# Battle #", "--ids", "ids", "--dry-run")
    assert (code, out.splitlines()[0]) == (DONE, "1: Battle of Ulm; The Battle of Ulm was won in 1805 near Ulm.")
    assert not (received / "there").exists()
    assert new(gapmark, "--match", "(")[0] == USAGE
    assert new(gapmark, "--match", "nothing has this")[0] == USAGE
    (received / "ids").write_text("1\n77\n", "utf-8")
    code, _, err = new(gapmark, "--ids", "ids")
    assert code == USAGE
    assert "77" in err


def test_rows_are_added(received, gapmark, monkeypatch):
    new(gapmark)
    table = received / "there" / "events.csv"
    table.write_bytes(table.read_bytes().replace(b"Battle of Ulm", b"Ulm"))
    before = table.read_bytes()
    (received / "more.txt").write_text("@@4 The Raid on Graz was short .\n", "utf-8")
    monkeypatch.chdir(received / "there")
    assert gapmark("collection", "add", "../more.txt", "--dry-run")[0] == DONE
    assert table.read_bytes() == before
    assert "1 event added" in gapmark("collection", "add", "../more.txt")[1]
    assert table.read_bytes().startswith(before)
    assert "0 events added" in gapmark("collection", "add", "../more.txt")[1]
    (received / "more.txt").write_text("@@5 Another file .\n", "utf-8")
    assert gapmark("collection", "add", "../more.txt")[0] == FAILED


def test_the_status(received, gapmark):
    new(gapmark)
    code, out, _ = gapmark("collection", "status", "--project", "there")
    assert code == DONE
    assert "1: Battle of Ulm; 1805, no place, title opening; 18 tokens, 0 gaps" in out
    assert re.search(r"^3 events, 1 with no date, 3 with no place", out, re.M)

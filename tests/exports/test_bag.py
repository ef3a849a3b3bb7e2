"""The bag: what it says of itself, the same each time. `bagit` itself: tests/test_validators.py."""

import zipfile

from gapmark.exports.bag import escaped


def test_the_bag_says_whose_it_is(bag):
    with zipfile.ZipFile(bag) as archive:
        info = archive.read("battle-of-safira/bag-info.txt").decode()
    assert (
        "External-Description: Battle of Safira. 2 gaps, about 20 words missing; text edited, 1 correction.\n" in info
    )
    assert "CC BY-SA 3.0" in info
    assert "Bagging-Date" not in info


def test_the_same_each_time_and_with_the_date_that_is_asked_for(project, gapmark, monkeypatch):
    made = []
    for _ in range(2):
        assert gapmark("bag", "bag.zip")[0] == 0
        made.append((project / "bag.zip").read_bytes())
    assert made[0] == made[1]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert gapmark("bag", "bag.zip")[0] == 0
    with zipfile.ZipFile("bag.zip") as archive:
        assert b"Bagging-Date: 2023-11-14\n" in archive.read("battle-of-ulm/bag-info.txt")


def test_a_bag_is_never_written_over_another_file(project, gapmark):
    (project / "notes.txt").write_text("mine", "utf-8")
    code, _, err = gapmark("bag", "notes.txt")
    assert code == 3
    assert "notes.txt: error O004" in err
    assert (project / "notes.txt").read_text("utf-8") == "mine"


def test_what_would_end_a_line_of_a_manifest():
    assert escaped("100%\n\r.md") == "100%25%0A%0D.md"

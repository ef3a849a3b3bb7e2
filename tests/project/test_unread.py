"""Files whose names are nearly those that are read."""

import pytest

from gapmark.project.folder import read_folder
from gapmark.project.unread import check_unread


def warnings(root, *names):
    for name in names:
        (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "content" / name).write_text("x")
    return {p.where.path.removeprefix("content/"): p.hint for p in check_unread(read_folder(root))}


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("places.yml", "places.yaml"),
        ("Places.yaml", "places.yaml"),
        ("place.yaml", "places.yaml"),
        ("facts.yaml.txt", "facts.yaml"),
        ("timeline.YAML", "timeline.yaml"),
        ("notes.markdown", "notes.md"),
        ("notes.md.txt", "notes.md"),
        ("Notes.MD", "notes.md"),
        ("own/My notes.md", "my-notes.md"),
        ("lists/places.yaml", "places.yaml"),
    ],
)
def test_a_file_that_nobody_reads_is_told_what_it_should_be_called(tmp_path, name, right):
    hints = warnings(tmp_path, name)
    assert list(hints) == [name]
    assert f'call it "content/{right}"' in hints[name]


def test_one_of_a_name_that_is_like_no_other_is_told_the_names(tmp_path):
    assert "timeline.yaml" in warnings(tmp_path, "xyzzy.yaml")["xyzzy.yaml"]
    assert "into that file" in warnings(tmp_path, "places.yaml", "places.yml")["places.yml"]


def test_a_list_of_fields_without_facts_is_idle(tmp_path):
    assert list(warnings(tmp_path, "fields.yaml")) == ["fields.yaml"]
    assert not warnings(tmp_path, "facts.yaml")


def test_other_files_are_the_editors_own(tmp_path):
    names = "battle.md", "site.yaml", "places.yaml", "facts.yaml", "language.yaml", "LICENSE.txt", "map.pdf", "~$x.md"
    more = "source/1.txt", "source/old.md", "figures/notes.md", "old/battle.md", ".obsidian/a.md", "battle.md.new"
    assert not warnings(tmp_path, *names, *more, "battle.md.old", ".hidden.yml")

"""What the desk can edit is what the lists say of their entries."""

import pytest

from gapmark.desk.kinds import find_items, find_kinds, raw_text, read_root
from gapmark.problems.errors import GapmarkError
from gapmark.project.folder import read_folder


def test_each_kind_has_the_fields_of_its_list(sample):
    kinds = find_kinds(read_folder(sample))
    assert [*kinds] == ["facts", "timeline", "places", "changes", "gaps", "allow"]
    assert [*kinds["places"].fields][:2] == ["name", "spellings"]
    assert "casualties" in kinds["facts"].keys
    assert kinds["allow"].path == "content/site.yaml"


def test_entries_are_found_again_by_their_lines(sample):
    folder = read_folder(sample)
    kind = find_kinds(folder)["facts"]
    text = raw_text(folder, kind.path)
    items = [*find_items(kind, text)]
    assert {item.key for item in items} >= {"date", "casualties"}
    assert len({item.sum for item in items}) == len(items)
    moved = [*find_items(kind, "# More.\n" + text)]
    assert [item.sum for item in moved] == [item.sum for item in items]


def test_a_file_is_read_as_it_is(project):
    path = project / "content" / "places.yaml"
    path.write_bytes("\ufeff- name: A\r\n".encode())
    assert raw_text(read_folder(project), "content/places.yaml") == "\ufeff- name: A\r\n"
    assert raw_text(read_folder(project), "content/gaps.yaml") == ""
    path.write_bytes(b"\xff")
    with pytest.raises(GapmarkError):
        raw_text(read_folder(project), "content/places.yaml")
    assert read_root("", "a.yaml").value is None

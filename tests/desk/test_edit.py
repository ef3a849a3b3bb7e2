"""One entry changes and nothing else reads different; where that can't be, nothing is done."""

import pytest

from gapmark.desk.edit import edit_entry
from gapmark.desk.kinds import find_items, find_kinds
from gapmark.problems.errors import GapmarkError
from gapmark.project.folder import read_folder


@pytest.fixture
def kinds(project):
    return find_kinds(read_folder(project))


def test_entries_come_change_and_go(kinds):
    text = edit_entry(kinds["places"], "", "", None, {"name": "A", "spellings": ("B", "C"), "quote": ""})
    assert text == "- name: A\n  spellings: [B, C]\n"
    (item,) = find_items(kinds["places"], text)
    text = edit_entry(kinds["places"], text, "", item, {"spellings": ("B",), "latitude": "36.5"})
    assert text == "- name: A\n  spellings: [B]\n  latitude: 36.5\n"
    (item,) = find_items(kinds["places"], text)
    assert edit_entry(kinds["places"], text, "", item, None) == ""


def test_a_gap_has_its_witness_in_a_group(kinds):
    values = {"gap": "1", "words": "of Ulm", "witness": {"title": "A", "address": "https://a.example/", "revision": ""}}
    text = edit_entry(kinds["gaps"], "", "", None, values)
    assert text == "- gap: 1\n  words: of Ulm\n  witness:\n    title: A\n    address: https://a.example/\n"


@pytest.mark.parametrize("text", ["[{name: A}]\n", "name: A\n", "- name: A\n- [\n"])
def test_a_file_of_another_form_is_refused(kinds, text):
    with pytest.raises(GapmarkError) as wrong:
        edit_entry(kinds["places"], text, "", None, {"name": "B"})
    assert wrong.value.problems[0].code == "X003"

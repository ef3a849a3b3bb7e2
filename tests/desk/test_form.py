"""Forms are made from the lists' own fields, and read by them."""

from gapmark.desk.form import choices_of, flat_fields, place_problems, read_values, typed_values
from gapmark.desk.kinds import find_items, find_kinds, read_root
from gapmark.problems.location import Location, Problem
from gapmark.project.folder import read_folder

GAP = """\
- gap: 1
  words: >
    two
    lines
  witness:
    title: A
"""


def test_each_field_has_its_part(project):
    kinds = find_kinds(read_folder(project))
    witness = [f"witness.{key}" for key in ("title", "address", "revision", "date")]
    assert [*dict(flat_fields(kinds["gaps"].fields))] == ["gap", "words", *witness, "editor", "date"]
    fields = kinds["timeline"].fields
    assert choices_of(fields["confirmed"]) == ("true", "false", "rejected")
    assert choices_of(fields["certainty"]) == ("stated", "inferred", "relative")
    assert choices_of(fields["label"]) == ()


def test_what_was_typed_is_read_as_values(project):
    kinds = find_kinds(read_folder(project))
    sent = {"name": " A \r\n B ", "spellings": "C\r\n\r\n D  E ", "certainty": "exact", "latitude": ""}
    assert read_values(kinds["places"].fields, sent) == {
        "name": "A B",
        "spellings": ("C", "D E"),
        "certainty": "",
        "latitude": "",
    }
    sent = {"witness.title": "A", "witness.date": ""}
    assert read_values(kinds["gaps"].fields, sent) == {"witness": {"title": "A", "date": ""}}
    assert read_values(kinds["timeline"].fields, {"confirmed": "rejected"}) == {"confirmed": "rejected"}


def test_problems_go_to_the_parts_whose_lines_they_name(project):
    kind = find_kinds(read_folder(project))["gaps"]
    (item,) = find_items(kind, GAP)
    assert typed_values(item.entry) == {"gap": "1", "words": "two lines\n", "witness.title": "A"}
    lines = {1: "gap", 3: "words", 6: "witness.title", 9: ""}
    for line, name in lines.items():
        problem = Problem("G013", "error", "wrong", Location(kind.path, line))
        assert place_problems([problem], kind.path, item.entry) == {name: (problem,)}
    elsewhere = Problem("G013", "error", "wrong", Location("content/other.yaml", 1))
    assert place_problems([elsewhere], kind.path, item.entry) == {"": (elsewhere,)}
    assert place_problems([elsewhere], kind.path, None) == {"": (elsewhere,)}
    assert read_root(GAP, "a.yaml").value

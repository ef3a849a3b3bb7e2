"""The values of a YAML file, each with its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.problems.location import line_starts
from gapmark.project.files import as_text
from gapmark.yamltext.entries import read_entries


def read(text):
    root, problems, broken = read_entries(text, "x.yaml", "C001")
    return root, [(problem.where.line, problem.where.column, problem.message) for problem in problems], broken


def test_every_value_knows_where_it_stands():
    root, problems, broken = read("a: x\nb:\n  - 1\n  - c: y\n")
    assert (problems, broken) == ([], False)
    assert [str(entry.where) for entry in root.value.values()] == ["x.yaml:1:1", "x.yaml:2:1"]
    one, two = root.value["b"].value
    assert (one.value, str(one.where)) == ("1", "x.yaml:3:5")
    assert (two.value["c"].value, str(two.value["c"].where)) == ("y", "x.yaml:4:5")


@pytest.mark.parametrize(
    ("text", "value"), [("~", None), ("null", None), ("'null'", "null"), ("''", ""), ("no", "no"), ("0x1F", "0x1F")]
)
def test_a_value_is_the_words_that_were_typed(text, value):
    assert read(f"a: {text}")[0].value["a"].value == value


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3", (3, 1, '"a" is set twice; the first is on line 1')),
        ("? [a]\n: b", (1, 3, "a key that is not a word")),
        ("a: !new x", (1, 4, "!new is a tag")),
        ('a: "\\x1b"', (1, 4, "the character U+001B, which no page can hold")),
        ('"\\0": b', (1, 1, "the character U+0000, which no page can hold")),
    ],
)
def test_what_no_file_of_ours_may_hold_is_left_out_and_named(text, problem):
    root, problems, broken = read(text)
    assert (problems, broken) == ([problem], False)
    assert {key: entry.value for key, entry in root.value.items()} in ({"a": "1", "b": "2"}, {"a": None}, {})


def test_a_text_that_is_no_yaml_is_an_empty_entry():
    root, ((line, _, message),), broken = read("a: [")
    assert (root.value, broken, line) == (None, True, 1)
    assert message.startswith("can't be read as YAML")


def cut(text, entry):
    """The part of a text from where an entry begins to where it ends."""
    starts = line_starts(text)
    begin, end = (starts[place.line - 1] + place.column - 1 for place in (entry.begin, entry.end))
    return text[begin:end]


def cuts(text):
    """Each entry of the list in a text, or of the list under its one key."""
    value = read(text)[0].value
    items = value if isinstance(value, tuple) else next(iter(value.values())).value
    return [cut(text, item) for item in items]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("- a\n- b: c\n  d: e\n", ["- a", "- b: c\n  d: e"]),
        ("- a: b  # a remark - here\n\n# - of the next\n- c\n# the end\n", ["- a: b", "- c"]),
        ("- a: >-\n    one\n    two\n\n# next\n- c: |+\n    d\n\n\n", ["- a: >-\n    one\n    two", "- c: |+\n    d"]),
        ("- a: one\n   two # x\n- 'c\n\n  d'  \n", ["- a: one\n   two", "- 'c\n\n  d'"]),
        (
            "-\n# - remark\n  # other\n  a: b\n- \n-\n- ~ #\n- c:\n",
            ["-\n# - remark\n  # other\n  a: b", "-", "-", "- ~", "- c:"],
        ),
        ("k:\n- a: [x,\n   y] # - z\n- {b: c}\n", ["- a: [x,\n   y]", "- {b: c}"]),
        ("k:\n  - - a\n    - b # c\n  - d\n", ["- - a\n    - b", "- d"]),
        ("k: [a, {b: c} , d]\n", ["a", "{b: c}", "d"]),
        ('- é: «ü»\n- "\\u00e9" # ü\n- ω', ["- é: «ü»", '- "\\u00e9"', "- ω"]),
        ("# a\u2028- b # - c\n- d\n", ["- b", "- d"]),
    ],
)
def test_an_entry_of_a_list_knows_where_it_begins_and_ends(text, entries):
    assert cuts(text) == entries


def test_places_are_those_in_the_file_whatever_its_line_ends():
    text = "# one\n- a: >\n    b\n\n  c: d\n# two\n- e\n"
    files = (("\ufeff" + text).encode(), text.replace("\n", "\r\n").encode(), text.replace("\n", "\r").encode())
    assert {cuts(as_text(data, "x.yaml"))[0] for data in files} == {"- a: >\n    b\n\n  c: d"}
    first, second = read(as_text(files[1], "x.yaml"))[0].value
    assert [str(place)[7:] for place in (first.begin, first.end, second.begin, second.end)] == [
        "2:1",
        "5:7",
        "7:1",
        "7:4",
    ]


def test_a_value_with_a_key_begins_with_the_key():
    text = "- a: b\n  c:  >\n    d\n  # e\n  f: {g: h}\n"
    (item,) = read(text)[0].value
    assert [cut(text, part) for part in item.value.values()] == ["a: b", "c:  >\n    d", "f: {g: h}"]


REMARKS = st.sampled_from(("", "# - x: y", " # z", " ", "\n#-\n"))
ITEMS = (
    "a",
    "'b - c'",
    "{d: e}",
    "[f,\n    g]",
    "h: i\n  j: |\n    k\n\n    - l",
    "m:\n  - n\n  - o",
    "",
    "p:",
    ">-\n  q",
    "~",
)


@given(st.lists(st.tuples(st.sampled_from(ITEMS), REMARKS), min_size=1, max_size=6), st.booleans())
@settings(max_examples=200, deadline=None)
def test_entries_are_cut_where_they_were_put_together(parts, under):
    """Whatever stands between them, and wherever the list is."""
    written = [f"- {item}".rstrip() for item, _ in parts]
    text = "k: # -\n" * under + "".join(f"{own}\n{remark}\n" for own, (_, remark) in zip(written, parts, strict=True))
    assert cuts(text) == written


@pytest.mark.parametrize("value", ["GeoNames #172503, CC BY 4.0", "#172503", "'x' #y"])
def test_what_a_remark_takes_from_a_value_is_a_warning_that_can_be_obeyed(value):
    text = f"a: {value}\nb: y\n"
    (problem,) = read_entries(text, "x.yaml", "X005")[1]
    assert (problem.code, problem.level, problem.where.line) == ("X005", "warning", 1)
    mended = problem.hint.partition(": ")[2].partition(" ; ")[0]
    root, problems, broken = read_entries(f"{mended}\nb: y\n", "x.yaml", "X005")
    assert not problems
    assert not broken
    assert root.value["a"].value.replace("'", "") == value.replace("'", "")


@pytest.mark.parametrize(
    "text", ["a: x # why\n", "a: x#y\n", "a: 'x #y'\n", "#a: x\nb: y\n", "a: |\n  x #y\n", "a:\n  #b: x\n"]
)
def test_a_remark_is_one(text):
    assert read_entries(text, "x.yaml", "X005")[1] == ()

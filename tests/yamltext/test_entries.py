"""The values of a YAML file, each with its place."""

import pytest

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

"""YAML that knows its lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.problems.location import UNPRINTABLE
from gapmark.problems.nearest import did_you_mean
from gapmark.yamltext.fields import Field, group
from gapmark.yamltext.values import Yaml
from gapmark.yamltext.writing import quoted

ANY = Field("map", fields={"a": Field("text"), "b": Field("flag", False), "n": Field("number"), "l": Field("list")})


def read(text, field=ANY):
    yaml = Yaml(text, "x.yaml", "C001")
    values = yaml.read(field)
    return values, [f"{problem.where}: {problem.message}" for problem in yaml.problems]


@pytest.mark.parametrize("word", ["no", "1:30", "2013-02-06", "0x1F", "1e3", "=", "<<", "yes", "012", "1_000", ".inf"])
def test_a_text_stays_the_words_that_were_typed(word):
    assert read(f"a: {word}")[0]["a"] == word


@pytest.mark.parametrize("word", ["", "~", "null", "  # a remark"])
def test_nothing_is_the_default(word):
    assert read(f"a: {word}\nb: {word}\nl: {word}") == ({"a": "", "b": False, "n": None, "l": ()}, [])


def test_quoted_nothing_is_words():
    assert read("a: 'null'")[0]["a"] == "null"


@pytest.mark.parametrize(("word", "value"), [("true", True), ("Yes", True), ("off", False), ("NO", False)])
def test_flags(word, value):
    assert read(f"b: {word}")[0]["b"] is value


@pytest.mark.parametrize(("word", "value"), [("1", 1), ("-2.5", -2.5), ("3.0", 3), ("1e2", 100)])
def test_numbers(word, value):
    assert read(f"n: {word}")[0]["n"] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b: perhaps", 'x.yaml:1:1: b is "perhaps", not true or false'),
        ("n: many", 'x.yaml:1:1: n is "many", not a number'),
        ("n: 1e999", 'x.yaml:1:1: n is "1e999", not a number'),
        ("n: nan", 'x.yaml:1:1: n is "nan", not a number'),
        ("\n\na: [x]", "x.yaml:3:1: a is a list, not text"),
        ("a:\n  x: 1", "x.yaml:1:1: a is a group of keys, not text"),
        ("l: x", 'x.yaml:1:1: l is "x", not a list'),
        ("- a", "x.yaml:1:1: the file is a list, not a group of keys"),
        ("words", 'x.yaml:1:1: the file is "words", not a group of keys'),
        ("a: 1\na: 2", 'x.yaml:2:1: "a" is set twice; the first is on line 1'),
        ("c: 1", 'x.yaml:1:1: unknown setting "c"'),
        ("? [a]\n: b", "x.yaml:1:3: a key that is not a word"),
        ("l: [&x y, *x]", "x.yaml:1:11: can't be read as YAML: a value that refers to another (*)"),
        ('a: b\nl: ["\\x1b[2J"]', "x.yaml:2:5: the character U+001B, which no page can hold"),
        ('"\\0": b', "x.yaml:1:1: the character U+0000, which no page can hold"),
        ("a: b\nl: x\x1b", "x.yaml:2:5: can't be read as YAML: the character U+001B, which no page can hold"),
        (
            'a: "b\nl: x\n',
            "x.yaml:1:4: can't be read as YAML: the quotation mark that is opened here is not closed on its line",
        ),
        (
            'a: "b\nl: x\nn: "1"\n',
            "x.yaml:1:4: can't be read as YAML: the quotation mark that is opened here is not closed on its line",
        ),
        ("a:\n" + "[" * 10_000, "x.yaml:2:22: can't be read as YAML: nested too deep"),
        ("- " * 10_000, "x.yaml:1:43: can't be read as YAML: nested too deep"),
        ("".join(f"{' ' * n}a:\n" for n in range(500)), "x.yaml:21:21: can't be read as YAML: nested too deep"),
        (
            "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(99)),
            "x.yaml:2:10: can't be read as YAML: a value that refers to another (*)",
        ),
        ("a: !new x", "x.yaml:1:4: !new is a tag"),
        ('a: "\\ud800"', "x.yaml:1:4: the character U+D800, which no page can hold"),
    ],
)
def test_a_mistake_has_its_place(text, expected):
    assert read(text)[1] == [expected]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: b: c", "quotation marks"),
        ("a: @x", "quotation marks"),
        ("\ta: x", "use spaces, not tabs"),
        ("a: *x", "quotation marks"),
        ("a: 'x", "close it where the value ends"),
        ("a: [x", "close the bracket"),
        ("a: x\nb", "belongs to the value above"),
        ("a: 1\n b: 2", "one column"),
        ("---\na: 1\n---\na: 2", "gapmark docs"),
        ("a: \x00", "leave it out"),
        ('a: "\\UFFFFFFFF"', "no character"),
        ("[" * 600, "brackets"),
        ("a: " + "{a: " * 300 + "}" * 300, ""),
    ],
)
def test_what_cannot_be_read_is_one_problem_with_a_hint(text, hint):
    yaml = Yaml(text, "x.yaml", "C001")
    yaml.read(Field("map", fields={"a": Field("text", required=True), "z": Field("text", required=True)}))
    assert [problem.code for problem in yaml.problems[:1]] == ["C001"]
    assert hint in yaml.problems[0].hint
    assert len(yaml.problems) == 1 or not yaml.broken


def test_required_and_choices():
    field = Field("map", fields={"a": Field("text", required=True), "c": Field("text", "x", choices=("x", "y"))})
    assert read("c: z", field) == (
        {"a": "", "c": "x"},
        ['x.yaml:1:1: the file has no "a"', 'x.yaml:1:1: c is "z", not one of x, y'],
    )
    assert read("a:", field)[1] == ["x.yaml:1:1: a is empty"]


@pytest.mark.parametrize(("choices", "hint"), [("x", "c: x"), ("xy", "c: x or y"), ("xyz", "c: x, y or z")])
def test_choices_are_read_as_a_sentence(choices, hint):
    yaml = Yaml("c: w", "x.yaml", "X007")
    yaml.read(Field("map", fields={"c": Field("text", choices=tuple(choices))}))
    assert yaml.problems[0].hint == f"write {hint}"


def test_groups_know_their_places():
    field = Field("map", fields={"g": Field("map", fields={"a": Field("text")})})
    values, _ = read("g:\n  a: x", field)
    assert str(values["g"].locate("a")) == "x.yaml:2:3"
    assert str(values["g"].locate("b")) == "x.yaml:1:1"
    assert read("", field)[0] == {"g": {"a": ""}}


def test_a_group_of_any_keys():
    assert read("x: 1\ny: 2", Field("map", item=Field("number")))[0] == {"x": 1, "y": 2}


def test_did_you_mean():
    assert did_you_mean("tilte", ("title", "order")) == 'did you mean "title"?'
    assert did_you_mean("colour", ("title", "order")) == "known here: title, order"


@given(st.text())
@settings(max_examples=15, deadline=None)
def test_any_text_is_read_or_is_a_problem(text):
    yaml = Yaml(text, "x.yaml", "C001")
    yaml.read(ANY)
    assert yaml.problems or isinstance(yaml.root.value, dict | None)


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: not UNPRINTABLE.search(text)))
@settings(max_examples=15, deadline=None)
def test_what_import_quotes_is_read_back(text):
    values, problems = read(f"a: {quoted(text)}")
    assert (values["a"], problems) == (text, [])


@pytest.mark.parametrize(
    ("word", "hint"),
    [("batle", 'did you mean "battle"?'), ("Batttle", 'did you mean "battle"?'), ("x", "write a: own or battle")],
)
def test_a_choice_that_is_misspelt_has_its_nearest_one_named(word, hint):
    yaml = Yaml(f"a: {word}", "x.yaml", "C001")
    yaml.read(Field("map", fields={"a": Field("text", choices=("own", "battle"))}))
    assert [problem.hint for problem in yaml.problems] == [hint]


def test_a_group_that_moved_is_another():
    """`serve` would go on showing the lines of before."""
    field = Field("list", item=ANY)
    here, there, same = (Yaml(text, "x.yaml", "C001").read(field)[0] for text in ("- a: b", "# c\n- a: b", "- a: b"))
    assert here == same
    assert here != there
    assert here == dict(there)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("x: \u221234.6", -34.6),
        ("x: \uff15\uff11.1", 51.1),
        ("x: \u201c51.1\u201d", 51.1),
        ("x: 51.1\u00a0", 51.1),
        ("x: \u201351\u200b", -51),
    ],
)
def test_a_number_is_taken_in_signs_that_look_alike(text, value):
    yaml = Yaml(text, "x.yaml", "X005")
    assert yaml.read(group(x=Field("number")))["x"] == value
    assert not yaml.problems


def test_a_choice_is_taken_in_other_quotation_marks():
    yaml = Yaml("x: \u201cown\u201d\n", "x.yaml", "P001")
    assert yaml.read(group(x=Field("text", choices=("own", "other"))))["x"] == "own"

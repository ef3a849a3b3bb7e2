"""What is wrong with a file that is no YAML is said in an editor's words, at the line that caused it."""

import pytest

from gapmark.yamltext.values import Yaml


def told(text):
    (problem,) = Yaml(text, "f.yaml", "X004").problems
    message = problem.message.removeprefix("can't be read as YAML: ")
    return f"{problem.where.line}:{problem.where.column} {message} | {problem.hint}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- label The battle\n  date: 1805\n", '1:3 this line has no colon after "label" | write label: The battle'),
        ("- label: X\n  date 2013\n  words: y\n", '2:3 this line has no colon after "date" | write date: 2013'),
        ("- label: X\n\n  date 2013 # why\n", '3:3 this line has no colon after "date" | write date: 2013'),
        ("a: x\nb y\n# a note\n\nc: z\n", '2:1 this line has no colon after "b" | write b: y'),
        ("- label: X\n- label Y\n  date: 2014\n", '2:3 this line has no colon after "label" | write label: Y'),
        (
            "strength:\n  - value: 3\nlosses\n  - value: 4\n",
            '3:1 this line has no colon after "losses" | write losses:',
        ),
        ("title The battle\ndescription:\n", '1:1 this line has no colon after "title" | write title: The battle'),
        ("a:1\nb: 2\n", "1:1 this line has no space after its colon | write a: 1"),
    ],
)
def test_a_lost_colon_is_called_one(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        ("label: He said: no\n", "1:15", "quotation marks"),
        ("words of text\nlabel: He said: no\n", "2:", "quotation marks"),
        ("label: @x\n", "1:8", "@ begins a value | put the value in quotation marks"),
        ('label: "x\n', "1:8", "close it"),
        ("allow: - {code: X021}\n", "1:8", 'begin the entry, with its "- ", on a line of its own'),
        ("a: [1, 2\nb: 3\n", "2:2", "bracket"),
        ("a: *x\n", "1:4", "begins with *"),
        ("a: b\n c: d\n", "2:3", "quotation marks"),
    ],
)
def test_other_mistakes_have_their_next_step(text, place, hint):
    assert told(text).startswith(place)
    assert hint in told(text)

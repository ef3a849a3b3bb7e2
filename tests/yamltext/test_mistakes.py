"""What is wrong with a file that is no YAML is said in an editor's words, at the line that caused it."""

import re

import pytest

from gapmark.project.lists import CLAIMS, FILES, TIMELINE
from gapmark.project.pages import FRONT_MATTER
from gapmark.project.settings import SETTINGS
from gapmark.yamltext.mistakes import KEYS
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
        ("a: x\nrole y\n# a note\n\nc: z\n", '2:1 this line has no colon after "role" | write role: y'),
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
        ("label: He said: no\n", "1:8", 'quotation marks: label: "He said: no"'),
        ("words of text\nlabel: He said: no\n", "2:", "quotation marks"),
        ("label: @x\n", "1:8", "@ begins a value | put the value in quotation marks"),
        ('label: "x\n', "1:8", "close it"),
        ("allow: - {code: X021}\n", "1:8", 'begin the entry, with its "- ", on a line of its own'),
        ("a: [1, 2\nb: 3\n", "2:2", "bracket"),
        ("a: *x\n", "1:4", "begins with *"),
        ("a: b\n c: d\n", "2:2", "one column: 0 spaces, then c: d"),
    ],
)
def test_other_mistakes_have_their_next_step(text, place, hint):
    assert told(text).startswith(place)
    assert hint in told(text)


def obey(text, hint, line):
    """The text after somebody did what a hint says, and nothing else."""
    lines = text.split("\n")
    if "on one line" in hint:  # the two lines become one
        del lines[line]
    old, spaces = lines[line - 1], re.search(r"(?:begin it with|column:) (\d+) spaces", hint)
    written = re.search(r"^(?:write(?: it on one line:)?|[^:]*the value[^:]*:) (.*)", hint)
    if spaces:
        lines[line - 1] = " " * int(spaces[1]) + old.strip()
    elif hint == "use spaces, not tabs":
        lines[line - 1] = old.replace("\t", "  ")
    else:
        assert written, hint
        dash = "- " if old.lstrip().startswith(("- ", "-\u00a0")) and not written[1].startswith("- ") else ""
        lines[line - 1] = re.match(r"[ \u00a0]*", old)[0].replace("\u00a0", " ") + dash + written[1]
    return "\n".join(lines)


HEAD = "- label: came\n  date: 1571-05-06\n"


@pytest.mark.parametrize(
    ("key", "lines", "value"),
    [
        ("note", "  note: \u2018noon\u2019: it rang", "\u2018noon\u2019: it rang"),
        ("note", "  note: [sic] in the source", "[sic] in the source"),
        ("note", "  note: {sic} in the source", "{sic} in the source"),
        ("note", "  note: 'The town's walls'", "The town's walls"),
        ("note", "  note: 'The town's walls' # a remark", "The town's walls"),
        ("note", '  note: "The "Ark" sank"', 'The "Ark" sank'),
        ("note", '  note: "The Ark" sank', '"The Ark" sank'),
        ("note", '  note: p. 12: "the dead"', 'p. 12: "the dead"'),
        ("note", """  note: p. 12: "the town's dead\"""", """p. 12: "the town's dead\""""),
        ("note", "  note: The walls: and a gate", "The walls: and a gate"),
        ("note", "  note: @ noon", "@ noon"),
        ("note", "  note: `noon`", "`noon`"),
        ("note", "  note: *noon*", "*noon*"),
        ("note", "  note: %noon", "%noon"),
        ("note", '  note: "noon', "noon"),
        ("note", "  note: 'noon", "noon"),
        ("note", '  note: "noon\n  words: "x"', "noon"),
        ("note", "  note noon", "noon"),
        ("note", "  note:noon", "noon"),
        ("note", "   note: noon", "noon"),
        ("note", " note: noon", "noon"),
        ("note", "\tnote: noon", "noon"),
        ("note", "  note:\u00a0noon\n  words: x", "noon"),
        ("note", "\u00a0\u00a0note: noon\n  words: x", "noon"),
        ("note", "  note\uff1anoon\n  words: x", "noon"),
        ("note", "  note: \u201cnoon: it rang\u201d", "noon: it rang"),
        ("quote", "  quote: On 6 May 1571 , the ships\ncame", "On 6 May 1571 , the ships came"),
        ("quote", "  quote: On 6 May 1571 , the ships\n  came", "On 6 May 1571 , the ships came"),
        ("quote", '  quote: "On 6 May , the ships\n  came"', "On 6 May , the ships came"),
        ("note", "  note: 'The ship's bell\n    and the town's'", "The ship's bell and the town's"),
        ("note", '  note: "noon"\n    "and later"', "noon and later"),
    ],
)
def test_whoever_obeys_each_hint_ends_with_what_was_meant(key, lines, value):
    text = HEAD + lines + "\n- label: went\n  date: 1572\n"
    for _ in range(4):
        yaml = Yaml(text, "content/timeline.yaml", "X004")
        if not yaml.broken:
            break
        (problem,) = yaml.problems
        text = obey(text, problem.hint, problem.where.line)
    entries = yaml.read(TIMELINE)
    assert not yaml.problems
    assert [entry["label"] for entry in entries] == ["came", "went"]
    assert entries[0][key] == value


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("for class 10b #history", "for class 10b #history"),
        ("p. 12: the dead", "p. 12: the dead"),
        ("[sic] in the source", "[sic] in the source"),
        ("The town's walls", "The town's walls"),
    ],
)
def test_a_hint_for_braces_can_be_obeyed(value, meant):
    text = f"title: x\nallow:\n  - {{code: S101, reason: {value}}}\n"
    yaml = Yaml(text, "content/site.yaml", "C001")
    if yaml.broken:
        text = obey(text, yaml.problems[0].hint, 3)
    values = Yaml(text, "content/site.yaml", "C001").root.value
    assert values["allow"].value[0].value["reason"].value == meant


@pytest.mark.parametrize("text", ["-label: came\n  date: 1571\n", "- label: came\n  date: 1571\n-label: went\n"])
def test_a_lost_space_after_a_hyphen_is_put_back(text):
    (problem,) = Yaml(text, "f.yaml", "X004").problems
    assert problem.hint == f"write {'- label: went' if 'went' in text else '- label: came'}"
    yaml = Yaml(obey(text, problem.hint, problem.where.line), "f.yaml", "X004")
    assert yaml.read(TIMELINE)[0]["date"] == "1571"
    assert not yaml.problems


def test_what_is_known_as_a_key_is_one():
    def keys(field):
        below = keys(field.item) if field.item else set()
        return below.union(field.fields or (), *map(keys, (field.fields or {}).values()))

    fields = (SETTINGS, FRONT_MATTER, *(field for field, _ in FILES.values()), CLAIMS)
    assert set().union(*map(keys, fields)) >= KEYS


@pytest.mark.parametrize("note", ["[sic]", "[sic, twice]", "{sic}"])
def test_words_in_brackets_that_are_no_list_can_be_put_in_marks(note):
    text = f"- label: came\n  note: {note}\n  date: 1571\n"
    yaml = Yaml(text, "content/timeline.yaml", "X004")
    yaml.read(TIMELINE)
    (problem,) = yaml.problems
    yaml = Yaml(obey(text, problem.hint, 2), "content/timeline.yaml", "X004")
    assert yaml.read(TIMELINE)[0]["note"] == note
    assert not yaml.problems

"""One entry of a list is added, changed or removed, and no line of another one is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapmark.desk.list_text import NotAListError, add_entry, change_entry, plain_value, remove_entry
from gapmark.project.files import as_text
from gapmark.yamltext.entries import read_entries

LIST = """\
# Head.

- label: "One"   # the first
  date: 2013-02
  # a note for the next key
  quote: 'it''s'

# Before two.
- label: Two
  reasoning: >
    long
    words
  witness:
    title: A
    address: https://example.org/

# The end.
"""
KEYS = ("label", "date", "year", "quote", "note")


def read(text):
    entry, problems, broken = read_entries(as_text(text.encode(), "a.yaml"), "a.yaml", "X004")
    assert not problems
    assert not broken
    return entry


def items(text):
    return read(text).value or ()


def words(text):
    return [plain_value(item) for item in items(text)]


CHANGES = {
    "a value, in its quotation marks": (0, {"label": "Uno"}, [('"One"', '"Uno"')]),
    "in single ones": (0, {"quote": "isn't"}, [("'it''s'", "'isn''t'")]),
    "bare": (0, {"date": "2013-02-06"}, [("2013-02\n", "2013-02-06\n")]),
    "a key is added at its place": (
        0,
        {"label": "One", "date": "2013-02", "year": "2013"},
        [("  date: 2013-02\n", "  date: 2013-02\n  year: 2013\n")],
    ),
    "a key is removed": (0, {"date": ""}, [("  date: 2013-02\n", "")]),
    "a key beside the hyphen is removed": (1, {"label": ""}, [("- label: Two\n  reasoning", "- reasoning")]),
    "a folded text": (1, {"reasoning": "short"}, [(">\n    long\n    words", "short")]),
    "a key of a group": (1, {"witness": {"title": "B", "revision": "7"}}, [("A\n", "B\n    revision: 7\n")]),
    "nothing": (0, {"label": "One", "date": "2013-02", "quote": "it's"}, []),
}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "BOM"])
@pytest.mark.parametrize("name", CHANGES)
def test_a_change_touches_only_its_words(name, mark, end):
    number, values, replacements = CHANGES[name]
    text, wanted = LIST, LIST
    for old, new in replacements:
        assert old in wanted
        wanted = wanted.replace(old, new, 1)
    text, wanted = ((mark + part).replace("\n", end) for part in (text, wanted))
    assert change_entry(text, items(text)[number], values) == wanted


def test_an_entry_in_braces_is_refused():
    text = "- {name: a, label: b}  # c\n- {name: d}\n"
    with pytest.raises(NotAListError):
        change_entry(text, items(text)[0], {"label": "x, y"})


def test_an_entry_is_added_after_the_last_one_as_they_are_set_apart():
    more = add_entry(LIST, read(LIST), "", {"label": "Three", "date": ""})
    assert more == LIST.replace("example.org/\n", "example.org/\n\n- label: Three\n")
    assert add_entry("- a: 1\n- a: 2", read("- a: 1\n- a: 2"), "", {"a": "3"}) == "- a: 1\n- a: 2\n- a: 3"


@pytest.mark.parametrize(
    ("text", "key", "wanted"),
    [
        ("", "", "- a: x\n"),
        ("\ufeff# Head.\r\n", "", "\ufeff# Head.\r\n\r\n- a: x\r\n"),
        ("# Head.\n[]  # none\n", "", "# Head.\n# none\n\n- a: x\n"),
        ("b:\n  - a: y\n", "b", "b:\n  - a: y\n  - a: x\n"),
        ("b:  # none\nc: 1\n", "b", "b:\n  - a: x  # none\nc: 1\n"),
        ("c: 1", "b", "c: 1\n\nb:\n  - a: x\n"),
    ],
)
def test_an_entry_comes_to_a_list_that_has_none_or_stands_under_a_key(text, key, wanted):
    assert add_entry(text, read(text), key, {"a": "x"}) == wanted


def test_an_entry_is_removed_with_its_lines_and_no_comment():
    assert remove_entry(LIST, read(LIST), "", 1).endswith("# Before two.\n\n# The end.\n")
    assert remove_entry("b:\n  - a: y\nc: 1\n", read("b:\n  - a: y\nc: 1\n"), "b", 0) == "c: 1\n"


@pytest.mark.parametrize("text", ["[{a: 1}, {a: 2}]\n", "b: [{a: 1}]\n"])
def test_entries_that_share_a_line_are_refused(text):
    with pytest.raises(NotAListError):
        add_entry(text, read(text), "b" if text.startswith("b") else "", {"a": "3"})


VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]) | st.sampled_from("\"':#-[]{}, \\"), max_size=30
)
VALUES = VALUES.map(lambda text: " ".join(text.split())).filter(lambda text: text.lower() not in ("~", "null"))
ENTRIES = st.fixed_dictionaries({"label": VALUES.filter(bool)}, optional=dict.fromkeys(KEYS[1:], VALUES))


@given(
    st.lists(ENTRIES, min_size=1, max_size=4),
    st.data(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
)
def test_the_other_entries_and_their_lines_stay_whatever_is_typed(entries, data, end, mark):
    text = mark + f"# Head.{end}"
    wanted = []
    for values in entries:
        text = add_entry(text, read(text), "", values)
        wanted.append({key: value for key, value in values.items() if value})
        assert words(text) == wanted
    number = data.draw(st.integers(0, len(entries) - 1))
    given = data.draw(ENTRIES)
    values = {key: given.get(key, "") for key in KEYS}
    changed = change_entry(text, items(text)[number], values)
    wanted[number] = {key: value for key, value in values.items() if value}
    assert words(changed) == wanted
    assert changed.startswith(mark + f"# Head.{end}")
    assert changed.count("\r") == (changed.count("\n") if end == "\r\n" else 0)
    begin, stop = items(text)[number].begin.line - 1, items(text)[number].end.line
    lines, after = text.splitlines(keepends=True), changed.splitlines(keepends=True)
    assert after[:begin] == lines[:begin]
    assert after[len(after) - len(lines) + stop :] == lines[stop:]
    shorter = remove_entry(changed, read(changed), "", number)
    assert words(shorter) == wanted[:number] + wanted[number + 1 :]

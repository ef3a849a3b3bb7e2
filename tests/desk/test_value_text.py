"""Values as YAML: in the form that stood there, else in the plainest one that reads the same."""

import pytest

from gapmark.desk.value_text import entry_text, scalar_text, value_text


@pytest.mark.parametrize(
    ("text", "old", "written"),
    [
        ("Aleppo", "", "Aleppo"),
        ("Aleppo", '"Safira"', '"Aleppo"'),
        ("isn't", "'is'", "'isn''t'"),
        ("a: b", "", '"a: b"'),
        ("no", "", '"no"'),
        ("2013-02-06", "", "2013-02-06"),
        ("XXXX-03 early", "", "XXXX-03 early"),
        ("-34.6", "", "-34.6"),
        ("12:30", "", '"12:30"'),
        ("- a", "", '"- a"'),
    ],
)
def test_words(text, old, written):
    assert scalar_text(text, old) == written


def test_lists_and_groups():
    assert value_text("spellings", ("A", "B, C"), "") == 'spellings: [A, "B, C"]'
    assert value_text("witness", {"title": "A", "date": ""}, "  ") == "witness:\n    title: A"
    assert entry_text({"a": "1", "b": "", "c": {"d": "x"}}, "  ") == "  - a: 1\n    c:\n      d: x"

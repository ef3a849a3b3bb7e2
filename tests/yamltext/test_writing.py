"""What is written as YAML is read back as it was."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gapmark.yamltext.writing import entry, quoted, scalar


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Battle of Ulm", "Battle of Ulm"),
        ("", ""),
        ("no", '"no"'),
        ("Null", '"Null"'),
        ("1805", '"1805"'),
        ("a: b", '"a: b"'),
        ('say "x"', 'say "x"'),
        ('"x"', '"\\"x\\""'),
        ("Kraków", '"Kraków"'),
        ("\U0001d400\u2028", '"\U0001d400\\U00002028"'),
        ("a ", '"a "'),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2"),
        ("CC BY-SA 3.0", "CC BY-SA 3.0"),
        ("a #b", '"a #b"'),
    ],
)
def test_scalar(text, written):
    assert scalar(text) == written


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_value_is_read_back(text):
    assert yaml.safe_load(f"- a: {scalar(text)}") == [{"a": text}]
    assert yaml.safe_load(entry({"a": quoted(text), "b": ""})) == [{"a": text, "b": None}]

"""YAML text to nodes: by the fast parser where it reads as the other does, by the careful one where not."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.yamltext.entries import read_entries
from gapmark.yamltext.parsing import DEEPEST, YamlError, compose

PARTS = (
    *("a: ", "b", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", ": ", ":\n", "'", '"', "#", " #", "|", "> ", "?", "? "),
    *("!", "!!str ", "&x ", "*x", "---\n", "...", "%YAML 1.1\n", "\t", "\ufeff", "\x85", "\u2028", "\xa0", "\x00", "é"),
    *("~", "=", "<<: ", "\\", "\\x41", "\ud800", "@", "`", "|2", ">-#", "0x1F"),
)


@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_both_parsers_read_alike(text):
    """libyaml is fast and may be missing: what an editor reads must not depend on it."""
    found = read_entries(text, "x.yaml", "C001")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        assert read_entries(text, "x.yaml", "C001") == found


def place_of(text):
    with pytest.raises(YamlError) as caught:
        compose(text)
    return caught.value.line, caught.value.column, str(caught.value), caught.value.hint


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: b\n- c", (2, 1), "can't be read as YAML: "),
        ("a: x\ny: \x01", (2, 4), "the character U+0001, which no page can hold"),
        ("a: &x [*x]", (1, 8), "a value that refers to another"),
        ("[" * (DEEPEST + 2), (1, DEEPEST + 2), "nested too deep"),
    ],
)
def test_what_is_no_yaml_has_its_place_and_a_hint(text, place, words):
    line, column, message, hint = place_of(text)
    assert (line, column) == place
    assert words in message
    assert hint


def test_nothing_is_nothing():
    assert compose("") is compose("# a remark\n") is None
    assert compose("[" * DEEPEST + "]" * DEEPEST) is not None

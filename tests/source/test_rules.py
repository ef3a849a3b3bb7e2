"""The rules of cleaning: each has an example, and none decides anything without its signs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.source.clean import clean_line
from gapmark.source.rules import BOTH, CLOSE, FUSED, OPEN, RULES


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_the_example_of_a_rule(rule):
    source, cleaned = rule.example.split(" > ")
    assert clean_line(source) == cleaned


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
@given(
    words=st.lists(
        st.sampled_from(
            [OPEN, CLOSE, BOTH, *"([{.,:;)?aA5", *sorted({*" ".join(FUSED).split()}), "'s", "N'T", "45", "//"]
        )
    )
)
@settings(max_examples=15, deadline=None)
def test_a_rule_without_its_signs_decides_nothing(rule, words):
    shape = " ".join(words)
    if not any(sign in shape.lower() for sign in rule.signs):
        assert not [match for match in rule.pattern.finditer(shape) if match.lastindex]


@pytest.mark.parametrize("phrase", FUSED)
def test_every_split_word_is_joined(phrase):
    for written in (phrase, phrase.upper()):
        assert clean_line(f"So {written} there") == f"So {written.replace(' ', '')} there"

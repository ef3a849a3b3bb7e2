"""The parts that forms are made of."""

import re

from gapmark.dates.parts import PARTS, any_of, end_of


def test_the_longest_word_is_read_first():
    assert re.match(any_of(("six", "sixteen")), "sixteen")[0] == "sixteen"
    assert re.fullmatch(any_of(("a.m.",)), "axm.") is None


def test_an_end_has_names_of_its_own():
    assert end_of("(?P<day>x)(?P<month>y)") == "(?P<day2>x)(?P<month2>y)"
    assert PARTS["DAY2"] == end_of(PARTS["DAY"])


def test_every_part_can_be_compiled():
    for name, part in PARTS.items():
        assert re.compile(part), name

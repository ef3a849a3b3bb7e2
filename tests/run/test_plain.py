"""Records become plain lists and come back equal; nothing else does."""

import json
import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from markupsafe import Markup

from gapmark.model import Gap, Source
from gapmark.problems.location import Location, Problem
from gapmark.run.plain import from_plain, to_plain


def again(value):
    return from_plain(json.loads(json.dumps(to_plain(value))))


@pytest.mark.parametrize(
    "value",
    [
        None, True, 0, -1.5, "", "é\ud800\0", (), [], {}, ((),), [1, (2, [3])], {"a": (1,), 2: None, (3,): {"b": []}},
        Gap(1, 1, 2, 4, 3, predicted=True),
        (Problem("X001", "error", "m", Location("a.md", 1)), Source("1", "p", "t", "s", 4)),
        ["tuple", "dict", ("element",)],
    ],
)  # fmt: skip
def test_values_come_back_equal(value):
    found = again(value)
    assert found == value
    assert repr(found) == repr(value)


def test_trees_come_back_equal():
    text = '<div>a<p id="x">b<b>c</b>d</p>e<ul><li>f</li><li /></ul>g</div>'
    assert ET.tostring(again(ET.fromstring(text))).decode() == text
    deep = ET.Element("a")
    place = deep
    for _ in range(5000):
        place = ET.SubElement(place, "a")
    assert sum(1 for _ in again((deep,))[0].iter()) == 5001


@pytest.mark.parametrize("value", [b"bytes", {1, 2}, Markup("<b>"), Decimal(1), object(), (1, {2: {3}})])
def test_other_values_are_refused(value):
    with pytest.raises(TypeError):
        to_plain(value)


@pytest.mark.parametrize(
    "plain",
    [
        ["os:system", "true"], ["builtins:eval", "1"], ["gapmark.run.private:os", "x"], ["gapmark:x"], [], [1], [None],
        ["gapmark.run.memo:Memory"], ["gapmark.model:ROLES"], ["gapmark.nothing:Gap"], ["gapmark.model:Gap", 1],
        ["dict", 1], ["element"], ["element", 1], ["element", ["a", None, None, {}, 2]], [["tuple"]],
    ],
)  # fmt: skip
def test_nothing_but_records_is_made(plain):
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError, ImportError)):
        from_plain(plain)

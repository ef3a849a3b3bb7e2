"""Names of places: where they stand."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.map.labels import MANY, Box, around_sign, leader_boxes, place_labels, text_width


@given(st.lists(st.tuples(st.floats(10, 470), st.floats(10, 350)), min_size=1, max_size=20))
@settings(max_examples=15, deadline=None)
def test_labels_do_not_overlap(signs):
    map_box, scale = Box(0, 0, 480, 360), Box(0, 320, 150, 360)
    labels = place_labels([f"Place {n}" for n in range(len(signs))], signs, map_box, [scale])
    for one, other in combinations(labels, 2):
        assert not one.box.meets(other.box)
        assert not any(part.meets(other.box) for part in leader_boxes(one.leader))
        assert not one.target.meets(other.target)
    for number, sign in enumerate(signs):
        assert not any(label.box.meets(around_sign(sign)) for label in labels if label.number != number)
    for label in labels:
        assert map_box.holds(label.box)
        assert not label.box.meets(scale)


def test_width_of_other_scripts():
    assert text_width("北京") > text_width("ab")
    assert text_width("e\u0301") == text_width("e")


def test_a_name_that_found_no_room_chooses_first():
    names = ["Name" * length for length in (6, 3, 6, 6, 3)]
    signs = [(90.0, 130.0), (240.0, 200.0), (60.0, 120.0), (120.0, 180.0), (350.0, 120.0)]
    labels = place_labels(names, signs, Box(0, 0, 480, 360), [])
    assert [label.number for label in labels] == [0, 1, 2, 3, 4]
    many = place_labels(names * 9, [(240.0, 180.0)] * 45, Box(0, 0, 480, 360), [])
    assert 0 < len(many) < 45


def test_among_many_no_line_leads_to_a_name():
    names = ["Name"] * (MANY + 1)
    signs = [(30.0 + n % 20 * 20, 30.0 + n // 20 * 20) for n in range(MANY + 1)]
    few, many = (place_labels(names[:number], signs, Box(0, 0, 480, 360), []) for number in (MANY, MANY + 1))
    assert any(label.leader for label in few)
    assert many
    assert not any(label.leader for label in many)

"""Lines cut off at the edge of a map, and land closed to areas."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.map.edges import Disc, Rectangle, area, clip, fill_land

SQUARE = Rectangle(0, 0, 10, 10)


def test_land_lies_to_the_left_of_its_coast():
    (west,) = fill_land([[(5, -5), (5, 15)]], SQUARE, lambda: False)  # southward on the map: the left is east
    assert abs(area(west)) == 50
    assert max(x for x, _ in west) == 10
    (east,) = fill_land([[(5, 15), (5, -5)]], SQUARE, lambda: False)
    assert min(x for x, _ in east) == 0


def test_a_lake_in_a_map_of_land():
    lake = [(3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0), (3.0, 3.0)]
    rim, hole = fill_land([lake], SQUARE, lambda: True)
    assert abs(area(rim)) == 100
    assert hole == lake


def test_a_ring_that_begins_inside_is_cut_only_where_it_leaves():
    ring = [(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0), (5.0, 5.0)]
    assert clip(ring, SQUARE) == [[(10.0, 8.0), (5.0, 8.0), (5.0, 5.0), (10.0, 5.0)]]


@pytest.mark.parametrize("edge", [SQUARE, Disc(5, 5, 5)])
@given(dots=st.lists(st.tuples(st.floats(-8, 18), st.floats(-8, 18)), min_size=3, max_size=12))
@settings(max_examples=15, deadline=None)
def test_what_is_cut_off_stays_inside(edge, dots):
    for ring in fill_land([[*dots, dots[0]]], edge, lambda: True):
        assert ring[0] == pytest.approx(ring[-1], abs=1e-6)
        assert all(-0.001 <= x <= 10.001 and -0.001 <= y <= 10.001 for x, y in ring)

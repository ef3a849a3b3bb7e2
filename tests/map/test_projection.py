"""Distances, directions, and the way to a flat map and back."""

import pytest
from helpers.map_places import ALEPPO, SAFIRA
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.map.projection import MapPlace, Projection, bearing, distance_km, middle_of


def test_distances_and_directions():
    assert distance_km(MapPlace("", 0, 0), MapPlace("", 0, 90)) == pytest.approx(10_007.557, abs=0.01)
    assert distance_km(MapPlace("", 0, 179.5), MapPlace("", 0, -179.5)) == pytest.approx(111.195, abs=0.01)
    assert bearing(SAFIRA, ALEPPO) == "NW"
    assert bearing(MapPlace("", 0, 179.9), MapPlace("", 0, -179.9)) == "E"
    assert bearing(MapPlace("", 90, 0), SAFIRA) == "S"


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 480), st.floats(0, 360))
@settings(max_examples=15, deadline=None)
def test_the_projection_comes_back(latitude, longitude, x, y):
    projection = Projection(latitude, longitude, 0.05, 240, 180)
    place = projection.locate(x, y)
    assert place is not None
    assert projection.to_plane(*place) == pytest.approx((x, y), abs=1e-4)


def test_what_lies_opposite_has_no_place():
    assert Projection(0, 0).to_plane(180, 0) is None
    assert len(Projection(0, 0).project([(0, 0), (180, 0), (0, 1)])) == 2
    assert Projection(0, 0).locate(20_000, 0) is None


def test_the_middle_of_places_over_the_date_line():
    longitude, latitude = middle_of([MapPlace("", 10, 179), MapPlace("", -10, -179)])
    assert abs(longitude) == pytest.approx(180, abs=0.1)
    assert latitude == pytest.approx(0, abs=0.3)

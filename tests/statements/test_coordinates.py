"""Coordinates as people write them or copy them from a map."""

import pytest
from helpers.statements import place

from gapmark.statements.coordinates import find_outliers, read_coordinates

SOURCE = {"source": "GeoNames 170063, CC BY 4.0"}


def read(**entry):
    return read_coordinates(place(**entry | SOURCE))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("36.0657, 37.3592", (36.0657, 37.3592)),
        ("36.0657,37.3592", (36.0657, 37.3592)),
        ("36.0657 37.3592", (36.0657, 37.3592)),
        ("36,0657; 37,3592", (36.0657, 37.3592)),
        ("36,0657, 37,3592", (36.0657, 37.3592)),
        ("(36.0657, 37.3592)", (36.0657, 37.3592)),
        ("\u221234.9, \u221256.2", (-34.9, -56.2)),
        ("34.9 S, 56.2 W", (-34.9, -56.2)),
        ("37.5\u00b0E 36\u00b0N", (36, 37.5)),
        ("36\u00b0 3\u2032 56.52\u2033 N, 37\u00b0 21\u2032 33.12\u2033 E", (36.0657, 37.3592)),
        ("36\u00b003'56.5\"N 37\u00b021'33.1\"E", (36.065694, 37.359194)),
        ("N 36\u00b0 30' E 37\u00b0 15'", (36.5, 37.25)),
        ("36\u00ba30\u2019S, 37\u00ba15\u2019W", (-36.5, -37.25)),
        ("0\u00b0 30' S, 0\u00b0 0' 36\" W", (-0.5, -0.01)),
    ],
)
def test_a_pair_is_read(written, expected):
    latitude, longitude, problems = read(coordinates=written)
    assert ((latitude, longitude), problems) == (expected, ())
    assert read(latitude=written)[:2] == expected


@pytest.mark.parametrize(
    ("latitude", "longitude", "expected"),
    [
        ("48,4", "9,99", (48.4, 9.99)),
        ("48\u00b0 24'", "9\u00b0 59' 24\"", (48.4, 9.99)),
        ("48.4 N", "9.99 E", (48.4, 9.99)),
        ("-0\u00b030'", "0", (-0.5, 0)),
    ],
)
def test_each_of_the_two_is_read(latitude, longitude, expected):
    assert read(latitude=latitude, longitude=longitude)[:2] == expected


@pytest.mark.parametrize(
    "entry",
    [
        {"latitude": "nan", "longitude": "1"},
        {"latitude": "north", "longitude": "1"},
        {"latitude": "9.99 E", "longitude": "48.4 N"},
        {"coordinates": "48.4"},
        {"coordinates": "48.4 N 9.99 N"},
        {"coordinates": "48.4, 9.99, 3"},
        {"coordinates": "48.4, 9.99", "latitude": "48.4"},
        {"coordinates": "1,000.5 2"},
    ],
)
def test_what_cannot_be_read_is_told_by_an_example(entry):
    *_, (problem, *_) = read(**entry)
    assert problem.code == "X030"
    assert "such" in problem.hint or "34,6 S" in problem.hint


def outliers(*spots):
    entries = [place(name=f"p{n}", coordinates=spot, **SOURCE) for n, spot in enumerate(spots)]
    return [(p.code, p.message[:4], p.hint) for p in find_outliers([(e, read_coordinates(e)) for e in entries])]


def test_exchanged_coordinates_and_far_places_are_told():
    ((code, name, hint),) = outliers("36.1, 37.2", "36.0, 37.4", "33.5, 36.3", "37.3, -76.4")
    assert (code, name) == ("X040", '"p3"')
    assert "see that it is right" in hint
    ((_, name, hint),) = outliers("48.4, 9.99", "48.3, 10.1", "9.9, 48.5")
    assert name == '"p2"'
    assert "latitude may be 48.5 and its longitude 9.9" in hint


def test_places_of_a_campaign_over_the_world_are_not():
    assert outliers("51.5, -0.1", "40.7, -74", "-33.9, 18.4", "35.7, 139.7") == []
    assert outliers("48.4, 9.99", "9.9, 48.5") == []

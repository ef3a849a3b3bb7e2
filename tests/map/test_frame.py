"""How much of the world a map shows."""

import pytest
from helpers.map_places import PLACES, SAFIRA

from gapmark.map.frame import HEIGHT, WIDTH, bounds_of, choose_frame, graticule
from gapmark.map.projection import MapPlace


@pytest.mark.parametrize(("places", "across"), [((SAFIRA,), 360), ((SAFIRA, MapPlace("", 36.061, 37.37)), 40)])
def test_how_much_a_map_shows(places, across):
    assert choose_frame(places).kilometres_across == pytest.approx(across)
    assert 500 < choose_frame(PLACES["Safira"]).kilometres_across < 800


@pytest.mark.parametrize("name", PLACES)
def test_every_place_is_well_inside(name):
    frame = choose_frame(PLACES[name])
    for place in PLACES[name]:
        x, y = frame.projection.to_plane(place.longitude, place.latitude)
        assert 0.04 * WIDTH < x < 0.96 * WIDTH
        assert 0.04 * HEIGHT < y < 0.96 * HEIGHT


def test_a_war_on_two_sides_of_an_ocean_needs_a_round_map():
    assert choose_frame(PLACES["Falklands War"]).round
    assert not choose_frame(PLACES["5,000 km apart"]).round


def test_the_bounds_hold_the_places_over_the_date_line_and_at_a_pole():
    bounds = bounds_of(choose_frame(PLACES["date line"]))
    assert bounds.west < 178.44
    assert bounds.east > 181
    polar = bounds_of(choose_frame(PLACES["North Pole"]))
    assert (polar.west, polar.east, polar.north) == (-180, 180, 90)


@pytest.mark.parametrize("name", PLACES)
def test_there_are_a_few_meridians_and_parallels(name):
    frame = choose_frame(PLACES[name])
    assert 4 <= len(list(graticule(frame, bounds_of(frame)))) <= 60

"""The small globe that shows where in the world a map lies."""

from helpers.map_places import ATLAS, PLACES

from gapmark.map.frame import choose_frame, outline
from gapmark.map.globe import draw_globe


def globe(name):
    frame = choose_frame(PLACES[name])
    return draw_globe(ATLAS, frame.projection, outline(), (60.0, 60.0))


def test_a_small_map_is_a_ring_and_a_large_one_an_outline():
    assert '<circle class="locator-here"' in globe("Safira")
    assert '<path class="locator-here"' in globe("5,000 km apart")


def test_it_shows_the_land_of_its_side_of_the_earth():
    assert globe("Safira") != globe("date line")
    assert all('class="locator-land" d="M' in globe(name) for name in ("Safira", "date line", "South Pole"))

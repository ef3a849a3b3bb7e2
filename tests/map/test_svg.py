"""Signs and names on a map."""

from gapmark.map.labels import Box, Label
from gapmark.map.projection import MapPlace
from gapmark.map.svg import draw_label, draw_sign, shorten

SAFIRA, NEAR = MapPlace("Safira", 36.06, 37.37), MapPlace("Safira", 36.06, 37.37, "approximate")


def test_the_sign_shows_the_certainty():
    assert draw_sign((1, 2), SAFIRA, named=True).startswith('<circle class="locator-place"')
    assert draw_sign((1, 2), NEAR, named=True).startswith('<path class="locator-place locator-approximate"')


def test_a_name_without_room_can_be_pointed_at():
    assert "<title>Safira</title>" in draw_sign((1, 2), SAFIRA, named=False)


def test_a_long_name_is_cut_on_the_map_only():
    name = "A place with a name that goes on for quite a while longer"
    assert shorten(name) == "A place with a name that goes o…"
    assert shorten("Safira") == "Safira"


def test_the_first_name_stands_out_and_a_far_one_has_a_leader():
    box = Box(0, 0, 9, 9)
    assert 'class="locator-label locator-first"' in draw_label(Label(0, 1, 2, "start", box), SAFIRA)
    away = draw_label(Label(1, 1, 2, "start", box, ((0, 0), (9, 9))), MapPlace("x", 0, 0, href="a.html?b&c"))
    assert away.startswith('<path class="locator-leader" d="M0 0l9 9"/><a href="a.html?b&amp;c"><rect')
    assert 'class="locator-target" fill="none" pointer-events="all" x="0" y="-16" width="9" height="41"' in away

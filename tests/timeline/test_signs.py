"""The signs, told apart by their shape."""

from gapmark.timeline.event import CERTAINTIES
from gapmark.timeline.signs import draw_arrow, draw_bar, draw_mark, short


def test_numbers_are_short():
    assert [short(value) for value in (1.0, 1.25, -0.04, 12.96)] == ["1", "1.2", "0", "13"]


def test_each_certainty_has_a_shape_of_its_own():
    assert len({draw_mark(certainty, 0, 0) for certainty in CERTAINTIES}) == 3
    assert len({draw_bar(certainty, 0, [(0, 40)]) for certainty in CERTAINTIES}) == 3
    assert "stroke-dasharray" in draw_mark("inferred", 0, 0)
    assert 'fill="currentColor"' in draw_mark("stated", 0, 0)


def test_arrows_point_where_the_end_is_open():
    assert "v18m-4 -4l4 4" in draw_arrow(0, 0, 18)
    assert "v-18m-4 4l4 -4" in draw_arrow(0, 0, -18)


def test_a_bar_comes_to_a_point_where_no_day_is_stated():
    whole, end = draw_bar("stated", 0, [(0, 40)]), draw_bar("stated", 0, [(0, 40)], soft=(False, True))
    assert 'd="M-2.5 0h5V40h-5z"' in whole
    assert 'd="M-2.5 0h5V20L0 40 -2.5 20z"' in end
    assert 'd="M-2.5 20L0 0 2.5 20V40h-5z"' in draw_bar("stated", 0, [(0, 40)], soft=(True, False))
    both = draw_bar("inferred", 0, [(0, 100), (110, 210)], soft=(True, True))
    assert 'd="M-2.5 24L0 0 2.5 24V100h-5zM-2.5 110h5V186L0 210 -2.5 186z"' in both

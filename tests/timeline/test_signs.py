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

"""The corners of a map."""

from mapping import PLACES

from gapmark.map.frame import choose_frame
from gapmark.map.layout import lay_out, round_distance

FRAME = choose_frame(PLACES["Safira"])


def test_the_globe_stands_where_fewest_places_are_near():
    assert lay_out(FRAME, [], 50, "100 km").inset[1] < FRAME.height / 2
    crowd = [(450.0, 30.0), (440.0, 60.0)]
    assert lay_out(FRAME, crowd, 50, "100 km").inset[1] > FRAME.height / 2


def test_the_scale_never_stands_under_the_globe():
    for crowd in ([], [(450.0, 30.0)], [(30.0, 330.0)], [(450.0, 30.0), (30.0, 330.0), (30.0, 30.0)]):
        layout = lay_out(FRAME, crowd, 50, "100 km")
        assert not layout.taken[0].meets(layout.taken[1])


def test_distances_of_the_scale_are_round():
    assert [round_distance(choose_frame(PLACES[name])) for name in ("Safira", "a kilometre apart")] == [100, 10]

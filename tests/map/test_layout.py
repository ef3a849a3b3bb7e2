"""The corners of a map."""

import math
from itertools import combinations

from helpers.map_places import PLACES

from gapmark.map.frame import HEIGHT, choose_frame
from gapmark.map.labels import MANY
from gapmark.map.layout import APART, keep_apart, lay_out, round_distance

FRAME = choose_frame(PLACES["Safira"])


def test_the_globe_stands_where_fewest_places_are_near():
    assert lay_out(FRAME, [], 50, "100 km").inset[1] < HEIGHT / 2
    crowd = [(450.0, 30.0), (440.0, 60.0)]
    assert lay_out(FRAME, crowd, 50, "100 km").inset[1] > HEIGHT / 2


def test_the_scale_never_stands_under_the_globe():
    for crowd in ([], [(450.0, 30.0)], [(30.0, 330.0)], [(450.0, 30.0), (30.0, 330.0), (30.0, 30.0)]):
        layout = lay_out(FRAME, crowd, 50, "100 km")
        assert not layout.taken[0].meets(layout.taken[1])


def test_distances_of_the_scale_are_round():
    assert [round_distance(choose_frame(PLACES[name])) for name in ("Safira", "a kilometre apart")] == [100, 10]


def test_signs_that_would_cover_each_other_stand_side_by_side():
    far = [(10.0, 10.0), (40.0, 10.0)]
    assert keep_apart(far) == far
    assert keep_apart([(10.0, 10.0), (10.0, 10.0)]) == [(4.5, 10.0), (15.5, 10.0)]
    crowd = [(100.0, 100.0), (104.0, 101.0), (97.0, 99.0), (100.0, 103.0), (200.0, 100.0)]
    moved = keep_apart(crowd)
    assert all(math.dist(one, other) > APART - 0.1 for one, other in combinations(moved, 2))
    assert all(math.dist(before, after) < APART for before, after in zip(crowd, moved, strict=True))
    assert moved[-1] == crowd[-1]
    assert keep_apart([(1.0, 1.0)] * (MANY + 1)) == [(1.0, 1.0)] * (MANY + 1)

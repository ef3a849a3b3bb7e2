"""From days to heights."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.timeline.scale import make_scale, spread


@given(st.lists(st.floats(0, 500), min_size=1, max_size=20).map(sorted))
@settings(max_examples=15, deadline=None)
def test_blocks_are_spread_without_overlap(wanted):
    heads = spread(wanted, [30.0] * len(wanted), 20)
    assert heads[0] >= 20
    assert all(later - earlier >= 29.999 for earlier, later in pairwise(heads))


def test_a_stretch_far_longer_than_the_others_is_cut():
    scale = make_scale([(day, day) for day in (0, 1, 2, 3, 300)], 400, 20)
    assert scale.cuts == {3}
    assert scale.height(1) - scale.height(0) == pytest.approx(scale.per_day)
    assert scale.height(3) < scale.height(150) < scale.height(300) == scale.bottom
    ((top, bottom),) = scale.breaks
    assert scale.pieces(20, scale.bottom) == ((20, top), (bottom, scale.bottom))


def test_even_steps_are_not_cut():
    assert make_scale([(day, day) for day in range(0, 50, 10)], 400, 20).cuts == frozenset()

"""What an event's place in time says of its mark."""

import pytest
from helpers.timeline_events import event


@pytest.mark.parametrize(
    ("notation", "day"),
    [("2013-02-06", 0), ("2013-02", 1), ("2013-02-06/2013-02-19", 1), ("2013-02-06T10:00/2013-02-06T12:30", 0)],
)
def test_what_lasts_longer_than_a_day_ends_with_its_last_one(notation, day):
    assert event(notation).whole_day == day


@pytest.mark.parametrize(
    ("notation", "first", "other"),
    [("2013-02-06", False, False), ("2013-02-06~", True, True), ("2013-02-06/2013-02-19", False, False)],
)
def test_what_is_approximate_has_a_halo_in_every_lane(notation, first, other):
    assert (event(notation).has_halo(0), event(notation).has_halo(1)) == (first, other)


@pytest.mark.parametrize(("soft", "halo"), [("soft_start", True), ("soft_end", True), ("open_end", False)])
def test_an_end_of_no_stated_day_is_shown_by_the_halo_of_a_point_and_by_the_end_of_a_bar(soft, halo):
    made = event("2013-02-06")._replace(**{soft: True})
    assert (made.has_halo(0), made.has_halo(1)) == (halo, False)

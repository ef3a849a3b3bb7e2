"""Places in files."""

import pytest

from gapmark.problems.location import Location, line_and_column


@pytest.mark.parametrize(
    ("place", "shown"), [(("a.md",), "a.md"), (("a.md", 3), "a.md:3"), (("a.md", 3, 7), "a.md:3:7")]
)
def test_a_place_is_shown_as_an_editor_opens_it(place, shown):
    assert str(Location(*place)) == shown


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (5, (3, 2))])
def test_lines_and_columns_count_from_1(offset, place):
    assert line_and_column("ab\n\nc", offset) == place

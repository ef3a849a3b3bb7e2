"""Names of countries: where they stand."""

from helpers.languages import ENGLISH
from helpers.map_places import PLACES

from gapmark.map.atlas import Stretch
from gapmark.map.countries import draw_countries, squares_crossed
from gapmark.map.frame import choose_frame
from gapmark.map.labels import Box

FRAME = choose_frame(PLACES["Safira"])
SYRIA = tuple(Stretch("760 Syria", 34 + n / 10, 36.0, 38.0) for n in range(20))


def names(crossed=frozenset(), taken=()):
    return [text.partition(">")[2].partition("<")[0] for text in draw_countries(SYRIA, FRAME, crossed, taken, ENGLISH)]


def test_a_country_with_room_has_its_name():
    assert names() == ["Syria"]


def test_a_name_crosses_no_line_and_covers_nothing():
    lines = [[(0.0, float(y)), (480.0, float(y))] for y in range(0, 360, 12)]
    assert names(squares_crossed(lines)) == []
    assert names(taken=[Box(0, 0, 480, 360)]) == []

"""A map in words."""

from helpers.languages import ARABIC, ENGLISH, speak
from helpers.map_places import ALEPPO, DAMASCUS, SAFIRA

from gapmark.map.description import describe, note, print_distance, print_position
from gapmark.map.projection import MapPlace


def test_the_others_are_related_to_the_first():
    assert describe([SAFIRA, ALEPPO, DAMASCUS, MapPlace("Castle", 36.06, 37.37)], ENGLISH) == (
        "Safira lies at 36.06° N, 37.37° E. Aleppo lies 24 km north-west of Safira. "
        "Damascus lies 300 km south of Safira. Castle lies at the same spot as Safira."
    )


def test_what_is_approximate_is_said():
    about = MapPlace("Aleppo", 36.2, 37.16, "approximate")
    assert "The position of Aleppo is approximate." in describe([SAFIRA, about], ENGLISH)
    assert "diamond" in note([SAFIRA, about], ENGLISH)
    assert note([SAFIRA], ENGLISH) == "Borders: as held on the ground today (de facto), Natural Earth."


def test_another_language_has_its_own_order_and_marks():
    t = speak(
        places__map__single="{place}: {position}.",
        places__hemisphere__3="O",
        places__map__relation="{place}: {distance} {direction} von {other}.",
        places__direction__8="nordwestlich",
        numbers__group=".",
        numbers__decimal=",",
    )
    words = describe([SAFIRA, MapPlace("Rom", 41.9, 12.5)], t)
    assert words == "Safira: 36,06° N, 37,37° O. Rom: 2.237 km nordwestlich von Safira."


def test_positions_and_distances_have_the_digits_of_the_language():
    assert print_position(MapPlace("x", 36.075, -37.37), ARABIC) == "٣٦٫٠٨° شمالًا، ٣٧٫٣٧° غربًا"
    assert [print_distance(km, ARABIC) for km in (4.25, 12345.0)] == ["٤٫٢ كم", "١٢٬٣٤٥ كم"]
    assert [print_distance(km, ENGLISH) for km in (9.94, 9.96, 3.0)] == ["9.9 km", "10 km", "3 km"]

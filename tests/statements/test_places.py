"""Places under the names of the text, located by a source or not at all."""

import pytest
from helpers.statements import codes, place, quotations

from gapmark.statements.places import read_places

QUOTATIONS = quotations()
HERE = {"latitude": "48.4", "longitude": "9.99", "source": "GeoNames 2820256, CC BY 4.0"}


def read(**entry):
    return read_places([place(**entry)], QUOTATIONS)


def test_a_place_proves_itself_by_its_name():
    ((made,), problems) = read(**HERE)
    assert (made.proof.quote, made.located, problems) == ("Ulm", True, ())
    ((made,), problems) = read(quote="The siege of Ulm")
    assert (made.proof.quote, made.located, problems) == ("The siege of Ulm", False, ())


def test_a_name_is_found_before_an_s_of_possession():
    assert read(name="Mack")[0][0].proof.quote == "Mack's"


@pytest.mark.parametrize("at", [(90, 180), (-90, -180), (0, 0), (78.06, 13.6), (-34.9, -56.2)])
def test_any_place_on_earth(at):
    ((made,), problems) = read(**HERE | {"latitude": str(at[0]), "longitude": str(at[1])})
    assert (made.latitude, made.longitude, made.located, problems) == (*at, True, ())


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"name": "Wien"}, "X020"),
        ({"name": "Wien", "quote": "The siege of Ulm"}, "X020"),
        ({"spellings": ("Ulma",)}, "X020"),
        ({"quote": "The siege of Wien"}, "X020"),
        (HERE | {"latitude": "90.01"}, "X030"),
        (HERE | {"longitude": "-180.5"}, "X030"),
        ({"latitude": "48.4", "source": "x"}, "X030"),
        (HERE | {"source": ""}, "X030"),
    ],
)
def test_what_is_wrong_with_a_place_leaves_it_out(entry, code):
    places, problems = read(**entry)
    assert (places, codes(problems)) == ((), [code])


def test_a_doubt_about_its_words_does_not():
    places, problems = read(name="walls", quote="held the walls")
    assert (len(places), codes(problems)) == (1, ["X023"])

"""The map, anywhere on Earth."""

import math
import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from helpers.languages import ENGLISH, speak
from helpers.map_places import ALEPPO, ATLAS, PLACES, SAFIRA
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.map.draw_map import draw_map
from gapmark.map.projection import MapPlace

SVG = "{http://www.w3.org/2000/svg}"


def drawn(places, t=ENGLISH):
    return draw_map(places, ATLAS, t)


def parsed(made):
    return ElementTree.fromstring(made.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def labels_of(made):
    return [text.text or "" for text in parsed(made).iter(f"{SVG}text") if "locator-label" in text.get("class", "")]


@pytest.mark.parametrize("name", PLACES)
def test_any_place_on_earth(name):
    places = PLACES[name]
    made = drawn(places)
    assert labels_of(made) == [place.name for place in places]
    assert all(place.name in made.description for place in places)
    assert len(made.svg) < 20_000
    assert "nan" not in made.svg
    for sign in parsed(made).iter(f"{SVG}circle"):
        if sign.get("class") == "locator-place":
            assert 0 < float(sign.attrib["cx"]) < 480
            assert 0 < float(sign.attrib["cy"]) < 360


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=3))
@settings(max_examples=5, deadline=None)
def test_random_places(places):
    made = drawn([MapPlace(f"P{n}", *place) for n, place in enumerate(places)])
    assert all(-20 < float(number) < 500 for number in re.findall(r"M(-?[\d.]+)", made.svg))


def test_the_map_of_safira():
    made = drawn(PLACES["Safira"])
    assert made == drawn(PLACES["Safira"])
    assert ">100 km<" in made.svg
    assert ">Syria<" in made.svg
    assert "locator-inset" in made.svg


def test_a_round_map_has_no_globe_beside_it():
    svg = drawn(PLACES["Falklands War"]).svg
    assert "locator-inset" not in svg
    assert '<circle class="locator-frame"' in svg


def test_everything_is_escaped():
    made = drawn([MapPlace('<b>"A" & B', 36, 37, href='x.html?a&"b"')], speak(places__map__title="<i>"))
    assert labels_of(made) == ['<b>"A" & B']
    assert parsed(made).find(f".//{SVG}a").attrib["href"] == 'x.html?a&"b"'
    assert "style=" not in made.svg


def test_links_are_not_hidden_in_an_image():
    assert 'role="img"' in drawn([SAFIRA]).svg
    assert 'role="group"' in drawn([MapPlace("Safira", 36, 37, href="#s")]).svg


def test_countries_have_their_names_in_the_language():
    assert ">Syrien<" in drawn([SAFIRA, ALEPPO], speak(places__country__760="Syrien")).svg
    assert ">سوريا<" in drawn([SAFIRA, ALEPPO], speak("ar")).svg


NEAR = (("Haarlem", 52.38, 4.64), ("Amsterdam", 52.37, 4.89), ("Naarden", 52.3, 5.16), ("Leiden", 52.16, 4.49))
NEAR += (("Haarlemmermeer", 52.3, 4.69), ("IJ", 52.39, 4.87), ("Utrecht", 52.09, 5.12), ("Zutphen", 52.14, 6.2))
FJORD = (("Barentsburg", 78.06, 14.23), ("Grumant", 78.18, 15.13), ("Tromsø", 69.65, 18.96))


@pytest.mark.parametrize("places", [NEAR, FJORD])
def test_close_places_keep_their_signs_and_their_names(places):
    made = drawn([MapPlace(*place) for place in places])
    assert sorted(labels_of(made)) == sorted(name for name, *_ in places)
    at = [(float(dot.get("cx")), float(dot.get("cy"))) for dot in parsed(made).iter(f"{SVG}circle") if dot.get("cx")]
    signs = at[-len(places) :]
    assert all(math.dist(one, other) > 10 for one, other in combinations(signs, 2))
    assert "side by side" in made.note


def test_places_that_stand_apart_are_where_they_are():
    assert "side by side" not in drawn(PLACES["Safira"]).note

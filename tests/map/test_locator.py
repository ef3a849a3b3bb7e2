"""The locator map, anywhere on Earth."""

import re
from importlib.resources import files
from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.map.frame import fit_view
from gapmark.map.labels import Box, leader_boxes, place_labels, text_width
from gapmark.map.locator import Locator, LocatorWords, draw_locator
from gapmark.map.outline import Disc, Frame, Rectangle, area, clip, fill_land, generalise, path_of, simplify
from gapmark.map.projection import Point, Projection, bearing, distance_km

ATLAS = files("gapmark").joinpath("defaults/atlas/atlas.txt").read_bytes()
SVG = "{http://www.w3.org/2000/svg}"

SAFIRA = Point("Safira", 36.06, 37.37)
ALEPPO = Point("Aleppo", 36.20, 37.16)
DAMASCUS = Point("Damascus", 33.51, 36.29)

PLACES = {
    "Safira": (SAFIRA, ALEPPO, DAMASCUS),
    "Svalbard": (Point("Longyearbyen", 78.22, 15.65), Point("Ny-Ålesund", 78.92, 11.93)),
    "South Pole": (Point("Amundsen–Scott", -90, 0),),
    "North Pole": (Point("Pole", 90, 0), Point("Murmansk", 68.97, 33.08)),
    "date line": (Point("Suva", -18.14, 178.44), Point("Taveuni", -16.85, -179.97), Point("East", -17, -179)),
    "River Plate": (Point("Montevideo", -34.9, -56.19), Point("Buenos Aires", -34.6, -58.38)),
    "a kilometre apart": (Point("Hougoumont", 50.6706, 4.3946), Point("La Haye Sainte", 50.6781, 4.4023)),
    "5,000 km apart": (Point("London", 51.5, -0.12), Point("Tehran", 35.7, 51.4)),
    "round the world": (Point("Tokyo", 35.7, 139.7), Point("Buenos Aires", -34.6, -58.4), Point("Cairo", 30, 31.2)),
    "opposite": (Point("A", 40, -4), Point("B", -40, 176)),
    "sea": (Point("Point Nemo", -48.88, -123.39),),
    "same spot": (SAFIRA, Point("Castle", 36.06, 37.37)),
}


def parsed(locator: Locator) -> ElementTree.Element:
    return ElementTree.fromstring(locator.svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def labels_of(locator: Locator) -> list[str]:
    return [text.text or "" for text in parsed(locator).iter(f"{SVG}text") if "locator-label" in text.get("class", "")]


@pytest.mark.parametrize("name", PLACES)
def test_any_place_on_earth(name: str) -> None:
    points = PLACES[name]
    locator = draw_locator(points, ATLAS)
    assert labels_of(locator) == [point.name for point in points]
    assert all(point.name in locator.description for point in points)
    assert len(locator.svg) < 20_000
    assert "nan" not in locator.svg
    for sign in parsed(locator).iter(f"{SVG}circle"):
        if sign.get("class") == "locator-place":
            assert 0 < float(sign.attrib["cx"]) < 480
            assert 0 < float(sign.attrib["cy"]) < 360


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=3))
@settings(max_examples=5, deadline=None)
def test_random_places(places: list[tuple[float, float]]) -> None:
    locator = draw_locator([Point(f"P{n}", *place) for n, place in enumerate(places)], ATLAS)
    numbers = [float(n) for n in re.findall(r"M(-?[\d.]+)", locator.svg)]
    assert all(-20 < number < 500 for number in numbers)


def test_the_map_of_safira() -> None:
    locator = draw_locator(PLACES["Safira"], ATLAS)
    assert locator == draw_locator(PLACES["Safira"], ATLAS)
    assert locator.description == (
        "Safira lies at 36.06° N, 37.37° E. Aleppo lies 24 km north-west of Safira. "
        "Damascus lies 300 km south of Safira."
    )
    assert 500 < locator.kilometres_across < 800
    assert ">100 km<" in locator.svg
    assert ">Syria<" in locator.svg
    assert "locator-inset" in locator.svg
    assert locator.note == "Borders: as held on the ground (de facto), Natural Earth."


def test_the_sign_tells_the_certainty() -> None:
    locator = draw_locator([SAFIRA, Point("Aleppo", 36.2, 37.16, "approximate")], ATLAS)
    assert locator.svg.count('class="locator-place"') == 1
    assert locator.svg.count('class="locator-place locator-approximate"') == 1
    assert "The position of Aleppo is approximate." in locator.description
    assert "diamond" in locator.note


def test_everything_is_escaped_and_ids_have_their_prefix() -> None:
    point = Point('<b>"A" & B', 36, 37, href='x.html?a&"b"')
    locator = draw_locator([point], ATLAS, LocatorWords(title="<i>"), prefix="home")
    root = parsed(locator)
    assert labels_of(locator) == ['<b>"A" & B']
    assert root.find(f".//{SVG}a").attrib["href"] == 'x.html?a&"b"'  # type: ignore[union-attr]
    assert [e.get("id") for e in root.iter() if e.get("id")] == ["home-title", "home-desc"]
    assert "style=" not in locator.svg


def test_links_are_not_hidden_in_an_image() -> None:
    assert 'role="img"' in draw_locator([SAFIRA], ATLAS).svg
    assert 'role="group"' in draw_locator([Point("Safira", 36, 37, href="#s")], ATLAS).svg


def test_words_can_be_translated() -> None:
    words = LocatorWords(
        single="{place}: {position}.",
        relation="{place}: {distance} {direction} von {other}.",
        directions=(
            "nördlich",
            "nordöstlich",
            "östlich",
            "südöstlich",
            "südlich",
            "südwestlich",
            "westlich",
            "nordwestlich",
        ),
        hemispheres=("N", "S", "O", "W"),
        thousands=".",
        decimal=",",
        countries={"760": "Syrien"},
    )
    locator = draw_locator([SAFIRA, DAMASCUS, Point("Rom", 41.9, 12.5)], ATLAS, words)
    assert "Safira: 36,06° N, 37,37° O." in locator.description
    assert "Rom: 2.237 km nordwestlich von Safira." in locator.description
    assert ">Syrien<" in draw_locator([SAFIRA, DAMASCUS], ATLAS, words).svg


def test_a_long_name_is_cut_on_the_map_only() -> None:
    name = "A place with a name that goes on for quite a while longer"
    locator = draw_locator([Point(name, 36, 37)], ATLAS)
    assert labels_of(locator)[0].endswith("…")
    assert name in locator.description


# ---------------------------------------------------------------- distance and direction


def test_distances_and_directions() -> None:
    assert distance_km(Point("", 0, 0), Point("", 0, 90)) == pytest.approx(10_007.557, abs=0.01)
    assert distance_km(Point("", 0, 179.5), Point("", 0, -179.5)) == pytest.approx(111.195, abs=0.01)
    assert bearing(SAFIRA, ALEPPO) == "NW"
    assert bearing(Point("", 0, 179.9), Point("", 0, -179.9)) == "E"
    assert bearing(Point("", 90, 0), SAFIRA) == "S"


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(0, 480), st.floats(0, 360))
@settings(max_examples=15, deadline=None)
def test_the_projection_comes_back(latitude: float, longitude: float, x: float, y: float) -> None:
    projection = Projection(latitude, longitude, 0.05, 240, 180)
    place = projection.locate(x, y)
    assert place is not None
    assert projection.place(*place) == pytest.approx((x, y), abs=1e-4)


@pytest.mark.parametrize(("points", "across"), [((SAFIRA,), 360), ((SAFIRA, Point("", 36.061, 37.37)), 40)])
def test_how_much_a_map_shows(points: tuple[Point, ...], across: float) -> None:
    assert fit_view(points, 480, 360).kilometres_across == pytest.approx(across)


# ---------------------------------------------------------------- outlines

FRAME = Rectangle(0, 0, 10, 10)


def test_land_lies_to_the_left_of_its_coast() -> None:
    (west,) = fill_land([[(5, -5), (5, 15)]], FRAME, lambda: False)  # southward on the map: the left is east
    assert abs(area(west)) == 50
    assert max(x for x, _ in west) == 10
    (east,) = fill_land([[(5, 15), (5, -5)]], FRAME, lambda: False)
    assert min(x for x, _ in east) == 0


def test_a_lake_in_a_map_of_land() -> None:
    lake = [(3.0, 3.0), (6.0, 3.0), (6.0, 6.0), (3.0, 6.0), (3.0, 3.0)]
    rim, hole = fill_land([lake], FRAME, lambda: True)
    assert abs(area(rim)) == 100
    assert hole == lake


def test_a_ring_that_begins_inside_is_cut_only_where_it_leaves() -> None:
    ring = [(5.0, 5.0), (15.0, 5.0), (15.0, 8.0), (5.0, 8.0), (5.0, 5.0)]
    assert clip(ring, FRAME) == [[(10.0, 8.0), (5.0, 8.0), (5.0, 5.0), (10.0, 5.0)]]


@pytest.mark.parametrize("frame", [FRAME, Disc(5, 5, 5)])
@given(dots=st.lists(st.tuples(st.floats(-8, 18), st.floats(-8, 18)), min_size=3, max_size=12))
@settings(max_examples=15, deadline=None)
def test_what_is_cut_off_stays_in_the_frame(frame: Frame, dots: list[tuple[float, float]]) -> None:
    for ring in fill_land([[*dots, dots[0]]], frame, lambda: True):
        assert ring[0] == pytest.approx(ring[-1], abs=1e-6)
        assert all(-0.001 <= x <= 10.001 and -0.001 <= y <= 10.001 for x, y in ring)


def test_simpler_lines_keep_their_ends() -> None:
    line = [(n, 0.1 * (n % 2)) for n in range(50)]
    assert simplify(line) == [line[0], line[-1]]


def test_narrow_spits_go_and_broad_ones_stay() -> None:
    line = [(0.0, 0.0), (4.0, 5.0), (6.0, 5.0), (6.1, 9.0), (6.2, 5.0), (9.0, 0.0)]
    assert generalise(line, 1.0) == [(0.0, 0.0), (4.0, 5.0), (6.2, 5.0), (9.0, 0.0)]


def test_paths_are_short() -> None:
    assert path_of([[(0, 0.5), (10.04, 0.5), (10.04, -2)]]) == "M0 .5l10 0 0-2.5"
    assert path_of([[(0, 0), (1, 0), (1, 1), (0, 0)]], closed=True) == "M0 0l1 0 0 1z"
    assert path_of([[(1, 1), (1.01, 1)]]) == ""


# ---------------------------------------------------------------- labels


@given(st.lists(st.tuples(st.floats(10, 470), st.floats(10, 350)), min_size=1, max_size=20))
@settings(max_examples=15, deadline=None)
def test_labels_do_not_overlap(signs: list[tuple[float, float]]) -> None:
    map_box, scale = Box(0, 0, 480, 360), Box(0, 320, 150, 360)
    labels = place_labels([f"Place {n}" for n in range(len(signs))], signs, 18, map_box, [scale])
    for one, other in combinations(labels, 2):
        assert not one.box.meets(other.box)
        assert not any(part.meets(other.box) for part in leader_boxes(one))
    for label in labels:
        assert map_box.holds(label.box)
        assert not label.box.meets(scale)


def test_width_of_other_scripts() -> None:
    assert text_width("北京", 10) > text_width("ab", 10)
    assert text_width("e\u0301", 10) == text_width("e", 10)

"""The compact lines: what the format says, and what the stored file holds."""

import itertools
from base64 import b64encode
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.map.atlas import (
    GLOBE,
    Bounds,
    cells_within,
    is_land,
    join_pieces,
    parse_cells,
    parse_level,
    parse_row,
    parse_rows,
)

ATLAS = files("gapmark").joinpath("defaults/atlas/atlas.txt").read_bytes()
WIDTHS = (300, 5_000, 20_000, GLOBE)


def piece(x: int, y: int, *steps: int) -> bytes:
    return b64encode(bytes([x >> 8, x & 255, y >> 8, y & 255, *(step & 255 for step in steps)])).rstrip(b"=")


def small_atlas(cells: dict[int, bytes]) -> bytes:
    """One section with cells of 90 degrees and 10 quanta to the degree; cell 0 is at 180 W, 90 S."""
    body = b"\n".join(cells.get(n, b"S") for n in range(8))
    return b"head\n\ncountries\n004 Nowhere\n\nrows 1 1\n0:\n\nlines 50000 10 90\n" + body


def test_a_piece_is_a_first_dot_and_signed_steps() -> None:
    atlas = small_atlas({0: b"S" + piece(300, 20, 10, 0, -5, 100) + b";" + piece(0, 0, 1, 1)})
    coasts, borders = parse_cells(atlas, Bounds(-170, -80, -160, -70), 100)
    assert coasts == [[(-150.0, -88.0), (-149.0, -88.0), (-149.5, -78.0)]]
    assert [[(round(x, 6), round(y, 6)) for x, y in line] for line in borders] == [[(-180.0, -90.0), (-179.9, -89.9)]]


def test_a_line_goes_on_in_the_next_cell_and_over_the_date_line() -> None:
    atlas = small_atlas({3: b"S" + piece(890, 300, 10, 0), 0: b"S" + piece(0, 300, 5, 5)})
    (line,), _ = parse_cells(atlas, Bounds(170, -80, 190, -60), 100)
    assert [round(x, 6) for x, _ in line] == [179.0, 180.0, 180.5]


def test_cells_outside_the_bounds_are_not_parsed() -> None:
    atlas = small_atlas({1: b"S!!not base64!!"})
    assert parse_cells(atlas, Bounds(-170, -80, -160, -70), 100)[0] == []


def test_cells_go_round_the_world_but_none_comes_twice() -> None:
    found = [(column % 4, row) for column, row in cells_within(Bounds(-180, -90, 180, 90), 90)]
    assert sorted(found) == [(column, row) for column in range(4) for row in range(2)]
    assert list(cells_within(Bounds(170, 10, 190, 20), 90)) == [(3, 1), (4, 1)]
    assert list(cells_within(Bounds(-190, 10, -170, 20), 90)) == [(-1, 1), (0, 1)]


def test_land_changes_to_sea_at_every_coast() -> None:
    atlas = small_atlas({0: b"L" + piece(300, 0, *[0, 100] * 9)})  # a coast due north at 150 W
    assert is_land(atlas, -160, -50, 100)
    assert not is_land(atlas, -140, -50, 100)


def test_a_row_is_widths_from_180_west() -> None:
    assert list(parse_row(b"100: 50:7 20: 10:3", 10)) == [(-170.0, -165.0, 7), (-163.0, -162.0, 3)]


@given(st.lists(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=5), max_size=12))
@settings(max_examples=15, deadline=None)
def test_joining_keeps_every_segment(pieces: list[list[tuple[int, int]]]) -> None:
    def segments(lines: list[list[tuple[int, int]]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
        return sorted((p, q) for line in lines for p, q in itertools.pairwise(line))

    assert segments(list(join_pieces(pieces, 1000))) == segments(pieces)


# ---------------------------------------------------------------- the stored file


@pytest.mark.parametrize("kilometres", WIDTHS)
def test_every_coast_of_the_world_is_a_ring(kilometres: float) -> None:
    for line in parse_cells(ATLAS, Bounds(-180, -90, 180, 90), kilometres)[0]:
        (west, south), (east, north) = line[0], line[-1]
        assert south == north
        assert abs((west - east + 180) % 360 - 180) < 1e-6


@pytest.mark.parametrize("kilometres", WIDTHS)
def test_every_level_covers_the_world(kilometres: float) -> None:
    level = parse_level(ATLAS, kilometres)
    assert len([cell for cell in level.cells if cell]) == 360 // level.size * 180 // level.size
    assert all(cell[:1] in (b"L", b"S", b"") for cell in level.cells)


@pytest.mark.parametrize(
    ("name", "longitude", "latitude", "land"),
    [
        ("Aleppo", 37.16, 36.2, True),
        ("Mediterranean", 33.0, 33.5, False),
        ("Caspian Sea", 50.9, 42.0, False),
        ("South Pole", 0.0, -90.0, True),
        ("North Pole", 0.0, 90.0, False),
        ("Siberia at the date line", 180.0, 67.5, True),
        ("Pacific at the date line", -180.0, 0.5, False),
        ("Alice Springs", 133.88, -23.7, True),
        ("Point Nemo", -123.39, -48.88, False),
    ],
)
def test_land_and_sea(name: str, longitude: float, latitude: float, land: bool) -> None:
    assert [is_land(ATLAS, longitude, latitude, kilometres) for kilometres in WIDTHS] == [land] * 4


@pytest.mark.parametrize(
    ("longitude", "latitude", "country"),
    [
        (38.5, 35.0, "760 Syria"),
        (2.0, 47.0, "250 France"),
        (175.9, -38.9, "554 New Zealand"),
        (10, -89, "010 Antarctica"),
    ],
)
def test_the_country_on_a_parallel(longitude: float, latitude: float, country: str) -> None:
    stretches = list(parse_rows(ATLAS, Bounds(longitude, latitude - 0.01, longitude + 0.01, latitude + 0.3), 0.25))
    assert {stretch.country for stretch in stretches} == {country}


def test_the_file_is_small_and_says_whose_lines_they_are() -> None:
    assert len(ATLAS) < 750_000
    assert b"Natural Earth" in ATLAS[:400]
    assert b"\r" not in ATLAS

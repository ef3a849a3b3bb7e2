"""Lines made simple and written."""

from gapmark.map.paths import MOST_DOTS, path_of, simplify, simplify_all


def test_simpler_lines_keep_their_ends():
    line = [(n, 0.1 * (n % 2)) for n in range(50)]
    assert simplify(line) == [line[0], line[-1]]


def test_narrow_spits_go_and_broad_ones_stay():
    line = [(0.0, 0.0), (4.0, 5.0), (6.0, 5.0), (6.1, 9.0), (6.2, 5.0), (9.0, 0.0)]
    assert simplify(line, 1.0) == [(0.0, 0.0), (4.0, 5.0), (6.2, 5.0), (9.0, 0.0)]


def test_a_map_of_many_dots_is_simplified_further():
    saw = [(float(n), 2.0 * (n % 2)) for n in range(4 * MOST_DOTS)]
    islet = [(0.0, 9.0), (2.0, 9.0), (2.0, 10.5), (0.0, 10.5), (0.0, 9.0)]
    assert len(simplify_all([saw[:50]])[0]) == 50
    assert sum(map(len, simplify_all([saw]))) <= MOST_DOTS
    assert path_of(simplify_all([islet]), closed=True).count("M") == 1
    assert path_of(simplify_all([saw, islet]), closed=True).count("M") == 0


def test_paths_are_short():
    assert path_of([[(0, 0.5), (10.04, 0.5), (10.04, -2)]]) == "M0 .5l10 0 0-2.5"
    assert path_of([[(0, 0), (1, 0), (1, 1), (0, 0)]], closed=True) == "M0 0l1 0 0 1z"
    assert path_of([[(1, 1), (1.01, 1)]]) == ""

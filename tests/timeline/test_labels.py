"""The words beside the axis."""

from helpers.languages import ARABIC, ENGLISH
from helpers.timeline_events import event

from gapmark.timeline.labels import ROOM, draw_label, draw_leader, width_of, wrap, wrap_date


def test_lines_are_no_longer_than_their_room():
    lines = wrap("The road from the city to the airport is taken after days of fighting", 150)
    assert len(lines) > 2
    assert all(width_of(line) <= 150 for line in lines)
    assert " ".join(lines) == "The road from the city to the airport is taken after days of fighting"


def test_a_long_word_stays_whole():
    assert wrap("Llanfairpwllgwyngyllgogerych is taken", 100) == ["Llanfairpwllgwyngyllgogerych", "is taken"]


def test_a_date_and_its_event_are_one_link():
    svg = draw_label(event("2013-02-06", href="battle.html#w1"), ["2013-02-06"], ["It", "happened"], 20, ENGLISH)
    assert svg.startswith('<a href="battle.html#w1"><text')
    assert [part.partition("<")[0] for part in svg.split(">") if part.strip() and not part.startswith("<")] == [
        *("2013-02-06", " ", "It", " ", "happened")
    ]


def test_words_that_moved_have_a_line_to_their_mark():
    assert draw_leader(20, 23, 0) == ""
    assert 'd="M75 20L' in draw_leader(20, 60, 0)


def test_a_date_in_the_words_of_the_text_is_marked_as_such():
    own = event("2013-02-06")._replace(date="On 6 February", quoted=True, year="٢٠١٣")
    assert wrap_date(own, ARABIC) == ['<tspan lang="en">\u2066On 6 February\u2069</tspan> [٢٠١٣]']
    assert wrap_date(own, ENGLISH) == ["On 6 February [٢٠١٣]"]


def test_a_long_date_has_lines_too_and_its_year_is_never_cut():
    own = event("1572-12-11")._replace(date="From 11 December 1572 to 13 July 1573", year="1572, inferred")
    lines = wrap_date(own, ENGLISH)
    assert " ".join(lines) == "From 11 December 1572 to 13 July 1573 [1572, inferred]"
    assert len(lines) > 1
    assert all(width_of(line) <= ROOM for line in lines)
    svg = draw_label(own, lines, ["It happened"], 20, ENGLISH)
    assert f'y="{25 + 20 * len(lines)}">It happened<' in svg

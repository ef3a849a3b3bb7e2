"""Events with their dates: stated only as far as the quoted words state them."""

import pytest
from helpers.small_edition import edited
from helpers.statements import codes, event, quotations

from gapmark.statements.events import read_events

QUOTATIONS = quotations()
SIXTEENTH = {"quote": "On 16 October the guns opened fire.", "words": "On 16 October"}
INFERRED = {"certainty": "inferred", "reasoning": "the year of the opening sentence"}


def read(*entries):
    return read_events(entries, QUOTATIONS)


def problems_of(**entry):
    return codes(read(event(**entry))[1])


def test_events_come_in_the_order_of_time_and_the_undated_follow_those_before_them_in_the_text():
    events, problems = read(
        event(label="no year", date="XXXX-10-16", **SIXTEENTH),
        event(label="no date", certainty="relative", quote="The town was lost"),
        event(label="first", date="1805"),
    )
    assert ([e.label for e in events], problems) == (["first", "no year", "no date"], ())


def test_events_that_rest_on_the_editors_words_follow_those_before_them_in_the_file():
    dated, fled = event(label="first", date="1805"), event(label="fled", quote="Few men fled.")
    rain = event(label="rain", quote="It rained.")
    events, _ = read_events((dated, rain, fled), quotations(edited(("Few men fled.", "Few men fled. It rained."))))
    assert [e.label for e in events] == ["first", "rain", "fled"]


def test_what_is_not_confirmed_is_not_read():
    assert read(event(confirmed=False, date="nonsense", quote="nonsense")) == ((), ())


def test_a_year_is_lent_for_drawing_only():
    ((made,), _) = read(event(date="XXXX-10-16", year=1805, **SIXTEENTH, **INFERRED))
    assert (made.date.yearless, made.date.earliest, made.year) == (True, None, 1805)
    assert made.placed.earliest == made.placed.latest
    ((bare,), _) = read(event(date="XXXX-10-16", **SIXTEENTH))
    assert bare.placed is None


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ({"date": "1805"}, []),
        ({"date": "1805", "words": "in 1805"}, []),
        ({"date": "XXXX-10-16", **SIXTEENTH}, []),
        ({"date": "XXXX-10-16", "year": 1805, **SIXTEENTH, **INFERRED}, []),
        ({"certainty": "relative"}, []),
        ({"quote": ""}, ["X024"]),
        ({"quote": "The siege of Wien", "date": "1805", **INFERRED}, ["X020"]),
        ({"date": "5 May 1805"}, ["X025"]),
        ({"date": "1805-02-30"}, ["X025"]),
        ({"date": "XXXX-02-29", "year": 1805, **INFERRED}, ["X025"]),
        ({"date": "XXXX-10-16", "year": 1805.5, **SIXTEENTH, **INFERRED}, ["X025"]),
        ({"date": "XXXX-10-16", "year": 10**9, **SIXTEENTH, **INFERRED}, ["X025"]),
        ({"date": "1805", "words": "in the year 1805"}, ["X026"]),
        ({"date": "1806"}, ["X027"]),
        ({"date": "1805/1806"}, ["X027"]),
        ({"date": "1805-10-16", **SIXTEENTH}, ["X027"]),
        ({"date": "XXXX-10-16", "year": 1805, **SIXTEENTH}, ["X027"]),
        ({"date": "XXXX-10-17", **SIXTEENTH}, ["X027"]),
        ({"date": "XXXX-11-16", **SIXTEENTH}, ["X027"]),
        ({"date": "1805", "certainty": "inferred"}, ["X028"]),
        ({"date": "1805", "certainty": "relative"}, ["X028"]),
        ({"certainty": "inferred"}, ["X028"]),
        ({"date": "1805", "year": 1805, **INFERRED}, ["X029"]),
        ({"year": 1805, **INFERRED}, ["X029"]),
    ],
)
def test_what_is_wrong_with_an_event(entry, codes):
    assert problems_of(**entry) == codes


FAR = (
    "@@1 The town was held from 1572-73 . It fell in the winter of 1572-73 . The Greeks met in 490 BC , on 12 August . "
    "They left before 8 May 1945 . The house burnt in the 1560s ."
)


@pytest.mark.parametrize(
    ("date", "quote", "codes"),
    [
        ("1572/1573", "held from 1572-73", []),
        ("1572/1574", "held from 1572-73", ["X027"]),
        ("1572-24", "in the winter of 1572-73", []),
        ("-0489", "met in 490 BC", []),
        ("-0490", "met in 490 BC", ["X027"]),
        ("0490", "met in 490 BC", ["X027"]),
        ("-0489-08-12", "in 490 BC, on 12 August", []),
        ("-0489-08-13", "in 490 BC, on 12 August", ["X027"]),
        ("../1945-05-08", "before 8 May 1945", []),
        ("156X", "in the 1560s", []),
    ],
)
def test_the_years_of_a_stated_date_are_in_the_words(date, quote, codes):
    far = quotations((("Battle", FAR[4:].replace(" .", ".").replace(" ,", ",")),), source=FAR)
    found = [problem.code for problem in read_events([event(date=date, quote=quote)], far)[1]]
    assert found == codes


def test_a_part_of_a_month_needs_words_to_be_printed_in():
    (problem,) = read(event(date="XXXX-10 early", **INFERRED))[1]
    assert (problem.code, problem.where.line > 0) == ("X026", True)
    assert "printed in the words of the text" in problem.message


def test_the_numbers_of_a_label_are_those_of_its_words():
    assert problems_of(label="Two sieges of Ulm", date="1805") == ["X032"]
    assert problems_of(label="Ulm, 1805", date="1805") == []


def test_only_what_is_confirmed_is_read():
    assert read(event(confirmed="rejected", quote="nonsense")) == ((), ())


def test_what_was_meant_is_said():
    (problem,) = read(event(date="c. 1805"))[1]
    assert (problem.code, problem.hint) == ("X025", "did you mean 1805~?")
    (problem,) = read(event(date="1805-13"))[1]
    assert problem.hint.startswith("write it in EDTF, for example a month from 01 to 12")


def test_every_problem_points_at_its_key():
    _, problems = read(event(label="So", date="1806", words="in 1806", certainty="stated"))
    assert [(problem.code, problem.where.line) for problem in problems] == [("X026", 6), ("X027", 7)]


def test_a_wrong_date_or_year_is_at_its_key_and_an_error():
    (date,), (year,) = read(event(date="1805-13"))[1], read(event(date="XXXX-10", year=10**6, **INFERRED))[1]
    assert [(problem.code, problem.level, problem.where.line) for problem in (date, year)] == [
        *(("X025", "error", 5), ("X025", "error", 6)),
    ]
    assert all(p.level == "error" for p in read(event(quote="", certainty="inferred", year=1805))[1])


@pytest.mark.parametrize(
    ("date", "year", "refused"),
    [("1805-10-04", None, False), ("2013-02-06", None, True), ("1922/1924", None, True), ("XXXX-02-06", 2013, True)],
)
def test_the_julian_calendar_ends_in_1923(date, year, refused):
    more = {"year": year, **INFERRED} if year else INFERRED
    found = [problem.message for problem in read(event(date=date, calendar="julian", **more))[1]]
    assert any("in the Julian calendar" in message for message in found) == refused

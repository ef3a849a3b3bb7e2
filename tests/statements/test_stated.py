"""A date is called stated only where its own words state all of it and no more, read where they stand."""

import pytest
from helpers.statements import codes, event, quotations

from gapmark.statements.events import read_events

SOURCE = (
    "@@1 The Greeks met in 490 BC , on 12 August . Others say September 490 BC . In 498 they had burnt Sardis . "
    "The town fell in November 1572 . An assault on 31 January 1573 ended . The siege lasted from 11 December 1572 to "
    "13 July 1573 . It was rebuilt before 1600 , perhaps in 1590 or about 1595 . In the 1800s it was poor . It burnt "
    "in the 1560s . They left not until 8 May 1945 . In early March the ice was gone . By June they starved . "
    "# The sea # On 24 May 1941 the ships met . At 05:52 the Hood opened fire . At 5 o'clock the fog came . They were "
    "gone two days later . @ @ @ @ @ @ @ @ @ @ at 06:01 she sank . The winter of 1572 was cold , and so was the winter "
    "of 1600-01 . On 6 and 8 February it snowed . It was le 6 octobre 1805 . On 29 February 1700 it rained . "
    "In the spring of 1601 it thawed ."
)
PAGE = (
    "The Greeks met in 490 BC, on 12 August. Others say September 490 BC. In 498 they had burnt Sardis. "
    "The town fell in November 1572. An assault on 31 January 1573 ended. The siege lasted from 11 December 1572 to "
    "13 July 1573. It was rebuilt before 1600, perhaps in 1590 or about 1595. In the 1800s it was poor. It burnt "
    "in the 1560s. They left not until 8 May 1945. In early March the ice was gone. By June they starved."
)
SEA = (
    "On 24 May 1941 the ships met. At 05:52 the Hood opened fire. At 5 o'clock the fog came. They were "
    "gone two days later. [gap 1] at 06:01 she sank. The winter of 1572 was cold, and so was the winter "
    "of 1600-01. On 6 and 8 February it snowed. It was le 6 octobre 1805. On 29 February 1700 it rained. "
    "In the spring of 1601 it thawed."
)
QUOTATIONS = quotations((("Battle", PAGE), ("The sea", SEA)), source=SOURCE)


def problems_of(date, quote, words="", **more):
    _, problems = read_events([event(date=date, quote=quote, words=words, label="So", **more)], QUOTATIONS)
    return [problem for problem in problems if problem.code not in ("X023", "X036")]


STATED = [
    ("-0489-08-12", "in 490 BC, on 12 August", ""),
    ("-0489", "The Greeks met in 490 BC", "in 490 BC"),
    ("-0489-09", "Others say September 490 BC", ""),
    ("1572-11", "in November 1572", ""),
    ("1573-01-31", "An assault on 31 January 1573 ended", "on 31 January 1573"),
    ("1573-01-31/1573-01-31", "on 31 January 1573", ""),
    ("1572-12-11/1573-07-13", "lasted from 11 December 1572 to 13 July 1573", ""),
    ("1572-12-11", "lasted from 11 December 1572 to 13 July 1573", "11 December 1572"),
    ("1573-07-13", "lasted from 11 December 1572 to 13 July 1573", "13 July 1573"),
    ("../1600", "It was rebuilt before 1600", ""),
    ("1590?", "perhaps in 1590", ""),
    ("1595~", "about 1595", ""),
    ("156X", "It burnt in the 1560s", ""),
    ("XXXX-03 early", "In early March the ice was gone", "In early March"),
    ("by XXXX-06", "By June they starved", "By June"),
    ("1941-05-24", "On 24 May 1941 the ships met", ""),
    ("1941-05-24T05:52", "At 05:52 the Hood opened fire", "At 05:52"),
    ("1941-05-24T05:52:00", "On 24 May 1941 the ships met. At 05:52 the Hood opened fire", "At 05:52"),
    ("1600-24", "so was the winter of 1600-01", ""),
    ("1601-21", "In the spring of 1601 it thawed", ""),
    ("1601", "In the spring of 1601 it thawed", "1601"),
    ("1600-28", "so was the winter of 1600-01", ""),
]


@pytest.mark.parametrize(("date", "quote", "words"), STATED)
def test_what_the_words_state(date, quote, words):
    assert codes(problems_of(date, quote, words)) == []


NOT_STATED = [
    ("0490-09", "Others say September 490 BC", ""),
    ("0490", "in 490 BC", ""),
    ("-0490", "in 490 BC", ""),
    ("-0489-08-13", "in 490 BC, on 12 August", ""),
    ("XXXX-08-12", "on 12 August", ""),
    ("0498", "In 498 they had burnt Sardis", ""),
    ("-0497", "In 498 they had burnt Sardis", "In 498"),
    ("1572-11-07", "in November 1572", ""),
    ("1572", "in November 1572", ""),
    ("1573-01-31/1573-02-02", "on 31 January 1573", ""),
    ("1573-01-31~", "on 31 January 1573", ""),
    ("1573-01-31?", "on 31 January 1573", ""),
    ("1573-01-31T05:00", "on 31 January 1573", ""),
    ("1573-01", "An assault on 31 January 1573 ended", ""),
    ("1573-01-30", "on 31 January 1573", ""),
    ("1573-01-31/", "on 31 January 1573", ""),
    ("1572-12-11", "lasted from 11 December 1572 to 13 July 1573", ""),
    ("1572-12-11/", "lasted from 11 December 1572 to 13 July 1573", "from 11 December 1572"),
    ("1572-12-12", "lasted from 11 December 1572 to 13 July 1573", "11 December 1572"),
    ("1600", "It was rebuilt before 1600", "1600"),
    ("/1600", "It was rebuilt before 1600", ""),
    ("by 1600", "It was rebuilt before 1600", ""),
    ("1590", "perhaps in 1590", ""),
    ("1595", "about 1595", "1595"),
    ("1595", "1595", ""),
    ("1800/1809", "In the 1800s it was poor", ""),
    ("18XX", "In the 1800s it was poor", ""),
    ("180X", "In the 1800s it was poor", ""),
    ("/1945-05-08", "not until 8 May 1945", ""),
    ("/1945-05-08", "until 8 May 1945", ""),
    ("XXXX-03", "In early March the ice was gone", "In early March"),
    ("XXXX-03", "In early March the ice was gone", "March"),
    ("XXXX-03 late", "In early March the ice was gone", "In early March"),
    ("/XXXX-06", "By June they starved", ""),
    ("XXXX-06", "By June they starved", "June"),
    ("1941-05-24T05:53", "At 05:52 the Hood opened fire", "At 05:52"),
    ("1941-05-25T05:52", "At 05:52 the Hood opened fire", "At 05:52"),
    ("1941-05-24T05:00", "At 5 o'clock the fog came", ""),
    ("1941-05-24T06:01", "at 06:01 she sank", ""),
    ("1941-05-26", "They were gone two days later", "two days later"),
    ("1572-24", "The winter of 1572 was cold", ""),
    ("XXXX-02-06/XXXX-02-08", "On 6 and 8 February it snowed", ""),
    ("XXXX-02-06", "On 6 and 8 February it snowed", ""),
    ("1805-10-07", "It was le 6 octobre 1805", "le 6 octobre 1805"),
    ("1805", "It was le 6 octobre 1805", "le 6 octobre 1805"),
    ("1806", "It was le 6 octobre 1805", ""),
    ("1601-24", "In the spring of 1601 it thawed", ""),
]


@pytest.mark.parametrize(("date", "quote", "words"), NOT_STATED)
def test_what_they_do_not(date, quote, words):
    (problem,) = problems_of(date, quote, words)
    assert (problem.code, problem.level) == ("X027", "error")
    assert problem.hint


def test_a_day_that_only_one_calendar_has():
    assert problems_of("1700-02-29", "On 29 February 1700 it rained", calendar="julian") == []


def test_a_form_that_is_not_known_is_a_warning():
    for quote, words in (("It was le 6 octobre 1805", "le 6 octobre 1805"), ("It was le 6 octobre 1805", "")):
        (problem,) = problems_of("1805-10-06", quote, words)
        assert (problem.code, problem.level) == ("X031", "warning")


@pytest.mark.parametrize(
    ("date", "quote", "message", "hint"),
    [
        (
            *("1573-01-31/1573-02-02", "on 31 January 1573"),
            'stated as 1573-01-31/1573-02-02, and the words "on 31 January 1573" state 1573-01-31',
            "write date: 1573-01-31; or write certainty: inferred",
        ),
        ("18XX", "In the 1800s", '"In the 1800s" can mean more than one date', "quote the words that state the date"),
        ("1572-24", "winter of 1572 was cold", '"winter of 1572" can mean more than one date', "or write certainty"),
        ("1941-05-26", "two days later", '"two days later" state no date of their own', "or write certainty"),
        ("1941-05-24", "the Hood opened fire", 'the words "the Hood opened fire" do not state it', "quote the words"),
        ("1941-05-25T06:01", "at 06:01", '"at 06:01" state 06:01 of a day that is not named just before', "quote"),
        ("1941-05-24T05:00", "At 5 o'clock", '"At 5 o\'clock" state a time of a day that is not named', "quote"),
    ],
)
def test_a_message_has_the_words_and_what_they_state(date, quote, message, hint):
    (problem,) = problems_of(date, quote)
    assert message in problem.message
    assert hint in problem.hint


def test_a_stated_date_has_no_year_of_the_editors():
    (problem,) = problems_of("XXXX-06", "By June they starved", year=1573)
    assert problem.message == "the date is called stated, and its year is inferred"


INFERRED = {"certainty": "inferred", "reasoning": "so"}


def test_a_year_that_the_words_state_is_not_left_out():
    (problem,) = problems_of("XXXX-01-31", "on 31 January 1573", **INFERRED)
    assert (problem.code, problem.hint) == ("X027", "write date: 1573-01-31")
    assert "without its year" in problem.message
    assert problems_of("XXXX-01-30", "on 31 January 1573", **INFERRED) == []
    assert (
        problems_of("XXXX-03 early", "In early March the ice was gone", "In early March", year=1573, **INFERRED) == []
    )
    assert problems_of("1999", "on 31 January 1573", **INFERRED) == []


def test_the_words_of_an_edit_are_read_too():
    edited = quotations((("Battle", PAGE.replace("before 1600", "before 1601")), ("The sea", SEA)), source=SOURCE)
    for date, expected in (("../1601", ["X022"]), ("1601", ["X022", "X027"])):
        _, problems = read_events([event(date=date, quote="It was rebuilt before 1601", label="So")], edited)
        assert codes(problems) == expected

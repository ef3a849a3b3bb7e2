from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.dates.edtf import parse_date
from gapmark.dates.find_dates import DateExpression, find_dates
from gapmark.source.sentences import read_sentence_starts

CASES = Path(__file__).parent.parent / "cases" / "dates.txt"

SAMPLE = """\
The Battle of Safira was fought in February 2013, when rebels forces attacked the town of al-Safira, which holds a key \
position on the road, where a major battle for the city had been waging for the previous seven months.
Battle
On 6 February 2013, violent clashes took place south of Al-Safira city. On 8 February, several parts of Safira \
continued to be bombarded. According to opposition activists, 112 rebels had been killed in the previous 72 hours. \
SOHR reported that a convoy of Army reinforcements arrived [gap 1], it was reported that another convoy was halted. \
The stalemate continued for almost two weeks with a war of attrition. However, on 19 February it was reported that \
reinforcements did manage to secure the road. By this point, rebel forces had lost more than 200 fighters.
Aftermath
In early March, government troops captured the last village. As of late April, rebel forces that were still managing \
to hold [gap 2]. Islamic rebels also continued to mount failed attacks. On 1 November, government forces managed to \
recapture Safira."""


def shown(expression: DateExpression) -> str:
    value = expression.edtf or expression.time or expression.kind
    return f"{expression.words} = {value}" + "".join(f" ({flag})" for flag in expression.flags)


def cases() -> list[tuple[str, str, str]]:
    blocks = CASES.read_text(encoding="utf-8").split("\n\n")[1:]
    return [(title, text, expected) for title, text, expected in (block.strip("\n").split("\n") for block in blocks)]


@pytest.mark.parametrize(("title", "text", "expected"), cases())
def test_case(title: str, text: str, expected: str) -> None:
    found = "; ".join(map(shown, find_dates(text)))
    assert (found or "nothing") == expected, title


def test_the_expressions_of_the_sample_and_no_others() -> None:
    assert list(map(shown, find_dates(SAMPLE))) == [
        "in February 2013 = 2013-02",
        "for the previous seven months = duration",
        "On 6 February 2013 = 2013-02-06",
        "On 8 February = XXXX-02-08 (no year)",
        "in the previous 72 hours = duration",
        "for almost two weeks = duration",
        "on 19 February = XXXX-02-19 (no year)",
        "In early March = XXXX-03 early (no year)",
        "As of late April = XXXX-04 late (sentence has a gap) (no year)",
        "On 1 November = XXXX-11-01 (no year)",
    ]


def test_a_quote_is_the_sentence_and_stops_at_a_gap() -> None:
    quotes = {expression.words: expression.quote for expression in find_dates(SAMPLE)}
    assert quotes["On 1 November"] == "On 1 November, government forces managed to recapture Safira."
    assert quotes["As of late April"] == "As of late April, rebel forces that were still managing to hold"
    (after,) = find_dates("A convoy arrived [gap 1], and on 8 February it left [gap 2] at last. Then on.")
    assert after.quote == "and on 8 February it left"


def test_sentences_do_not_end_at_abbreviations_nor_begin_with_a_gap() -> None:
    text = "Gov. Davis met Capt. J. Smith on 3 May 1813. He left. [gap 1]. 12 men stayed\nNext"
    assert [text[start : start + 4] for start in read_sentence_starts(text)] == ["Gov.", "He l", "12 m", "Next"]


WORDS = (
    *("on", "6", "8", "February", "March", "May", "2013", "1572-73", "[gap 1]", "[gap 2]", "of", "the", "in", "winter"),
    *("about", ".", ",", "and", "between", "to", "490 BC", "\n", "from", "early", "before", "12th century", "-", "–"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=15, deadline=None)
def test_laws_on_any_text(text: str) -> None:
    last = 0
    for expression in find_dates(text):
        assert expression.words == text[expression.start : expression.stop]
        assert expression.start >= last
        last = expression.stop
        assert "gap" not in expression.words + expression.quote
        assert expression.words in expression.quote
        if expression.edtf:
            date = parse_date(expression.edtf)
            assert date.yearless != any(figure in expression.words for figure in ("2013", "1572", "BC", "century"))


def flags(text):
    (found,) = find_dates(text)
    return found.flags


def test_where_the_gregorian_calendar_begins():
    assert flags("on 14 October 1582") == ("calendar: julian?",)
    assert flags("on 15 October 1582") == ()
    assert flags("in October 1570") == ()
    assert flags("on 3 May 1605 (Old Style)") == ("calendar: julian?",)


def test_how_far_a_song_reaches():
    assert find_dates("At 12:47 the solo begins.") == ()
    assert find_dates("At 12:47 it fell. " + "So it was. " * 12 + "A song says so.")[0].time == "12:47"
    assert find_dates("At 1 pm the song began.")[0].time == "13:00"


def test_what_can_be_read_in_two_ways():
    for text in ("about 1500", "in the winter of 1572", "the 1572 siege", "in the 1800s", "On 8 February 1200 rebels"):
        assert "two readings" in flags(f"It was {text} there.".replace("It was On", "On")), text
    for text in ("in 1500", "in the spring of 1572", "the 1872 siege", "the winter of 1572-73", "two days later"):
        assert "two readings" not in flags(f"It was {text} there."), text


def test_a_gap_beside_a_date():
    assert "beside gap" in flags("It fell [gap 1] on 8 May 1813 at last.")
    assert "beside gap" in flags("It fell on 8 May 1813, [gap 1] at last.")
    assert "beside gap" not in flags("It fell on 8 May 1813 at last [gap 1].")
    assert flags("It fell. [gap 1] It rose. On 8 May 1813 it fell.") == ()

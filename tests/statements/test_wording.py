"""Words folded for comparing, dates in them, and what says that something is not so."""

import pytest

from gapmark.statements.wording import all_stems, denies, in_words, stems, without_dates


def test_words_are_folded():
    assert all_stems("The Dukes' armies and Exford's churches crossed") == [
        *("the", "duke", "army", "and", "exford", "church", "crossed"),
    ]
    assert stems("They were in the 3rd division with him") == ["division"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("13.12.1939", "13 December 1939"),
        ("12/13/1939", "13 December 1939"),
        ("6.5.1571 and 1.13.2000", "6 May 1571 and 13 January 2000"),
        ("14.15.1939", "14.15.1939"),
        ("1.2.3", "1.2.3"),
    ],
)
def test_dates_in_figures_are_read_with_the_day_first(written, read):
    assert in_words(written) == read


def test_the_figures_of_a_date_are_no_amounts():
    assert without_dates("On 6 May 1571, 40 men").strip() == ", 40 men"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            (words, True)
            for words in ("no men", "None", "0 killed", "did n't", "nobody", "zero losses", "without a fight")
        ),
        *(
            (words, False)
            for words in ("10 men", "not only the town", "was not rebuilt until 1902", "No. 5", "no fewer than")
        ),
    ],
)
def test_what_says_not(words, expected):
    assert denies(words) is expected

"""Drawings for readers from right to left."""

from helpers.languages import ARABIC, ENGLISH, speak

from gapmark.timeline.sides import WIDTH, across, base, run, turn


def test_for_english_nothing_changes():
    assert (across(66, ENGLISH), turn("<path/>", ENGLISH), base(ENGLISH), run(ENGLISH)) == (66, "<path/>", "", "")
    assert run(ENGLISH, backwards=True) == ' text-anchor="end"'


def test_for_arabic_lines_turn_and_words_are_put_across():
    assert across(66, ARABIC) == WIDTH - 66
    assert turn("<path/>", ARABIC).startswith('<g transform="matrix(-1 0 0 1')
    assert turn("", ARABIC) == ""
    assert base(ARABIC) == ' direction="ltr"'
    assert run(ARABIC) == ' direction="rtl"'


def test_words_of_the_text_run_their_own_way():
    assert run(ARABIC, of_text=True) == ' lang="en" text-anchor="end"'
    assert run(speak("ar", "ar"), of_text=True) == ' direction="rtl"'

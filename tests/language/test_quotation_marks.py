"""Quotation marks by language."""

import pytest
from helpers.languages import ARABIC, ENGLISH

from gapmark.language.phrases import Language
from gapmark.language.quotation_marks import MARKS, marks_of


@pytest.mark.parametrize(("code", "marks"), [("de-AT", "„“‚‘"), ("en", "“”‘’"), ("ar", "«»“”"), ("xx", "“”‘’")])
def test_each_language_has_its_own_and_others_those_of_english(code, marks):
    assert marks_of(code) == marks


def test_there_are_always_four():
    assert {len(marks) for marks in MARKS.values()} == {4}


def test_a_quotation_has_the_marks_of_the_text_and_not_of_the_interface():
    assert ENGLISH.quoted("a <b>") == "“a &lt;b&gt;”"
    assert "“a”" in ARABIC.quoted("a")
    assert Language("de", {}).quoted("a") == "„a“"

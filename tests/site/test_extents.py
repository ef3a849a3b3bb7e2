from types import SimpleNamespace

import pytest

from gapmark.language.phrases import Language
from gapmark.project.phrases import default_phrases
from gapmark.site.extents import extent_in_words, gap_note, label_of, missing_in_citation

EN, DE, AR = (Language(code, default_phrases(code)) for code in ("en", "de", "ar"))


def note(gaps, t, asked=()):
    gaps = [SimpleNamespace(**vars(one), id=number) for number, one in enumerate(gaps)]
    return gap_note(SimpleNamespace(gaps=gaps, asked=asked, source=SimpleNamespace(form="plain")), t)


def gap(quantity=0, unit="", precision="", mark="[torn]"):
    return SimpleNamespace(
        supplied=None, quantity=quantity, unit=unit, precision=precision or ("exact" if quantity else ""), mark=mark
    )


ASKED = (("[?]", (3, 9)), ("...", (20,)))
GAPS = [gap(2, "word"), gap(1, "word"), gap(3, "line", "about"), *[gap()] * 7]


def test_unlike_units_are_not_added_up():
    assert note(GAPS, EN) == (
        "This text is incomplete. In 10 places something is missing: 3 words, about 3 lines, and 7 passages whose "
        "length is not stated."
    )
    assert note(GAPS, DE).endswith(
        "An 10 Stellen fehlt etwas: 3 Wörter, etwa 3 Zeilen und 7 Stellen ohne Angabe des Umfangs."
    )
    assert missing_in_citation(GAPS, EN) == (
        "10 gaps: 3 words, about 3 lines, and 7 passages whose length is not stated"
    )


def test_nothing_is_said_that_no_mark_states():
    assert note([gap()], EN) == ("This text is incomplete. In 1 place something is missing; how much is not stated.")


def test_what_is_not_settled_is_never_called_whole():
    assert note([], EN) == "No passage is marked as missing in this text."
    assert note([], EN, ASKED).endswith("3 signs of this text look like the mark of one.")
    assert "No passage" not in note([], EN, ASKED)
    assert note(GAPS, EN, ASKED).endswith("is not settled.")
    assert missing_in_citation([], EN, asked=True) == ""


@pytest.mark.parametrize(
    ("n", "words"),
    [(1, "سطر واحد"), (2, "سطران"), (3, "3 أسطر"), (11, "11 سطرًا"), (100, "100 سطر"), (1.5, "1.5 سطر")],
)
def test_arabic_has_six_forms(n, words):
    western = str.maketrans("٠١٢٣٤٥٦٧٨٩٫", "0123456789.")
    assert extent_in_words(n, "line", "exact", AR).translate(western) == words


def test_precision():
    assert extent_in_words(1, "line", "less than", EN) == "less than 1 line"
    assert extent_in_words(1.5, "line", "exact", DE) == "1,5 Zeilen"
    assert extent_in_words(3, "word", "at least", DE) == "mindestens 3 Wörter"


def test_a_mark_stands_as_received_where_it_has_words():
    assert label_of(gap(), EN) == ("[torn]", True)
    assert label_of(gap(mark="[---]"), DE) == ("[eine Stelle fehlt]", False)

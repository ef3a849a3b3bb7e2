import pytest
from helpers.plain import notation

from gapmark.forms.extents import extent_of, read_words, reason_of

NOTATION = notation()


@pytest.mark.parametrize(
    ("words", "quantity", "unit", "precision", "reason"),
    [
        ("illegible", 0, "", "", "illegible"),
        ("2 words illegible", 2, "word", "exact", "illegible"),
        ("three illegible lines", 3, "line", "exact", "illegible"),
        ("page torn", 0, "", "", "torn"),
        ("less than 1 line not declassified", 1, "line", "less than", "not declassified"),
        ("1½ lines not declassified", 1.5, "line", "exact", "not declassified"),
        ("1-1/2 lines not declassified", 1.5, "line", "exact", "not declassified"),
        ("name not declassified", 0, "", "", "not declassified"),
        ("crosstalk 00:12:34", 0, "", "", "crosstalk"),
        ("inaudible, 5 sec.", 5, "second", "exact", "inaudible"),
        ("redacted: aged sixteen or less", 0, "", "", "redacted"),
        ("pages 12–14 missing", 3, "page", "exact", "missing"),
        ("page 7 missing", 1, "page", "exact", "missing"),
        ("page 3 of 7 missing", 0, "", "", "missing"),
        ("pages 14-12 missing", 0, "", "", "missing"),
        ("2 or 3 words illegible", 3, "word", "about", "illegible"),
        ("one or more pages missing", 1, "page", "at least", "missing"),
        ("part of a line illegible", 1, "line", "less than", "illegible"),
        ("etwa fünf Wörter fehlen", 5, "word", "about", "fehlt"),
        ("mindestens 3 Z. unleserlich", 3, "line", "at least", "unleserlich"),
        ("deux mots illisibles", 2, "word", "exact", "illisible"),
        ("unas tres palabras ilegibles", 3, "word", "about", "ilegible"),
        ("de\u0301chire\u0301", 0, "", "", "déchiré"),
    ],
)
def test_what_a_mark_says(words, quantity, unit, precision, reason):
    said = read_words(words, NOTATION)
    assert said is not None
    assert (*extent_of(said), reason_of(said)) == (quantity, unit, precision, reason)


@pytest.mark.parametrize("words", ["Sands", "sic", "lost in battle", "missing, presumed dead", "1939", "the torn flag"])
def test_words_that_are_no_mark(words):
    said = read_words(words, NOTATION)
    assert said is None or not reason_of(said)


def test_a_bare_number_counts_what_the_notation_says():
    said = read_words("c. 10", NOTATION)
    assert extent_of(said) == (0, "", "")
    assert extent_of(said, "letter") == (10, "letter", "about")

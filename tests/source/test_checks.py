"""What an editor is told about a source."""

import pytest

from gapmark.model import Source
from gapmark.source.checks import check_source
from gapmark.source.sections import parse_document

GAP = " ".join("@" * 10)
PADDING = "a " * 188


def problems(text):
    return list(check_source(parse_document(Source("x", "content/source/x.txt", text, "0" * 64, len(text)))))


def codes(text):
    return [problem.code for problem in problems(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"@@1 {PADDING}{GAP} end", []),
        (f"@@1 {PADDING}{'a ' * 11}{GAP} {'b ' * 190}{GAP} {'c ' * 9}@ end", ["S103"]),
        (f"@@1 a {GAP} end", ["S101"]),
        (f"@@1 {PADDING}@ @ end {GAP}", ["S102", "S101"]),
        (f"@@1 {PADDING}@ @", []),
        (f"@@1 {PADDING}{GAP} @ @ end", ["S103"]),
        (f"@@1 {PADDING}{GAP} {'b ' * 200}", ["S104"]),
        ("@@1 a # b", ["S105"]),
        ("@@1 a **30;600955;TOOLONG b", ["S106"]),
    ],
)
def test_gaps_and_layout(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("birthplace = notableinstruments =", "S121"),
        ("class= wikitable ! Rank ! Urban area !", "S121"),
        ("a <small> b", "S121"),
        ("a <br> b", "S121"),
        ("a &amp; b", "S121"),
        ("Dante ( 15101568 ) wrote", "S122"),
        ("In 178687 , Shays", "S122"),
        ("worth 42.505bn then", "S123"),
        ("of 1,218/km there", "S123"),
        ("Algeria ( ) is", "S124"),
        ("Algeria ( , x ) is", "S124"),
        ("Algeria ' ' ' ' is", "S124"),
        ("in Krakw and", "S125"),
        ("in Dn Laoghaire", "S125"),
        ("# Notes # a # Notes #", "S126"),
    ],
)
def test_losses(words, code):
    assert codes(f"@@1 {words}") == [code]


@pytest.mark.parametrize(
    "words",
    [
        "On 6 February 2013 , in Kraków , Mr Smith and Dr. Sky saw 12345678 , 201,314 and 99999999 of it",
        "x = 5 and a < b & c",
        "<p> One . <p> Two .",
        "I know now , you saw Warsaw and My Lynx",
        "5 km 3.5% 10m ( a ) [ b ]",
    ],
)
def test_sound_text_is_left_alone(words):
    assert codes(f"@@1 {words}") == []


def test_a_problem_says_where_it_is():
    (problem,) = problems("Preamble\r\n@@1 one two three four # five")
    assert str(problem.where) == "content/source/x.txt:2:24"
    assert 'token 6: "... one two three four # five"' in problem.message
    assert problem.level == "warning"
    assert problem.hint


def test_a_long_token_is_cut_in_a_message():
    (problem,) = problems("@@1 " + "x" * 1000 + " # five")
    assert len(problem.message) < 200

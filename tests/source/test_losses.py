"""What was lost without a mark, as far as its traces show."""

import pytest

from gapmark.forms.forms import check_source
from gapmark.model import Source
from gapmark.source.sections import parse_document


def codes(text):
    document = parse_document(Source("x", "content/source/x.txt", text, "0" * 64, len(text)))
    return [problem.code for problem in check_source(document)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("birthplace = notableinstruments =", "S121"),
        ("class= wikitable ! Rank ! Urban area !", "S121"),
        ("a wikitable b", "S121"),
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
        ("the cl\ufffdrk said", "S127"),
        ("the cit\u00c3\u00a9 fell", "S127"),
        ("the w\u00c3\u00a1lls", "S127"),
        ("the town\u00e2\u20ac\u2122s walls", "S127"),
        ("a caf&eacute; there", "S127"),
        ("the &Ouml;rtel house", "S127"),
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
        "S\u00c3O PAULO , \u00c2GE , \u00c5ngstr\u00f6m , caf\u00e9 , \u00e2ge , R&D; x",
    ],
)
def test_sound_text_is_left_alone(words):
    assert codes(f"@@1 {words}") == []


@pytest.mark.parametrize(
    ("digits", "found"),
    [
        *(("10001100", True), ("09991000", False), ("20002100", True), ("20002101", False), ("15001500", False)),
        *(("15001650", True), ("15001651", False), ("150001", True), ("149901", False), ("150000", False)),
        *(("150020", True), ("150021", False), ("210020", True), ("210120", False), ("144550", False)),
    ],
)
def test_which_digits_can_be_two_years(digits, found):
    assert codes(f"@@1 ( {digits} )") == ["S122"] * found


def test_residue_is_shown_once_for_each_run():
    """The cells of a table's row are one thing to cut; what comes eight words later is another."""
    assert codes("@@1 <td> a b c d e f <td> g h i j k l <td>") == ["S121"]
    assert codes("@@1 <td> a b c d e f g <td>") == ["S121", "S121"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Algeria ( ) is", 'token 2: "Algeria ( ) is"'),
        ("' ' ' ' is", "token 1: \"' ' ' ' is\""),
        ("in Krakw", 'token 2: "in Krakw"'),
        ("a wikitable = 5", 'token 2: "a wikitable = 5"'),
        ("# A # a # B # b # A # c", "token 10"),
    ],
)
def test_a_trace_is_shown_where_it_stands(text, place):
    document = parse_document(Source("x", "content/source/x.txt", text, "0" * 64, len(text)))
    (problem,) = check_source(document)
    assert place in problem.message

"""What is nearly a header or a gap mark: never silently words."""

import pytest

from gapmark.forms.forms import check_source
from gapmark.model import Source
from gapmark.problems.errors import GapmarkError
from gapmark.source.near_marks import refuse_near_headers
from gapmark.source.sections import parse_document

GAP = " ".join("@" * 10)


def codes(text):
    document = parse_document(Source("x", "content/source/x.txt", text, "0" * 64, len(text)))
    return [problem.code for problem in check_source(document)]


@pytest.mark.parametrize(
    "header",
    [
        *("@@ 90000077", "@@\u00a090000077", "@90000077", "@ 90000077", "@ @ 90000077", "@@@90000077", "###90000077"),
        *('"@@90000077', "(@@90000077)", "[@@90000077]", "@@90000077:", "@@90000077.", "@@90000077,The", "@@A90000077"),
        *("＠＠90000077", "&#64;&#64;90000077", "\u200b@@90000077"),
    ],
)
def test_a_header_that_is_nearly_one_is_refused(header):
    with pytest.raises(GapmarkError, match="nearly a header") as raised:
        refuse_near_headers(f"{header} The town fell .", "a file")
    assert "@@" in raised.value.problems[0].hint
    assert "S108" in codes(f"{header} The town fell .")


@pytest.mark.parametrize("header", ["@@ 2", "@@@2000", '"@@2000"'])
def test_so_is_one_that_begins_a_later_document(header):
    with pytest.raises(GapmarkError, match="nearly a header"):
        refuse_near_headers(f"@@1 The town fell . {header} The bridge fell .", "a file")


@pytest.mark.parametrize(
    "marks",
    [
        *("@@@@@@@@@@", "@@", "@,", "@.", "(@", "@)", '"@"', "@@@@@@@@@@,", "@@@@@@@@@@and", "&#64; &#64;"),
        *("＠ ＠ ＠", "@-@ @-@", "@;", "&commat;", "@…"),
    ],
)
def test_gap_marks_in_another_spelling_are_named(marks):
    assert "S108" in codes(f"@@1 The convoy came {marks} was burnt .")


@pytest.mark.parametrize("marks", ["[...]", "[…]", "[ ... ]", "[ . . . ]", "_ _ _ _ _ _", "? ? ? ? ? ?", "■ ■ ■ ■ ■"])
def test_signs_of_other_texts_are_named(marks):
    text = f"@@1 The convoy came {marks} was burnt ."
    assert codes(text) == ["S108"]


@pytest.mark.parametrize(
    "text",
    [
        f"@@1 a {GAP} b",
        "@@90000077 a",
        "\ufeff@@90000077 a\r\n@@90000078 b",
        "@@1 a @ b @@2 c",
        "\ufeff@@1 a\r\n##2 b",
        "@@1 200 muskets @ 5 shillings , or clerk@example.org",
        "@@1 sold @5 shillings and @ 1500 men .",
        "@@1 the ' ' Ark ' ' ' ' ' ' came . . . . . * * * * *",
        "@@1 # 1939 # In 1939 # # a",
    ],
)
def test_texts_without_such_signs(text):
    refuse_near_headers(text, "a file")
    assert "S108" not in codes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@@1 It came @ noon .", ["S103"]),
        ("It came @ noon .", ["S103"]),
        ("@@1 clerk @ example . org wrote @ home .", ["S103", "S103"]),
        (f"@@1 {'a ' * 188}{GAP} they were sold @ 5 shillings", ["S103"]),
        (f"@@1 {'a ' * 188}@", []),
        (f"@@1 {'a ' * 188}@ b", []),
        ("@@1 It came @", ["S101"]),
        ("@@1 It came @ @ noon .", ["S101"]),
    ],
)
def test_a_single_mark_is_a_gap_only_by_the_law_of_the_format(text, expected):
    assert codes(text) == expected

"""What an editor is told about a source."""

import pytest

from gapmark.forms.forms import check_source
from gapmark.model import Source
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
        (f"@@1 {PADDING}{GAP} {'b ' * 191}", []),
        (f"@@1 {PADDING}{GAP} {'b ' * 192}", ["S104"]),
        (f"a {GAP} {'b ' * 400}", []),
        ("@@1 " + "a " * 400, []),
        ("@@1 a # b", ["S105"]),
        ("@@1 a **30;600955;TOOLONG b", ["S106"]),
    ],
)
def test_gaps_and_layout(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It was fought . == Aftermath == It was", ["== Aftermath =="]),
        ("=== A === === B C ===", ["=== A ===", "=== B C ==="]),
        ("a == B == c == D == e", ["== B ==", "== D =="]),
        ("a == B === c", []),
        ("x = y = z == == b", []),
        ("-- a -- b", []),
        ("== " + "a " * 12 + "==", ["== " + "a " * 12 + "=="]),
        ("== " + "a " * 13 + "==", []),
    ],
)
def test_what_looks_like_a_heading(text, quoted):
    found = problems(text)
    assert {problem.code for problem in found} <= {"S107"}
    assert [problem.message.split('"')[1] for problem in found] == quoted


def test_a_literal_mark_is_shown_once_for_each_run_and_says_why():
    newer = f"@@1 {'a ' * 199}{GAP} {'b ' * 190}{GAP}"
    (single,) = problems(f"{newer} c @ d")
    assert single.message.startswith("a single @ where no gap is expected")
    (past_tenth,) = problems(f"@@1 {PADDING}{GAP} @ @ @ end")
    assert past_tenth.message.startswith("more than 10 marks in a row")
    assert "token 200" in past_tenth.message


def test_how_much_is_missing_in_a_dropped_token():
    (problem,) = problems("@@1 a **30;600955;TOOLONG b")
    assert problem.message.startswith("30 characters in one token are missing; token 3")


def test_what_the_edition_mends_is_not_shown_again():
    """What was left out is settled; that a gap stands in a strange place is not, whatever a page says there."""
    text = f"@@1 a {GAP} # b # c **30;600955;TOOLONG"
    document = parse_document(Source("x", "content/source/x.txt", text, "0" * 64, len(text)))
    assert [problem.code for problem in check_source(document)] == ["S101", "S106"]
    assert [problem.code for problem in check_source(document, mended={3, 17})] == ["S101"]
    assert [problem.code for problem in check_source(document, mended={3, 16})] == ["S101", "S106"]

"""Cleaning: the cases of the case file, the rules' own examples, and the laws on any input."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.source.clean import clean, clean_line, to_text
from gapmark.source.gaps import find_gaps
from gapmark.source.tokens import find_documents, tokenise

GAP = " ".join("@" * 10)
CASES = [
    block.strip().split("\n")
    for block in (Path(__file__).parent.parent / "cases" / "clean.txt").read_text(encoding="utf-8").split("\n\n")[1:]
]
WORDS = st.sampled_from(
    ["'", "'", '"', "@", "<p>", "#", "*", ".", ",", ":", "(", ")", "a", "S", "'s", "n't", "can", "not", "6"]
)
LINES = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=40) | st.text("'\"@ \ue000\ue003.a", max_size=40)


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(line, expected):
    assert clean_line(line) == expected


@given(LINES)
@settings(max_examples=15, deadline=None)
def test_every_token_is_in_one_piece_and_none_is_changed(line):
    tokens = tokenise(line)
    pieces = cleaned(tokens)
    numbers = [piece.token for piece in pieces]
    assert numbers == sorted(set(numbers))
    assert all(piece.text == tokens[piece.token - 1].text for piece in pieces if piece.kind == "word")
    assert {token.text for token in tokens if token.number not in numbers} <= {"'", "@"}


@given(LINES)
@settings(max_examples=15, deadline=None)
def test_only_spaces_marks_and_gaps_differ(line):
    tokens = [token for token in tokenise(line) if token.kind != "mark"]
    letters = "".join(token.text for token in tokens)
    text = to_text([piece for piece in cleaned(tokens) if piece.kind == "word"]).replace(" ", "")
    assert text.replace("'", "") == letters.replace("'", "")


@given(LINES)
@settings(max_examples=15, deadline=None)
def test_italics_open_and_close_in_turn_and_hold_something(line):
    open_at = None
    for index, piece in enumerate(cleaned(tokenise(line))):
        if piece.kind == "open":
            assert open_at is None
            open_at = index
        elif piece.kind == "close":
            assert open_at is not None
            assert index > open_at + 1
            open_at = None
        assert piece.kind != "gap" or open_at is None
    assert open_at is None


@pytest.mark.parametrize("line", ["", " ", "@@12", "##12", "\ufeff"])
def test_nothing_gives_nothing(line):
    assert clean_line(line) == ""


def test_the_first_piece_has_no_space_before_it():
    assert [piece.space for piece in cleaned(tokenise("a b"))] == [False, True]


@pytest.mark.parametrize(
    ("line", "cleaned"),
    [
        (f"# @@1 {GAP} it fell .", "[gap 1] it fell."),
        (f"# Battle @@1 # {GAP} # it fell .", "# [gap 1] # it fell."),
        ("Words before it . @@1 One , two", "One, two"),
        (f"@@1 One {GAP} ##2 ' ' Two @@3 ' ' {GAP}", "One [gap 1] ''Two ''[gap 1]"),
        ("a@@1 b @@1x ##", "a@@1 b @@1x ##"),
        (f"@@1 {'a ' * 199}{GAP} b @ c", f"{'a ' * 199}[gap 1] b @ c"),
    ],
)
def test_a_header_begins_a_document(line, cleaned):
    assert clean_line(line) == cleaned


@given(st.lists(LINES | st.sampled_from(["@@1", "##2", GAP]), max_size=5).map(" ".join))
@settings(max_examples=30, deadline=None)
def test_a_line_is_cleaned_as_its_documents_are(line):
    documents = (tokenise(line, extent.start, extent.end) for extent in find_documents(line, ""))
    texts = (document_text(tokens) for tokens in documents)
    assert clean_line(line) == " ".join(filter(None, texts))


def cleaned(tokens):
    gaps = {gap.first_token: gap for gap in find_gaps(tokens)[0]}
    return clean([token for token in tokens if token.kind != "header"], gaps)


def document_text(tokens):
    return to_text(cleaned(tokens))

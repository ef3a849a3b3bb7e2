"""How what a check has seen is shown."""

from gapmark.model import Source
from gapmark.source.findings import CONTEXT, LONGEST_QUOTED, Finding, show
from gapmark.source.sections import parse_document


def shown(text, *tokens):
    document = parse_document(Source("x", "content/source/x.txt", text, "0" * 64, len(text)))
    return list(show(document, [Finding("S1", token, "seen", "do") for token in tokens]))


def test_the_place_and_the_words_round_it():
    (problem,) = shown("Preamble\r\n@@1 one two three four five six seven", 5)
    assert str(problem.where) == "content/source/x.txt:2:19"
    assert problem.message == 'seen; token 5: "@@1 one two three four five six seven"'
    assert (problem.level, problem.hint) == ("warning", "do")


def test_an_ellipsis_where_the_text_goes_on():
    words = [f"w{n}" for n in range(2, 30)]
    (problem,) = shown("@@1 " + " ".join(words), 15)
    assert problem.message.split('"')[1] == f"... {' '.join(words[13 - CONTEXT : 14 + CONTEXT])} ..."


def test_four_words_are_quoted_on_each_side():
    (problem,) = shown("a b c d e f g h i j", 6)
    assert problem.message == 'seen; token 6: "... b c d e f g h i j"'
    (problem,) = shown("a b c d e f g h i j", 5)
    assert problem.message == 'seen; token 5: "a b c d e f g h i ..."'


def test_in_the_order_of_the_places():
    assert [problem.where.column for problem in shown("@@1 a b c", 3, 2, 4)] == [5, 7, 9]


def test_a_long_token_is_cut():
    (problem,) = shown("@@1 " + "x" * 1000, 2)
    assert "x" * LONGEST_QUOTED + "..." in problem.message
    assert "x" * (LONGEST_QUOTED + 1) not in problem.message


def test_lines_and_columns_count_from_one():
    found = shown("a b\nc d\n\n e", 1, 2, 3, 4, 5)
    assert [(problem.where.line, problem.where.column) for problem in found] == [(1, 1), (1, 3), (2, 1), (2, 3), (4, 2)]

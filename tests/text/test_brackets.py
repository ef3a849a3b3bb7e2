"""Pages that would take minutes are refused at once; those that people write are not."""

import pytest

from gapmark.text.brackets import find_far_bracket
from gapmark.text.markdown import parse_markdown


@pytest.mark.parametrize(
    "block",
    ["[" * 13_000, "[a " * 4_000, "![a " * 4_000, "[a](" * 8_000, "[" * 9_000 + "]" * 9_000, "[a](" + "([](" * 5_000],
)
def test_far_brackets(block):
    rendered = parse_markdown(f"Words.\n\n{block}", path="a.md", first_line=5, gaps=())
    (problem,) = rendered.problems
    assert (problem.code, problem.where.line, rendered.readable) == ("P101", 7, False)


@pytest.mark.parametrize(
    "text",
    [
        "[the battle](battle.md#name) and [gap 1], " * 5_000,
        "[a\n\n" * 20_000,
        "\\[" * 20_000,
        "words (in brackets) " * 5_000,
        "[" + "words " * 20_000,
        "]" * 50_000,
        ")" * 50_000,
    ],
)
def test_brackets_that_people_write(text):
    assert find_far_bracket(text) is None


def test_the_widest_is_named():
    text = "Words.\n\n[a](b) [c " + "[d " * 4_000
    assert text[find_far_bracket(text) :].startswith("[c ")


@pytest.mark.slow
def test_calls_of_one_footnote_have_ids_of_their_own():
    tree = parse_markdown("[^1]: n\n\n" + "a[^1] " * 3_000, path="a.md", first_line=1, gaps=()).tree
    names = [mark.get("id") for mark in tree.iter("sup")]
    assert names[:3] == ["fnref:1", "fnref2:1", "fnref3:1"]
    assert len(set(names)) == 3_000

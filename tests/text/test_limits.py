"""What would take Python-Markdown very long is refused before it starts; what somebody wrote is not."""

import pytest
from helpers.markdown_page import page

from gapmark.text.limits import check_limits, find_far_bracket
from gapmark.text.markdown import parse_markdown

TOO_MUCH = {
    "abbreviations": ("\n".join(f"*[A{n}]: c" for n in range(3_000)), 805),
    "quotation marks": ("words\n\n" + '"' * 40_000, 7),
    "underlined headings": ("words\n\n" + "a\n===\n" * 3_000, 1008),
    "rules": ("words\n\n" + "***\n" * 3_000, 507),
    "meanings": ("words\n\n" + ": a\n" * 3_000, 507),
    "headings": ("words\n\n" + "# a\n" * 3_000, 507),
    "braces": ("words\n\n# a" + " {:" * 3_000, 7),
    "tags": ("words\n\n" + "<a b=" * 3_000, 7),
}


@pytest.mark.parametrize(("text", "line"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_is_refused_before_it_starts(text, line):
    found = parse_markdown(page(text), gaps=())
    assert [(problem.code, problem.where.line) for problem in found.problems] == [("P106", line)]


PLENTY = {
    "speech": '"He said so," she said. ' * 4_000,
    "headings": "## A\n\nb\n\n---\n\n" * 5_000,
    "a list": "- a\n" * 5_000,
    "tags": "<b>a</b> and 1 < 2 " * 5_000,
    "spaces": " " * 100_000 + "\n" * 1_000,
}


@pytest.mark.parametrize("text", PLENTY.values(), ids=PLENTY)
def test_plenty_is_not(text):
    assert not list(check_limits(page(text)))


@pytest.mark.parametrize(
    "block",
    ["[" * 13_000, "[a " * 4_000, "![a " * 4_000, "[a](" * 8_000, "[" * 9_000 + "]" * 9_000, "[a](" + "([](" * 5_000],
)
def test_far_brackets(block):
    rendered = parse_markdown(page(f"Words.\n\n{block}"), gaps=())
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
    tree = parse_markdown(page("[^1]: n\n\n" + "a[^1] " * 3_000), gaps=()).tree
    names = [mark.get("id") for mark in tree.iter("sup")]
    assert names[:3] == ["fnref:1", "fnref2:1", "fnref3:1"]
    assert len(set(names)) == 3_000

"""Markdown that is nearly right is a warning with its line and its cure."""

import pytest
from helpers.markdown_page import page

from gapmark.text.markdown import parse_markdown


def warnings(body):
    problems = parse_markdown(page(body), gaps=(1,)).problems
    return [(p.code, p.where.line, p.message) for p in problems]


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("x [a](b.md) y\n\nSee [the text](https://example.org/wiki/A_(b) here", 7, "never closed"),
        ("See ![a map](map.png.", 5, "never closed"),
        ("x\nsee [the map][nowhere]", 6, "leads nowhere"),
        ("[the battle] (battle.md)", 5, "space"),
        ("[the site] (https://example.org)", 5, "space"),
        ("x\n\n    An indented paragraph, as some people begin theirs.", 7, "shown as code"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", 7, "more cells"),
        ("```\na = 1\n\nb = 2\n```", 5, "block of code"),
    ],
)
def test_it_is_told(body, line, said):
    (code, where, message), *_ = warnings(body)
    assert (code, where) == ("P108", line)
    assert said in message


@pytest.mark.parametrize(
    "body",
    [
        "a \\[b](c and \\[b][c] and [sic] and [a](b.md) [1]",
        "`[a](b` and `[a][b]`",
        "    x = [1, 2]",
        "| a | b |\n|---|---|\n| 1 |",
        "[a][b]\n\n[b]: https://example.org",
        "[gap 1] (about 1571)",
        "He came [in May] (or so they say)",
    ],
)
def test_what_is_meant_so_is_not(body):
    assert warnings(body) == []

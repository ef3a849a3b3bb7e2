"""What would take Python-Markdown very long is refused before it starts; what somebody wrote is not."""

import pytest

from gapmark.text.limits import check_limits
from gapmark.text.markdown import parse_markdown

TOO_MUCH = {
    "abbreviations": ("\n".join(f"*[A{n}]: c" for n in range(3_000)), 805),
    "quotation marks": ("words\n\n" + '"' * 40_000, 7),
}


@pytest.mark.parametrize(("text", "line"), TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_is_refused_before_it_starts(text, line):
    found = parse_markdown(text, path="a.md", first_line=5, gaps=())
    assert [(problem.code, problem.where.line) for problem in found.problems] == [("P106", line)]


PLENTY = {
    "speech": '"He said so," she said. ' * 4_000,
    "spaces": " " * 100_000 + "\n" * 1_000,
}


@pytest.mark.parametrize("text", PLENTY.values(), ids=PLENTY)
def test_plenty_is_not(text):
    assert not list(check_limits(text, "a.md", 1))

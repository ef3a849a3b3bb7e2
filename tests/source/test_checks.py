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

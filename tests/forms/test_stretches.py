import pytest
from helpers.plain import outline, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One\ntwo.\n\nThree.", ["p: One two.", "p: Three."]),
        ("One.\nTwo.\nThree.", ["p: One.", "p: Two.", "p: Three."]),
        ("\ufeffOne.\r\nTwo.\r\n", ["p: One.", "p: Two."]),
        ("End of a page,\n\fand the next.\n\nNew.", ["p: End of a page, and the next.", "p: New."]),
        ("# A\n\nText.\n\n### B ###\nMore.", ["# A", "p: Text.", "### B", "p: More."]),
        ("A\n===\n\nText.\n\nB\n---\nMore.", ["# A", "p: Text.", "## B", "p: More."]),
        ("Lead.\n\n== A ==\nText.\n\n=== B ===\n\nMore.", ["p: Lead.", "## A", "p: Text.", "### B", "p: More."]),
        (
            "THE FIRE\n\nText.\n\nTHE NIGHT\n\nMore.\n\nThe End of It\n\nLast.",
            ["# THE FIRE", "p: Text.", "## THE NIGHT", "p: More.", "### The End of It", "p: Last."],
        ),
        ("Text, long.\n\nDer Brand von Lindau\n\nMehr.", ["p: Text, long.", "## Der Brand von Lindau", "p: Mehr."]),
        ("Text.\n\n[PAGE TORN]\n\nJohn Smith", ["p: Text.", "p: [gap 3]", "p: John Smith"]),
        (
            "Lost were:\n* a ship\n* two men\nof Hull\n\nX.",
            ["p: Lost were:", "p: * a ship", "p: * two men of Hull", "p: X."],
        ),
        ("He came on 2\n1793. A year.\n\nNew.", ["p: He came on 2 1793. A year.", "p: New."]),
        (
            "THE CALL\n\nMR. COYLE: You were\nthere?\nTHE WITNESS: I was.\n\nB.",
            ["# THE CALL", "p: MR. COYLE: You were there?", "p: THE WITNESS: I was.", "p: B."],
        ),
        (
            "    It was dark and\nlate in the year.\n    They came, and\nthen went.\n\nX.",
            ["p: It was dark and late in the year.", "p: They came, and then went.", "p: X."],
        ),
        (
            "A line that is long enough to be full.\nIt was dark.\n\nB.",
            ["p: A line that is long enough to be full. It was dark.", "p: B."],
        ),
        (
            "It was dark.\nA line that is a good deal longer.\nNo.\n\nB.",
            ["p: It was dark.", "p: A line that is a good deal longer.", "p: No.", "p: B."],
        ),
    ],
)
def test_plain_text(text, expected):
    assert [line for line in outline(read(text)) if not line.startswith("[gap")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: T\n---\n\nText\nmore.\n\nX.", ["p: Text more.", "p: X."]),
        ("* a\n* b\nand on\n\n1. c\n2. d", ["* a", "* b and on", "1. c", "2. d"]),
        ("* a\n    * b", ["* a", "    * b"]),
        ("> Quoted\n> words.\n>\n> More.\n\nText.", ["> Quoted words.", "> More.", "p: Text."]),
        ("Text.\n\n* * *\n\nMore.", ["p: Text.", "---\n\nMore."]),
        ("| a | b |\n|---|---|\n| c | d |", ["p: | a | b |", "p: |---|---|", "p: | c | d |"]),
    ],
)
def test_markdown(text, expected):
    assert outline(read(text, "a.md")) == expected

"""The event's name, from the opening words."""

import pytest

from gapmark.model import Source
from gapmark.receive.event_title import guess_title
from gapmark.source.sections import parse_document


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Battle of Safira was fought", "Battle of Safira"),
        ("The Siege of Ulm ( 1805 ) was", "Siege of Ulm"),
        ("Shays 's Rebellion , an uprising", "Shays's Rebellion"),
        (
            "The Siege of Ulm was long . * The Peace of Ulm was short . # Later # The War of Ulm was lost",
            "Siege of Ulm",
        ),
        ("In 1805 , they fought", "Document 12"),
        ("@ @ @ @ was fought", "Document 12"),
        ("lower case was fought", "Document 12"),
        ("", "Document 12"),
        ("A " * 5000, "Document 12"),
        ("A" * 100_000, "Document 12"),
    ],
)
def test_titles(text, title):
    received = f"@@12 {text}"
    document = parse_document(Source("12", "content/source/12.txt", received, "0" * 64, len(received)))
    assert guess_title(document) == title

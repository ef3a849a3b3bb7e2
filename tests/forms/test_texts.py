"""Whole texts in the notations of the field: what of each becomes a heading, a paragraph, a gap, and what is asked.

After a change run with --refresh, and read the difference.
"""

from pathlib import Path

import pytest
from helpers.plain import outline, read

TEXTS = Path(__file__).parent / "texts"
NAMES = sorted(path.name for path in TEXTS.iterdir() if path.suffix in (".txt", ".md"))


@pytest.mark.parametrize("name", NAMES)
def test_text(name, refresh):
    found = "\n".join(outline(read((TEXTS / name).read_bytes().decode(), name))) + "\n"
    expected = TEXTS / f"{name}.expected"
    if refresh:
        expected.write_text(found, "utf-8", newline="\n")
    assert found == expected.read_text("utf-8")

"""README and the documents of gapmark/docs/, and their sections."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "gapmark" / "docs"
README = ROOT / "README.md"


def document(name):
    return (FOLDER / f"{name}.md").read_text("utf-8")


def section(name, title):
    """The text under a heading of the second level."""
    text = document(name)
    assert f"\n## {title}\n" in text, f'gapmark/docs/{name}.md has no section "{title}"'
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def anchors(text):
    """The addresses of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", re.sub("^```.*?^```$", "", text, flags=re.S | re.M), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}

"""Small editions for tests: a source as one line, and pages as Markdown."""

import hashlib

from gapmark.compare.comparison import compare_words
from gapmark.compare.record import compare
from gapmark.model import Manuscript, Source
from gapmark.problems.location import Location
from gapmark.source.sections import parse_document
from gapmark.text.pages import parse_edition
from gapmark.yamltext.records import Entry, Group

SOURCE = (
    "@@1 The siege of Ulm began in 1805 . Mack 's army was small . # Battle # On 16 October the guns opened fire . "
    "The army held the walls @ @ @ @ @ @ @ @ @ @ and fell back . Few men fled . # Aftermath # The town was lost "
    "and its walls were taken down by the enemy in the same winter ."
)
BACKGROUND = "The siege of Ulm began in 1805. Mack's army was small."
BATTLE = "On 16 October the guns opened fire. The army held the walls [gap 1] and fell back. Few men fled."
AFTERMATH = "The town was lost and its walls were taken down by the enemy in the same winter."
PAGES = (("Background", BACKGROUND), ("Battle", BATTLE), ("Aftermath", AFTERMATH))


def document(text=SOURCE):
    data = text.encode()
    return parse_document(Source("1", "content/source/1.txt", text, hashlib.sha256(data).hexdigest(), len(data)))


def edition(pages=PAGES, source=SOURCE):
    """`pages` are (title, body) or (title, body, role); the file's body begins on line 6."""
    manuscripts = [
        Manuscript(f"content/{title.lower()}.md", title.lower(), title, (*role, "other")[0], n, "", f"{body}\n", 6)
        for n, (title, body, *role) in enumerate(pages)
    ]
    return parse_edition(document(source), manuscripts, allow_html=False)


def compared(pages=PAGES, source=SOURCE):
    return compare_words(edition(pages, source))


def edited(*edits, pages=PAGES):
    """The pages with some words replaced; each of the old words must be there."""
    pages = list(pages)
    for old, new in edits:
        at = next(n for n, (_, body, *_) in enumerate(pages) if old in body)
        pages[at] = (pages[at][0], pages[at][1].replace(old, new, 1), *pages[at][2:])
    return tuple(pages)


def record(pages=PAGES, source=SOURCE, reasons=(), supplied=(), strict=False):
    """The record and its problems, but those of the source. `reasons` and `supplied` are entries of the two files."""
    given = [entry(**r) for r in supplied]
    made = compare(edition(pages, source), [reason(**r) for r in reasons], given, strict=strict)
    return made, tuple(problem for problem in made.problems if not problem.code.startswith("S"))  # tiny sources


def reason(source="", published="", before="", after="", reason="", *, everywhere=False):
    values = {"source": source, "published": published, "before": before, "after": after, "reason": reason}
    return entry(**values, everywhere=everywhere)


def entry(**values):
    """An entry of a list in content/, as the YAML reader makes it."""
    made = Group(Entry({}, *[Location("content/list.yaml")] * 3))
    made.update(values)
    return made


def readings(pages, source=SOURCE):
    """Kind, source and published reading of each change."""
    made, _ = record(pages, source)
    return [(change.kind, change.source, change.published) for change in made.changes]

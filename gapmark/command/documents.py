"""The documents of gapmark/docs/, as plain text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from gapmark.project.folder import DEFAULTS

FOLDER = DEFAULTS.parent / "docs"
DOCUMENTS = (
    "editing",
    "facts-timeline-places",
    "publishing",
    "look",
    "collection",
    "reference",
    "developing",
    "changelog",
)
"""Their names, in the order in which they are listed."""
WIDTH = 80
CODE = "    "
_BEGINNING = re.compile(r"#+ |> | *(?:- |\d+\. )")
_MARKS = re.compile(r"(`[^`]*`)|\[([^\]]+)\]\(([^)\s]+)\)|\*\*")


def describe_documents(name: str | None) -> Iterator[str]:
    """Yield the lines of one document; without a name, a line for each document with its title."""
    if name:
        yield from plain_lines(_read(name))
        return
    width = max(map(len, DOCUMENTS))
    for each in DOCUMENTS:
        yield f"{each:{width}}  {_read(each).splitlines()[0].removeprefix('# ')}"


def _read(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text("utf-8")


def plain_lines(markdown: str) -> Iterator[str]:
    """Yield the lines of a document without the marks of Markdown, wrapped; of code, the lines as they are."""
    gathered, fenced = "", False
    for line in markdown.splitlines():
        fence = line.startswith("```")
        alone = fenced or fence or not line or line.startswith(("|", CODE))
        if gathered and not alone and not _BEGINNING.match(line):
            gathered += f" {line.strip()}"
            continue
        yield from _paragraph(gathered)
        gathered = "" if alone else line
        fenced ^= fence
        if alone and not fence:
            yield from _row(line) if line.startswith("|") and not fenced else [f"{CODE * fenced}{line}".rstrip()]
    yield from _paragraph(gathered)


def _paragraph(text: str) -> Iterator[str]:
    """Yield the lines of a paragraph, an item of a list or a heading; a heading is underlined."""
    heading = re.match("(#+) ", text)
    if heading:
        title = _plain(text[heading.end() :])
        yield from (title, ("=" if heading[1] == "#" else "-") * len(title))
    elif text:
        mark = re.match(r" *(?:- |\d+\. |> )?", text)
        yield from _wrapped(text, " " * (mark.end() if mark else 0))


def _row(line: str) -> Iterator[str]:
    """Yield the lines of a row of a table: its first cell, then the others with an indent."""
    first, *others = (cell.strip() for cell in line.strip("|").split(" | "))
    if set(line) - set("|-"):
        yield from _wrapped(first, "")
        yield from _wrapped(CODE + "; ".join(others), CODE)


def _wrapped(text: str, indent: str) -> list[str]:
    return wrap(_plain(text), WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _plain(text: str) -> str:
    """Return a text without the marks of bold words and links; code keeps its marks."""
    return _MARKS.sub(lambda found: found[1] or _named(found[2], found[3]), text)


def _named(label: str | None, target: str) -> str:
    """Return the label of a link, with the address or the command that leads where the link leads."""
    if not label or target.startswith("#"):
        return label or ""
    document = re.match(r"([\w-]+)\.md", target)
    return f"{label} ({f'gapmark docs {document[1]}' if document else target})"

"""The paragraphs of a page's Markdown as they stand in its file, and the file with another one in its place (pure)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gapmark.desk.kinds import sum_of
from gapmark.desk.list_text import FileText


class Paragraph(NamedTuple):
    """Lines between two empty ones."""

    first_line: int
    last_line: int
    """Counted from 1, in the file."""
    text: str
    """With line feeds between the lines."""
    sum: str


def find_paragraphs(text: str, first_line: int) -> Iterator[Paragraph]:
    """Yield the paragraphs of a file from `first_line` on, the front matter's end."""
    file, begin = FileText(text), first_line
    for line in range(first_line, len(file.ends) + 2):
        if line <= len(file.ends) and not file.is_blank(line):
            continue
        if line > begin:
            lines = (text[file.starts[at - 1] : file.ends[at - 1]] for at in range(begin, line))
            own = "\n".join(lines)
            yield Paragraph(begin, line - 1, own, sum_of(own))
        begin = line + 1


def change_paragraph(text: str, paragraph: Paragraph, words: str) -> str:
    """Return the file with other lines in the place of a paragraph; with no words it is taken away."""
    file = FileText(text)
    start, stop = file.starts[paragraph.first_line - 1], file.ends[paragraph.last_line - 1]
    more = "\n".join(line.rstrip(" \t") if not line.endswith("  ") else line for line in words.splitlines())
    if more.strip("\n"):
        return file.edited([(start, stop, more.strip("\n"))])
    return file.edited([(start, file.after(paragraph.last_line + file.is_blank(paragraph.last_line + 1)), "")])

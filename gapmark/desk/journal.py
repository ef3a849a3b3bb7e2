"""The journal of the desk: what each write replaced, so that it can be taken back, and a kill loses nothing.

`.desk/journal` in the project has a line of JSON for each write of the last day. A line is on the disk before the file
is written. Git leaves the folder out, and no site and no bag has it.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from gapmark import CONTENT
from gapmark.project.files import check_links, read_text, write_file

FOLDER = ".desk"
DAY = 24 * 60 * 60
"""Seconds for which a write can be taken back."""
LARGEST = 4_000_000
"""Characters of the journal: it is written anew at each write, so the oldest lines go."""


class Written(NamedTuple):
    """One write."""

    time: int
    path: str
    before: str | None
    """The file as it was; None where there was none."""
    after: str
    """The file as it was written."""


def read_journal(root: Path) -> tuple[Written, ...]:
    """Return the writes of the last day, the oldest first. A line that a kill cut short is left out.

    Raises GapmarkError where the journal can't be read, or is a link.
    """
    path = root / FOLDER / "journal"
    check_links(path, root)
    lines = read_text(path, root).split("\n") if path.exists() else []
    found = filter(None, map(_parse, lines))
    return tuple(written for written in found if written.time > time.time() - DAY)


def _parse(line: str) -> Written | None:
    try:
        written = Written(*json.loads(line))
    except (ValueError, TypeError):
        return None
    known = isinstance(written.time, int) and str(written.path).startswith(f"{CONTENT}/")
    return written if known and isinstance(written.before, str | None) and isinstance(written.after, str) else None


def add_to_journal(root: Path, path: str, before: str | None, after: str) -> None:
    """Note a write before it is made."""
    write_journal(root, (*read_journal(root), Written(int(time.time()), path, before, after)))


def write_journal(root: Path, written: Sequence[Written]) -> None:
    """Write the whole journal; it is on the disk when this returns."""
    folder = root / FOLDER
    check_links(folder / "journal", root)
    check_links(folder / ".gitignore", root)
    if not (folder / ".gitignore").exists():
        write_file(folder / ".gitignore", b"*\n")
    write_file(folder / "journal", "".join(_fitting([json.dumps(line) + "\n" for line in written])).encode())


def _fitting(lines: list[str]) -> list[str]:
    """Return the newest lines that have room; the last one in any case."""
    while len(lines) > 1 and sum(map(len, lines)) > LARGEST:
        lines = lines[1:]
    return lines

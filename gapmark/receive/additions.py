"""reasons and suggest: entries that the editor only has to fill in are added to the lists in content/.

What stands in a file stays as it is, comments and order too: new entries come at its end.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from gapmark import CONTENT
from gapmark.compare import reasons
from gapmark.pipeline import make_record, read_document
from gapmark.problems.errors import GapmarkError, failure, stop_on_errors
from gapmark.problems.findings import Findings
from gapmark.project.files import read_bytes, read_text, telling, write_file
from gapmark.project.folder import read_folder
from gapmark.project.lists import FILES
from gapmark.project.load import load_project
from gapmark.project.settings import load_headings
from gapmark.receive.headings_to_pages import arrange
from gapmark.statements import proposals
from gapmark.yamltext.values import Yaml


def add_reasons(root: Path, program: str = "gapmark") -> int:
    """Add an entry to changes.yaml for each change that has none; return how many.

    `program` is how this program is called there, for the head of a new file.
    """
    project = load_project(root)
    found = Findings(project.problems)
    try:
        record = found.of(make_record(project, found))
    except GapmarkError as error:
        raise GapmarkError(*found, *(problem for problem in error.problems if problem not in found)) from None
    stop_on_errors(problem for problem in found if problem.code != "X011")  # what this is here to mend
    missing = [change for change in record.changes if change.id not in record.listed]
    return add_entries(
        root, "changes", reasons.HEAD.format(program=program), [reasons.entry_text(change) for change in missing]
    )


def add_dates(root: Path, program: str = "gapmark") -> int:
    """Add an unconfirmed event to timeline.yaml for each date expression of the source; return how many.

    `program` as for `add_reasons`.
    """
    return add_entries(root, "timeline", proposals.HEAD.format(program=program), propose_dates(root))


def propose_dates(root: Path) -> list[str]:
    """Return an unconfirmed entry for each date expression of the source that timeline.yaml has not got.

    A list of sources is not read: its years are those of books.
    """
    project = load_project(root)
    _, code = FILES["timeline"]
    stop_on_errors(p for p in project.problems if p.code.startswith("C") or p.code == code)
    document, headings = read_document(project), load_headings(read_folder(root))[0]
    drafts = (draft for draft in arrange(document, headings).drafts if draft.role != "sources")
    sections = sorted((part for draft in drafts for part in draft.sections), key=lambda part: part.first_token)
    return [proposals.entry_text(date) for date in proposals.propose(sections, project.lists.timeline)]


def add_entries(root: Path, name: str, head: str, entries: Sequence[str]) -> int:
    """Add entries at the end of a list in content/, indented as it is; return how many."""
    path = root / CONTENT / f"{name}.yaml"
    text = read_text(path, root) if os.path.lexists(path) else ""
    field, code = FILES[name]
    there = len(Yaml(text, path.name, code).read(field))
    if entries:
        longer = extended(text or head, entries)
        if len(Yaml(longer, path.name, code).read(field)) != there + len(entries):
            hint = "write it with one entry under the other, each beginning with - , and nothing after the last"
            raise failure("X003", f"{CONTENT}/{name}.yaml", "is a list to which nothing can be added", hint)
        line_end = "\r\n" if os.path.lexists(path) and b"\r\n" in read_bytes(path, root) else "\n"
        with telling(path, root, "make room or give write permission there; the file is as it was"):
            write_file(path, longer.replace("\n", line_end).encode())
    return len(entries)


def extended(text: str, entries: Sequence[str]) -> str:
    """The text of a YAML list with more entries, in the indentation of its first one."""
    first = re.search(r"^( *)-\s", text, re.M)
    begun = re.sub(r"^\[\s*\][ \t]*(?=#|$)", "", text, count=1, flags=re.M)
    begun += "" if begun.endswith("\n") or not begun else "\n"
    indent = first[1] if first else ""
    return begun + "".join("\n" + re.sub(r"^", indent, entry.rstrip("\n"), flags=re.M) + "\n" for entry in entries)

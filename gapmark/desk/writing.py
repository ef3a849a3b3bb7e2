"""Writes one file of content/: under the project's lock, checked before, noted in the journal, over nothing newer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from gapmark.desk.journal import add_to_journal, read_journal, write_journal
from gapmark.desk.kinds import raw_text, sum_of
from gapmark.pipeline import prepare_site, problems_to_show
from gapmark.problems.errors import GapmarkError
from gapmark.problems.findings import Findings
from gapmark.problems.location import Problem
from gapmark.project.files import name_of, set_aside, telling, write_file
from gapmark.project.folder import Folder, read_folder
from gapmark.project.load import parse_project
from gapmark.project.lock import locked

HINT = "make room or give write permission there; the file is as it was, and what you typed is still in the form"


class Outcome(NamedTuple):
    """What came of a write."""

    path: str
    text: str
    """The file as it was written; where nothing was, as it would be."""
    problems: tuple[Problem, ...] = ()
    """What the build has to say now and did not before. With an error among them, nothing was written."""
    newer: str | None = None
    """The file as another program has changed it meanwhile; nothing was written. None where none has."""
    aside: str = ""
    """Where the version is that another program wrote at the same moment; else empty."""

    @property
    def done(self) -> bool:
        """Whether the file was written."""
        return self.newer is None and not any(problem.level == "error" for problem in self.problems)

    @property
    def status(self) -> int:
        """That of the server's answer (RFC 9110)."""
        return 200 if self.done else 409 if self.newer is not None else 422


def save(root: Path, path: str, seen: str, edit: Callable[[str], str]) -> Outcome:
    """Write `edit` of a file; `seen` is the sum of the file for which the form was opened."""
    try:
        with locked(root):
            return _save(root, path, seen, edit)
    except GapmarkError as error:
        return Outcome(path, "", error.problems)


def _save(root: Path, path: str, seen: str, edit: Callable[[str], str]) -> Outcome:
    folder = read_folder(root)
    text = raw_text(folder, path)
    before = text if path in folder else None
    if sum_of(text) != seen:
        return Outcome(path, "", newer=text)
    outcome = Outcome(path, edit(text))
    if outcome.text == text:
        return outcome
    outcome = outcome._replace(problems=new_problems(folder, path, outcome.text))
    if outcome.done:
        with telling(root / path, root, HINT):
            add_to_journal(root, path, before, outcome.text)
            return _replace(root, outcome, before)
    return outcome


def new_problems(folder: Folder, path: str, text: str) -> tuple[Problem, ...]:
    """Return what a build would say with another text in a file that it does not say now."""
    changed = Folder(folder.root, {**folder.found, path: text.encode()}, folder.leftovers, folder.gone)
    found = problems_of(changed)
    known = Counter((p.code, p.where.path, p.message) for p in (problems_of(folder) if found else ()))
    return tuple(_beyond(found, known))


def problems_of(folder: Folder) -> tuple[Problem, ...]:
    """Return what a build would say before it makes the first page."""
    project = parse_project(folder)
    found = Findings(project.problems)
    try:
        prepare_site(project, found)
    except GapmarkError as error:
        found += (problem for problem in error.problems if problem not in found)
    return problems_to_show(found, project.settings["allow"] if project.settings else (), strict=False)


def _beyond(problems: Iterable[Problem], known: Counter[tuple[str, str, str]]) -> Iterable[Problem]:
    for problem in problems:
        name = (problem.code, problem.where.path, problem.message)
        known[name] -= 1
        if known[name] < 0:
            yield problem


def _replace(root: Path, outcome: Outcome, before: str | None) -> Outcome:
    """Put the file in its place. Another program knows no lock: what it wrote at the same moment is kept beside it."""
    path = root / outcome.path
    if before is None:
        if path.exists():
            return outcome._replace(newer=path.read_bytes().decode("utf-8", "replace"))
        write_file(path, outcome.text.encode())
        return outcome
    with path.open("rb") as file:
        if (now := file.read()) != before.encode():
            return outcome._replace(newer=now.decode("utf-8", "replace"))
        write_file(path, outcome.text.encode())
        file.seek(0)
        if (late := file.read()) != before.encode():
            aside = set_aside(path, "other")
            write_file(aside, late)
            return outcome._replace(aside=name_of(aside, root))
    return outcome


def undo(root: Path) -> Outcome | None:
    """Take back the last write of the day; None where there is none.

    A file that another program has changed since stays as it is: the outcome has it as `newer`, and the text that
    the undo would have written.
    """
    with locked(root):
        journal = read_journal(root)
        while journal:
            last = journal[-1]
            folder = read_folder(root)
            now = raw_text(folder, last.path) if last.path in folder else None
            if now == last.after:
                with telling(root / last.path, root, HINT):
                    outcome = Outcome(last.path, last.before or "")
                    if last.before is None:
                        (root / last.path).unlink()
                    else:
                        outcome = _replace(root, outcome, now)
                    write_journal(root, journal[:-1])
                return outcome
            if now != last.before:
                return Outcome(last.path, last.before or "", newer=now or "")
            journal = journal[:-1]  # the run was killed before it wrote, or after it took the write back
        return None

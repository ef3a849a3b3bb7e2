"""edit: an event of a collection becomes a project of its own below events/, for somebody to work on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gapmark.collection.load import load_collection
from gapmark.problems.errors import GapmarkError, failure
from gapmark.problems.location import Problem
from gapmark.problems.nearest import nearest
from gapmark.project.files import check_links, telling
from gapmark.receive.importing import Receipt, import_source

EVENTS = "events"
"""The folder of the events that somebody edits, each in a folder named after its id."""


def edit_event(root: Path, event: str) -> tuple[Path, Receipt]:
    """Write the project of an event in events/<id>/, with its title in the table; return its folder and what was done.

    Run again, it changes nothing that an editor wrote. Raise GapmarkError where no text has this id, or two have it.
    """
    collection = load_collection(root)
    document = collection.corpus.documents.get(event)
    if document is None:
        raise _no_text(event, collection.corpus.documents, collection.problems)
    row = collection.table.rows.get(event)
    folder = root / EVENTS / event
    check_links(folder, root)
    with telling(folder, root, "make room or give write permission there"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder, import_source(folder, root / document.path, event, title=row.title if row else "")


def _no_text(event: str, known: Iterable[str], problems: Iterable[Problem]) -> GapmarkError:
    """Say what is wrong with an id: the reason that the collection gives, else that no text has it."""
    reasons = [problem for problem in problems if problem.event == event]
    if reasons:
        return GapmarkError(*reasons)
    near = nearest(event, [*known])
    hint = f"did you mean {near}?" if near else "gapmark collection status lists the ids"
    return failure("C004", "corpus", f"no text has the id {event}", hint)

"""What the commands of a collection do: they call the room `collection` and say what came of it."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from gapmark import CONTENT
from gapmark.command.terminal import count, printable
from gapmark.problems.errors import DONE, FAILED
from gapmark.run.progress import begin

if TYPE_CHECKING:
    from gapmark.collection.start import Added
    from gapmark.problems.location import Problem


def new(options: argparse.Namespace) -> int:
    """Make a folder for a collection of the texts of a received file."""
    from gapmark.collection.start import Choice, make_collection

    begin("reading")
    choice = Choice(options.match, options.ids)
    added = make_collection(options.folder, options.file, choice, options.places, dry_run=options.dry_run)
    _tell(options, added)
    if not options.dry_run:
        options.terminal.say(f"now go to {options.folder}, and give collection.yaml a title")
    return DONE


def add(options: argparse.Namespace) -> int:
    """Add the texts of a received file to the collection in this folder."""
    from gapmark.collection.start import Choice, add_texts

    begin("reading")
    added = add_texts(options.project, options.file, Choice(options.match, options.ids), dry_run=options.dry_run)
    _tell(options, added)
    return DONE


def _tell(options: argparse.Namespace, added: Added) -> None:
    options.terminal.report(added.problems)
    for row, opening in zip(added.rows, added.openings, strict=True) if options.dry_run else ():
        options.terminal.say(f"{row['id']}: {row['title']}; {' '.join(opening.split()[:12])}")
    done = "would be added" if options.dry_run else "added"
    options.terminal.say(f"{count(len(added.rows), 'event')} {done}, of {count(added.documents, 'text')} in the file")


def edit(options: argparse.Namespace) -> int:
    """Make a project of one event of the collection in this folder, for somebody to work on."""
    from gapmark.collection.edit import edit_event
    from gapmark.receive.report import describe

    begin("importing")
    folder, receipt = edit_event(options.project, options.event)
    options.terminal.report(receipt.problems)
    for line in describe(receipt):
        options.terminal.say(line)
    place = folder.as_posix()
    options.terminal.say(f"now edit {place}/{CONTENT}; gapmark serve --project {place} shows it")
    return DONE


def build(options: argparse.Namespace) -> int:
    """Build the site of the collection in this folder; bad events are named and left out."""
    from gapmark.collection.build import build_collection

    out = options.out or options.project / "_site"
    made, written = build_collection(options.project, out, options.jobs, strict=options.strict)
    figures = {"out": str(out), "events": len(made.events), "files": len(made.files), "written": written}
    return _tell_made(options, made.problems, figures)


def check(options: argparse.Namespace) -> int:
    """Make the site of the collection in this folder in memory, say what is wrong with it, and write nothing."""
    from gapmark.collection.build import make_collection

    made = make_collection(options.project, options.jobs)
    return _tell_made(options, made.problems, {"events": len(made.events), "files": len(made.files)})


def _tell_made(options: argparse.Namespace, problems: Sequence[Problem], figures: Mapping[str, object]) -> int:
    options.terminal.report(problems, figures)
    options.terminal.say(", ".join(f"{name}: {printable(str(value))}" for name, value in figures.items()))
    return FAILED if any(problem.level == "error" for problem in problems) else DONE


def status(options: argparse.Namespace) -> int:
    """Print a line for each event of the collection in this folder; write nothing."""
    from gapmark.collection.load import load_collection
    from gapmark.collection.status import in_numbers, list_events

    collection = load_collection(options.project)
    for line in list_events(collection):
        options.terminal.say(str(line))
    options.terminal.report(collection.problems)
    options.terminal.say(in_numbers(collection))
    return FAILED if any(problem.level == "error" for problem in collection.problems) else DONE

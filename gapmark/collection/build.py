"""build: from a collection on the disk to one site. A bad event is named and left out; it stops no other."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from gapmark import CONTENT
from gapmark.collection.event import NOTHING, Job, Outcome, Shared, Summary, build_events, failed
from gapmark.collection.lists import FOLDERS, lists_of, make_lists
from gapmark.collection.load import Collection, load_collection
from gapmark.collection.table import CODE
from gapmark.model import OutputFile
from gapmark.problems.errors import GapmarkError, failure
from gapmark.problems.location import Location, Problem
from gapmark.project.assets import STYLE, load_static
from gapmark.project.folder import DEFAULTS, read_folder
from gapmark.project.phrases import default_phrases, read_phrases
from gapmark.project.site_folder import write_site
from gapmark.run.progress import begin, counted

OWN = DEFAULTS / "collection"
"""The templates, the style and the words of the shared pages and of an event's only page."""
ALONE, BATCH = 20, 25
"""Events up to which no other process is worth its start; events that a process is given at once."""
LARGEST = 1_000_000
"""Bytes of one event's text."""
_NAME = re.compile(r"[\w-][\w.-]*")


class Made(NamedTuple):
    """A collection's site, in memory."""

    events: tuple[Summary, ...]
    files: tuple[OutputFile, ...]
    problems: tuple[Problem, ...]


def build_collection(root: Path, out: Path, processes: int, *, strict: bool = False) -> tuple[Made, int]:
    """Build the site of a collection; return it, and how many files were written.

    Raise GapmarkError, with nothing written, where no event can be published, or, if `strict`, anything is wrong.
    """
    made = make_collection(root, processes)
    if strict and made.problems:
        raise GapmarkError(*(problem._replace(level="error") for problem in made.problems))
    begin("writing")
    return made, write_site(out, made.files, root)


def make_collection(root: Path, processes: int) -> Made:
    """Return all files of a collection's site. Raise GapmarkError where no event can be published."""
    begin("reading")
    collection = load_collection(root)
    shared = load_shared(collection)
    jobs, wrong = list_jobs(collection, root)
    begin("making events")
    outcomes = list(counted(list(_run(jobs, shared, processes))))
    found = (problem for outcome in outcomes for problem in outcome.problems)
    problems = tuple(dict.fromkeys((*collection.problems, *wrong, *found)))
    events = tuple(outcome.summary for outcome in outcomes if outcome.summary)
    if not events:
        hint = "gapmark collection status shows the table; gapmark collection add FILE adds texts"
        raise GapmarkError(*problems, *failure("C004", "events.csv", "no event can be published", hint).problems)
    begin("making lists")
    pages = [OutputFile(path, data) for outcome in outcomes for path, data in outcome.files]
    files = [*pages, *make_lists(events, shared, collection.places, problems), *_static()]
    sums = (f"{hashlib.sha256(file.data).hexdigest()}  {file.path}\n" for file in sorted(files))
    return Made(events, (*files, OutputFile("SHA256SUMS", "".join(sums).encode())), problems)


def load_shared(collection: Collection) -> Shared:
    """Return what all events have in common. Raise GapmarkError where there are no words in its language."""
    settings, code = collection.settings, collection.settings["language"]
    if not (OWN / f"{code}.yaml").is_file():
        raise failure("C006", "collection.yaml", f'there are no words in the language "{code}"', "write en, de or ar")
    base = settings["base_url"]
    return Shared(
        title=settings["title"],
        description=settings["description"],
        editor=settings["editor"],
        language=code,
        base_url=base.rstrip("/") + "/" if base else "",
        source=dict(settings["source"]),
        gaps={key: value for key, value in settings["gaps"].items() if value},
        phrases={**default_phrases(code), **read_phrases(OWN / f"{code}.yaml")},
        templates=tuple((path.name, path.read_text("utf-8")) for path in sorted(OWN.glob("*.html"))),
    )


def _static() -> Iterator[OutputFile]:
    for file in load_static(NOTHING)[0]:
        if file.path == STYLE:
            yield file._replace(data=file.data + (OWN / "collection.css").read_bytes())
        elif file.path in ("icon.svg", ".nojekyll"):
            yield file


def list_jobs(collection: Collection, root: Path) -> tuple[list[Job], list[Problem]]:
    """Return what there is to make, in the order of the table, and rows whose event can't be published."""
    jobs, wrong, taken = [], [], {name.casefold() for name in FOLDERS}
    for row in (row for row in collection.table.rows.values() if row.included):
        document = collection.corpus.documents.get(row.id)
        folder = root / "events" / row.id
        if document is None:
            continue  # named already
        size = document.end - document.start
        if row.id.casefold() in taken or not _NAME.fullmatch(row.id):
            message = f"event {row.id}: its id can't name a folder of the site, or differs from another only in case"
            wrong.append(Problem(CODE, "error", message, row.locate("id"), "give its file another name", row.id))
        elif size > LARGEST:
            message = f"event {row.id}: its text has {size:,} bytes; {LARGEST:,} are the most"
            wrong.append(Problem(CODE, "error", message, row.locate("id"), "make a site of its own of it", row.id))
        else:
            taken.add(row.id.casefold())
            files = _edited(folder) if (folder / CONTENT).is_dir() else None
            where = Location(f"events/{row.id}") if files else collection.corpus.locate(document)
            name = document.path.rpartition("/")[2]
            text, links = collection.corpus.read(document), lists_of(row, collection.places)
            jobs.append(Job(row._replace(places={}), name, where, text, links, files))
    return jobs, wrong


def _edited(folder: Path) -> dict[str, bytes]:
    found = read_folder(folder)
    return {name: found.data(name) for name in found.found if name.startswith(f"{CONTENT}/")}


def _run(jobs: Sequence[Job], shared: Shared, processes: int) -> Iterator[Outcome]:
    """Yield the outcome of each job, in their order, whatever the number of processes."""
    if processes == 1 or len(jobs) < ALONE:
        yield from build_events(shared, jobs)
        return
    done, size = 0, processes or os.cpu_count() or 1
    batches = [jobs[start : start + BATCH] for start in range(0, len(jobs), BATCH)]
    with _pool(size) as pool, suppress(BrokenProcessPool):
        for outcomes in pool.map(partial(build_batch, shared), batches):
            yield from outcomes
            done += len(outcomes)
    yield from _one_by_one(jobs[done:], shared)


def _pool(size: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("spawn"))


def _one_by_one(jobs: Sequence[Job], shared: Shared) -> Iterator[Outcome]:
    """Yield the outcomes of what a process that was killed has left, so that the event it died of is named."""
    while jobs:
        with _pool(1) as pool, suppress(BrokenProcessPool):
            for job in jobs:
                yield pool.submit(build_batch, shared, [job]).result()[0]
                jobs = jobs[1:]
        if jobs:
            yield failed(jobs[0], "the process that made it was ended from outside, or for want of memory")
            jobs = jobs[1:]


def build_batch(shared: Shared, jobs: Sequence[Job]) -> list[Outcome]:
    """Return the outcomes of some events."""
    return [*build_events(shared, jobs)]

"""An event's files: one page where nobody edits it, its full site where somebody does. Bytes in, bytes out."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from gapmark import CONTENT
from gapmark.collection.table import Row
from gapmark.exports.chapters import LEFT_OUT
from gapmark.forms.forms import parse_source
from gapmark.language.phrases import Language
from gapmark.markup.rewriting import rewrite
from gapmark.model import Project
from gapmark.pipeline import gathered_problems, make_site, prepare_site
from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Location, Problem
from gapmark.project.folder import Folder
from gapmark.project.load import parse_project
from gapmark.project.settings import load_headings
from gapmark.receive.choose_document import choose_in
from gapmark.receive.headings_to_pages import arrange, find_kind
from gapmark.receive.importing import new_files
from gapmark.render.render import make_environment, render_template
from gapmark.run import memo
from gapmark.site.citation import cite_page
from gapmark.site.made_pages import GAPS, HOME
from gapmark.site.template_context import Site

NOWHERE = Path("nowhere")
NOTHING = Folder(NOWHERE, {})


class Shared(NamedTuple):
    """What all events have in common."""

    title: str
    description: str
    editor: str
    language: str
    base_url: str
    source: Mapping[str, str]
    gaps: Mapping[str, str]
    phrases: Mapping[str, str | Mapping[str, str]]
    """Those of the collection's own pages, over those of a site."""
    templates: tuple[tuple[str, str], ...]


class Job(NamedTuple):
    """One event to be made."""

    row: Row
    name: str
    """Of the file of its text."""
    where: Location
    """Of its text, or of its folder."""
    text: bytes
    links: tuple[str, str, str]
    """The lists that it stands in, by year, by country and by name; empty where it is in none."""
    files: Mapping[str, bytes] | None = None
    """Of the event's own project, where somebody edits it."""


class Summary(NamedTuple):
    """What the lists and the data say of an event."""

    row: Row
    words: int
    missing: int
    sha256: str
    gaps: tuple[tuple[int, int, float, str, str], ...]
    """Number, first token, quantity, words before and after."""
    edited: bool


class Outcome(NamedTuple):
    """What came of building one event."""

    id: str
    summary: Summary | None
    """None where it could not be made: `problems` says why."""
    files: tuple[tuple[str, bytes], ...]
    problems: tuple[Problem, ...]


def build_events(shared: Shared, jobs: Iterable[Job]) -> Iterator[Outcome]:
    """Yield the outcome of each event. What is read once for all of them is remembered, and nothing else."""
    common = memo.Memory()
    return (build_event(job, shared, common) for job in jobs)


def build_event(job: Job, shared: Shared, common: memo.Memory) -> Outcome:
    """Return the files of one event, below its id. What is wrong with it is in the outcome and stops no other."""
    try:
        with memo.of(memo.Memory(shared=common)):
            return _build_edited(job, shared) if job.files else _build_one_page(job, shared)
    except GapmarkError as error:
        inside = f"events/{job.row.id}/" if job.files else ""
        return Outcome(job.row.id, None, (), tuple(_named(problem, job, inside) for problem in error.problems))
    except Exception as error:
        return failed(job, f"gapmark failed: {traceback.format_exception_only(error)[-1].strip()}")


def failed(job: Job, what: str) -> Outcome:
    """Return the outcome of an event for which the program itself has failed."""
    hint = f"tell the developers of gapmark; until then write no into the column include for {job.row.id}"
    problem = Problem("O001", "error", f"event {job.row.id}: {what}", job.where, hint, job.row.id)
    return Outcome(job.row.id, None, (), (problem,))


def _named(problem: Problem, job: Job, inside: str) -> Problem:
    """Return a problem of an event with a place that an editor of the collection can open."""
    where = problem.where._replace(path=inside + problem.where.path) if inside else job.where
    return problem._replace(where=where, message=f"event {job.row.id}: {problem.message}", event=job.row.id)


def _build_edited(job: Job, shared: Shared) -> Outcome:
    project = parse_project(Folder(NOWHERE, job.files or {}))
    made = make_site(_with_defaults(project, job, shared) if not project.settings["base_url"] else project)
    site = made.site.site
    row = job.row._replace(title=site.title, title_from="given")
    files = tuple((f"{row.id}/{file.path}", file.data) for file in made.files)
    problems = tuple(_named(problem, job, f"events/{row.id}/") for problem in made.problems)
    return Outcome(row.id, _summary(row, site, edited=True), files, problems)


def _build_one_page(job: Job, shared: Shared) -> Outcome:
    project = _with_defaults(parse_project(Folder(NOWHERE, _new_content(job))), job, shared)
    with gathered_problems(project, strict=False) as found:
        _, assembled = prepare_site(project, found)
    site, row = assembled.site, job.row
    t = Language(shared.language, shared.phrases, assembled.t.text)
    context = {
        "site": site,
        "t": t,
        "row": row,
        "collection": shared,
        "parts": [(text.part, _body(str(text.body))) for text in assembled.texts],
        "cited": cite_page(assembled, HOME, site.title),
        "links": job.links,
        "up": "../",
    }
    html = render_template(make_environment(shared.templates), "event.html", context)
    files = (f"{row.id}/{HOME}", html.encode()), (f"{row.id}/source.txt", job.text)
    return Outcome(row.id, _summary(row, site, edited=False), files, ())


def _new_content(job: Job) -> dict[str, bytes]:
    """Return what an import of the text would write, with the sum of nothing but the text in it."""
    document = memo.remember(parse_source, choose_in(job.text, Path(job.name)))
    headings, _ = memo.share(load_headings, NOTHING)
    arrangement = arrange(document, headings, find_kind(document, job.row.title, headings))
    files = dict(new_files(document, arrangement, job.row.title or job.row.id))
    return {f"{CONTENT}/{name}": data for name, data in files.items()}


def _with_defaults(project: Project, job: Job, shared: Shared) -> Project:
    """Return the project with what collection.yaml says once for all events."""
    settings = project.settings
    settings["base_url"] = f"{shared.base_url}{job.row.id}/" if shared.base_url else ""
    if not job.files:
        settings["language"] = shared.language
        settings["gaps"].update(shared.gaps)
        settings["source"].update({key: _filled(value, job.row.id) for key, value in shared.source.items()})
        settings["source"]["title"] = job.row.title
    return project


def _filled(value: object, event: str) -> object:
    return value.replace("{id}", event) if isinstance(value, str) else value


def _body(html: str) -> Markup:
    return Markup(rewrite(LEFT_OUT.sub("", html), _change))  # noqa: S704 - is HTML already


def _change(tag: str, values: dict[str, str]) -> tuple[str, dict[str, str]]:
    """Return a tag as it stands on the only page: headings one level lower, links to what is here."""
    href = values.get("href", "")
    if href.startswith(f"{GAPS}#"):
        values["href"] = href.removeprefix(GAPS)
    elif tag == "a" and ".html" in href and "://" not in href:
        values.pop("href")
    return (f"h{int(tag[1]) + 1}" if tag in ("h2", "h3", "h4", "h5") else tag), values


def _summary(row: Row, site: Site, *, edited: bool) -> Summary:
    gaps = tuple((gap.number, gap.first_token, gap.quantity, gap.before, gap.after) for gap in site.gaps)
    return Summary(row, site.words, site.missing, site.source.sha256, gaps, edited)

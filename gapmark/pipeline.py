"""The whole program in one function: from a folder on the disk to the files of a site, step by step."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from gapmark import CONTENT
from gapmark.compare.record import Record, compare
from gapmark.exports.forms import chosen_forms, make_exports
from gapmark.exports.sums import add_sums
from gapmark.forms.forms import parse_source
from gapmark.model import Document, OutputFile, Project
from gapmark.problems.errors import GapmarkError, failure, stop_on_errors
from gapmark.problems.findings import Findings
from gapmark.problems.location import Problem
from gapmark.project.files import read_file, telling, write_file
from gapmark.project.folder import is_input, read_folder
from gapmark.project.load import load_project
from gapmark.project.site_folder import write_site
from gapmark.render.check_gaps import check_gaps
from gapmark.render.check_output import check_site
from gapmark.render.render import render_pages
from gapmark.render.web_files import make_found
from gapmark.run import memo
from gapmark.run.cache import delete_old_folder, open_memory, save_memory
from gapmark.run.progress import begin
from gapmark.site.assemble import assemble
from gapmark.site.template_context import Assembled
from gapmark.statements.prove import prove
from gapmark.text.lines import count_words
from gapmark.text.pages import Edition, parse_edition
from gapmark.yamltext.records import Group

SOURCES = f"{CONTENT}/source/"
UNREAD = ("X001", "X002", "P001", "P002", "O005", "O006")
"""A file that can't be read or is no text, a list, a front matter or a name with a mistake in it."""
INCOMPLETE = (*UNREAD, "X004", "X005", "X006", "X007", "G013", "P020")
"""An entry of a list, or a whole one, is not there: nobody knows which warnings it would bring."""
AFTERWARDS = ("X010", "X012", "X021")
"""Warnings that ask to rewrite or delete what an editor wrote: they wait until there are no errors that may be their
cause."""
LONG_PARAGRAPH = 150
"""Words; a reader loses the thread in longer ones, and import makes one paragraph of a whole section."""


class Built(NamedTuple):
    """A site that was made."""

    record: Record
    site: Assembled
    files: tuple[OutputFile, ...]
    problems: tuple[Problem, ...]
    """Warnings only."""

    def counts(self) -> dict[str, int]:
        """Return how many pages, gaps, words and changes it has, by these names."""
        pages = sum(file.path.endswith(".html") for file in self.files)
        site, gaps = self.site.site, len(self.record.edition.document.gaps)
        return {"pages": pages, "gaps": gaps, "words": site.words, "changes": len(site.changes)}


def build(root: Path, out: Path, *, strict: bool = False, fresh: bool = False) -> tuple[Built, int]:
    """Build the site of the project in `root` into `out`; return it, and how many files had changed and were
    written.

    Raise GapmarkError, with nothing written, on any error.

    What an earlier build kept is used, unless it is to be `fresh`.
    """
    begin("reading")
    with memo.of(open_memory(root, fresh=fresh)) as memory:
        made = make_site(load_project(root), strict=strict)
    begin("writing")
    written = write_site(out, made.files, root)
    save_memory(root, memory)
    delete_old_folder(root)
    return made, written


def write_bag(root: Path, target: Path, *, strict: bool = False) -> None:
    """Make the site again, and put it and all that it is made of into one zip file. Raise GapmarkError."""
    from gapmark.exports.bag import DECLARATION, make_bag

    made = make_site(load_project(root), strict=strict)
    folder = read_folder(root, (), (CONTENT, "templates", "static"))
    inputs = {name: folder.data(name) for name in folder.found if is_input(name) or "/." not in name}
    for name in (name for name in inputs if "%" in name):  # BagIt and its programs write it in two ways
        raise failure("O008", name, "a file of this name can't be in a bag", "give it a name without %")
    name = target.as_posix()
    if os.path.lexists(target) and not (os.path.isfile(target) and DECLARATION.encode() in read_file(target, name)):  # noqa: PTH113 - may raise
        raise failure(
            "O004", name, "is there already, and gapmark did not make it", "give another name, or move it away"
        )
    data = make_bag(made.site, made.files, inputs)
    with telling(target, root, "make room or give write permission there"):
        write_file(target, data)


def make_site(project: Project, *, strict: bool = False) -> Built:
    """Every file of the site, in memory. Raises GapmarkError with all problems of the run at once."""
    with memo.of(), gathered_problems(project, strict=strict) as found:
        record, site = prepare_site(project, found, strict=strict)
        files = finish_site(site, found)
    return Built(record, site, files, tuple(found))


def prepare_site(project: Project, found: Findings, *, strict: bool = False) -> tuple[Record, Assembled]:
    """Take the steps before the first page is rendered. Note what is wrong in `found`, or raise it as GapmarkError."""
    begin("comparing with the source")
    record = found.of(make_record(project, found, strict=strict))
    begin("putting the site together")
    statements = found.of(prove(project.lists, record))
    return record, found.of(assemble(project, record, statements, chosen_forms(project.settings["exports"])))


def finish_site(site: Assembled, found: Findings) -> tuple[OutputFile, ...]:
    """Take the steps from the first page on. Raise GapmarkError where a template fails, or `found` has an error."""
    begin("making pages")
    pages = render_pages(site)
    begin("making other forms")
    stop_on_errors(found)
    files = (*pages, *make_exports(site, pages), *site.copied)
    files = add_sums(site, (*files, *make_found(files, site.site.base_url)))
    begin("checking pages")
    found.extend(check_site(files, site.site.base_url, site.templates))
    found.extend(check_gaps(files, site.record.comparison.published.words))
    return files


def make_record(project: Project, found: Findings, *, strict: bool = False) -> Record:
    """Return source and pages, compared. Raise GapmarkError where one of them is missing; `found` has the reasons so
    far."""
    document = read_document(project)
    whole = not any(_is_unread(problem, f"{CONTENT}/*.md") for problem in project.problems)
    html = project.settings["allow_html"]
    languages = project.settings["source"]["language"], project.settings["language"]
    edition = parse_edition(
        document, project.manuscripts, allow_html=html, whole=whole, gone=project.gone, languages=languages
    )
    if not edition.whole:
        raise GapmarkError(*found, *edition.problems)
    if not edition.compared:
        stop_on_errors((*found, *edition.problems))
        hint = "give a page a role other than own, or run: python build.py import FILE"
        raise failure("P005", CONTENT, "no page publishes the source: each is the editor's own", hint)
    strict = strict or project.settings["fidelity"] == "strict"
    strict = strict and not any(_is_unread(problem, f"{CONTENT}/changes.yaml") for problem in project.problems)
    return compare(edition, project.lists.changes, project.lists.gaps, strict=strict)


def _is_unread(problem: Problem, pattern: str) -> bool:
    """Whether a file could not be read for this problem: what depends on it is not judged."""
    return problem.level == "error" and problem.code in UNREAD and PurePosixPath(problem.where.path).match(pattern)


def read_document(project: Project) -> Document:
    """Return the source, understood. Raise GapmarkError where it is missing; the project's problems say why."""
    if project.source is None:
        raise GapmarkError(
            *(p for p in project.problems if p.where.path.startswith(SOURCES) or p.where.path == CONTENT)
        )
    return memo.remember(parse_source, project.source)


@contextmanager
def gathered_problems(project: Project, *, strict: bool) -> Iterator[Findings]:
    """Gather the problems of a run's steps. At its end they are as they are shown; raises GapmarkError on any error."""
    found = Findings(project.problems)
    try:
        yield found
    except GapmarkError as error:
        found += (problem for problem in error.problems if problem not in found)
    found[:] = problems_to_show(found, project.settings["allow"], strict=strict)
    stop_on_errors(found)


def problems_to_show(problems: Sequence[Problem], allowed: Sequence[Group], *, strict: bool) -> tuple[Problem, ...]:
    """Problems as they are shown: sorted by place, allowed warnings left out, warnings as errors when strict."""
    errors = [p for p in problems if p.level == "error"]
    waiting = AFTERWARDS if errors else ()
    kept = {p for p in problems if p.level == "error" or p.code not in waiting}
    for allowance in filter(lambda allowance: allowance["code"], allowed):
        if not any(_allows(allowance, p) for p in problems) and not any(p.code in INCOMPLETE for p in errors):
            kept.add(_idle(allowance, problems))
        kept = {p for p in kept if not _allows(allowance, p)}
    shown = (p._replace(level="error") for p in kept) if strict else kept
    return tuple(sorted(shown, key=lambda p: (p.where.path, p.where.line, p.where.column, p.code, p.message)))


def _allows(allowance: Group, problem: Problem) -> bool:
    """Whether an entry of `allow` is for this warning; one with an entry or a place, only there."""
    path, line = problem.where.path, problem.where.line
    there = f"{problem.where}:".startswith(f"{allowance['place']}:") or not allowance["place"]
    if allowance.get("entry"):  # its line, if one is named too, may have moved
        named = allowance["place"].split(":")[0] in ("", path)
        there = named and any(s.path == path and s.first <= line <= s.last for s in allowance["stretches"])
    return problem.level == "warning" and problem.code == allowance["code"] and there


def _idle(allowance: Group, problems: Sequence[Problem]) -> Problem:
    """C005; where the warning came up on another line of the file, the entry should not depend on lines."""
    where = " at ".join(filter(None, (allowance.get("entry"), allowance["place"])))
    what = f"{allowance['code']} is allowed{' at ' if where else ''}{where}"
    path = allowance["place"].partition(":")[0]
    moved = [p for p in problems if p.code == allowance["code"] and path == p.where.path]
    hint = "delete this entry of allow"
    if moved:
        hint = f"it came up at {moved[0].where}: in place of place: write entry: with the label, name, quotation or "
        hint += "heading that stands there, which stays when lines move"
    return Problem("C005", "warning", f"{what}, and no such warning came up", allowance.where, hint)


def long_paragraphs(edition: Edition) -> tuple[tuple[str, int], ...]:
    """Return the paragraphs of more than LONG_PARAGRAPH words, by the path of their page."""
    counts = (
        (page.manuscript.path, count_words("".join(paragraph.itertext())))
        for page in edition.pages
        for paragraph in page.tree.iter("p")
    )
    return tuple((path, words) for path, words in counts if words > LONG_PARAGRAPH)

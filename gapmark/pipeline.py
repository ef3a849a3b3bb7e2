"""build() and import_source(): the steps in order, one line each."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gapmark.compare.record import Record, draw_up, mended_tokens
from gapmark.errors import GapmarkError, stop_on_errors
from gapmark.exports.citations import make_citations
from gapmark.exports.one_file import make_one_file
from gapmark.exports.search import SCRIPT, make_search
from gapmark.exports.tables import make_tables
from gapmark.language.phrases import Language
from gapmark.model import Document, Location, OutputFile, Problem, Source
from gapmark.project.files import decode, failure, name_of, read_bytes, write_site
from gapmark.project.lists import load_entries, load_facts, load_fields
from gapmark.project.phrases import load_language
from gapmark.project.settings import DEFAULTS, Project, load_figures, load_project, load_static, load_templates
from gapmark.site.assemble import assemble_site
from gapmark.site.checks import check_site
from gapmark.site.render import make_environment, render_site
from gapmark.site.web_files import make_found
from gapmark.source.checks import check_source
from gapmark.source.sections import parse_document
from gapmark.source.tokens import find_documents
from gapmark.statements.prove import Lists, Statements, read_statements
from gapmark.text.figures import FOLDER, Figure, read_figures
from gapmark.text.pages import Edition, parse_edition, words_of

EXPORTED = {"gaps.json", "gaps.csv", "changes.json", "changes.csv"}
EXPORTED |= {"cite.bib", "cite.ris", "cite.csl.json", "CITATION.cff", "edition.html"}
"""Files that are made of the finished site; pages can link to them."""
LONG_PARAGRAPH = 150
"""Words; a reader loses the thread in longer ones, and import makes one paragraph of a whole section."""


@dataclass(frozen=True, slots=True)
class Built:
    """A site that nobody has written yet."""

    record: Record
    files: tuple[OutputFile, ...]
    words: int
    """Of the source's text as published."""
    changes: int
    """As listed on the page of changes, supplied words among them."""
    problems: tuple[Problem, ...]
    """Warnings only."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    out: Path
    pages: int
    gaps: int
    words: int
    written: int
    """Files that had changed."""
    long_paragraphs: tuple[tuple[str, int], ...]
    """Page and number of words of each paragraph that an editor may want to break."""
    changes: int
    unreasoned: int
    """Changes for which no reason was given."""
    seconds: float
    problems: tuple[Problem, ...]
    """Warnings."""


def build(root: Path, out: Path, *, strict: bool = False) -> Report:
    """Build the site of the project in `root` into `out`. Raises GapmarkError, with nothing written, on any error."""
    begin = time.perf_counter()
    made = make_site(root, strict=strict)
    written = write_site(out, made.files, root)
    pages = sum(file.path.endswith(".html") for file in made.files)
    gaps = len(made.record.edition.document.gaps)
    seconds = time.perf_counter() - begin
    return Report(
        out=out,
        pages=pages,
        gaps=gaps,
        words=made.words,
        written=written,
        long_paragraphs=long_paragraphs(made.record.edition),
        changes=made.changes,
        unreasoned=len(made.record.unreasoned),
        seconds=seconds,
        problems=made.problems,
    )


def make_site(root: Path, *, strict: bool = False) -> Built:
    """Every file of the site, in memory. Raises GapmarkError with all problems of the run at once."""
    project = load_project(root)
    problems = list(project.problems)
    try:
        made = _make(project, problems, strict=strict)
    except GapmarkError as error:
        problems += error.problems
        raise GapmarkError(*settle(problems, project.settings["allow"], strict=strict)) from None
    settled = settle(problems, project.settings["allow"], strict=strict)
    stop_on_errors(settled)
    return replace(made, problems=settled)


def _make(project: Project, problems: list[Problem], *, strict: bool) -> Built:
    """The steps. What is wrong is added to `problems`; only what makes the next step impossible is raised."""
    settings = project.settings
    phrases, unsaid = load_language(project.root, settings["language"])
    problems += unsaid
    language = Language(settings["language"], phrases, settings["source"]["language"])
    record = make_record(project, problems, strict=strict)
    statements = make_statements(project, record, problems)
    figures, images = make_figures(project, record, problems)
    copied = (*load_static(project.root), copy_source(project), *images)
    assembled = assemble_site(
        record, statements, figures, read_atlas(), settings, language, {file.path for file in copied} | EXPORTED
    )
    problems += assembled.problems
    copied = tuple(file for file in copied if assembled.site.search or file.path != SCRIPT)
    jinja = make_environment(load_templates(project.root))
    pages = render_site(assembled, jinja, language)
    pages += () if _any_error(problems) else (make_one_file(assembled, pages, copied, jinja, language),)
    exports = (*make_tables(assembled.site), *make_citations(assembled.site), *make_search(assembled, language))
    files = (*pages, *exports, *copied)
    files += make_found(files, assembled.site.base_url)
    problems += () if _any_error(problems) else check_site(files, assembled.site.base_url)
    return Built(record, files, assembled.site.words, len(assembled.site.changes), ())


def make_record(project: Project, problems: list[Problem], *, strict: bool) -> Record:
    """Source and pages read and compared. What is wrong is added to `problems`."""
    document = read_document(project)
    edition, found = parse_edition(document, project.manuscripts, allow_html=project.settings["allow_html"])
    problems += found
    _stop_without_pages(edition, problems)
    reasons, wrong = load_entries(project.root, "changes")
    supplied, wrong_too = load_entries(project.root, "gaps")
    problems += (*wrong, *wrong_too)
    strict = strict or project.settings["fidelity"] == "strict"
    record, found = draw_up(edition, reasons, supplied, strict=strict)
    problems += found
    problems += check_source(document, mended_tokens(record.comparison))
    return record


def make_statements(project: Project, record: Record, problems: list[Problem]) -> Statements:
    """Facts, events and places, each held against the words of the text. What is wrong is added to `problems`."""
    fields, wrong = load_fields(project.root)
    facts, wrong_facts = load_facts(project.root, (field["name"] for field in fields))
    timeline, wrong_timeline = load_entries(project.root, "timeline")
    places, wrong_places = load_entries(project.root, "places")
    statements, unproven = read_statements(Lists(fields, facts, timeline, places), record)
    problems += (*wrong, *wrong_facts, *wrong_timeline, *wrong_places, *unproven)
    return statements


def make_figures(
    project: Project, record: Record, problems: list[Problem]
) -> tuple[dict[str, Figure], tuple[OutputFile, ...]]:
    """The figures that the pages show, and their files. What is wrong is added to `problems`."""
    entries, wrong = load_entries(project.root, "figures")
    files = {file.path.removeprefix(f"{FOLDER}/"): file for file in load_figures(project.root)}
    data = {name: file.data for name, file in files.items()}
    figures, found = read_figures(entries, record.edition.pages, data)
    problems += (*wrong, *found)
    return figures, tuple(files[name] for name in figures)


def read_atlas() -> bytes:
    """The lines that maps are drawn of, from Natural Earth."""
    return (DEFAULTS / "atlas" / "atlas.txt").read_bytes()


def copy_source(project: Project) -> OutputFile:
    """The received text itself, for readers to download."""
    path = project.source_path
    data = read_bytes(path, project.root)
    return OutputFile(f"source/{path.name}", data, name_of(path, project.root))


def _stop_without_pages(edition: Edition, problems: Sequence[Problem]) -> None:
    """Raise GapmarkError where no page publishes the source, so that there is nothing to compare it with."""
    if not edition.compared:
        hint = "give a page a role other than own, or run: python build.py import FILE"
        wrong = failure("P005", "content", "no page publishes the source: each is the editor's own", hint)
        raise GapmarkError() if _any_error(problems) else wrong  # the caller has the other problems


def read_document(project: Project) -> Document:
    """The source in content/source/, understood. Raises GapmarkError where it is missing."""
    path = project.source_path
    source = read_source(read_bytes(path, project.root), name_of(path, project.root), path.stem)
    stop_on_empty(source.text, source.path)
    extents = find_documents(source.text, path.stem)
    if len(extents) != 1:
        found = ", ".join(extent.id for extent in extents)
        hint = "run: python build.py import FILE --doc ID"
        raise failure("S001", source.path, f"one document was expected, these were found: {found}", hint)
    return parse_document(source, extents[0])


def read_source(data: bytes, path: str, source_id: str) -> Source:
    """Bytes to a Source. Raises GapmarkError where they are not UTF-8."""
    return Source(source_id, path, decode(data, path), hashlib.sha256(data).hexdigest(), len(data))


def stop_on_empty(text: str, path: str) -> None:
    """Raise GapmarkError where a source has no words."""
    if not text.strip("\ufeff \t\r\n"):
        raise failure("S002", path, "holds no text", "put the received text there")


def settle(problems: Sequence[Problem], allowed: Sequence[Mapping[str, Any]], *, strict: bool) -> tuple[Problem, ...]:
    """Problems as they are shown: sorted by place, allowed warnings left out, warnings as errors when strict."""
    codes = {allowance["code"] for allowance in allowed}
    kept = {p for p in problems if p.level == "error" or p.code not in codes}
    for allowance in filter(lambda allowance: allowance["code"], allowed):
        if not any(p.code == allowance["code"] and p.level == "warning" for p in problems):
            message = f"{allowance['code']} is allowed, and no such warning came up"
            place = getattr(allowance, "where", Location("content/site.yaml"))
            kept.add(Problem("C005", "warning", message, place, "delete this entry of allow"))
    shown = (replace(p, level="error") for p in kept) if strict else kept
    return tuple(sorted(shown, key=lambda p: (p.where.path, p.where.line, p.where.column, p.code, p.message)))


def _any_error(problems: Sequence[Problem]) -> bool:
    return any(problem.level == "error" for problem in problems)


def long_paragraphs(edition: Edition) -> tuple[tuple[str, int], ...]:
    """The paragraphs of more than LONG_PARAGRAPH words, by the path of their page."""
    counts = (
        (page.manuscript.path, words_of("".join(paragraph.itertext())))
        for page in edition.pages
        for paragraph in page.tree.iter("p")
    )
    return tuple((path, words) for path, words in counts if words > LONG_PARAGRAPH)

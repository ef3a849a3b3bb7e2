"""Makes finished pages of Jinja templates. A template's mistake becomes a problem with the template's file and line."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, cast

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gapmark import CONTENT
from gapmark.language.line_breaks import unbroken
from gapmark.language.phrases import Language, MissingPhraseError
from gapmark.model import OutputFile
from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Location, Problem
from gapmark.problems.nearest import nearest
from gapmark.render.compiled import CompiledTemplates
from gapmark.render.guards import HERE, CountingCode, EndlessError, begin_macro, begin_round
from gapmark.render.web_files import add_policy
from gapmark.run import memo
from gapmark.run.progress import counted
from gapmark.site.citation import cite_page
from gapmark.site.made_pages import pages_made
from gapmark.site.template_context import Assembled, FinishedSite

FOLDER = "templates/"
MISTAKES = (
    *(jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RuntimeError),
    *(MemoryError, SyntaxError),
)
"""Errors that a template can cause, from a wrong name to a page without end."""
LARGEST = 50_000_000
"""Characters of a page; no reader's browser would show a larger one."""


def render_pages(assembled: Assembled) -> tuple[OutputFile, ...]:
    """Return every page. Raise GapmarkError with a problem for each template that fails."""
    files: list[OutputFile] = []
    problems: list[Problem] = []
    for job in counted([*_jobs(assembled, assembled.t)]):
        try:
            files.append(_render_job(assembled, *job))
        except GapmarkError as error:
            problems += error.problems
            if isinstance(error.__cause__, (EndlessError, RecursionError)):
                break  # each further page would take as long
    if problems:
        raise GapmarkError(*dict.fromkeys(problems))
    return tuple(files)


def render_page(assembled: Assembled, path: str) -> OutputFile | None:
    """Return one page by its path; None where there is no such page. Raise GapmarkError where its template fails."""
    job = next((job for job in _jobs(assembled, assembled.t) if job[0] == path), None)
    return _render_job(assembled, *job) if job else None


def render_finished(assembled: Assembled, path: str, site: FinishedSite) -> OutputFile:
    """Return a page that shows what is known only when all files are made. Raise GapmarkError where its template
    fails."""
    output, name, maker, context = next(job for job in _jobs(assembled, assembled.t) if job[0] == path)
    return _render_job(assembled, output, name, maker, {**context, "site": site})


def _render_job(assembled: Assembled, output: str, name: str, maker: str, context: Mapping[str, Any]) -> OutputFile:
    html = render_template(make_environment(assembled.templates), name, context)
    return OutputFile(output, html.encode(), maker)


def render_template(jinja: jinja2.Environment, name: str, context: Mapping[str, Any]) -> str:
    """Return one page. Raise GapmarkError with the template's file and line where it fails."""
    HERE.rounds = 0
    try:
        text = add_policy(_render(jinja.get_template(name), context), cast(Templates, jinja.loader).texts)
        text.encode()  # half a character (\\ud800) can be written in a template, and not in a file
    except MISTAKES as error:
        raise GapmarkError(_problem(error, name, jinja.list_templates())) from error
    return text


def _render(template: jinja2.Template, context: Mapping[str, Any]) -> str:
    parts, size = [], 0
    for part in template.generate(context):
        parts.append(part)
        size += len(part)
        if size > LARGEST:
            raise EndlessError(f"the page grows beyond {LARGEST // 1_000_000} MB")
    return "".join(parts)


def make_environment(templates: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    """Return an environment in which undefined names are errors and everything is escaped; tracebacks name the files
    of templates/.

    Undefined names are errors, everything is escaped, and tracebacks name the files of templates/. It is a sandbox: a
    template of a stranger's project reaches what it is given, and no more of Python than that.
    """
    return memo.share(_make_environment, templates)


def _make_environment(templates: tuple[tuple[str, str], ...]) -> jinja2.Environment:
    jinja = ImmutableSandboxedEnvironment(
        loader=Templates(dict(templates)),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # to fold constants takes longer than it saves a small site
        bytecode_cache=CompiledTemplates(),
    )
    jinja.code_generator_class = CountingCode
    jinja.extend(begin_round=begin_round, begin_macro=begin_macro)
    jinja.filters["unbroken"] = unbroken
    return jinja


class Templates(jinja2.BaseLoader):
    """Templates that have been read, under the names of their files."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def get_source(self, _: jinja2.Environment, template: str) -> tuple[str, str, None]:
        """Return text and file of one template. Raise TemplateNotFound where there is none."""
        if template not in self.texts:
            raise jinja2.TemplateNotFound(template)
        return self.texts[template], FOLDER + template, None

    def list_templates(self) -> list[str]:
        """Return all names, sorted."""
        return sorted(self.texts)


def _jobs(assembled: Assembled, t: Language) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield output, template, maker and context of every page."""
    shared = {"site": assembled.site, "t": t, "cite": partial(cite_page, assembled)}
    for name in pages_made(assembled.site.shown.events, assembled.site.shown.places):
        yield name, name, FOLDER + name, {**shared, "href": name}
    for text in assembled.texts:
        maker = f"{CONTENT}/{text.part.href.removesuffix('.html')}.md"
        yield text.part.href, "page.html", maker, {**shared, "text": text, "href": text.part.href}
        for old in text.part.formerly:
            yield old, "moved.html", maker, {**shared, "text": text, "href": old}


def _problem(error: BaseException, name: str, templates: Sequence[str]) -> Problem:
    where = _locate(error, name)
    if isinstance(error, jinja2.TemplateNotFound):
        near = nearest(str(error.name), templates)
        hint = f'did you mean "{near}"?' if near else f"put the file back in {FOLDER}"
        return Problem("T001", "error", f"there is no template {FOLDER}{error.name}", where, hint)
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Problem("T002", "error", f"template syntax: {error.message}", where, "mend the tag on this line")
    if isinstance(error, MissingPhraseError):
        hint = f"add {error} to {CONTENT}/language.yaml, or ask for a phrase that is there"
        return Problem("T004", "error", f'the language has no phrase "{error}"', where, hint)
    hint = "mend what the template does there; gapmark docs look lists what it can use"
    if isinstance(error, jinja2.UndefinedError):
        hint = "gapmark docs look lists the names that templates can use"
    message = str(error) or type(error).__name__
    if isinstance(error, RecursionError):  # whose words say where Python was, which is another place each time
        message = "the template includes, extends or calls itself without end"
    return Problem("T003", "error", message, where, hint)


def _locate(error: BaseException, name: str) -> Location:
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Location(error.filename or FOLDER + name, error.lineno)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(FOLDER)]
    return Location(frames[-1].filename, frames[-1].lineno or 0) if frames else Location(FOLDER + name)

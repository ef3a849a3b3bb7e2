"""import: a source text becomes a content folder, and nothing that an editor wrote is lost on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gapmark import CONTENT
from gapmark.forms.forms import check_form, check_source, parse_source
from gapmark.model import Document
from gapmark.problems.errors import failure, stop_on_errors
from gapmark.problems.location import Problem
from gapmark.project.files import check_links, read_bytes, telling
from gapmark.project.folder import DEFAULTS, Folder, read_folder
from gapmark.project.lock import locked
from gapmark.project.pages import load_pages
from gapmark.project.settings import load_headings, load_settings
from gapmark.project.swap import finish, swap
from gapmark.receive.choose_document import choose_document, source_name
from gapmark.receive.event_title import guess_title
from gapmark.receive.headings_to_pages import Arrangement, arrange, find_kind
from gapmark.receive.import_plan import OLD, RECORD, Plan, plan_import
from gapmark.receive.page_file import page_text
from gapmark.receive.site_file import licence_text, site_text
from gapmark.yamltext.records import Group

GENERAL = ("headings.yaml", "language.yaml", "fields.yaml")
"""Lists of a site that hold for any source."""
SITE, LICENCE, FIELDS = "site.yaml", "LICENSE.txt", "fields.yaml"
READ = ("*.md", "*.yaml", "*.new*", LICENCE, RECORD, "source/*.txt", "source/*.md", f"{OLD}/*", f"{OLD}/source/*")
"""What an import looks at in content/."""


class Receipt(NamedTuple):
    """What an import did, or would do."""

    title: str
    plan: Plan
    arrangement: Arrangement
    other_source: str
    """The id that site.yaml names, where it is not the imported one; else empty."""
    problems: tuple[Problem, ...]
    """Warnings about the source."""


def import_source(
    root: Path,
    path: Path,
    doc: str = "",
    form: str = "",
    title: str = "",
    *,
    force: bool = False,
    dry_run: bool = False,
) -> Receipt:
    """Write content/ for one document of the file `path`; with `dry_run` only say what would be written.

    `form` is the name of the text's form; where it is empty, the project's own counts, then what the text looks like.
    `title` is the event's; where it is empty, it is guessed.
    Raises GapmarkError on any error, with nothing changed. Killed at any moment, the next one finishes it.
    """
    known, marks = known_form(root, path)
    document = parse_source(choose_document(path, doc, form or known, marks))
    content = root / CONTENT
    with telling(content, root, "mend this and import again; what stood here before is still here"), locked(root):
        check_links(content, root)
        finish(content)
        receipt = prepare_import(root, document, title, force=force, told=bool(form or known))
        if not dry_run and (receipt.plan.files or receipt.plan.gone):
            content.mkdir(parents=True, exist_ok=True)
            swap(content, receipt.plan.files, receipt.plan.gone, flushed=True)
    return receipt


def known_form(root: Path, path: Path) -> tuple[str, tuple[Group, ...]]:
    """The form and the marks of the project's own source, where that is what is imported again; else nothing."""
    folder = read_folder(root) if root.is_dir() else None
    if folder is None or f"{CONTENT}/{SITE}" not in folder:
        return "", ()
    settings, _ = load_settings(folder)
    same = settings["source"]["id"] == source_name(path.stem) and settings["source"]["form"] != "tokens"
    return (settings["source"]["form"], settings["gaps"]["marks"]) if same else ("", ())


def prepare_import(
    root: Path, document: Document, title: str = "", *, force: bool = False, told: bool = False
) -> Receipt:
    """What an import of a document would do; `told` says that its form is known. Raises GapmarkError."""
    folder = read_folder(root)
    headings, problems = load_headings(folder)
    stop_on_errors(problems)
    title, other = title or guess_title(document), other_source(folder, document.source.id)
    before = _read_before(root / CONTENT, root)
    begun = not other and "battle.md" in before  # such a project goes on as it began
    arrangement = arrange(document, headings, "fight" if begun else find_kind(document, title, headings))
    whole = force and bool(other)
    wanted = dict(new_files(document, arrangement, title))
    kept = (FIELDS,) if whole else (SITE, LICENCE, FIELDS)
    wanted = {name: data for name, data in wanted.items() if name not in kept or name not in before}
    retired = _all_of_it(before, wanted) if whole else _other_pages(folder, wanted)
    plan = plan_import(before, wanted, retired, force=force, foreign=bool(other))
    _check_places(root, plan)
    found = (*problems, *(() if told else check_form(document)), *check_source(document))
    return Receipt(title, plan, arrangement, "" if force else other, found)


def other_source(folder: Folder, source_id: str) -> str:
    """The id of another source that site.yaml names already; empty where it names this one, or there is none."""
    if f"{CONTENT}/{SITE}" not in folder:
        return ""
    settings, _ = load_settings(folder)
    named = str(settings["source"]["id"])
    return named if named != source_id else ""


def new_files(document: Document, arrangement: Arrangement, title: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of what import would write into an empty content/."""
    yield f"source/{document.source.name}", document.source.text.encode()
    for draft in arrangement.drafts:
        yield f"{draft.name}.md", page_text(draft).encode()
    yield SITE, site_text(document, title).encode()
    yield LICENCE, licence_text(document).encode()
    if any(draft.role == "events" for draft in arrangement.drafts):
        yield FIELDS, (DEFAULTS / f"fields-{arrangement.kind or 'act'}.yaml").read_bytes()


# ---------------------------------------------------------------- what is there already


def _read_before(content: Path, root: Path) -> dict[str, bytes]:
    paths = sorted({path for pattern in READ for path in content.glob(pattern)})
    return {path.relative_to(content).as_posix(): read_bytes(path, root) for path in paths if path.is_file()}


def _check_places(root: Path, plan: Plan) -> None:
    """Raise GapmarkError where a folder or a link stands in the place of a file that would be written."""
    for name in plan.files:
        check_links(root / CONTENT / name, root)
        if (root / CONTENT / name).is_dir():
            raise failure("O001", f"{CONTENT}/{name}", "is a folder, and a file is to be written here", "move it away")


def _other_pages(folder: Folder, wanted: dict[str, bytes]) -> list[str]:
    """Pages that publish the source too, beside those that import writes: they would say everything twice."""
    pages, _ = load_pages(folder)
    names = [f"{page.name}.md" for page in pages if page.role != "own"]
    return [name for name in names if name not in wanted]


def _all_of_it(before: dict[str, bytes], wanted: dict[str, bytes]) -> list[str]:
    """Pages, lists and licence of another source, which mean nothing beside this one."""
    ours = [name for name in before if name.endswith((".md", ".yaml")) or name == LICENCE]
    return [name for name in ours if "/" not in name and name not in wanted and name not in GENERAL]

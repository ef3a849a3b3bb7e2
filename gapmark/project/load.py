"""load_project(): everything that is read from the disk, as one frozen record."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gapmark import CONTENT
from gapmark.model import Notation, OutputFile, Project, Source
from gapmark.problems.errors import failure
from gapmark.problems.findings import Findings
from gapmark.problems.location import Location, Problem
from gapmark.project.allowances import find_stretches
from gapmark.project.assets import load_atlas, load_figures, load_static, load_templates
from gapmark.project.files import LARGEST_TEXT, check_links, check_size, decode, telling
from gapmark.project.folder import Folder, read_folder
from gapmark.project.lists import load_lists
from gapmark.project.lock import locked
from gapmark.project.notation import load_notation
from gapmark.project.pages import load_pages
from gapmark.project.phrases import default_phrases, load_language
from gapmark.project.settings import load_settings
from gapmark.project.swap import finish
from gapmark.project.unread import check_unread
from gapmark.run import memo

_NO_PROJECT = Problem(
    "C001",
    "error",
    "there is no project here: this folder is missing, or has no pages and lists",
    Location(CONTENT),
    "go to the folder that holds it, or name that with --project DIR; to begin one: python build.py import FILE",
)


def load_project(root: Path, *, drafts: bool = False) -> Project:
    """Read the folder that holds content/; whatever is wrong there comes in the record.

    Not while an import is at work there; what one that was killed has left to do is done first.
    """
    if not os.path.isdir(root):  # noqa: PTH112 - Path.is_dir() raises where it may not look
        return parse_project(read_folder(root), drafts)
    hint = "an import was stopped here: make room or give write permission, and it will be finished"
    with locked(root), telling(root / CONTENT, root, hint):
        check_links(root / CONTENT, root)
        finish(root / CONTENT)
        folder = read_folder(root)
    with memo.of():
        return parse_project(folder, drafts)


def parse_project(folder: Folder, drafts: bool = False, moment: str | None = None) -> Project:
    """Return the files of a project as a record. What can't be read is empty, and its problem says so."""
    found = Findings()
    settings = found.read({}, load_settings, folder)
    manuscripts = found.read((), load_pages, folder, drafts)
    source: Source | None = found.read(None, _load_source, folder, settings)
    received = [OutputFile(f"source/{source.name}", folder.data(source.path), source.path)] if source else []
    found += check_unread(folder)
    lists = found.read(None, load_lists, folder, settings["calendar"])
    for allowance in settings["allow"]:
        allowance["stretches"] = find_stretches(allowance["entry"], lists, manuscripts) if allowance["entry"] else None
    return Project(
        settings=settings,
        source=source,
        manuscripts=manuscripts,
        lists=lists,
        phrases=found.read(default_phrases("en"), load_language, folder, settings["language"]),
        templates=found.read((), load_templates, folder),
        static=(*found.read((), load_static, folder), *received),
        figures=found.read((), load_figures, folder),
        atlas=memo.share(load_atlas),
        gone=folder.gone,
        moment=found.read(None, _load_moment, os.environ.get("SOURCE_DATE_EPOCH", "") if moment is None else moment),
        problems=tuple(found) if any(folder.below(CONTENT)) else (_NO_PROJECT,),
    )


def _load_source(folder: Folder, settings: Mapping[str, Any]) -> tuple[Source, tuple[Problem, ...]]:
    """Return the received text: the file that site.yaml names, or the only one, so that it is read in any case."""
    source_id, there = settings["source"]["id"], tuple(folder.below(f"{CONTENT}/source"))
    named = [f"{CONTENT}/source/{source_id or 'ID'}{ending}" for ending in (".txt", ".md")]
    path = there[0] if not source_id and len(there) == 1 else next((name for name in named if name in folder), named[0])
    form = settings["source"]["form"]
    notation = load_notation(settings["gaps"]["marks"]) if form != "tokens" else None
    source = read_source(folder.data(path), path, Path(path).stem, form, notation)
    sha256 = settings["source"]["sha256"]
    if not sha256 or sha256.lower() == source.sha256:
        return source, ()
    message = f"is not the text as received: its sha256 is not the one in site.yaml, {sha256}"
    hint = f"put the received file back; if this is it, write into site.yaml, under source: sha256: {source.sha256}"
    return source, (Problem("S004", "error", message, Location(source.path), hint),)


def read_source(
    data: bytes, path: str, source_id: str, form: str = "tokens", notation: Notation | None = None
) -> Source:
    """Return bytes as a Source. Raise GapmarkError where they are not UTF-8, or too many."""
    check_size(data, path, LARGEST_TEXT)
    digest = hashlib.sha256(data).hexdigest()
    return Source(source_id, path, decode(data, path), digest, len(data), form, notation)


def _load_moment(written: str) -> tuple[int | None, tuple[Problem, ...]]:
    """Return the date that finished files bear (https://reproducible-builds.org/specs/source-date-epoch/)."""
    if written and not re.fullmatch(r"[0-9]{1,10}", written):
        hint = "set it to seconds since 1970, such as 1700000000, or to nothing"
        raise failure("C007", "SOURCE_DATE_EPOCH", f'the environment variable is no date: "{written}"', hint)
    return int(written) if written else None, ()

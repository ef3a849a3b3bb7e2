"""The pages of content/ as an editor left them: front matter and Markdown, not yet understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from gapmark import CONTENT
from gapmark.model import ROLES, Manuscript
from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Location, Problem
from gapmark.project.folder import Folder
from gapmark.run.memo import remember
from gapmark.yamltext.fields import NEEDED, TEXT, Field, group
from gapmark.yamltext.values import Yaml

FRONT_MATTER = group(
    title=NEEDED,
    role=Field("text", "other", choices=ROLES),
    order=Field("number", example="(a number that no other page has: pages stand in the order of theirs)"),
    description=TEXT,
    draft=Field("flag", False),
    formerly=TEXT,
)
"""Every key that may stand between the two `---` lines of a page."""

ORDER = {role: n - (n > 2) for n, role in enumerate(ROLES, start=1)}
"""The place of a page that gives none, by its role: events stand where a battle does."""
PAGE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")
_CODE_OR_COMMENT = re.compile(
    r"(?P<code>\\`|(?<!`)(?P<ticks>`++)(?:[^`\n]++|\n(?!\n)|(?!(?P=ticks)(?!`))`++)*+(?P=ticks)(?!`))|<!--.*?-->", re.S
)
_OPEN_COMMENT = re.compile(r"<!--(?![^`\n]*`)")
_FENCE = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)


def load_pages(folder: Folder, drafts: bool = False) -> tuple[tuple[Manuscript, ...], list[Problem]]:
    """Return every page in its order, and what is wrong with each; drafts only where they are wanted."""
    names = [name for name in folder.found if PurePosixPath(name).match(f"{CONTENT}/*.md")]
    pages: list[Manuscript] = []
    problems = [*_check_names(names)]
    for name in (name for name in names if PAGE_NAME.match(PurePosixPath(name).stem)):
        try:
            page, found = remember(parse_manuscript, folder.text(name), name, of=name)
            pages.append(page)
            problems += found
        except GapmarkError as error:
            problems += error.problems
    if not names:
        hint = "run: python build.py import FILE"
        problems.append(Problem("P003", "error", "there are no pages (*.md) here", Location(CONTENT), hint))
    hint = "take over what you want of it, then delete it"
    problems += [
        Problem("P004", "warning", "waits to be compared with the page beside it", Location(name), hint)
        for name in folder.leftovers
    ]
    left = [page for page in pages if page.draft and not drafts]
    hint = "take the line draft: true away when it is finished; serve shows it"
    problems += [Problem("P007", "warning", "is a draft, and is not published", Location(p.path), hint) for p in left]
    pages = [page for page in pages if page not in left]
    return tuple(sorted(pages, key=lambda page: (page.order, page.name))), problems


def parse_manuscript(text: str, path: str) -> tuple[Manuscript, list[Problem]]:
    """Split a page into front matter and body, and read the front matter."""
    fence = _FENCE.match(text)
    head = fence[1] if fence else ""
    yaml = Yaml("\n" + head, path, "P001")  # the line of the first --- keeps the lines right
    if not fence:
        hint = "begin the file with the lines ---, title: ..., --- ; the text follows them"
        yaml.error(Location(path, 1), "the page has no front matter, or it has no closing ---", hint)
    values: Any = yaml.read(FRONT_MATTER)
    name = PurePosixPath(path).stem
    order = values["order"] if values["order"] is not None else ORDER[values["role"]]
    body = without_comments(text[fence.end() :] if fence else text)
    first_line = text.count("\n", 0, fence.end()) + 1 if fence else 1
    title = values["title"] or name
    formerly = _read_formerly(values, yaml)
    problems = yaml.problems if fence else yaml.problems[:1]
    if open_comment := _OPEN_COMMENT.search(body):
        where = Location(path, first_line + body.count("\n", 0, open_comment.start()))
        hint = "end it with --> ; where it is meant as words, write &lt;!--"
        problems.append(Problem("P107", "error", "a comment begins here and never ends", where, hint))
    page = Manuscript(path, name, title, values["role"], order, values["description"], body, first_line)
    return page._replace(draft=values["draft"], formerly=formerly), problems


def _read_formerly(values: Any, yaml: Yaml) -> tuple[str, ...]:
    """Return the old addresses of a page; what is wrong with them, or with a draft, is noted in `yaml`."""
    if values["draft"] and values["role"] != "own":
        hint = "take draft: true away, or give the page role: own"
        yaml.error(values.locate("draft"), "only a page of your own can be a draft: the text would lack its gaps", hint)
    formerly = tuple(re.split(r"[,\s]+", values["formerly"].strip())) if values["formerly"] else ()
    for old in (old for old in formerly if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*\.html", old)):
        message = f'"{old}" was the address of no page'
        yaml.error(values.locate("formerly"), message, "write it as it was, such as old-name.html")
    return formerly


def without_comments(body: str) -> str:
    """Return the Markdown without `<!-- notes -->`, which are the editor's and never published; lines keep their
    numbers."""
    end = body.rfind("-->") + 3  # past the last end no comment is looked for, again and again
    return _CODE_OR_COMMENT.sub(lambda match: match["code"] or "\n" * match[0].count("\n"), body[:end]) + body[end:]


def _check_names(names: Sequence[str]) -> Iterator[Problem]:
    hint = "use lower-case letters a to z, digits, - and _ in the file's name; it becomes the page's address"
    for name in names:
        stem = PurePosixPath(name).stem
        if not PAGE_NAME.match(stem):
            yield Problem("P002", "error", f'"{stem}" can\'t be an address', Location(name), hint)

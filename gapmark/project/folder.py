"""A project's files as they stood on the disk at one moment: read once, so that every step sees the same ones."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from gapmark import CONTENT
from gapmark.problems.errors import GapmarkError, failure
from gapmark.problems.location import Problem
from gapmark.project.files import as_text, is_gone, list_files, match_files, name_of, read_bytes
from gapmark.run.memo import remember
from gapmark.run.stamp import may_change_unseen

DEFAULTS = Path(__file__).parent.parent / "defaults"
"""Defaults that a site can override from its own folder: headings, languages, templates, static files."""
PACKAGED = DEFAULTS if (DEFAULTS / "templates").is_dir() else Path(__file__).parent.parent.parent
"""The folder of the default templates/ and static/: inside an installed package, or at the top of a checkout."""
DROPPINGS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""Files that file managers leave behind; never published."""
OWNER = "~$"
"""The beginning of names of lock files that Word writes; they hold no text."""
PATTERNS = (f"{CONTENT}/[!.]*.md", f"{CONTENT}/[!.]*.yaml", f"{CONTENT}/source/*.txt", f"{CONTENT}/source/*.md")
"""A dot begins the names of files that belong to an editor's program."""
TREES = (f"{CONTENT}/figures", "templates", "static")
IMPORTED = f"{CONTENT}/.imported"
"""The sums of the files that import wrote, in the form of the program sha256sum."""
LEFTOVERS = f"{CONTENT}/*.new*"
"""Fresh pages that import put beside edited ones."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of a project that a site can depend on, each with its bytes or with what is wrong with it."""

    root: Path
    found: Mapping[str, bytes | Problem]
    """Files by path relative to the project, with forward slashes."""
    leftovers: tuple[str, ...] = ()
    """Paths of what an import put beside edited pages."""
    gone: tuple[str, ...] = ()
    """Paths of pages that an import wrote and that were renamed or deleted since."""
    others: tuple[str, ...] = ()
    """Paths of the files in content/ that are not read."""

    def __contains__(self, name: str) -> bool:
        return name in self.found

    def below(self, place: str) -> Iterator[str]:
        """Return the paths of the files in a folder and the folders in it, sorted."""
        return (name for name in self.found if name.startswith(f"{place}/"))

    def data(self, name: str) -> bytes:
        """Return the bytes of a file. Raise GapmarkError naming it where it could not be read."""
        found = self.found.get(name)
        if found is None:
            hint = "put the file there, or correct its name"
            raise failure("O005", name, "can't be read: No such file or directory", hint)
        if isinstance(found, Problem):
            raise GapmarkError(found)
        return found

    def text(self, name: str) -> str:
        """Return the text of a file that an editor edits. Raise GapmarkError as `data`, and where it is not UTF-8."""
        return remember(as_text, self.data(name), name, of=name)


def is_input(path: str) -> bool:
    """Return whether a site can depend on a file of this path: `list_inputs` has no others."""
    name = PurePosixPath(path).name
    if name.startswith(OWNER):
        return False
    if any(path.startswith(f"{tree}/") for tree in TREES):
        return name not in DROPPINGS
    return any(path.count("/") == pattern.count("/") and fnmatchcase(path, pattern) for pattern in PATTERNS)


def list_inputs(root: Path, patterns: Sequence[str] = PATTERNS, trees: Sequence[str] = TREES) -> list[Path]:
    """Return every file of the project that a site can depend on, sorted by its path."""
    single = (path for pattern in patterns for path in match_files(root, pattern))
    below = (path for tree in trees for path in list_files(root / tree) if path.name not in DROPPINGS)
    return sorted(path for path in {*single, *below} if not path.name.startswith(OWNER))


def read_folder(root: Path, patterns: Sequence[str] = PATTERNS, trees: Sequence[str] = TREES) -> Folder:
    """Read every file that a site can depend on; the only reading there is between a command and its writing.

    A file that goes while the folder is read is not there.
    """
    read = ((path, _read(path, root)) for path in list_inputs(root, patterns, trees))
    found = {name_of(path, root): data for path, data in read if isinstance(data, bytes) or not is_gone(path)}
    leftovers = sorted(match_files(root, LEFTOVERS)) if patterns else ()
    gone = tuple(_list_gone(root, found)) if patterns else ()
    others = tuple(sorted(_list_others(root, found))) if patterns else ()
    return Folder(root, found, tuple(name_of(path, root) for path in leftovers), gone, others)


def _list_others(root: Path, found: Collection[str]) -> Iterator[str]:
    for top, _, names in os.walk(root / CONTENT):
        paths = (name_of(Path(top) / name, root) for name in names if not name.startswith((".", OWNER)))
        yield from (path for path in paths if path not in found and "/." not in path)


def _list_gone(root: Path, found: Collection[str]) -> Iterator[str]:
    for path in match_files(root, IMPORTED):
        data = _read(path, root)
        for line in data.decode("utf-8", errors="replace").splitlines() if isinstance(data, bytes) else ():
            name = f"{CONTENT}/{line.partition('  ')[2]}"
            if PurePosixPath(name).match(f"{CONTENT}/*.md") and name.count("/") == 1 and name not in found:
                yield name


def _read(path: Path, root: Path) -> bytes | Problem:
    """Return a file. One that looks as it did when it was last read is not read again."""
    return remember(_read_anew, path, root, _look(path), of=path)


def _look(path: Path) -> tuple[int, ...]:
    """Return what a file looks like; a value that is equal to no other, where it can't be known whether the file
    changed."""
    now = time.time_ns()
    try:
        found = path.lstat()
    except OSError:
        return (now,)
    unsure = stat.S_ISLNK(found.st_mode) or may_change_unseen(found, now)
    look = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return (*look, now) if unsure else look


def _read_anew(path: Path, root: Path, _: tuple[int, ...]) -> bytes | Problem:
    try:
        return read_bytes(path, root)
    except GapmarkError as error:
        return error.problems[0]

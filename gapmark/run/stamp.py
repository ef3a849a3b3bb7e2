"""Tells whether a build would make what is there already, before anything else of gapmark is loaded.

A stamp holds what everything that a build depends on looked like before the last one, what it wrote, and what it
printed. Where all of it still looks so, that is printed again and nothing is done. Stamps lie in the user's own cache
folder. Loading pathlib alone would take as long as all of this.
"""

from __future__ import annotations

import os
import sys
import time

from gapmark import CONTENT
from gapmark.run import private

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

STARTED = time.perf_counter() - time.process_time()
"""When this process began, by `time.perf_counter`: until here it has done little but compute."""
SITE, KIND, STAMP = "_site", "project", "stamp"
EDITED = (CONTENT, "templates", "static")
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VARIABLES = ("GITHUB_ACTIONS", "SOURCE_DATE_EPOCH", "NO_COLOR", "TERM", "WT_SESSION")
"""Environment variables that a build, or its output, depends on."""
FINE, COARSE = 20_000_000, 2_000_000_000
"""Nanoseconds in which a file may change twice and keep its time: on disks that count whole seconds it is two."""
END, TIME = "\0\n", "\1"
"""Ends each of the three parts of a stamp; stands in what was printed where the time does. No line has them in it."""

Line = tuple[str, str]
"""A line that was printed: `out` or `err`, and the words."""


def waited() -> str:
    """Return how long the user has been waiting."""
    return f"{time.perf_counter() - STARTED:.2f} s"


def is_usual(words: Collection[str]) -> bool:
    """Whether a command line asks for a build into the usual place that is printed in the usual way."""
    return set(words) <= {"build", "--strict"}


def last_lines(project: str, words: Sequence[str]) -> list[Line]:
    """Return what the last build printed, where a build would make nothing else; otherwise nothing."""
    if not is_usual(words):
        return []
    folder = private.open_folder(private.name_for(KIND, project))
    parts = private.read(folder, STAMP).decode("utf-8", "surrogateescape").split(END) if folder else ()
    if len(parts) != 4:
        return []
    before, after, printed, _ = parts
    if before != look(project, words) or after != _look_at_site(project):
        return []
    lines = (line.partition(" ") for line in printed.split("\n"))
    return [(stream, words) for stream, _, words in lines]


def keep(project: str, before: str, printed: Sequence[Line]) -> None:
    """Remember a build: what `look` saw before it read anything, and what it printed."""
    lines = "\n".join(" ".join(line) for line in printed)
    text = "".join((before, END, _look_at_site(project), END, lines, END))
    folder = private.open_folder(private.name_for(KIND, project), make=True)
    if folder:
        private.write(folder, STAMP, text.encode("utf-8", "surrogateescape"))


def look(project: str, words: Collection[str]) -> str:
    """Return everything that a build depends on. Has a part that never comes again where a file has only just
    changed."""
    settings = [
        os.getcwd(),
        os.path.abspath(project),
        str("--strict" in words),
        *(os.environ.get(name, "") for name in VARIABLES),
    ]
    settings += [str(bool(stream and stream.isatty())) for stream in (sys.stdout, sys.stderr)]
    return "\n".join((*settings, *program(), *inputs(project)))


def inputs(project: str) -> Iterator[str]:
    """Yield what each file that an editor can change looks like, and each file that comes with the program."""
    now = time.time_ns()
    parents = dict.fromkeys((os.path.abspath(project), os.path.dirname(PACKAGE)))
    for folder in (os.path.join(parent, name) for parent in parents for name in EDITED):
        yield from files_below(folder, now)


def program() -> list[str]:
    """Return what the program is, as it was when it began: Python, the packages with their versions, gapmark's own
    files."""
    if not _program:
        places = [place for place in sys.path if os.path.isdir(place)]
        names = (name for place in places for name in sorted(os.listdir(place)))
        packages = [name for name in names if name.endswith((".dist-info", ".egg-info"))]
        _program.extend((sys.version, *packages, *files_below(PACKAGE, time.time_ns())))
    return _program


_program: list[str] = []


def _look_at_site(project: str) -> str:
    return "\n".join(files_below(os.path.join(os.path.abspath(project), SITE), None))


def files_below(folder: str, now: int | None) -> Iterator[str]:
    """Yield path, size and times of each file below a folder, with a part that never comes again for what can't be
    known."""
    if os.path.islink(folder):
        yield f"{folder} {now}"
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield f"{folder} can't be listed"
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(entry.path, now) if entry.name != "__pycache__" else ()
        else:
            yield f"{entry.path} {_look_at(entry, now)}"


def _look_at(entry: os.DirEntry[str], now: int | None) -> str:
    try:
        found = entry.stat(follow_symlinks=False)
    except OSError:  # it went at this moment
        return f"can't be seen {now}"
    unsure = now if now is not None and (entry.is_symlink() or may_change_unseen(found, now)) else ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {unsure}"


def may_change_unseen(found: os.stat_result, now: int) -> bool:
    """Whether a file changed so lately that it could change once more and keep its times."""
    tick = FINE if found.st_mtime_ns % 1_000_000_000 else COARSE
    return max(found.st_mtime_ns, found.st_ctime_ns) > now - tick

"""The folder of the finished site: only files that gapmark made are ever changed or removed there."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path, PurePosixPath

from gapmark import CONTENT
from gapmark.model import OutputFile
from gapmark.problems.errors import GapmarkError, failure
from gapmark.problems.location import Location, Problem
from gapmark.project.files import MANIFEST, holds, name_of, telling
from gapmark.project.lock import locked
from gapmark.project.swap import finish, is_inside, leads_away, swap

EDITED = (CONTENT, "templates", "static", "gapmark")
"""Folders of a project in which no site can lie."""


def write_site(out: Path, files: Iterable[OutputFile], project: Path) -> int:
    """Make `out` hold exactly our `files` beside whatever else is there; return how many files had to be written.

    Whatever fails on the way, the old site is whole afterwards; where the run is killed, the next one goes on. Raise
    GapmarkError, with nothing changed, where `out` is not ours to write in.
    """
    wanted = {file.path: file.data for file in files}
    with telling(out, project, "make room or give write permission there and build again; the old site is whole"):
        check_place(out, project)
        with locked(project), _alone(out, project):
            finish(out)
            ours = our_files(out, project)
            check_same_text(out, wanted, ours, project)
            check_strangers(out, (*wanted, MANIFEST), ours | {MANIFEST}, project)
            changed = {path: data for path, data in wanted.items() if not _has(out / path, data)}
            listed = {MANIFEST: "".join(f"{path}\n" for path in sorted(wanted)).encode()}
            gone = [path for path in sorted(ours - set(wanted)) if _is_file(out, path)]
            if changed or gone or not _has(out / MANIFEST, listed[MANIFEST]):
                swap(out, changed | listed, gone, flushed=False)
    return len(changed)


def check_place(out: Path, project: Path) -> None:
    """Raise GapmarkError where `out` would hold the project, or lies in what an editor edits."""
    name, place = name_of(out, project), out.resolve()
    hint = "name a folder of its own with --out, for example --out _site"
    if place == project.resolve() or place in project.resolve().parents:
        raise failure("O002", name, "the output folder holds the project", hint)
    ways = (place, *place.parents)
    if any(place.is_relative_to((project / part).resolve()) or _has_way(ways, project / part) for part in EDITED):
        raise failure("O002", name, "the output folder lies in a folder that you edit", hint)
    if out.is_relative_to(project) and place != project.resolve() / out.relative_to(project):
        hint = f'if the site is to lie there, say so with --out "{place}"; else take the link away'
        raise failure("O006", name, "is a link, and gapmark follows no links in a project", hint)
    if os.path.lexists(out) and not out.is_dir():
        raise failure("O003", name, "is a file, not a folder", hint)


def our_files(out: Path, project: Path) -> set[str]:
    """Return the paths that our manifest in `out` names. Raise GapmarkError where there is none and yet there are
    files."""
    manifest = out / MANIFEST
    if manifest.is_file():
        text = manifest.read_text("utf-8", errors="replace")
        if "\0" in text:
            hint = "if gapmark made all that is in this folder, delete it; if not, name another with --out"
            raise failure("O003", name_of(manifest, project), "is not the list of files that gapmark wrote", hint)
        return set(filter(is_inside, text.split("\n")))
    if any(names for _, _, names in os.walk(out)):
        hint = "name a folder of its own with --out, for example --out _site"
        message = f"holds files that gapmark did not make (there is no {MANIFEST})"
        raise failure("O003", name_of(out, project), message, hint)
    return set()


def check_same_text(out: Path, wanted: Collection[str], ours: Collection[str], project: Path) -> None:
    """Raise GapmarkError where another project has written its site into `out`, a folder outside this project."""
    others = sorted(path for path in ours if path.startswith("source/") and path.endswith(".txt"))
    if others and not _is_own(out, project) and not {*others} & {*wanted}:
        hint = "name another folder with --out; or delete this one, if that site is no longer wanted"
        raise failure("O003", name_of(out, project), f"holds the site of another text ({others[0]})", hint)


def _alone(out: Path, project: Path) -> AbstractContextManager[None]:
    """Keep builds of other projects from writing into `out` meanwhile."""
    return nullcontext() if _is_own(out, project) else locked(out.resolve().parent)


def _is_own(out: Path, project: Path) -> bool:
    return out.resolve().is_relative_to(project.resolve())


def _has_way(ways: Iterable[Path], folder: Path) -> bool:
    """Return whether one of these folders is that folder, by whatever name: a disk may take CONTENT for content."""
    for way in ways:
        with suppress(OSError):
            if way.samefile(folder):
                return True
    return False


def check_strangers(out: Path, wanted: Iterable[str], ours: Collection[str], project: Path) -> None:
    """Raise GapmarkError where what is not ours stands in the way of a file, or would lead it elsewhere."""
    found = dict(obstacle for path in sorted(wanted) for obstacle in _obstacles(out, path, ours))
    if found:
        problems = (
            Problem("O004", "error", message, Location(name_of(out / path, project)), "move it away and build again")
            for path, message in found.items()
        )
        raise GapmarkError(*problems)


def _obstacles(out: Path, path: str, ours: Collection[str]) -> Iterator[tuple[str, str]]:
    for folder in map(str, list(PurePosixPath(path).parents)[:-1]):
        if leads_away(out, f"{folder}/x"):
            yield folder, "is a link to another folder, and gapmark would write there"
        elif os.path.lexists(out / folder) and not (out / folder).is_dir():
            yield folder, "is a file where a folder of pages is to be"
    place = out / path
    if place.is_dir() and not place.is_symlink():
        yield path, "is a folder where a file is to be written"
    elif path not in ours and os.path.lexists(place):
        yield path, "stands where a page is to be written, and gapmark did not make it"


def _has(place: Path, data: bytes) -> bool:
    return not place.is_symlink() and holds(place, data)


def _is_file(out: Path, path: str) -> bool:
    """Whether there is a file, or a link in its place, in `out` itself and not where a link leads."""
    place = out / path
    return os.path.lexists(place) and (place.is_symlink() or not place.is_dir()) and not leads_away(out, path)

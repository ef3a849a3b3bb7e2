"""All disk access: reads with the path in every message, writes that leave either the old file or the new one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from gapmark.errors import GapmarkError, failure
from gapmark.model import Location, OutputFile, Problem

MANIFEST = "gapmark-manifest.txt"
"""Names the files of a site that are ours, one path a line, sorted: only those are ever removed."""
FRESH = ".gapmark-new"
"""Ends the name of a file that is written and not yet in its place."""


def name_of(path: Path, project: Path) -> str:
    """The path as messages show it: relative to the project where it is inside, with forward slashes."""
    try:
        return path.relative_to(project).as_posix() or "."
    except ValueError:
        return path.as_posix()


# ---------------------------------------------------------------- reading


def read_bytes(path: Path, project: Path) -> bytes:
    """The file's bytes. Raises GapmarkError naming the file where it can't be read or lies outside the project."""
    name = name_of(path, project)
    try:
        inside = project.resolve() in path.resolve().parents
    except RuntimeError as error:
        raise failure("O005", name, "can't be read: it is a link to itself", "put the file itself here") from error
    if not inside:
        raise failure("O006", name, "is a link to a file outside the project", "put the file itself here")
    return read_file(path, name)


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a file anywhere, called `name` in the message. Raises GapmarkError where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        hint = "put the file there, or correct its name" if missing else "make it a file that can be read"
        raise failure("O005", name, f"can't be read: {error.strerror}", hint) from error


def read_text(path: Path, project: Path) -> str:
    """The text of a file that an editor edits. Raises GapmarkError as `read_bytes`, and where it is not UTF-8."""
    return as_text(read_bytes(path, project), name_of(path, project))


def as_text(data: bytes, name: str) -> str:
    """What an editor edits, as text: no byte order mark, lines end in a line feed. Raises as `decode`."""
    return decode(data, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes, name: str) -> str:
    """UTF-8 to text, nothing changed. Raises GapmarkError with the line of the first bad byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"is not UTF-8: byte {data[error.start]:#04x} at position {error.start + 1}"
        raise failure("X001", name, found, "save the file with the encoding UTF-8", line) from error


def list_files(folder: Path) -> Iterator[Path]:
    """Every file below `folder`, sorted by its path; nothing where there is no such folder."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file():
            yield path


# ---------------------------------------------------------------- writing single files


@contextlib.contextmanager
def telling(place: Path, project: Path, hint: str) -> Iterator[None]:
    """Turn the system's refusal to write at `place` into an error that names the file and the next step."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself, before Python 3.13
        name = name_of(Path(getattr(error, "filename", None) or place), project)
        raise failure("O001", name, f"can't be written: {getattr(error, 'strerror', error)}", hint) from error


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`: beside its place first, then renamed, so that a killed run leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + FRESH)
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


# ---------------------------------------------------------------- writing a site


def write_site(out: Path, files: Iterable[OutputFile], project: Path) -> int:
    """Make `out` hold exactly our `files` beside whatever else is there; return how many files had to be written.

    All new bytes are on the disk before the first is renamed into its place, so a full disk or a killed run leaves
    the old site whole. Raises GapmarkError, with nothing changed, where `out` is not ours to write in.
    """
    wanted = {file.path: file.data for file in files}
    with telling(out, project, "make room or give write permission there and build again; the old site is whole"):
        ours = check_folder(out, project)
        check_strangers(out, wanted, ours, project)
        changed = {path: data for path, data in wanted.items() if not holds(out / path, data)}
        _replace_all(out, changed, ours, set(wanted))
    return len(changed)


def check_folder(out: Path, project: Path) -> set[str]:
    """The paths our manifest in `out` names. Raises GapmarkError where `out` is not ours or would hold the project."""
    name, place = name_of(out, project), out.resolve()
    hint = "name a folder of its own with --out, for example --out _site"
    if place == project.resolve() or place in project.resolve().parents:
        raise failure("O002", name, "the output folder holds the project", hint)
    if any(place.is_relative_to((project / part).resolve()) for part in ("content", "templates", "static", "gapmark")):
        raise failure("O002", name, "the output folder lies in a folder that you edit", hint)
    if out.exists() and not out.is_dir():
        raise failure("O003", name, "is a file, not a folder", hint)
    manifest = out / MANIFEST
    if manifest.is_file():
        return set(filter(_is_inside, manifest.read_text("utf-8", errors="replace").split("\n")))
    if out.is_dir() and any(not path.name.endswith(FRESH) and not path.is_dir() for path in out.rglob("*")):
        raise failure("O003", name, f"holds files that gapmark did not make (there is no {MANIFEST})", hint)
    return set()


def check_strangers(out: Path, wanted: Iterable[str], ours: set[str], project: Path) -> None:
    """Refuse to write over files in `out` that are not in our manifest."""
    strangers = [path for path in sorted(set(wanted) - ours) if (out / path).exists() and path != MANIFEST]
    problems = [
        Problem("O004", "error", "stands where a page is to be written, and gapmark did not make it",
                Location(name_of(out / path, project)), "move this file to another folder")
        for path in strangers
    ]  # fmt: skip
    if problems:
        raise GapmarkError(*problems)


def _replace_all(out: Path, changed: dict[str, bytes], ours: set[str], wanted: set[str]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    _clear_fresh(out)
    try:
        for path, data in changed.items():
            fresh = out / (path + FRESH)
            fresh.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(data)
        # Should the run be killed from here on, the next one must still know every file for ours.
        _write_manifest(out, ours | wanted)
        for path in changed:
            (out / (path + FRESH)).replace(out / path)
    finally:
        _clear_fresh(out)
    for path in sorted(ours - wanted):
        _remove(out, path)
    _write_manifest(out, wanted)


def _write_manifest(out: Path, paths: set[str]) -> None:
    data = "".join(f"{path}\n" for path in sorted(paths)).encode()
    if not holds(out / MANIFEST, data):
        write_file(out / MANIFEST, data)


def holds(path: Path, data: bytes) -> bool:
    """Whether the file is there and has exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _clear_fresh(out: Path) -> None:
    for path in out.rglob("*" + FRESH):
        path.unlink(missing_ok=True)


def _remove(out: Path, path: str) -> None:
    (out / path).unlink(missing_ok=True)
    for folder in list(PurePosixPath(path).parents)[:-1]:
        with contextlib.suppress(OSError):  # not empty: somebody else's files are in it
            (out / folder).rmdir()


def _is_inside(path: str) -> bool:
    """Whether a line of the manifest is a path that stays below the folder."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    return bool(parts) and ".." not in parts and not path.startswith("/") and ":" not in parts[0]


# ---------------------------------------------------------------- files that an editor may have changed


def set_aside(path: Path, ending: str) -> Path:
    """A free place beside `path` for another version of it: `battle.md.old`, then `battle.md.old2` and so on."""
    numbers = ("", *map(str, range(2, 10_000)))
    return next(p for p in (path.with_name(f"{path.name}.{ending}{n}") for n in numbers) if not p.exists())

"""Files that a later run can use again, in the user's own cache folder, where nobody else can read or write them.

`<cache>/gapmark/` has a folder for each project, named after its real path, and a few that all projects share. All of
it can be deleted at any time. A folder or file is used only if it is no link, belongs to the user, and nobody else may
do anything with it; on Windows the user's profile is the border. Each file begins with the sum of its bytes. Where
there is no such folder, nothing is remembered and nothing is said.

This is loaded before anything else of gapmark's, so it uses as few modules as it can.
"""

from __future__ import annotations

import os
import stat
import sys
import time

try:  # hashlib loads OpenSSL, which takes longer than all of this
    import _sha2 as own_sums  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    try:
        import _sha256 as own_sums  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        import hashlib as own_sums

NAME = "gapmark"
SUM = 64
"""Characters of the sum at the beginning of each file."""
DAY = 24 * 60 * 60
UNUSED = 30 * DAY
"""Seconds after which a folder or file that was not used is deleted."""
READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe in the place of a file does not hold up the run."""
WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def home() -> str:
    """Return the user's own cache folder; empty where there is none."""
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA", "")
    elif os.path.isabs(os.environ.get("XDG_CACHE_HOME", "")):
        place = os.environ["XDG_CACHE_HOME"]
    else:
        place = os.path.join(os.path.expanduser("~"), "Library/Caches" if sys.platform == "darwin" else ".cache")
    return place if os.path.isabs(place) else ""


def name_for(kind: str, place: str) -> str:
    """Return the name of the folder for a project, or for anything else that is at a place of the disk."""
    return f"{kind}-{_sum(os.fsencode(os.path.realpath(place)))[:32].decode()}"


def _sum(data: bytes) -> bytes:
    """Return the sum of bytes. hashlib's is many times faster, and is used where something else has loaded it."""
    digest: str = sys.modules.get("hashlib", own_sums).sha256(data).hexdigest()  # type: ignore[attr-defined,unused-ignore]
    return digest.encode()


def open_folder(name: str, *, make: bool = False) -> str:
    """Return the path of a private folder, made if it is not there yet; empty where there is none."""
    try:
        top = _open_top(make=make)
        folder = os.path.join(top, name)
        if make and top and not os.path.lexists(folder):
            os.mkdir(folder, 0o700)
        found = os.lstat(folder)
        if not top or not _is_private(found):
            return ""
        _note_use(folder, found)
    except OSError:
        return ""
    return folder


def _open_top(*, make: bool = False) -> str:
    """Return our part of the cache folder; empty where it is not private. Raises OSError where there is none."""
    base = home()
    top = os.path.join(base, NAME)
    if make and base and not os.path.lexists(top):
        os.makedirs(base, 0o700, exist_ok=True)
        os.mkdir(top, 0o700)
    return top if base and _is_own(os.stat(base)) and _is_private(os.lstat(top)) else ""


def _note_use(place: str, found: os.stat_result) -> None:
    """Note by its time that a folder or file is in use; once a day is enough."""
    if found.st_mtime < time.time() - DAY:
        os.utime(place)


def _is_own(found: os.stat_result) -> bool:
    return sys.platform == "win32" or found.st_uid == os.geteuid()


def _is_private(found: os.stat_result) -> bool:
    """Whether a file or folder is no link, the user's, and closed to all others."""
    kind = stat.S_IFMT(found.st_mode) in (stat.S_IFDIR, stat.S_IFREG)
    return kind and _is_own(found) and (sys.platform == "win32" or not found.st_mode & 0o077)


def read(folder: str, name: str) -> bytes:
    """Return what `write` put there; empty where there is no such file, or not as it was written."""
    place = os.path.join(folder, name)
    try:
        with open(os.open(place, READ), "rb") as file:
            found = os.fstat(file.fileno())
            data = file.read() if _is_private(found) else b""
        if data[:SUM] != _sum(data[SUM:]):
            return b""
        _note_use(place, found)
    except OSError:
        return b""
    return data[SUM:]


def write(folder: str, name: str, data: bytes) -> None:
    """Put a file into a private folder. Where that can't be done, nothing happens."""
    place = os.path.join(folder, name)
    fresh = f"{place}.{os.getpid()}"
    try:
        if os.path.lexists(fresh):
            os.unlink(fresh)
        with open(os.open(fresh, WRITE, 0o600), "wb") as file:
            file.write(_sum(data) + data)
        os.replace(fresh, place)
    except OSError:
        return


def sweep() -> None:
    """Delete what was not used for 30 days: folders, and files in folders."""
    import shutil

    try:
        top = _open_top()
        folders = [*os.scandir(top)] if top else []
        for folder in (entry for entry in folders if entry.is_dir(follow_symlinks=False) and _is_ours(entry.name)):
            if _is_unused(folder):
                shutil.rmtree(folder.path, ignore_errors=True)
            else:
                for file in filter(_is_unused, [*os.scandir(folder.path)]):
                    os.unlink(file.path)
    except OSError:
        return


def _is_ours(name: str) -> bool:
    """Whether a folder has a name that is given here."""
    kind, _, number = name.partition("-")
    return name == "templates" or (kind in ("project", "shared", "code") and len(number) == SUM // 2)


def _is_unused(entry: os.DirEntry[str]) -> bool:
    """Whether a folder or file was not used for 30 days."""
    found = entry.stat(follow_symlinks=False)
    return found.st_mtime < time.time() - UNUSED

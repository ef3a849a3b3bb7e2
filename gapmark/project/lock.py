"""Lets one run at a time write in a project. The system takes the lock away when a process ends, however it ends."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from gapmark.problems.errors import failure

PATIENCE = 30.0
"""Seconds that one run waits for another."""
PAUSE = 0.02
"""Seconds between two tries."""


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep other runs from writing in the project `root` meanwhile. Raise GapmarkError where one goes on and on."""
    root.mkdir(parents=True, exist_ok=True)
    try:
        handle = _open(root)
    except PermissionError:  # who may not look into the folder learns it from what comes next
        yield
        return
    try:
        end = time.monotonic() + PATIENCE
        while not _take(handle):
            if time.monotonic() > end:
                message = f"another run of gapmark has been at work here for {PATIENCE:.0f} seconds"
                raise failure("O009", ".", message, "wait until it is done, or stop it, and run this again")
            time.sleep(PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":  # a folder can't be locked there, so a file stands for it
    import msvcrt

    def _open(root: Path) -> int:
        name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:32]
        return os.open(Path(tempfile.gettempdir()) / f"gapmark-{name}.lock", os.O_RDWR | os.O_CREAT)

    def _take(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _open(root: Path) -> int:
        return os.open(root, os.O_RDONLY)

    def _take(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # some network disks have no locks: then there is nobody to ask
            return True
        return True

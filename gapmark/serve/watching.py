"""Waits for changes on the disk: at once where watchfiles is installed, else by looking every tenth of a second."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from gapmark.run.stamp import EDITED

INTERVAL = 0.1
"""Seconds between two looks where nothing tells of changes."""
QUIET = 0.3
"""Seconds without a change after which there is time for other work."""
STEP, DEBOUNCE = 2, 40
"""Milliseconds: how long no other file may change, and how long to wait for that at most; an editor that saves changes
two or three files within one."""


def looks(root: Path) -> Iterator[bool]:
    """Say when to look: True where something may have changed, False where nothing has for a while. Never ends."""
    try:
        import watchfiles  # noqa: F401 - it is asked for again where it is needed
    except ImportError:
        return _polled()
    return _told(root)


def _polled() -> Iterator[bool]:
    while True:
        yield from _some_looks()


def _some_looks() -> Iterator[bool]:
    for _ in range(round(QUIET / INTERVAL)):
        yield True
        time.sleep(INTERVAL)
    yield False


def _told(root: Path) -> Iterator[bool]:
    """Wait until the system tells of a change. Look for new, removed or replaced folders when it tells nothing for a
    while."""
    from watchfiles import watch

    while True:
        watched = _folders(root)
        if not watched:
            yield True
            time.sleep(INTERVAL)
            continue
        options = {"debounce": DEBOUNCE, "step": STEP, "rust_timeout": round(QUIET * 1000), "yield_on_timeout": True}
        try:
            for changes in watch(*watched, watch_filter=None, raise_interrupt=True, **options):  # type: ignore[arg-type]
                yield bool(changes)
                if _folders(root) != watched:
                    yield True
                    break
        except (OSError, RuntimeError):  # a folder went at this moment, or the system watches no more of them
            yield from _some_looks()


def _folders(root: Path) -> dict[Path, int]:
    """Return the folders that an editor can change, with their identity: a folder that is made again is another."""
    found = {}
    for path in (root / name for name in EDITED):
        try:
            found[path] = path.stat().st_ino if path.is_dir() else 0
        except OSError:
            continue
    return {path: number for path, number in found.items() if number}

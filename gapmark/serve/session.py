"""One session: the preview, its server, the looks at the disk, until the editor ends it."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from gapmark.errors import GapmarkError, failure
from gapmark.serve.preview import Preview, Tell
from gapmark.serve.server import Server
from gapmark.serve.watching import looks

PORT, OTHERS, LAST = 8000, 20, 65535
"""The first port that is tried where none was asked for, how many are, and the last one that there is."""


def serve(root: Path, port: int | None, tell: Tell, begin: Callable[[str], None]) -> None:
    """Serve until KeyboardInterrupt. `begin` is told the address. Raises GapmarkError where the port is taken."""
    preview = Preview(root, tell)
    server = _open(preview, port)
    preview.refresh()
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    begin(server.address)
    with contextlib.closing(server.socket):
        for is_change in looks(root):
            _look(preview, is_change=is_change)


def _look(preview: Preview, *, is_change: bool) -> None:
    """Look at the disk, or use the time. A mistake in this program is reported, and the next save is seen."""
    try:
        preview.refresh()
        if not is_change:
            preview.finish()
            gc.collect()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)


def _open(preview: Preview, port: int | None) -> Server:
    wanted = range(PORT, PORT + OTHERS) if port is None else (port,)
    for number in wanted:
        with contextlib.suppress(OSError, OverflowError):
            return Server(preview, number)
    raise _taken(wanted)


def _taken(wanted: range | tuple[int, ...]) -> GapmarkError:
    ports = f"port {wanted[0]} is" if len(wanted) == 1 else f"the ports {wanted[0]} to {wanted[-1]} are"
    another = wanted[-1] + 1 if 0 < wanted[-1] < LAST else PORT
    hint = f"name another one: python build.py serve --port {another}"
    reason = "taken by another program, or can't be used" if 0 <= wanted[-1] <= LAST else f"none: the last is {LAST}"
    return failure("C008", "serve", f"{ports} {reason}", hint)

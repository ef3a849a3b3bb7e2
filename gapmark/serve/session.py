"""One session of `serve`: makes the preview, starts its server and watches the disk, until the editor ends it."""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

from gapmark.desk.desk import Desk
from gapmark.problems.errors import GapmarkError, failure
from gapmark.serve.preview import Preview, Tell
from gapmark.serve.server import Server
from gapmark.serve.watching import looks

PORT, OTHERS, LAST = 8000, 20, 65535
"""The first port that is tried where none was asked for, how many are, and the last one that there is."""


def serve(root: Path, port: int | None, tell: Tell, begin: Callable[[str], None], desk: Desk | None = None) -> None:
    """Serve until KeyboardInterrupt. `begin` is told the address; without a `desk` nothing can be edited.

    Raise GapmarkError where the port is taken.
    """
    preview = Preview(root, tell)
    server = _open(preview, port, desk)
    preview.refresh()
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    begin(server.address)
    idle = Event()
    Thread(target=_finish, args=(preview, idle), daemon=True).start()
    try:
        for is_change in looks(root):
            with _reported():
                preview.refresh()
            if not is_change:
                idle.set()
    finally:
        server.shutdown()  # a thread that waits at a socket that is closed never rests
        server.server_close()


def _finish(preview: Preview, idle: Event) -> None:
    """Make what is left whenever there is time for it. Meanwhile a save is seen all the same: this is a thread."""
    version = -1
    while idle.wait():
        idle.clear()
        with _reported():
            preview.finish()
            if version != preview.version:  # an error holds on to all that it came out of, in a circle
                version = preview.version
                gc.collect()


@contextlib.contextmanager
def _reported() -> Iterator[None]:
    """Report a mistake in this program and go on: the next save may mend it."""
    try:
        yield
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)


def _open(preview: Preview, port: int | None, desk: Desk | None = None) -> Server:
    wanted = range(PORT, PORT + OTHERS) if port is None else (port,)
    for number in wanted:
        with contextlib.suppress(OSError, OverflowError):
            return Server(preview, number, desk)
    raise _taken(wanted)


def _taken(wanted: range | tuple[int, ...]) -> GapmarkError:
    ports = f"port {wanted[0]} is" if len(wanted) == 1 else f"the ports {wanted[0]} to {wanted[-1]} are"
    another = wanted[-1] + 1 if 0 < wanted[-1] < LAST else PORT
    hint = f"name another one: python build.py serve --port {another}"
    reason = "taken by another program, or can't be used" if 0 <= wanted[-1] <= LAST else f"none: the last is {LAST}"
    return failure("C008", "serve", f"{ports} {reason}", hint)

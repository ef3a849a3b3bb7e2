"""Stops what takes too long or too much memory, whatever it is: sizes are checked before, and this is what remains."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from gapmark.problems.errors import failure

SECONDS, MEMORY = 15, 400_000_000
"""Processor time, and bytes beside those that Python has taken already."""
IN_USE = Path("/proc/self/statm")
"""Linux says here how much memory a process has, in pages; the sixth number is what a limit is of."""


class _TooLongError(BaseException):
    """Raised in the midst of the work: no step takes it for a mistake of its own."""


@contextmanager
def bounded(name: str) -> Iterator[None]:
    """Raise GapmarkError about `name` where the work takes too long or, on Linux, too much memory.

    Nothing is stopped where the system can't (Windows), or in a thread.
    """
    hint = "it is too large, or was made to be so: get another copy of it"
    try:
        with ExitStack() as limits:
            _limit_time(limits)
            _limit_memory(limits)
            yield
    except _TooLongError as error:
        raise failure("O021", name, f"takes more than {SECONDS} seconds to check", hint) from error
    except MemoryError as error:
        raise failure("O021", name, f"takes more than {MEMORY // 1_000_000} MB to check", hint) from error


def _limit_time(limits: ExitStack) -> None:
    import signal

    def stop(*_: object) -> None:
        raise _TooLongError

    if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
        limits.callback(signal.signal, signal.SIGPROF, signal.signal(signal.SIGPROF, stop))
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        limits.callback(signal.setitimer, signal.ITIMER_PROF, 0)


def _limit_memory(limits: ExitStack) -> None:
    if IN_USE.is_file():
        import resource

        before = resource.getrlimit(resource.RLIMIT_DATA)
        most = int(IN_USE.read_text("utf-8").split()[5]) * resource.getpagesize() + MEMORY
        if before[0] == resource.RLIM_INFINITY or most < before[0]:
            resource.setrlimit(resource.RLIMIT_DATA, (most, before[1]))
            limits.callback(resource.setrlimit, resource.RLIMIT_DATA, before)

"""A run that is killed, or refused by the system, at one of its file operations."""

import errno
import os
import signal
import sys
from pathlib import Path

CHANGES = {"os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.truncate"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def changes_files(event, arguments):
    return event in CHANGES or (event == "open" and bool(arguments[2] & WRITING))


def run_until(call, nth, stop, *, ever_after=False):
    """Run `call()` in a process of its own whose file operation `nth` (from 1) is met by `stop`, "kill" or "fail".

    "fail" is an OSError, which `call` may answer with any exception. Returns "stopped"; "done" where it got to its end
    all the same; "over" where it has fewer operations.
    """
    child = os.fork()
    if child == 0:
        os._exit(_run(call, nth, stop, ever_after))
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return "stopped"
    return ("over", "stopped", "done")[os.WEXITSTATUS(status)]


def _run(call, nth, stop, ever_after):
    seen = [0]

    def count(*_):
        seen[0] += 1
        if seen[0] == nth and stop == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if stop == "fail" and (seen[0] == nth or (ever_after and seen[0] > nth)):
            raise OSError(errno.EIO, "Input/output error")

    write = Path.write_bytes

    def write_in_two(path, data):
        write(path, data[: len(data) // 2])
        count()
        return write(path, data)

    Path.write_bytes = write_in_two
    sys.addaudithook(lambda event, arguments: changes_files(event, arguments) and count())
    try:
        call()
    except BaseException:
        return 1
    return 2 if seen[0] >= nth else 0

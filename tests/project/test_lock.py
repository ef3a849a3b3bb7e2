"""One run at a time, and none that waits for the dead."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.project import lock
from gapmark.project.lock import locked

HOLD = """
import pathlib, sys, time
from gapmark.project.lock import locked
with locked(pathlib.Path(sys.argv[1])):
    print(flush=True)
    time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that has the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLD, tmp_path], stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield process
        process.kill()


def test_nobody_waits_alone(tmp_path):
    for _ in range(3):
        with locked(tmp_path / "new"):
            assert list((tmp_path / "new").iterdir()) == []


def test_the_second_waits_for_the_first(tmp_path):
    order = []

    def second():
        with locked(tmp_path):
            order.append("second")

    with locked(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(5 * lock.PAUSE)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_a_killed_run_leaves_no_lock(tmp_path, holder):
    holder.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    holder.wait()
    with locked(tmp_path):
        pass


def test_patience_ends(tmp_path, holder, monkeypatch):
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with pytest.raises(GapmarkError) as caught, locked(tmp_path):
        pass
    assert caught.value.problems[0].code == "O009"


def test_what_fails_inside_gives_the_lock_back(tmp_path):
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    with locked(tmp_path):
        pass

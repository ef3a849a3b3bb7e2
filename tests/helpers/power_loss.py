"""A disk that loses power: what was not flushed is lost, or reaches the disk in any order.

The model: the bytes of a file are safe once the file is flushed; that a name stands for a file is safe once its folder
is. Whatever else was done may be there or not, each thing by itself. To rename is one thing.
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

_listening = []
"""The disk that hears of what is done; a hook can't be taken away again."""


class Done(NamedTuple):
    """One thing that was done: names that now stand for a file (by number) or for nothing, or bytes of a file."""

    names: tuple
    file: int = 0
    data: bytes | None = None


class Disk:
    """Everything that was done below a folder since it was made, and when what was flushed."""

    def __init__(self, root):
        self.root, self.done, self.flushed = os.path.realpath(root), [], {}
        self.names = {path: number for number, path in enumerate(sorted(files(root)), 1)}
        self.bytes = {number: (Path(root) / path).read_bytes() for path, number in self.names.items()}
        self.times = {number: (Path(root) / path).stat().st_mtime_ns for path, number in self.names.items()}
        self.before = dict(self.names)
        self.seen = dict(self.names)

    def states(self, chance, times):
        """Tree after tree that may be found when the power comes back, for each moment."""
        for moment in range(len(self.done) + 1):
            for _ in range(times):
                names, data = dict(self.before), dict(self.bytes)
                for number, done in enumerate(self.done[:moment]):
                    safe = self.flushed.get(number, moment + 1) <= moment
                    if safe or chance.random() < 0.5:
                        apply(done, names, data)
                yield {path: (data.get(n, b""), self.times.get(n)) for path, n in names.items() if n}

    def note(self, names=(), file=0, data=None):
        self.done.append(Done(tuple(names), file, data))
        for name, number in names:
            self.seen[name] = number

    def flush(self, place):
        for number, done in enumerate(self.done):
            parents = {os.path.dirname(name) for name, _ in done.names}
            whole = self.seen.get(place) == done.file if done.data is not None else place in parents
            if whole:
                self.flushed.setdefault(number, len(self.done))

    def inside(self, path):
        place = os.path.abspath(os.fspath(path))
        return os.path.relpath(place, self.root) if place.startswith(self.root + os.sep) else None


def apply(done, names, data):
    names.update(done.names)
    if done.data is not None:
        data[done.file] = done.data


def files(root):
    return [os.path.relpath(os.path.join(top, name), root) for top, _, names in os.walk(root) for name in names]


def record(root, call, monkeypatch):
    """Call `call()` and return the Disk that saw it."""
    disk = Disk(root)
    watch(disk, monkeypatch)
    if not _listening:
        sys.addaudithook(lambda event, arguments: [hear(disk, event, arguments) for disk in _listening[:1] if disk])
        _listening.append(None)
    _listening[0] = disk
    try:
        call()
    finally:
        _listening[0] = None
        monkeypatch.undo()
    return disk


def watch(disk, monkeypatch):
    """Have the disk hear of bytes that are written and of what is flushed."""
    write, fsync = Path.write_bytes, os.fsync

    def write_bytes(path, data):
        result = write(path, data)
        if (name := disk.inside(path)) is not None:
            number = disk.seen.get(name) or len(disk.done) + 10_000
            disk.note([(name, number)])
            disk.note(file=number, data=data)
        return result

    def flush(handle):
        place = os.readlink(f"/proc/self/fd/{handle}")
        disk.flush("" if place == disk.root else disk.inside(place))
        return fsync(handle)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    monkeypatch.setattr(os, "fsync", flush)


def hear(disk, event, arguments):
    if event in ("os.rename", "os.link"):
        here, there = map(disk.inside, arguments[:2])
        if there is not None and disk.seen.get(here):
            disk.note([(there, disk.seen[here]), *([(here, 0)] if event == "os.rename" else [])])
        elif event == "os.rename" and there is not None:  # a folder
            below = [name for name in disk.seen if name.startswith(f"{here}{os.sep}") and disk.seen[name]]
            disk.note([pair for name in below for pair in ((there + name[len(here) :], disk.seen[name]), (name, 0))])
    elif event == "os.remove" and disk.seen.get(disk.inside(arguments[0])):
        disk.note([(disk.inside(arguments[0]), 0)])


def lay(folder, tree):
    """Make a folder with these files: bytes, and the time of a file that was there at the beginning."""
    for name, (data, time) in tree.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        if time:
            os.utime(folder / name, ns=(time, time))
    return folder

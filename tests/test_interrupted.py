"""Whole commands: killed at every file operation, two at the same moment, in other places and under other clocks."""

import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.crashes import run_until

from gapmark.pipeline import build
from gapmark.project.files import list_files
from gapmark.receive.importing import import_source

ROOT = Path(__file__).parent.parent
GAP = " ".join("@" * 10)
pytestmark = pytest.mark.slow
BESIDE = (".gapmark-new", ".gapmark-old", ".gapmark-journal")


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in list_files(folder)}


def gapmark(*words, cwd, **environment):
    command = [sys.executable, "-m", "gapmark", *map(str, words)]
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)


@pytest.fixture
def sample(tmp_path):
    """A copy of the sample with a list of each kind, and another source to import over it."""
    shutil.copytree(ROOT / "content", tmp_path / "project" / "content")
    text = "@@7 The siege began on 1 May 1573 . # Battle # They fought . # Aftermath # They left ."
    (tmp_path / "other.txt").write_text(text, "utf-8")
    return tmp_path / "project"


def kill_everywhere(project, call):
    """A copy of the project for each file operation of `call(copy)`, which was killed there."""
    for nth in itertools.count(1):
        copy = project.parent / f"copy{nth}"
        shutil.copytree(project, copy)
        outcome = run_until(lambda copy=copy: call(copy), nth, "kill")
        yield copy
        shutil.rmtree(copy)
        if outcome == "over":
            assert nth > 20
            return


def test_an_import_that_is_killed_anywhere(sample, tmp_path):
    def take(project):
        import_source(project, tmp_path / "other.txt", force=True)

    def left(project):
        return [name for name in tree(project) if name.endswith(BESIDE)]

    whole = tmp_path / "whole"
    shutil.copytree(sample, whole)
    take(whole)
    for copy in kill_everywhere(sample, take):
        build(copy, copy / "_site")  # either the old project or the new one is there
        assert not left(copy)
        take(copy)
        assert tree(copy / "content") == tree(whole / "content")


def test_a_build_that_is_killed_anywhere(sample):
    build(sample, sample / "_site")
    (sample / "static").mkdir()
    (sample / "static" / "more.txt").write_text("more")
    whole = sample.parent / "whole"
    shutil.copytree(sample, whole)
    build(whole, whole / "_site")
    for copy in kill_everywhere(sample, lambda project: build(project, project / "_site")):
        build(copy, copy / "_site")
        assert tree(copy / "_site") == tree(whole / "_site")


def test_two_builds_at_the_same_moment(sample):
    build(sample, sample / "_site")
    for turn in range(20):
        (sample / "static").mkdir(exist_ok=True)
        (sample / "static" / f"{turn}.txt").write_text("more")
        command = [sys.executable, "-m", "gapmark", "build", "--project", sample]
        both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
        assert [process.communicate()[1] for process in both] == [b"", b""]
        assert [process.returncode for process in both] == [0, 0]
        written = tree(sample / "_site")
        build(sample, sample.parent / "again")
        assert written == tree(sample.parent / "again")


def test_a_build_beside_an_import(sample, tmp_path):
    """A build sees the old project or the new one, and is never in the way."""
    for turn in range(5):
        copy = tmp_path / f"copy{turn}"
        shutil.copytree(sample, copy)
        words = ("import", tmp_path / "other.txt", "--force"), ("build",)
        commands = [[sys.executable, "-m", "gapmark", *map(str, line), "--project", copy] for line in words]
        both = [subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for line in commands]
        told = [process.communicate()[1] for process in both]
        assert [process.returncode for process in both] == [0, 0], told


def test_the_same_bytes_everywhere(sample, tmp_path):
    """In another folder, time zone and locale, with another hash seed."""
    (sample / "static").mkdir()
    (sample / "static" / "Łódź é.txt").write_text("x")
    far = tmp_path / "a b" / "é"
    far.mkdir(parents=True)
    shutil.copytree(sample, far / "project")
    usual = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    for project, changed in (
        (sample, {}),
        (far / "project", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}),
        (sample, {"LC_ALL": "C", "PYTHONHASHSEED": "2"}),
        (far / "project", {"LC_ALL": "POSIX", "LANG": "", "PYTHONHASHSEED": "3"}),
    ):
        words = ("build", "--fresh", "--project", project, "--out", tmp_path / "out")
        done = gapmark(*words, cwd=tmp_path, **usual | changed)
        assert (done.returncode, done.stderr) == (0, ""), changed
        made = tree(tmp_path / "out")
        shutil.rmtree(tmp_path / "out")
        if not changed:
            first = made
        assert made == first, changed


def test_a_disk_with_too_little_room(sample):
    """As far as files may grow: the largest of the site does not fit."""
    build(sample, sample / "_site")
    before = tree(sample / "_site")
    (sample / "static").mkdir()
    (sample / "static" / "large.txt").write_bytes(b"x" * 3_000_000)
    (sample / "static" / "a.txt").write_bytes(b"x")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000)); "
    run = "from gapmark.command.cli import run; "
    run += f"raise SystemExit(run(['build', '--fresh', '--project', {str(sample)!r}]))"
    done = subprocess.run([sys.executable, "-c", limit + run], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "error O001" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(sample / "_site") == before

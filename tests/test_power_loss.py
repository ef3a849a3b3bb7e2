"""Whatever the disk loses or reorders when the power goes, an editor's files are whole: all old or all new."""

import random
import shutil
import sys
from pathlib import Path

import pytest
from helpers.on_disk import tree
from helpers.power_loss import lay, record

from gapmark.pipeline import build
from gapmark.problems.errors import GapmarkError
from gapmark.project.load import load_project
from gapmark.receive.additions import add_dates, add_reasons
from gapmark.receive.importing import import_source
from gapmark.receive.new_project import make_project

ROOT = Path(__file__).parent.parent
TEXT = "@@7 The siege began on 1 May 1573 . # Battle # They fought . # Aftermath # They left ."
TIMES = 4
"""Random states for each moment."""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="which file is flushed is read from /proc"),
]


@pytest.fixture
def project(tmp_path):
    shutil.copytree(ROOT / "content", tmp_path / "project" / "content")
    page = tmp_path / "project" / "content" / "battle.md"
    page.write_text(page.read_text("utf-8").replace("The ", "A ", 3), "utf-8")
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    return tmp_path / "project"


def content(folder):
    return {path: data for path, data in tree(folder / "content").items() if not path.startswith("old/")}


def states(project, call, monkeypatch, seed, times=TIMES):
    """Each state of the project after the power came back and the next command had begun."""
    disk = record(project, call, monkeypatch)
    assert disk.done
    for number, found in enumerate(disk.states(random.Random(seed), times)):
        folder = lay(project.parent / f"copy{number}", found)
        try:
            load_project(folder)
        except GapmarkError as error:
            pytest.fail(f"state {number}: {error}")
        yield folder
        shutil.rmtree(folder)


@pytest.mark.parametrize("seed", range(2))
def test_an_import_over_edited_pages(project, monkeypatch, seed):
    before = content(project)
    found = states(project, lambda: import_source(project, project.parent / "text.txt", force=True), monkeypatch, seed)
    for folder in found:
        after = content(project)
        assert content(folder) in (before, after)
        if content(folder) == after:  # what it replaced is kept, as it was
            old = {path.removeprefix("old/"): data for path, data in tree(folder / "content").items() if "old/" in path}
            assert old["battle.md"] == before["battle.md"]


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("add", [add_reasons, add_dates])
def test_entries_that_are_added(project, monkeypatch, add, seed):
    before = content(project)
    for folder in states(project, lambda: add(project), monkeypatch, seed):
        assert content(folder) in (before, content(project))


def test_a_build_changes_nothing_that_an_editor_wrote(project, monkeypatch):
    build(project, project / "_site")
    page = project / "content" / "battle.md"
    page.write_text(page.read_text("utf-8").replace("A ", "One ", 1), "utf-8")
    before = content(project)
    for folder in states(project, lambda: build(project, project / "_site"), monkeypatch, 1, times=1):
        assert content(folder) == before
        try:
            build(folder, folder / "_site")  # writes what differs; a file that it can't know for its own is kept beside
        except GapmarkError:  # nor does it write over a site whose list of files was lost: it says so
            shutil.rmtree(folder / "_site")
            build(folder, folder / "_site")
        there = {path: data for path, data in tree(folder / "_site").items() if not path.endswith(".old")}
        assert there == tree(project / "_site")


def test_a_new_project_is_whole_or_not_there(project, monkeypatch):
    parent = project.parent / "desk"
    parent.mkdir()
    disk = record(parent, lambda: make_project(parent / "site", project.parent / "text.txt"), monkeypatch)
    whole = {f"site/{path}": data for path, data in tree(parent / "site").items()}
    for found in disk.states(random.Random(1), TIMES):
        there = {path: data for path, (data, _) in found.items() if path.startswith("site/")}
        assert there in ({}, whole)

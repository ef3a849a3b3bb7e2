"""All of several files, or none of them."""

import os
from pathlib import Path

import pytest
from helpers.crashes import run_until

from gapmark.project.files import FRESH, list_files
from gapmark.project.swap import JOURNAL, OLD, clear, finish, is_inside, leads_away, swap

BEFORE = {"a": b"a", "deep/b": b"b", "deep/mine": b"mine"}
AFTER = {"a": b"new a", "deep/mine": b"mine", "new/c": b"c"}


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in list_files(folder)}


def fill(folder, files):
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def change(folder):
    finish(folder)
    swap(folder, {name: AFTER[name] for name in ("a", "new/c")}, ["deep/b"], flushed=True)


def test_a_swap(tmp_path):
    change(fill(tmp_path, BEFORE))
    assert tree(tmp_path) == AFTER
    change(tmp_path)
    assert tree(tmp_path) == AFTER


def test_into_a_folder_that_is_not_there(tmp_path):
    finish(tmp_path / "new")
    swap(tmp_path / "new", {"a/b": b"b"}, flushed=False)
    assert tree(tmp_path) == {"new/a/b": b"b"}


def test_a_disk_without_second_names(tmp_path, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    change(fill(tmp_path, BEFORE))
    assert tree(tmp_path) == AFTER


def test_what_is_done_last_is_undone_too(tmp_path, monkeypatch):
    replace = Path.replace

    def fail_at_last(path, target):
        if path.name == f"c{FRESH}":
            raise OSError("no")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", fail_at_last)
    with pytest.raises(OSError, match="no"):
        change(fill(tmp_path, BEFORE))
    assert tree(tmp_path) == BEFORE
    assert not (tmp_path / "new").exists()


def test_a_journal_leads_nowhere_else(tmp_path):
    outside = fill(tmp_path / "outside", {"a": b"a", f"b{FRESH}": b"b"})
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link").symlink_to(outside)
    lines = ("- 1  ../outside/a", f"- 1  {outside}/a", "- 1  link/a", "+ none 1:2 link/b", "-", "", "+ \0  \0", "end")
    (inside / JOURNAL).write_text("\n".join(lines), "utf-8")
    finish(inside)
    assert tree(outside) == {"a": b"a", f"b{FRESH}": b"b"}
    assert [path.name for path in inside.iterdir()] == ["link"]


def test_only_what_stands_beside_is_cleared(tmp_path):
    fill(tmp_path, {"a": b"", f"a{FRESH}": b"", f"b/c{OLD}": b"", f"d/e{OLD}": b"", "d/mine": b""})
    clear(tmp_path)
    assert tree(tmp_path) == {"a": b"", "d/mine": b""}
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("path", ["", ".", "/a", "../a", "a/../../b", "C:/a", "a\0", "\\a", "..\\a", "a\\..\\b"])
def test_paths_that_lead_out(path):
    assert not is_inside(path)


@pytest.mark.parametrize("path", ["a/b.html", "a/..b"])
def test_paths_that_do_not(path):
    assert is_inside(path)


def test_links_on_the_way(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "link").symlink_to(tmp_path / "a" / "b")
    assert not leads_away(tmp_path, "a/b/c")
    assert leads_away(tmp_path, "a/link/c")
    assert not leads_away(tmp_path, "a/link")


def test_what_an_editor_wrote_after_a_kill_is_kept(tmp_path):
    killed = (folder for folder, _ in every_operation(tmp_path, "kill") if (folder / JOURNAL).exists())
    folder = next(killed)
    fill(folder, {"a": b"edited", "deep/b": b"edited too"})
    finish(folder)
    assert tree(folder) == AFTER | {"a.old": b"edited", "deep/b": b"edited too"}


@pytest.fixture(params=["linking", "not linking"])
def disk(request, monkeypatch):
    if request.param == "not linking":
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError()))


def every_operation(tmp_path, stop, **options):
    """A folder and the outcome for each operation of a change."""
    for nth in range(1, 100):
        folder = fill(tmp_path / str(nth), BEFORE)
        outcome = run_until(lambda folder=folder: change(folder), nth, stop, **options)
        yield folder, outcome
        if outcome == "over":
            assert nth > 10
            return


@pytest.mark.slow
@pytest.mark.usefixtures("disk")
def test_killed_at_every_operation(tmp_path):
    for folder, _ in every_operation(tmp_path, "kill"):
        finish(folder)
        assert tree(folder) in (BEFORE, AFTER)
        change(folder)
        assert tree(folder) == AFTER


@pytest.mark.slow
@pytest.mark.usefixtures("disk")
def test_refused_at_every_operation(tmp_path):
    for folder, outcome in every_operation(tmp_path, "fail"):
        finish(folder)
        assert tree(folder) == (BEFORE if outcome == "stopped" else AFTER)


@pytest.mark.slow
def test_a_disk_that_refuses_everything_from_some_time_on(tmp_path):
    for folder, _ in every_operation(tmp_path, "fail", ever_after=True):
        change(folder)
        assert tree(folder) == AFTER

"""When to look at the disk again."""

import sys
from itertools import islice

import pytest

from gapmark.serve import watching


def test_without_watchfiles_there_are_looks_all_the_time(project, monkeypatch):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    monkeypatch.setattr(watching, "INTERVAL", 0.001)
    monkeypatch.setattr(watching, "QUIET", 0.003)
    assert list(islice(watching.looks(project), 8)) == [True, True, True, False] * 2


@pytest.fixture
def told(monkeypatch):
    """The system tells of changes, and there is time for other work soon."""
    pytest.importorskip("watchfiles", reason="watchfiles is in the extra `serve`")
    monkeypatch.setattr(watching, "QUIET", 0.06)


@pytest.mark.usefixtures("told")
def test_the_system_tells_of_changes(project):
    seen = watching.looks(project)
    assert next(seen) is False
    (project / "content" / "new.md").write_text("words")
    assert True in islice(seen, 5)


@pytest.mark.usefixtures("told")
def test_a_new_folder_is_looked_at(project):
    seen = watching.looks(project)
    next(seen)
    (project / "templates").mkdir(exist_ok=True)
    assert True in islice(seen, 5)
    assert next(seen) is False
    (project / "templates" / "page.html").write_text("words")
    assert True in islice(seen, 5)


@pytest.mark.parametrize("error", [OSError("inotify limit"), RuntimeError("a folder went")])
def test_where_the_system_tells_nothing_there_are_looks(project, monkeypatch, error):
    watchfiles = pytest.importorskip("watchfiles")
    monkeypatch.setattr("gapmark.serve.watching.INTERVAL", 0.1)
    monkeypatch.setattr("time.sleep", lambda _: None)

    def watch(*_, **__):
        raise error

    monkeypatch.setattr(watchfiles, "watch", watch)
    found = watching.looks(project)
    assert [next(found) for _ in range(8)] == [True, True, True, False] * 2


def test_folders_that_are_not_there_are_waited_for(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "INTERVAL", 0.001)
    assert list(islice(watching.looks(tmp_path), 2)) == [True, True]

"""What lies in the user's cache folder is used only if nobody else could have put it there."""

import os
import sys
import time

import pytest

from gapmark.run import private

NAMES = [f"project-{number * 32}" for number in "123"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the user's profile is the border there")


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A user's cache folder that is not there yet."""
    place = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    return place


@pytest.fixture
def folder(home):
    """A private folder with one file in it."""
    path = private.open_folder(NAMES[0], make=True)
    private.write(path, "memo", b"words")
    return home / "gapmark" / NAMES[0]


def known():
    path = private.open_folder(NAMES[0])
    return bool(path) and private.read(path, "memo") == b"words"


def test_what_was_written_is_read(folder):
    assert known()
    modes = {oct(path.stat().st_mode & 0o777) for path in (folder, folder.parent)}
    assert (modes, oct((folder / "memo").stat().st_mode & 0o777)) == ({"0o700"}, "0o600")
    private.write(str(folder), "memo", b"other words")
    assert private.read(str(folder), "memo") == b"other words"
    assert [path.name for path in folder.iterdir()] == ["memo"]


def test_nothing_is_made_where_it_is_only_looked_for(home):
    assert private.open_folder(NAMES[0]) == ""
    assert not home.exists()


def test_projects_have_names_of_their_own(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to("a")
    first = private.name_for("project", str(tmp_path / "a"))
    assert first == private.name_for("project", str(tmp_path / "link"))
    assert first != private.name_for("project", str(tmp_path / "b"))
    assert str(tmp_path) not in first


@pytest.mark.parametrize("place", ["", NAMES[0], NAMES[0] + "/memo"])
@pytest.mark.parametrize("mode", [0o750, 0o702, 0o770, 0o704])
def test_what_others_can_touch_is_not_used(folder, place, mode):
    (folder.parent / place).chmod(mode & ~0o100 if place.endswith("memo") else mode)
    assert not known()


def test_what_belongs_to_another_user_is_not_used(folder, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 4711)
    assert not known()
    assert private.open_folder(NAMES[1], make=True) == ""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("place", [".", "..", "memo"])
def test_each_part_must_be_ones_own(folder, place):
    os.chown(folder / place, 4711, 4711)
    assert not known()


def test_links_are_not_followed(folder, tmp_path):
    for place, name in ((folder / "memo", "file"), (folder, "folder"), (folder.parent, "top")):
        place.rename(tmp_path / name)
        place.symlink_to(tmp_path / name)
        assert not known()
        place.unlink()
        (tmp_path / name).rename(place)
        assert known()


def test_a_link_in_the_place_of_a_new_file_is_replaced(folder, tmp_path):
    (tmp_path / "own").write_text("an editor's words")
    for name in ("memo", f"memo.{os.getpid()}"):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(tmp_path / "own")
        private.write(str(folder), "memo", b"words")
        assert known()
    assert (tmp_path / "own").read_text() == "an editor's words"


def test_a_pipe_holds_nothing_up(folder):
    (folder / "memo").unlink()
    os.mkfifo(folder / "memo", 0o600)
    assert not known()


def test_every_changed_byte_is_seen(folder):
    data = (folder / "memo").read_bytes()
    for at in range(len(data)):
        for spoilt in (data[:at], data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :], data[:at] + b"x" + data[at:]):
            (folder / "memo").write_bytes(spoilt)
            assert not known()


@pytest.mark.parametrize("named", ["", "relative/cache"])
def test_without_a_folder_of_ones_own_there_is_the_usual_one(monkeypatch, named):
    monkeypatch.setenv("XDG_CACHE_HOME", named)
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setattr(sys, "platform", "linux")
    assert private.home() == "/home/ann/.cache"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert private.home() == "/home/ann/Library/Caches"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/Users/ann/Local")
    assert private.home() == "/Users/ann/Local"
    monkeypatch.delenv("LOCALAPPDATA")
    assert private.home() == ""
    assert private.open_folder(NAMES[0], make=True) == ""


@pytest.mark.parametrize("home", ["/nowhere/at/all", "/proc", "relative"])
def test_where_nothing_can_be_written_nothing_is_said(monkeypatch, home, project, gapmark):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    monkeypatch.setattr(os, "makedirs", _refuse)
    assert private.open_folder(NAMES[0], make=True) == ""
    code, _, err = gapmark()
    assert (code, err) == (0, "")


def _refuse(*_, **__):
    raise PermissionError


def test_what_is_not_used_for_a_month_is_swept(folder, tmp_path):
    old = time.time() - private.UNUSED - 1
    (folder.parent / "link").symlink_to(tmp_path)
    for name in (NAMES[1], NAMES[2]):
        path = private.open_folder(name, make=True)
        private.write(path, "memo", b"words")
        os.utime(path, (old, old))
    os.utime(folder, (old, old))
    assert known()
    private.open_folder(NAMES[2], make=True)
    private.sweep()
    assert sorted(path.name for path in folder.parent.iterdir()) == ["link", NAMES[0], NAMES[2]]
    assert tmp_path.exists()


@pytest.mark.parametrize("named", ["", "cache"])
def test_nothing_that_is_not_ours_is_swept(tmp_path, monkeypatch, named):
    """A folder beside the project that is called as the program is, say: its checkout."""
    old = time.time() - private.UNUSED - 1
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path) if named else "")
    monkeypatch.setenv("HOME", "relative")
    for name in ("model", "project-1", "text/words"):
        (tmp_path / "gapmark" / name).mkdir(parents=True)
        os.utime(tmp_path / "gapmark" / name, (old, old))
    (tmp_path / "gapmark").chmod(0o700)
    private.sweep()
    assert len([*tmp_path.glob("gapmark/**/*")]) == 4


def test_nothing_is_made_where_a_link_leads(home, tmp_path):
    home.mkdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (home / "gapmark").symlink_to(tmp_path / "elsewhere")
    assert private.open_folder(NAMES[0], make=True) == ""
    assert not [*(tmp_path / "elsewhere").iterdir()]


def test_old_files_of_a_folder_in_use_are_swept(folder):
    old = time.time() - private.UNUSED - 1
    private.write(str(folder), "other", b"words")
    os.utime(folder / "other", (old, old))
    os.utime(folder / "memo", (old, old))
    assert known()
    private.sweep()
    assert [path.name for path in folder.iterdir()] == ["memo"]

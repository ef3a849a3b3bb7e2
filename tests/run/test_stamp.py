"""A build that would change nothing says so at once; whatever has changed is seen."""

import os
import subprocess
import sys
import time

import pytest

from gapmark.run import private, stamp

EARLIER = time.time_ns() - 60 * 1_000_000_000


@pytest.fixture
def built(project):
    """A project and its site, all files older than a clock's tick, that have just been stamped as a build does it."""
    for path in ("static/extra.txt", "_site/index.html", "_site/gapmark-manifest.txt"):
        (project / path).parent.mkdir(exist_ok=True)
        (project / path).write_text("index.html\n")
    wait_a_tick()
    stamp.keep("", stamp.look("", []), [("out", f"1 page, {stamp.TIME}: open _site/index.html")])
    return project


@pytest.fixture(autouse=True)
def _a_process_of_its_own():
    stamp._program.clear()  # --refresh may have written a file of the program since it was looked at


def wait_a_tick():
    time.sleep(stamp.FINE * 1.5e-9)  # not to be faster than the clock of the disk


def known(words=()):
    stamp._program.clear()  # each command is a process of its own
    return bool(stamp.last_lines("", words))


def test_nothing_changed_is_known(project, gapmark):
    wait_a_tick()
    assert gapmark()[0] == 0
    assert known()
    assert known(["build"])


def test_warnings_are_said_again(built, gapmark):
    (built / "content" / "p.md.new").write_text("left by an import")
    wait_a_tick()
    _, out, err = gapmark()
    lines = stamp.last_lines("", [])
    assert [line for stream, line in lines if stream == "err"] == err.splitlines()
    told = [line for stream, line in lines if stream == "out"]
    assert [line.replace(stamp.TIME, "") for line in told] == [_without_time(line) for line in out.splitlines()]


def _without_time(line):
    before, _, after = line.rpartition(" s: open")
    return f"{before.rpartition(' ')[0]} : open{after}" if after else line


@pytest.mark.parametrize(
    "path",
    ["content/site.yaml", "content/source/1.txt", "static/extra.txt", "_site/index.html", "_site/gapmark-manifest.txt"],
)
def test_a_changed_file_is_seen(built, path):
    data = (built / path).read_bytes()
    (built / path).write_bytes(data[::-1])  # as many bytes as before
    assert not known()


@pytest.mark.parametrize("path", ["content/new.md", "templates/page.html", "static/new.css", "_site/new.txt"])
def test_a_new_file_is_seen(built, path):
    (built / path).parent.mkdir(exist_ok=True)
    (built / path).write_text("words")
    assert not known()


@pytest.mark.parametrize("path", ["static/extra.txt", "_site/index.html"])
def test_a_missing_file_is_seen(built, path):
    (built / path).unlink()
    assert not known()


def test_an_older_file_put_back_is_seen(built):
    page = built / "static" / "extra.txt"
    page.write_text("xedni.html\n")
    os.utime(page, ns=(EARLIER, EARLIER))
    assert not known()


def test_a_file_changed_within_a_tick_counts_as_changed(project, gapmark):
    wait_a_tick()
    page = next((project / "content").glob("*.md"))
    page.write_bytes(page.read_bytes())
    before = stamp.look("", [])
    assert stamp.look("", []) != before


def test_links_are_never_trusted(built, gapmark):
    (built / "static" / ".#link.txt").symlink_to("nowhere")  # the lock of an editor's program
    wait_a_tick()
    assert gapmark()[0] == 0
    assert not known()


@pytest.mark.parametrize("name", ["GITHUB_ACTIONS", "SOURCE_DATE_EPOCH", "NO_COLOR"])
def test_the_environment_is_seen(built, monkeypatch, name):
    monkeypatch.setenv(name, "1")
    assert not known()


def test_other_programs_are_seen(built, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "version", "3.99")
    assert not known()
    monkeypatch.undo()
    (tmp_path / "more" / "jinja2-99.dist-info").mkdir(parents=True)
    monkeypatch.chdir(built)
    monkeypatch.syspath_prepend(tmp_path / "more")
    assert not known()


@pytest.mark.parametrize("words", [["--strict"], ["--fresh"], ["check"], ["--out", "x"], ["--quiet"], ["--help"]])
def test_other_commands_are_run(built, words):
    assert not known(words)


def test_a_stamp_that_is_no_stamp_is_no_stamp(built):
    folder = private.open_folder(private.name_for(stamp.KIND, ""))
    assert private.read(folder, stamp.STAMP)
    for text in ("", "\0\n\0\n\0\n", "\xff", "a\0\n" * 9):
        private.write(folder, stamp.STAMP, text.encode("latin-1"))
        assert not known()


def test_a_failed_build_leaves_no_stamp_behind(built, gapmark):
    (built / "content" / "site.yaml").write_text("title: [")
    assert gapmark()[0] == 2
    assert not known()


def test_what_cannot_be_remembered_is_no_error(project, gapmark, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    wait_a_tick()
    assert gapmark()[0] == 0
    assert not known()


def test_nothing_is_written_beside_the_content(project, gapmark):
    assert gapmark()[0] == 0
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) == []


def test_as_a_process(built):
    command = [sys.executable, "-m", "gapmark"]
    said = [subprocess.run(command, cwd=built, capture_output=True, text=True, check=True) for _ in range(2)]
    assert _without_time(said[0].stdout) == _without_time(said[1].stdout)
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys; from gapmark.__main__ import run; run(); print('jinja2' in sys.modules)"],
        cwd=built, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert loaded.stdout.endswith("False\n")


def test_a_file_that_goes_while_the_folder_is_looked_at(tmp_path):
    class Entry:
        name, path = "a", "a"

        def stat(self, **_):
            raise FileNotFoundError

    assert stamp._look_at(Entry(), 7) == "can't be seen 7"

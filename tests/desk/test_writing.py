"""Writes of the desk: checked before, under the lock, noted, taken back, and never over what is newer."""

import signal
import subprocess
import sys
import threading
import time

import pytest
from helpers.chance import TIMES

from gapmark.desk import journal, writing
from gapmark.desk.kinds import sum_of
from gapmark.desk.writing import save, undo


@pytest.fixture
def places(project):
    path = project / "content" / "places.yaml"
    path.write_text("# Places.\n\n- name: A\n", "utf-8")
    return path


def write(project, old, new, seen=None):
    path = project / "content" / "places.yaml"
    seen = path.read_text("utf-8") if seen is None else seen
    return save(project, "content/places.yaml", sum_of(seen), lambda text: text.replace(old, new))


def test_a_write_that_adds_an_error_is_not_made(project, places):
    before = places.read_bytes()
    outcome = write(project, "- name: A", "- nam: A")
    assert not outcome.done
    assert 'unknown setting "nam"' in [problem.message for problem in outcome.problems]
    assert places.read_bytes() == before
    assert not (project / ".desk").exists()


def test_an_error_elsewhere_stops_no_write(project, places):
    (project / "content" / "timeline.yaml").write_text("- label: [\n", "utf-8")
    assert write(project, "# Places.", "# The places.").done
    assert places.read_text("utf-8").startswith("# The places.")


def test_an_error_that_is_there_already_stops_no_write(project, places):
    places.write_text("- name: A\n  x: 1\n", "utf-8")
    assert write(project, "- name: A", "# More.\n- name: A").done


def test_a_file_that_was_changed_since_is_not_overwritten(project, places):
    seen = places.read_text("utf-8")
    places.write_text("# Another's.\n- name: B\n", "utf-8")
    outcome = write(project, "A", "C", seen)
    assert not outcome.done
    assert outcome.newer == "# Another's.\n- name: B\n"
    assert places.read_text("utf-8") == outcome.newer


def test_writes_are_taken_back_one_by_one(project, places):
    first = places.read_bytes()
    write(project, "# Places.", "# One.")
    write(project, "# One.", "# Two.")
    assert undo(project).path == "content/places.yaml"
    assert places.read_text("utf-8").startswith("# One.")
    assert undo(project).done
    assert places.read_bytes() == first
    assert undo(project) is None


def test_a_new_file_is_taken_away_again(project):
    path = project / "content" / "gaps.yaml"
    assert save(project, "content/gaps.yaml", sum_of(""), lambda _: "# None.\n").done
    assert path.exists()
    assert undo(project).done
    assert not path.exists()


def test_a_later_edit_by_another_program_is_never_taken_back(project, places):
    write(project, "# Places.", "# One.")
    places.write_text("# Another's.\n", "utf-8")
    outcome = undo(project)
    assert (outcome.done, outcome.newer) == (False, "# Another's.\n")
    assert places.read_text("utf-8") == "# Another's.\n"


def test_a_write_that_was_noted_and_never_made_is_passed_over(project, places):
    write(project, "# Places.", "# One.")
    journal.add_to_journal(project, "content/places.yaml", places.read_text("utf-8"), "# Never.\n")
    assert undo(project).done
    assert places.read_text("utf-8").startswith("# Places.")


def test_a_write_of_yesterday_and_a_line_cut_short_are_left_out(project, places, monkeypatch):
    write(project, "# Places.", "# One.")
    path = project / ".desk" / "journal"
    path.write_text(path.read_text("utf-8") + '[1, "content/pla', "utf-8")
    assert len(journal.read_journal(project)) == 1
    later = time.time() + journal.DAY + 5
    monkeypatch.setattr(journal.time, "time", lambda: later)
    assert journal.read_journal(project) == ()


def test_git_leaves_the_journal_out(project, places):
    write(project, "# Places.", "# One.")
    assert (project / ".desk" / ".gitignore").read_text("utf-8") == "*\n"


def test_no_link_is_followed(project, places, tmp_path):
    (project / ".desk").symlink_to(tmp_path)
    before = places.read_bytes()
    outcome = write(project, "# Places.", "# One.")
    assert [problem.code for problem in outcome.problems] == ["O006"]
    assert places.read_bytes() == before


@pytest.mark.parametrize("where", ["", ".desk"])
def test_a_full_disk_is_said_and_leaves_the_file(project, places, monkeypatch, where):
    def full(path, data):
        if not where or where in str(path):
            raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(writing, "write_file", full)
    monkeypatch.setattr(journal, "write_file", full)
    before = places.read_bytes()
    (problem,) = write(project, "# Places.", "# One.").problems
    assert problem.code == "O001"
    assert "still in the form" in problem.hint
    assert places.read_bytes() == before


def test_a_program_that_writes_into_the_old_file_meanwhile_loses_nothing(project, places, monkeypatch):
    real = writing.write_file

    def slow(path, data):
        if path == places:
            with path.open("r+b") as file:
                file.write(b"# LATE...")
        real(path, data)

    monkeypatch.setattr(writing, "write_file", slow)
    outcome = write(project, "# Places.", "# One.")
    assert outcome.aside == "content/places.yaml.other"
    assert (project / outcome.aside).read_text("utf-8").startswith("# LATE...")


def test_two_that_write_at_once_come_one_after_the_other(project, places):
    done = []
    threads = [
        threading.Thread(target=lambda n=n: done.append(write(project, "# Places.", f"# Places.\n# {n}").done))
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = places.read_text("utf-8").splitlines()
    assert sum(line.startswith("# ") and line[2:].isdecimal() for line in lines) == sum(done) >= 1


@pytest.mark.slow
def test_kills_during_writes_lose_nothing(project, places):
    """The file is one of the two versions, the journal can be read, and the last write can be taken back."""
    program = (
        "import sys, itertools\nfrom pathlib import Path\nfrom gapmark.desk import writing\n"
        "from gapmark.desk.kinds import sum_of\nroot = Path('.')\npath = root / 'content/places.yaml'\n"
        "writing.new_problems = lambda *_: ()\nprint('begun', flush=True)\n"
        "for n in itertools.count():\n"
        "    text = path.read_text('utf-8')\n"
        "    writing.save(root, 'content/places.yaml', sum_of(text), lambda t: t + f'# {n}\\n')\n"
    )
    for number in range(TIMES):
        places.write_text("# Places.\n\n- name: A\n", "utf-8")
        running = subprocess.Popen([sys.executable, "-c", program], cwd=project, stdout=subprocess.PIPE)
        running.stdout.readline()
        time.sleep(0.001 * (number % 40))
        running.send_signal(signal.SIGKILL)
        running.communicate()
        lines = places.read_text("utf-8").splitlines()
        assert lines[:3] == ["# Places.", "", "- name: A"]
        count = len(lines) - 3
        assert lines[3:] == [f"# {n}" for n in range(count)]
        if count:
            assert undo(project).done
            assert len(places.read_text("utf-8").splitlines()) == count + 2

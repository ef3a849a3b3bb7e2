"""Problems as annotations: what GitHub Actions reads from the log and shows in the pull request."""

import pytest

from gapmark.cli import annotation
from gapmark.model import Location, Problem


def test_place_code_message_and_hint():
    problem = Problem("G001", "error", "gap 1 is marked nowhere", Location("content/battle.md", 9, 1), "put it back")
    assert annotation(problem) == (
        "::error file=content/battle.md,line=9,col=1,title=G001::gap 1 is marked nowhere%0Aput it back"
    )


def test_a_whole_file_has_no_line():
    problem = Problem("P004", "warning", "waits", Location("content/battle.md.new"))
    assert annotation(problem) == "::warning file=content/battle.md.new,title=P004::waits"


def test_signs_of_the_command_itself():
    problem = Problem("O008", "error", "100 %: a, b", Location("static/a,b:c%.txt", 1), "one\r\ntwo")
    assert annotation(problem) == "::error file=static/a%2Cb%3Ac%25.txt,line=1,title=O008::100 %25: a, b%0Aone%0D%0Atwo"


@pytest.mark.parametrize("command", ["build", "check"])
def test_they_are_printed_there_and_only_there(command, project, gapmark, monkeypatch):
    (project / "content" / "battle.md").write_text("---\ntitle: Battle\n---\n\n[there](nowhere.md)\n", "utf-8")
    code, out, plain = gapmark(command)
    assert "::" not in plain
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    again = gapmark(command)
    assert again[:2] == (code, out)
    shown = again[2].splitlines()
    notes = [line for line in shown if line.startswith("::")]
    assert [line for line in shown if not line.startswith("::")] == plain.splitlines()
    assert len(notes) == plain.count(": error ")
    assert any(line.startswith("::error file=content/battle.md,line=5,title=L001::the link ") for line in notes)

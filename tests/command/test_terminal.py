"""What is printed: as text, as annotations for GitHub, as JSON; and nothing of it steers a terminal or a log."""

import io
import json
import re
import sys
import time

import pytest

import gapmark.command.terminal
from gapmark.command.terminal import Terminal, annotation, chosen_format, printable, watched
from gapmark.problems.location import Location, Problem
from gapmark.run.progress import begin, counted

WHERE = Location("content/a.md", 3, 7)
HOSTILE = "k\n::stop-commands::x\x1b[2J\r\x9b1m\u202e##[group]\udce9"


def test_problems_are_printed_with_their_hints(capsys):
    problems = [Problem("L001", "error", "words", WHERE, "first\nsecond"), Problem("S101", "warning", "w", WHERE)]
    Terminal().report(problems)
    assert capsys.readouterr().err == (
        "content/a.md:3:7: error L001: words\n  hint: first\nsecond\ncontent/a.md:3:7: warning S101: w\n"
    )


@pytest.mark.parametrize("form", ["text", "github"])
def test_names_of_somebody_else_do_nothing(form, capsys):
    Terminal(form).report([Problem("L001", "error", HOSTILE, Location(HOSTILE, 1), f"a {HOSTILE}\n::{HOSTILE}")])
    Terminal(form).say(f"wrote {HOSTILE}")
    out, err = capsys.readouterr()
    lines = (out + err).splitlines()
    assert (out + err).isprintable() or all(line.isprintable() for line in lines)
    if form == "github":
        commands = [line for line in lines if line.lstrip().startswith("::")]
        assert [command[:8] for command in commands] == ["::error "]
        assert "##[" not in out + "".join(line for line in err.splitlines() if line not in commands)


def test_what_is_printable_stays(capsys):
    assert printable("Łódź, صفيرة، می\u200cخواهم\t1") == "Łódź, صفيرة، می\u200cخواهم\\t1"


def test_json_holds_everything_and_nothing_else_is_printed(capsys):
    terminal = Terminal("json")
    terminal.report([Problem("L001", "error", HOSTILE, WHERE, "do this")], {"pages": 3})
    terminal.say("done")
    out, err = capsys.readouterr()
    assert json.loads(out) == {
        "problems": [
            {"path": "content/a.md", "line": 3, "column": 7, "code": "L001", "level": "error"}
            | {"message": HOSTILE, "hint": "do this"}
        ],
        "pages": 3,
    }
    assert (err, "\x1b" in out) == ("", False)


def test_quiet_is_quiet_about_good_news_only(capsys):
    terminal = Terminal(quiet=True)
    terminal.say("done")
    terminal.report([Problem("L001", "error", "words", WHERE)])
    assert capsys.readouterr() == ("", "content/a.md:3:7: error L001: words\n")


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": ""}, True)],
)
def test_colours_on_a_terminal_only(environment, coloured, monkeypatch):
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"WT_SESSION": "1", **environment}.items():
        monkeypatch.setenv(name, value)
    for terminal, expected in ((True, coloured), (False, False)):
        console = io.StringIO()
        console.isatty = lambda terminal=terminal: terminal
        monkeypatch.setattr(sys, "stderr", console)
        Terminal().report([Problem("L001", "error", "words", WHERE)])
        assert ("\x1b[31merror\x1b[0m" in console.getvalue()) is expected


def test_the_format_in_a_workflow(monkeypatch):
    assert (chosen_format(None), chosen_format("json")) == ("text", "json")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert (chosen_format(None), chosen_format("text")) == ("github", "text")


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
    assert annotation(problem) == "::error file=static/a%2Cb%3Ac%25.txt,line=1,title=O008::100 %25: a, b%0Aone\\r%0Atwo"


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
    assert any(line.startswith("::error file=content/battle.md,line=5,col=9,title=L001::the link ") for line in notes)


def test_progress_on_a_terminal_from_one_second_on(monkeypatch):
    assert gapmark.command.terminal.PATIENCE == 1
    monkeypatch.setattr(gapmark.command.terminal, "PATIENCE", 0.01)
    monkeypatch.setattr(gapmark.command.terminal, "PAUSE", 0.01)
    shown = {}
    for is_terminal in (True, False):
        console = io.StringIO()
        console.isatty = lambda is_terminal=is_terminal: is_terminal
        monkeypatch.setattr(sys, "stderr", console)
        with watched(Terminal(), verbose=False):
            begin("making pages")
            for done, _ in enumerate(counted(["a", "b"])):
                until = time.monotonic() + (10 if is_terminal else 0.02)
                while f"{done} of 2" not in console.getvalue() and time.monotonic() < until:
                    time.sleep(0.005)
        shown[is_terminal] = console.getvalue()
    assert "making pages, 1 of 2" in shown[True]
    assert shown[False] == ""


def test_verbose_has_the_time_of_each_step(capsys):
    with watched(Terminal(), verbose=True):
        begin("reading")
        begin("writing")
    assert re.fullmatch(r" +0\.\d{3} s  reading\n +0\.\d{3} s  writing\n", capsys.readouterr().err)


def test_a_flood_of_one_code_is_cut_short(capsys):
    problems = [Problem("S101", "warning", f"w{n}", WHERE) for n in range(1000)]
    problems += [Problem("L001", "error", f"e{n}", WHERE) for n in range(5)]
    Terminal().report(problems)
    err = capsys.readouterr().err
    assert (err.count("S101: w"), err.count("L001: e")) == (3, 5)
    assert "997 more of S101" in err
    Terminal(verbose=True).report(problems)
    err = capsys.readouterr().err
    assert (err.count("S101: w"), "more of" in err) == (1000, False)
    Terminal("json").report(problems)
    assert len(json.loads(capsys.readouterr().out)["problems"]) == 1005

"""The command line, exit codes, and what is printed where."""

import gc
import io
import json
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gapmark
from gapmark.__main__ import run
from gapmark.command import cli

ROOT = Path(__file__).parent.parent.parent
GAP = " ".join("@" * 10)


def test_build_is_the_default(project, gapmark):
    code, out, err = gapmark()
    assert (code, err) == (0, "")
    assert re.search(r"\d+ pages, 0 gaps, 8 words, .*0 warnings, \d+\.\d\d s: open .*index\.html\n\Z", out)
    assert (project / "_site" / "index.html").is_file()
    assert gapmark("--out", "other")[0] == 0
    assert (project / "other" / "index.html").is_file()


def test_check_writes_nothing(project, gapmark):
    code, out, err = gapmark("check")
    assert (code, out, err) == (0, "checked: no errors, 0 warnings\n", "")
    assert not (project / "_site").exists()


def test_the_project_is_named_or_given(project, tmp_path, gapmark, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert gapmark("check")[0] == 2
    assert gapmark("check", "--project", project)[0] == 0
    assert gapmark("check", project=project)[0] == 0


@pytest.mark.parametrize("words", [["nonsense"], ["--nonsense"], ["build", "x"], ["import"], ["clean", "--out", "x"]])
def test_wrong_words_are_usage(words, gapmark):
    code, out, err = gapmark(*words)
    assert (code, out) == (2, "")
    assert "usage:" in err


def test_version_and_help(gapmark):
    assert gapmark("--version") == (0, f"gapmark {gapmark_version()}\n", "")
    assert all(name in gapmark("--help")[1] for name in cli.COMMANDS)


def gapmark_version():
    assert f'version = "{gapmark.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    return gapmark.__version__


def test_formats(project, gapmark, monkeypatch):
    code, out, err = gapmark("--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["problems"] == []
    assert json.loads(out)["pages"] > 3
    (project / "content" / "battle.md").write_text("---\ntitle: Battle\n---\n\n[there](nowhere.md)\n", "utf-8")
    code, out, err = gapmark("check", "--format", "json")
    assert (code, err) == (3, "")
    assert [problem["code"] for problem in json.loads(out)["problems"]] == ["L001"]
    assert "::error" in gapmark("check", "--format", "github")[2]
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "::error" not in gapmark("check", "--format", "text")[2]


def test_quiet(project, gapmark):
    assert gapmark("--quiet") == (0, "", "")
    assert gapmark("check", "--quiet") == (0, "", "")


def test_explain(gapmark):
    code, out, _ = gapmark("explain", "g002")
    assert code == 0
    assert out.startswith("G002: a gap is marked twice\nWhat to do: ")
    assert "  content/battle.md:8:7: error G002: " in out
    assert len(gapmark("explain")[1].splitlines()) > 80
    code, out, err = gapmark("explain", "G020")
    assert (code, out) == (2, "")
    assert 'there is no code G020; did you mean "' in err


def test_strict(project, gapmark):
    (project / "content" / "battle.md.new").write_text("", "utf-8")
    assert gapmark("build")[0] == 0
    code, _, err = gapmark("build", "--strict", "--out", "strict")
    assert (code, "error P004" in err, (project / "strict").exists()) == (3, True, False)


def test_a_console_that_knows_few_letters(project, monkeypatch):
    (project / "text.txt").write_text("Words . # Łódź # Words . # Ćma #", "utf-8")
    console = io.TextIOWrapper(io.BytesIO(), "ascii")
    monkeypatch.setattr(sys, "stdout", console)
    assert cli.run(["import", "text.txt"], project=project / "other") == 0
    console.flush()
    assert b'on no page: "\\u0106ma"' in console.buffer.getvalue()


def test_a_broken_pipe_is_no_error(project, monkeypatch):
    def break_pipe(options):
        raise BrokenPipeError

    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setitem(cli.COMMANDS, "check", (break_pipe, *cli.COMMANDS["check"][1:]))
    assert cli.run(["check"]) == 0


def test_ctrl_c_before_a_command_has_begun_is_no_bug(monkeypatch):
    """While the program is loaded, which takes most of the time of a small site."""

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["gapmark", "check"])
    monkeypatch.setattr(cli, "run", stopped)
    assert run() == 130


def test_a_bug_stays_a_traceback(project, monkeypatch):
    def fail(options):
        raise ZeroDivisionError

    monkeypatch.setitem(cli.COMMANDS, "check", (fail, *cli.COMMANDS["check"][1:]))
    with pytest.raises(ZeroDivisionError):
        cli.run(["check"])


# ---------------------------------------------------------------- clean


def clean(tmp_path, capsysbinary, data):
    (tmp_path / "lines.txt").write_bytes(data)
    code = cli.run(["clean", str(tmp_path / "lines.txt")])
    return code, capsysbinary.readouterr().out


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", b""),
        (b"\n", b"\n"),
        (b"a , b .", b"a, b.\n"),
        (b"a , b .\n", b"a, b.\n"),
        (b"a , b .\r\n\r\nc .\r\n", b"a, b.\n\nc.\n"),
        (b"a .\n\n\nb .", b"a.\n\n\nb.\n"),
        (b"\xef\xbb\xbfa .\n", b"a.\n"),
        (b"@@1 a " + GAP.encode() + b" b\n", b"a [gap 1] b\n"),
    ],
)
def test_clean_gives_a_line_for_a_line(tmp_path, capsysbinary, data, expected):
    assert clean(tmp_path, capsysbinary, data) == (0, expected)


@given(text=st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("@#*'\" \n\r\u2028\x85.,")))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_as_many_lines_come_out_as_went_in(tmp_path, capsysbinary, text):
    data = text.encode()
    code, out = clean(tmp_path, capsysbinary, data)
    assert code == 0
    assert out.count(b"\n") == data.count(b"\n") + (not data.endswith(b"\n") and data != b"")


def test_clean_reads_standard_input(monkeypatch, capsysbinary):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a , b\n")))
    assert cli.run(["clean"]) == 0
    assert capsysbinary.readouterr().out == b"a, b\n"


def test_clean_says_what_is_wrong(tmp_path, monkeypatch, gapmark):
    (tmp_path / "bad.txt").write_bytes(b"a\n\xff")
    assert gapmark("clean", tmp_path / "bad.txt")[::2] == (
        3,
        "bad.txt:2: error X001: is not UTF-8: byte 0xff at position 3\n  hint: save the file with the encoding UTF-8\n",
    )
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff")))
    assert gapmark("clean")[2].startswith("standard input:1: error X001")
    assert gapmark("clean", tmp_path)[0] == 3


# ---------------------------------------------------------------- the door


def door(*words, cwd, **environment):
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, check=False)


def test_build_py_from_another_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(ROOT / "build.py"), "check"])
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        runpy.run_path(str(ROOT / "build.py"), run_name="__main__")
    out, err = capsys.readouterr()
    assert (stopped.value.code, err) == (0, "")
    assert out.startswith("checked: no errors")


def test_build_py_names_what_is_not_installed(tmp_path):
    done = door("-S", "-E", ROOT / "build.py", cwd=tmp_path)
    assert done.returncode == 3
    assert re.fullmatch(
        r'jinja2, markdown, pyyaml not installed; run: ".*" -m pip install jinja2 markdown pyyaml\n', done.stderr
    )
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["build", "check", "suggest", "reasons"])
def test_a_folder_without_a_project_is_called_so_once(command, tmp_path, gapmark, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = gapmark(command)
    assert code == 2
    assert err.count("error ") == err.count("there is no project here") == err.count("--project DIR") == 1

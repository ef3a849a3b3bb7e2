"""new: a project that is built and put online by itself."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from helpers.crashes import run_until
from helpers.on_disk import tree

from gapmark.command.documents import DOCUMENTS
from gapmark.command.options import COMMANDS
from gapmark.dates.edtf import parse_date
from gapmark.project.folder import read_folder
from gapmark.project.lists import FILES, load_lists
from gapmark.project.settings import SETTINGS
from gapmark.receive.new_project import make_project
from gapmark.receive.program import WHEEL

ROOT = Path(__file__).parent.parent.parent
TEXT = "@@7 The Battle of Ulm was fought in 1805 . # Battle # They fought . # Aftermath # They left ."

OF_COLLECTIONS = [name for name in COMMANDS if name.startswith("collection ")]
"""A project of one text has no use for them."""


@pytest.fixture
def text(tmp_path, monkeypatch):
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "text.txt"


def test_a_project_of_its_own(text, gapmark, tmp_path):
    code, out, _ = gapmark("new", "ulm", "--from", text)
    assert code == 0
    assert "README.md: written" in out
    names = {path.relative_to(tmp_path / "ulm").as_posix() for path in (tmp_path / "ulm").rglob("*") if path.is_file()}
    assert names == {
        *(".gitattributes", ".gitignore", ".github/dependabot.yml", ".github/workflows/pages.yml", "README.md", WHEEL),
        *("content/.imported", "content/LICENSE.txt", "content/site.yaml", "content/source/7.txt"),
        *("content/background.md", "content/battle.md", "content/aftermath.md"),
    }
    assert gapmark("build", "--strict", project=tmp_path / "ulm")[0] == 0
    assert "# Battle of Ulm" in (tmp_path / "ulm" / "README.md").read_text("utf-8")


def test_its_instructions_name_every_setting_list_and_command_of_an_editor(text, gapmark, tmp_path):
    gapmark("new", "ulm", "--from", text)
    readme = (tmp_path / "ulm" / "README.md").read_text("utf-8")
    assert not [name for name in SETTINGS.fields if f"`{name}`" not in readme and f"`{name}:`" not in readme]
    assert not [name for name in FILES if f"`{name}.yaml`" not in readme]
    assert not [
        name
        for name in COMMANDS
        if name not in ("new", "import", "clean", *OF_COLLECTIONS) and f"`gapmark {name}" not in readme
    ]


def test_its_instructions_say_what_an_editor_needs(text, gapmark, tmp_path):
    gapmark("new", "ulm", "--from", text)
    root = tmp_path / "ulm"
    readme = (root / "README.md").read_text("utf-8")
    for title, name in (("Facts", "facts"), ("Timeline", "timeline"), ("Places", "places")):
        under = readme.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
        (root / "content" / f"{name}.yaml").write_text(re.search(r"```yaml\n(.*?)```", under, re.S)[1], "utf-8")
    assert not load_lists(read_folder(root))[1]
    dates = re.findall(r"`([-/\dX.][^` ]*)`", readme.partition("| date | means |")[2].partition("\n\n")[0])
    assert len(dates) == 12
    assert all(map(parse_date, dates))
    assert {*re.findall(r"`gapmark docs ([\w-]+)`", readme)} == {*DOCUMENTS} - {"developing", "changelog", "collection"}
    for step in ("## Publish", "**GitHub Actions**", "## The first red cross", "`gapmark explain G001`"):
        assert step in readme


def test_a_list_begins_with_the_command_that_works_there(text, gapmark, tmp_path):
    gapmark("new", "ulm", "--from", text)
    root = tmp_path / "ulm"
    gapmark("suggest", project=root)
    page = root / "content" / "battle.md"
    page.write_text(page.read_text("utf-8").replace("fought", "struggled"), "utf-8")
    gapmark("reasons", project=root)
    assert "# What gapmark suggest has found" in (root / "content" / "timeline.yaml").read_text("utf-8")
    assert "# gapmark reasons adds" in (root / "content" / "changes.yaml").read_text("utf-8")


@pytest.mark.slow
def test_killed_anywhere_it_can_be_made_again(text, tmp_path):
    make_project(tmp_path / "whole", text)
    whole = tree(tmp_path / "whole")
    for nth in range(1, 400, 9):  # each takes a while: the program is packed into a wheel
        folder = tmp_path / f"desk{nth}" / "site"
        outcome = run_until(lambda folder=folder: make_project(folder, text), nth, "kill")
        assert tree(folder) in ({}, whole)
        if not folder.exists():
            make_project(folder, text)
        assert tree(folder.parent) == {f"site/{path}": data for path, data in whole.items()}
        if outcome == "over":
            assert nth > 20
            return


@pytest.mark.slow
def test_its_program_builds_it(text, gapmark, tmp_path):
    gapmark("new", "ulm", "--from", text)
    with zipfile.ZipFile(tmp_path / "ulm" / WHEEL) as wheel:
        wheel.extractall(tmp_path / "program")
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "program"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "gapmark", "build", "--strict"],
        cwd=tmp_path / "ulm", env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "ulm" / "_site" / "battle.html").is_file()


def test_its_workflow_is_this_projects_own(text, gapmark, tmp_path):
    gapmark("new", "ulm", "--from", text)
    made = (tmp_path / "ulm" / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    ours = (ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    assert made == ours.replace("pip install .", f'pip install "./{WHEEL}"').replace("python build.py", "gapmark build")
    steps = yaml.safe_load(made)["jobs"]["build"]["steps"]
    assert f'python -m pip install "./{WHEEL}"' in [step.get("run") for step in steps]


def test_templates_to_change(text, gapmark, tmp_path):
    assert gapmark("new", "ulm", "--from", text, "--templates")[0] == 0
    assert (tmp_path / "ulm" / "templates" / "base.html").is_file()
    assert (tmp_path / "ulm" / "static" / "style.css").is_file()


def test_a_folder_that_holds_something_is_left_alone(text, gapmark, tmp_path):
    (tmp_path / "ulm").mkdir()
    (tmp_path / "ulm" / "mine.txt").write_text("mine", "utf-8")
    code, _, err = gapmark("new", "ulm", "--from", text)
    assert (code, "error O010" in err) == (3, True)
    assert [path.name for path in (tmp_path / "ulm").iterdir()] == ["mine.txt"]


def test_a_text_that_cannot_be_imported_leaves_no_folder(text, gapmark, tmp_path):
    text.write_text("", "utf-8")
    assert gapmark("new", "ulm", "--from", text)[0] == 3
    assert not (tmp_path / "ulm").exists()


def test_hints_name_the_command_that_works_here(tmp_path, gapmark, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "gapmark import FILE" in gapmark("build")[2]
    (tmp_path / "build.py").touch()
    assert "python build.py import FILE" in gapmark("build")[2]

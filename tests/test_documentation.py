"""What the program can do is in gapmark/docs/, and has help; the README is short. Codes: tests/test_problems.py."""

import re

import pytest
from helpers.documents import FOLDER, README, ROOT, anchors, document, section

from gapmark import __version__
from gapmark.command.documents import DOCUMENTS
from gapmark.command.options import COMMANDS
from gapmark.model import ROLES
from gapmark.problems.errors import DONE, FAILED, USAGE
from gapmark.project.pages import FRONT_MATTER
from gapmark.project.settings import SETTINGS
from gapmark.render import render
from gapmark.site.made_pages import ONE_FILE, PAGES

TEXTS = [README, *FOLDER.glob("*.md")]
FRONT_DOOR = 9_000
"""Bytes: what is read before anything is tried."""


def test_the_readme_is_a_front_door():
    size = len(README.read_bytes())
    assert size <= FRONT_DOOR, f"README.md has {size} bytes: put what is looked up into gapmark/docs/"


def test_every_document_is_listed_in_the_readme_and_by_the_program(gapmark):
    assert {path.stem for path in FOLDER.glob("*.md")} == {*DOCUMENTS}
    assert not [name for name in DOCUMENTS if f"(gapmark/docs/{name}.md)" not in README.read_text("utf-8")]
    code, out, _ = gapmark("docs")
    assert (code, [line.split()[0] for line in out.splitlines()]) == (DONE, [*DOCUMENTS])
    assert gapmark("docs", "serach")[0] == USAGE


def fields(settings):
    for key, field in settings.items():
        yield key
        yield from fields(field.fields or {})
        yield from fields((field.item.fields if field.item else None) or {})


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_and_options(command, gapmark):
    function, words, options = COMMANDS[command]
    text = section("reference", "Commands")
    assert words
    assert function.__doc__
    assert re.search(rf"^\| `gapmark {command}\b", text, re.M)
    for (name, *_), settings in options:
        assert settings["help"], name
        shown = name if name.startswith("-") else settings["metavar"]
        assert shown in text, name
    code, out, _ = gapmark(command, "--help")
    assert code == DONE
    assert words in " ".join(out.split())


def test_settings():
    text = section("reference", "Settings in `content/site.yaml`")
    missing = [key for key in fields(SETTINGS.fields) if f"`{key}`" not in text and f"`{key}:`" not in text]
    assert not missing, f"the table of settings in gapmark/docs/reference.md lacks {missing}"


def test_front_matter():
    text = section("editing", "Edit a page")
    assert not [key for key in FRONT_MATTER.fields if f"| `{key}` |" not in text]
    assert not [role for role in ROLES if f"`{role}`" not in text]


def test_exit_codes(gapmark):
    text = " ".join(section("reference", "Commands").split())
    assert f"Exit codes: {DONE} done; {USAGE} the command line or site.yaml is wrong; {FAILED} anything else" in text
    assert f"{DONE} done, {USAGE} the command line" in " ".join(gapmark("--help")[1].split())


def test_files_of_content():
    text = section("reference", "What is in `content/`")
    names = {path.name for path in (ROOT / "content").rglob("*") if path.is_file()} | {"headings.yaml", "language.yaml"}
    assert not [name for name in names if name not in text]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_links_and_files_named_exist(path):
    text = path.read_text("utf-8")
    prose = re.sub("```.*?```|`[^`]*`|^    .*?$", "", text, flags=re.S | re.M)
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", prose):
        name, _, anchor = target.partition("#")
        leads = path.parent / name if name else path
        assert leads.exists(), target
        assert not anchor or anchor in anchors(leads.read_text("utf-8")), target
    for name in re.findall(r"`((?:gapmark|templates|static)/[\w./-]+\.\w+)`", text):
        assert (ROOT / name).exists() or name == "static/custom.css", name


def test_every_name_of_a_template_is_listed(sample_site):
    text = section("look", "Templates")
    given = {name for *_, context in render._jobs(sample_site.site, sample_site.site.t) for name in context}
    assert not [name for name in given if not re.search(rf"^\| `{name}[`(]", text, re.M)]
    assert not [path.name for path in (ROOT / "templates").iterdir() if f"`{path.name}`" not in text]


def test_the_example_for_developers_runs(sample, tmp_path, monkeypatch, capsys):
    example = re.search(r"```python\n(.*?)```", document("developing"), re.S)[1]
    monkeypatch.chdir(tmp_path)
    sample.rename(tmp_path / "my-site")
    exec(compile(example, "developing.md", "exec"), {})
    found = len([*(tmp_path / "my-site" / "_site").rglob("*.html")])
    assert re.fullmatch(rf"{found} pages; \d+ files have changed\n", capsys.readouterr().out)
    named = re.findall(r"^from (gapmark\S*) import (\w+)$", example, re.M)
    assert [name for _, name in named] == ["make_site", "load_project", "write_site"]
    assert not [name for _, name in named if f"| `{name}(" not in document("developing")]


def test_each_version_says_what_it_changes_for_an_editor():
    versions = document("changelog").split("\n## ")[1:]
    assert re.match(rf"{re.escape(__version__)}\b", versions[0])
    part = "\n### What changes in sites that are there already\n"
    assert not [text.splitlines()[0] for text in versions if part not in text]


def test_every_template_is_used():
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").iterdir()}
    named = {
        name for text in texts.values() for name in re.findall(r'{%-? (?:extends|from|import|include) "(.*?)"', text)
    }
    code = "".join(path.read_text("utf-8") for path in (ROOT / "gapmark" / "exports").glob("*.py"))
    named |= {name for name in texts if f'"{name}"' in code}
    used = {*PAGES, ONE_FILE, "page.html", "moved.html"} | named
    idle, absent = sorted(set(texts) - used), sorted(used - set(texts))
    assert not idle, f"PAGES of gapmark/site/made_pages.py lacks {idle}, and no template includes it"
    assert not absent, f"templates/ lacks {absent}"

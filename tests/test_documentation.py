"""What the program can do is in the README, and has help. Problem codes: tests/test_problems.py."""

import re
from pathlib import Path

import pytest

from gapmark.command.options import COMMANDS
from gapmark.model import ROLES
from gapmark.problems.errors import DONE, FAILED, USAGE
from gapmark.project.pages import FRONT_MATTER
from gapmark.project.settings import SETTINGS
from gapmark.site.made_pages import PAGES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def section(title):
    assert f"\n## {title}\n" in README, f'the README has no section "{title}"'
    return README.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def fields(settings):
    for key, field in settings.items():
        yield key
        yield from fields(field.fields or {})
        yield from fields((field.item.fields if field.item else None) or {})


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_and_options(command, gapmark):
    function, words, options = COMMANDS[command]
    text = section("Commands")
    assert words
    assert function.__doc__
    assert re.search(r"`python build.py`" if command == "build" else rf"`python build.py {command}\b", text)
    for (name, *_), settings in options:
        assert settings["help"], name
        shown = name if name.startswith("-") else settings["metavar"]
        assert shown in text, name
    code, out, _ = gapmark(command, "--help")
    assert code == DONE
    assert words in " ".join(out.split())


def test_settings():
    text = section("Settings in `content/site.yaml`")
    missing = [key for key in fields(SETTINGS.fields) if f"`{key}`" not in text and f"`{key}:`" not in text]
    assert not missing, f"the README's table of settings lacks {missing}"


def test_front_matter():
    text = section("Edit a page")
    assert not [key for key in FRONT_MATTER.fields if f"| `{key}` |" not in text]
    assert not [role for role in ROLES if f"`{role}`" not in text]


def test_exit_codes(gapmark):
    text = " ".join(section("Commands").split())
    assert f"Exit codes: {DONE} done; {USAGE} the command line or site.yaml is wrong; {FAILED} anything else" in text
    assert f"{DONE} done, {USAGE} the command line" in " ".join(gapmark("--help")[1].split())


def test_files_of_content():
    text = section("What is in `content/`")
    names = {path.name for path in (ROOT / "content").rglob("*") if path.is_file()} | {"headings.yaml", "language.yaml"}
    assert not [name for name in names if name not in text]


def test_links_and_files_named_exist():
    for path in re.findall(
        r"\]\((?!https?:)([^)#]+)\)", re.sub("```.*?```|`[^`]*`|^    .*?$", "", README, flags=re.S | re.M)
    ):
        assert (ROOT / path).exists(), path
    for path in re.findall(r"`((?:gapmark|templates|static)/[\w./-]+\.\w+)`", README):
        assert (ROOT / path).exists(), path


def test_every_template_is_used():
    texts = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").iterdir()}
    named = {
        name for text in texts.values() for name in re.findall(r'{%-? (?:extends|from|import|include) "(.*?)"', text)
    }
    code = "".join(path.read_text("utf-8") for path in (ROOT / "gapmark" / "exports").glob("*.py"))
    named |= {name for name in texts if f'"{name}"' in code}
    used = {*PAGES, "page.html"} | named
    idle, absent = sorted(set(texts) - used), sorted(used - set(texts))
    assert not idle, f"PAGES of gapmark/site/made_pages.py lacks {idle}, and no template includes it"
    assert not absent, f"templates/ lacks {absent}"

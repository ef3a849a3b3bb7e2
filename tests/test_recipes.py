"""The recipes of CONTRIBUTING: whoever leaves a step out is told which. Checks: tests/test_problems.py."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import REPOSITORY
from helpers.documents import section

from gapmark.exports.chapters import APPARATUS
from gapmark.exports.forms import EXPORTS
from gapmark.project.folder import DEFAULTS
from gapmark.project.phrases import LANGUAGES, default_phrases
from gapmark.project.settings import SETTINGS
from gapmark.site.made_pages import PAGES, pages_made
from gapmark.source import clean
from gapmark.source.rules import RULES, find_joined

HERE = Path(__file__).parent
GUIDE = (REPOSITORY / ".github" / "CONTRIBUTING.md").read_text("utf-8")


class Links(HTMLParser):
    """Where a page leads."""

    def __init__(self, html):
        super().__init__()
        self.targets = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.targets |= {value.partition("#")[0] for name, value in attrs if tag == "a" and name == "href"}


def test_every_cleaning_rule_has_a_case(monkeypatch):
    shapes = []
    monkeypatch.setattr(clean, "find_joined", lambda shape: shapes.append(shape) or find_joined(shape))
    for case in (HERE / "cases" / "clean.txt").read_text("utf-8").split("\n\n")[1:]:
        clean.clean_line(case.strip("\n").split("\n")[1])
    missing = [rule.name for rule in RULES if not any(rule.pattern.search(shape) for shape in shapes)]
    assert not missing, f"tests/cases/clean.txt has no case of these rules of gapmark/source/rules.py: {missing}"


@pytest.mark.parametrize("name", PAGES)
def test_every_page_has_its_template_and_is_led_to(name, pages):
    assert (REPOSITORY / "templates" / name).is_file(), f"templates/{name} is missing"
    leading = [path for path, html in pages.items() if path != name and name in Links(html).targets]
    assert leading or name == "404.html", f"no page leads to {name}: link it in templates/base.html"


def test_every_page_is_in_the_editions_on_one_page_and_as_a_book():
    missing = {*PAGES} - {*APPARATUS, "index.html", "source.html", "404.html"}
    assert not missing, f"APPARATUS of gapmark.exports.chapters.py lacks {sorted(missing)}"


def test_the_page_for_what_is_not_found_leads_to_every_page_that_every_site_has():
    found = (REPOSITORY / "templates" / "404.html").read_text("utf-8")
    missing = [page for page in pages_made((), ()) if page not in ("404.html", "source.html") and page not in found]
    assert not missing, f"templates/404.html leads to no {missing}"


@pytest.mark.parametrize("code", sorted(path.stem for path in LANGUAGES.glob("*.yaml")))
def test_every_field_of_facts_has_its_phrase(code):
    phrases = default_phrases(code)
    lists = "".join(path.read_text("utf-8") for path in DEFAULTS.glob("fields*.yaml"))
    missing = [name for name in re.findall(r"(?m)^- \{name: (\w+)", lists) if f"facts.field.{name}" not in phrases]
    assert not missing, f"facts: field: of gapmark/defaults/languages/{code}.yaml lacks {missing}"


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.form.name)
def test_every_export_has_its_row_its_sentence_and_its_test(export):
    form, (_, room, module) = export.form, export.make.__module__.split(".")
    text = section("reference", "Other forms of the edition")
    missing = [path for path in form.paths if f"`{path}`" not in text]
    assert not missing, f'gapmark/docs/reference.md has no row for {missing} under "Other forms of the edition"'
    for code in sorted(path.stem for path in LANGUAGES.glob("*.yaml")) if form.paths else ():
        path = f"gapmark/defaults/languages/{code}.yaml"
        assert f"forms.use.{form.name}" in default_phrases(code), f"forms: use: of {path} lacks {form.name}"
    assert (HERE / room / f"test_{module}.py").is_file(), f"tests/{room}/test_{module}.py is missing"


def test_every_whole_edition_but_the_page_can_be_left_out():
    whole = {export.form.name for export in EXPORTS if export.form.media_type} - {"one_file"}
    named = {*SETTINGS.fields["exports"].fields}
    assert named == whole, "`exports` in SETTINGS of gapmark/project/settings.py names others"


def test_the_files_that_recipes_name_are_there():
    named = re.findall(r"`((?:gapmark|templates|tests|static|\.ci)/[\w./-]+)`", GUIDE)
    assert len(named) > 10
    assert not [path for path in named if not (REPOSITORY / path).exists()]

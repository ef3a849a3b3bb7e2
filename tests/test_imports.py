"""The import rule of CONTRIBUTING, read from the source code."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from gapmark import CONTENT
from gapmark.site.made_pages import ONE_FILE, PAGES

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "gapmark"
ORDER = (
    *("problems", "run", "yamltext", "model"),
    *(
        "source",
        "forms",
        "markup",
        "text",
        "dates",
        "align",
        "compare",
        "statements",
        "language",
        "map",
        "timeline",
        "site",
    ),
    *("render", "tei", "exports", "pipeline"),
    *("receive", "desk", "serve", "verify", "collection", "command", "__main__"),
)
"""Each may import from those before it and from itself."""
DISK = "project"
"""Knows only what stands before `source`; only `pipeline` and what stands after it know it."""
PURE = (*ORDER[: ORDER.index("site")],)
PURE = tuple(part for part in PURE if part != "run")
FORBIDDEN = {"pathlib", "os", "io", "shutil", "tempfile", "subprocess", "socket", "urllib.request", "time", "random"}
FORBIDDEN |= {"jinja2"}
CLOCK = {"now", "today", "utcnow", "fromtimestamp"}
MODULES = sorted(PACKAGE.rglob("*.py"))
MODULES = [path for path in MODULES if "defaults" not in path.parts]
ROOMS = sorted({path.parent for path in MODULES} - {PACKAGE})


def part_of(name):
    """`gapmark.text.pages` and `gapmark/text/pages.py` are both in `text`."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


def own_name(path):
    return ".".join(("gapmark", *path.relative_to(PACKAGE).with_suffix("").parts))


@cache
def lines_of(path):
    return len(path.read_text("utf-8").splitlines())


@cache
def nodes(path):
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


NAMES = {own_name(path) for path in MODULES}


def imports(path):
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} has a relative import"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in NAMES else node.module for name in names)


def may_import(importer, imported):
    if importer == imported:
        return True
    if importer == DISK:
        return imported in ORDER[: ORDER.index("source")]
    if imported == DISK:
        return ORDER.index(importer) >= ORDER.index("pipeline")
    return ORDER.index(imported) < ORDER.index(importer)


def circles(graph):
    """The modules that can't be put into an order in which each imports only earlier ones."""
    left = dict(graph)
    while free := [name for name, known in left.items() if not known & left.keys() - {name}]:
        left = {name: known for name, known in left.items() if name not in free}
    return sorted(left)


def calls(path):
    """The names of the functions and methods that a module calls."""
    called = (node.func for node in nodes(path) if isinstance(node, ast.Call))
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in called}


def test_imports_go_one_way():
    pairs = ((own_name(path), name) for path in MODULES for name in imports(path) if name.startswith("gapmark."))
    wrong = [
        f"{importer} imports {imported}"
        for importer, imported in pairs
        if part_of(importer) != "__init__" and not may_import(part_of(importer), part_of(imported))
    ]
    assert not wrong


def test_pure_parts_know_no_disk_templates_or_clock():
    pure = [path for path in MODULES if part_of(own_name(path)) in PURE]
    known = ((own_name(path), name) for path in pure for name in imports(path))
    assert not [(path, name) for path, name in known if {name, name.split(".")[0]} & FORBIDDEN]
    disk = {"open", "print", "input", "read_text", "read_bytes", "write_text", "write_bytes"}
    assert not [(own_name(path), names) for path in pure if (names := calls(path) & (CLOCK | disk))]


def test_only_the_terminal_prints():
    assert [own_name(path) for path in MODULES if "print" in calls(path)] == ["gapmark.command.terminal"]


def test_every_part_has_its_place():
    parts = {part_of(own_name(path)) for path in MODULES} - {"__init__"}
    assert parts == {DISK, *ORDER}


def test_no_two_modules_import_each_other():
    known = {own_name(path): {*imports(path)} for path in MODULES}
    assert not circles({name: names & known.keys() for name, names in known.items()})


def test_the_rule_is_the_one_in_the_guide():
    text = (PACKAGE.parent / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    shown = " ".join(text.partition("**The import rule.**")[2].partition("\n\n")[0].split())
    rooms = re.findall(r"`(\w+)`", shown.partition("`project`")[0])
    assert rooms == [name for name in ORDER if name != "__main__"]


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_is_small_enough_to_find_ones_way_in(room):
    files = [path for path in room.glob("*.py") if path.name != "__init__.py"]
    assert 4 <= len(files) <= 16
    assert sum(map(lines_of, files)) <= sum(map(lines_of, MODULES)) / 5
    assert ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))


def strings(path):
    """The strings of a module, and the parts of those that are put together; documentation left out."""
    documented = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    constants = (node for node in nodes(path) if isinstance(node, ast.Constant) and id(node) not in documented)
    return [node.value for node in constants if isinstance(node.value, str)]


def test_the_folder_of_content_is_spelt_once():
    """An event can lie anywhere; the name of its folder is a constant."""
    spelt = re.compile(rf"(?<![\w-]){CONTENT}/|\A{CONTENT}\Z")
    assert [own_name(path) for path in MODULES if any(map(spelt.search, strings(path)))] == ["gapmark.__init__"]


def test_the_name_of_a_page_is_spelt_once():
    spelt = re.compile("|".join(rf"(?<![\w.])/?{re.escape(page)}" for page in (*PAGES, ONE_FILE)))
    assert [own_name(path) for path in MODULES if any(map(spelt.search, strings(path)))] == ["gapmark.site.made_pages"]


TESTED_ELSEWHERE = {
    "gapmark.__main__": "it is a process: test_stamp.py, test_cli.py and test_packaging.py start one",
    "gapmark.command.collections": "each command is run by the tests of the room that it calls",
    "gapmark.command.commands": "each command is run by test_cli.py and by the room that it calls",
    "gapmark.command.options": "each option is run by test_cli.py, and described in test_documentation.py",
    "gapmark.model": "records",
    "gapmark.render.guards": "endless templates are run by test_render.py",
    "gapmark.site.made_pages": "each page is made and led to in test_recipes.py",
    "gapmark.yamltext.fields": "data; each kind of field is read by test_values.py",
    "gapmark.yamltext.records": "records; test_values.py compares them",
}
"""Modules without a test of their name, each with the reason."""


def test_every_module_has_a_test_of_its_name():
    there = {path.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py")}
    lacking = []
    for path in MODULES:
        room = path.relative_to(PACKAGE).parent
        if path.name != "__init__.py" and (room / f"test_{path.name}").as_posix() not in there:
            lacking.append(own_name(path))
    assert sorted(lacking) == sorted(TESTED_ELSEWHERE), "write tests/<room>/test_<module>.py"

"""The import rule of CONTRIBUTING, read from the source code."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "gapmark"
LAYERS = (
    (
        *("model", "errors", "stamp", "memo", "progress"),
        *("yamltext", "yaml_entries", "yaml_mistakes", "yaml_reading", "yaml_writing"),
    ),
    ("source",),
    ("text", "dates"),
    ("compare",),
    ("statements",),
    ("language",),
    ("map", "timeline"),
    ("site",),
    ("exports",),
    ("pipeline",),
    ("receive", "additions", "serve", "verify"),
    ("cli", "commands", "terminal", "__main__"),
)
"""Each may import from those before it and from itself."""
DISK = ("project",)
"""Knows only the first layer; only the last three layers know it."""
PURE = tuple(part for layer in LAYERS[:7] for part in layer if part not in ("stamp", "memo"))
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


def imports(path):
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path} has a relative import"
            yield node.module if node.module != "gapmark" else f"gapmark.{node.names[0].name}"


def rank(part):
    return next(i for i, layer in enumerate(LAYERS) if part in layer)


def may_import(importer, imported):
    if importer in DISK:
        return imported in (*LAYERS[0], *DISK)
    if imported in DISK:
        return rank(importer) >= len(LAYERS) - 3
    return rank(imported) < rank(importer) or importer == imported or imported in LAYERS[rank(importer)]


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
    assert [own_name(path) for path in MODULES if "print" in calls(path)] == ["gapmark.terminal"]


def test_every_part_has_its_place():
    parts = {part_of(own_name(path)) for path in MODULES} - {"__init__"}
    assert parts <= {*DISK, *(part for layer in LAYERS for part in layer)}


def test_the_rule_is_the_one_in_the_guide():
    text = (PACKAGE.parent / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    shown = " ".join(text.partition("**The import rule.**")[2].partition("\n\n")[0].split())
    rule = (
        "`model, errors, yamltext, stamp, memo` <- `source` <- `text, dates` <- `compare` <- `statements` <- `language`"
    )
    rest = (
        "`map, timeline` <- `site` <- `exports` <- `pipeline` <- `receive, additions, serve, verify` <- `cli, terminal`"
    )
    assert f"{rule} <- {rest}" in shown
    assert "`project` imports only the first five" in shown


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_room_is_small_enough_to_find_ones_way_in(room):
    files = [path for path in room.glob("*.py") if path.name != "__init__.py"]
    assert 4 <= len(files) <= 16
    assert sum(map(lines_of, files)) <= sum(map(lines_of, MODULES)) / 5
    assert ast.get_docstring(ast.parse((room / "__init__.py").read_text("utf-8")))


TESTED_ELSEWHERE = {
    "gapmark.__main__": "it is a process: test_stamp.py, test_cli.py and test_packaging.py start one",
    "gapmark.commands": "each command is run by test_cli.py and by the room that it calls",
    "gapmark.model": "records",
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

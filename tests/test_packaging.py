"""The wheel holds everything: unpacked into an empty folder, it imports a text and builds a site."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "content" / "source" / "38601514.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    build = pytest.importorskip("hatchling.build", reason="hatchling is in the extra `test`")
    folder, before = tmp_path_factory.mktemp("wheel"), Path.cwd()
    os.chdir(ROOT)
    try:
        return folder / build.build_wheel(str(folder))
    finally:
        os.chdir(before)


@pytest.mark.slow
def test_the_wheel_builds_a_site_in_an_empty_folder(wheel, tmp_path):
    unpacked, work = tmp_path / "unpacked", tmp_path / "work"
    work.mkdir()
    with zipfile.ZipFile(wheel) as file:
        file.extractall(unpacked)
    program = (
        "import sys, gapmark\nfrom gapmark.command.cli import run\n"
        f"assert gapmark.__file__.startswith({str(unpacked)!r}), gapmark.__file__\n"
        f"sys.exit(run(['import', {str(SOURCE)!r}]) or run(['build', '--strict']))"
    )
    environment = os.environ | {"PYTHONPATH": str(unpacked), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=work, env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    made = {path.name for path in (work / "_site").iterdir()}
    assert {"index.html", "battle.html", "gaps.html", *(path.name for path in (ROOT / "static").iterdir())} - {
        "search.js"
    } <= made


def test_the_wheel_holds_no_more_than_the_package(wheel):
    with zipfile.ZipFile(wheel) as file:
        names = file.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"gapmark"}
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "gapmark" / "docs").iterdir()} <= set(names)
    for folder in ("templates", "static"):
        wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {f"gapmark/defaults/{name}" for name in wanted} <= set(names)
    assert "gapmark/py.typed" in names

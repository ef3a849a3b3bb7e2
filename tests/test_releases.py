"""Projects of each release go on building with later ones, and their addresses go on leading to the same words.

A folder of tests/releases/ has a project as it was made with that release, and the addresses of its site then.
"""

import re
import shutil
from pathlib import Path

import pytest

RELEASES = sorted((Path(__file__).parent / "releases").iterdir())


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.name)
def test_an_old_project_builds_and_keeps_its_addresses(release, tmp_path, monkeypatch, gapmark):
    shutil.copytree(release / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    code, _, err = gapmark("build")
    assert (code, [line for line in err.splitlines() if " error " in line]) == (0, [])
    for address in (release / "addresses.txt").read_text("utf-8").split():
        page, _, name = address.partition("#")
        assert re.search(rf'\sid="{name}"', (tmp_path / "_site" / page).read_text("utf-8")), address

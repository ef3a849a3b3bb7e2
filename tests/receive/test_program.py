"""Where a workflow gets the program from."""

import csv
import io
import json
import tomllib
import zipfile
from pathlib import Path

import pytest

from gapmark.project.folder import DEFAULTS, PACKAGED
from gapmark.receive import program
from gapmark.receive.program import WHEEL, documents_address, find_program, link_documents, make_wheel, recorded_address

ROOT = Path(__file__).parent.parent.parent
COMMIT = {"vcs": "git", "commit_id": "0123abc"}


class Installed:
    """What importlib.metadata says of an installed package."""

    version = "0.1.0"

    def __init__(self, origin, installer="pip\n", metadata="Name: x\n"):
        self.texts = {"direct_url.json": origin and json.dumps(origin), "INSTALLER": installer, "METADATA": metadata}

    def read_text(self, name):
        return self.texts[name]


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        (
            {"url": "https://example.org/gapmark.git", "vcs_info": COMMIT},
            "gapmark @ git+https://example.org/gapmark.git@0123abc",
        ),
        ({"url": "https://example.org/gapmark-0.1.0-py3-none-any.whl", "archive_info": {}},
         "gapmark @ https://example.org/gapmark-0.1.0-py3-none-any.whl"),
        ({"url": "file:///home/x/gapmark", "dir_info": {"editable": True}}, ""),
        ({"url": "file:///home/x/gapmark.whl", "archive_info": {}}, ""),
        ({"url": "ssh://git@example.org/x", "vcs_info": COMMIT}, ""),
        (None, "gapmark==0.1.0"),
    ],
)  # fmt: skip
def test_recorded_addresses(origin, address):
    assert recorded_address(Installed(origin)) == address


def test_files_that_no_installer_put_there_have_no_address():
    assert recorded_address(Installed(None, installer=None)) == ""


@pytest.mark.parametrize(
    ("origin", "metadata", "address"),
    [
        (None, "Project-URL: Documentation, https://example.org/docs/\n", "https://example.org/docs/"),
        ({"url": "https://github.com/ann/gapmark.git", "vcs_info": COMMIT}, "Name: x\n",
         "https://github.com/ann/gapmark/blob/0123abc/gapmark/docs/"),
        ({"url": "https://example.org/gapmark.git", "vcs_info": COMMIT}, "Name: x\n", ""),
        (None, "Name: x\n", ""),
    ],
)  # fmt: skip
def test_addresses_of_the_documents(origin, metadata, address):
    assert documents_address(Installed(origin, metadata=metadata)) == address


def test_a_command_leads_to_the_document_where_its_address_is_known(monkeypatch):
    text = "More: `gapmark docs editing`, or `gapmark docs`."
    monkeypatch.setattr(program, "_installed", lambda: None)
    assert link_documents(text) == text
    origin = {"url": "https://github.com/ann/gapmark", "vcs_info": COMMIT}
    monkeypatch.setattr(program, "_installed", lambda: Installed(origin))
    address = "https://github.com/ann/gapmark/blob/0123abc/gapmark/docs/editing.md"
    assert link_documents(text) == f"More: [`gapmark docs editing`]({address}), or `gapmark docs`."


def test_here_a_wheel_stands_beside():
    found, beside = find_program()
    assert found == f"./{WHEEL}"
    assert list(beside) == [WHEEL]


@pytest.mark.skipif(PACKAGED == DEFAULTS, reason="an installed program describes itself: see below")
def test_the_wheel_is_whole():
    data = make_wheel(None)
    assert data == make_wheel(None)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        names = wheel.namelist()
        info = names[-1].split("/")[0]
        rows = list(csv.reader(io.StringIO(wheel.read(f"{info}/RECORD").decode())))
        metadata = wheel.read(f"{info}/METADATA").decode()
        scripts = wheel.read(f"{info}/entry_points.txt").decode()
    assert [row[0] for row in rows] == names
    assert {
        "gapmark/command/cli.py",
        "gapmark/defaults/templates/base.html",
        "gapmark/defaults/static/style.css",
    } < set(names)
    assert not [name for name in names if "__pycache__" in name]
    assert f"Version: {project['version']}\n" in metadata
    assert [f"Requires-Dist: {need}" for need in project["dependencies"]] == [
        line for line in metadata.splitlines() if line.startswith("Requires-Dist")
    ]
    assert "".join(f"{name} = {place}\n" for name, place in project["scripts"].items()) in scripts


def test_an_installed_program_describes_itself():
    with zipfile.ZipFile(io.BytesIO(make_wheel(Installed(None)))) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
        assert wheel.read(name) == b"Name: x\n"

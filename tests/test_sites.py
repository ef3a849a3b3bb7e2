"""Whole small sites, byte for byte. After a wanted change: `python -m pytest --refresh`, and read the diff."""

import re
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SITES = {"sample": HERE.parent, "items": HERE / "sites" / "items", "letters": HERE / "sites" / "letters"}
"""Name and folder; what each should become stands in tests/sites/<name>/expected/."""
REFRESH = "if this was wanted, run python -m pytest --refresh and read the diff"


@pytest.fixture(params=SITES)
def site(request, tmp_path, monkeypatch):
    """A site's name and a copy of it, as the folder the test stands in."""
    shutil.copytree(SITES[request.param] / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return request.param


def pages(folder):
    """Every page but edition.html, which is made of the others and of the stylesheet; sizes and sums left out."""
    names = sorted(path for path in folder.glob("*.html") if path.name != "edition.html")
    return {path.name: steady(path.read_bytes()) for path in names}


def steady(page):
    """A page without what changes with every other file of the site."""
    before, mark, after = page.partition(b'id="take"')
    return before + mark + re.sub(rb"[0-9a-f]{64}|(?<=class=\"size\">\()[^ ]+", b"0", after)


def test_pages(site, tmp_path, gapmark, refresh):
    code, _, err = gapmark("build", "--strict")
    assert (code, err) == (0, "")
    made, expected = pages(tmp_path / "_site"), HERE / "sites" / site / "expected"
    if refresh:
        shutil.rmtree(expected, ignore_errors=True)
        expected.mkdir(parents=True)
        for name, data in made.items():
            (expected / name).write_bytes(data)
    wanted = pages(expected)
    assert list(made) == list(wanted), REFRESH
    for name, data in made.items():
        assert data.decode() == wanted[name].decode(), f"{name}: {REFRESH}"


def test_importing_again_changes_no_page(site, tmp_path, gapmark):
    (source,) = (tmp_path / "content" / "source").iterdir()
    before = {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()}
    assert gapmark("import", source)[0] == 0
    code, out, _ = gapmark("import", source)
    assert code == 0
    assert site == "sample" or out.startswith("nothing to write")  # the sample has been edited
    assert (
        before.items()
        <= {path: path.read_bytes() for path in (tmp_path / "content").rglob("*") if path.is_file()}.items()
    )

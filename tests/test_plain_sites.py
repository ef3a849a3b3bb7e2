"""Plain texts from the file to the finished site: all that is said of their gaps is what their marks say."""

import json
import re
from pathlib import Path

import pytest

from gapmark.verify.verifying import verify

TEXTS = Path(__file__).parent / "forms" / "texts"
NAMES = sorted(path.name for path in TEXTS.iterdir() if path.suffix in (".txt", ".md"))


@pytest.fixture
def made(tmp_path, gapmark):
    """Make a project of a text and build it; return the folder."""

    def make(path):
        folder = tmp_path / "site"
        assert gapmark("new", str(folder), "--from", str(path))[0] == 0
        code, _, err = gapmark("build", "--project", str(folder))
        assert code == 0, err
        return folder

    return make


@pytest.mark.parametrize("name", NAMES)
def test_a_text_becomes_a_site_that_holds(name, made):
    site = made(TEXTS / name) / "_site"
    gaps = json.loads((site / "gaps.json").read_text("utf-8"))["gaps"]
    checked = verify(site)
    assert (checked.gaps, checked.changes) == (len(gaps), 0)
    assert (site / "source" / name).read_bytes() == (TEXTS / name).read_bytes()
    assert [gap["number"] for gap in gaps] == list(range(1, len(gaps) + 1))
    assert all(gap["id"] == gap["first_token"] for gap in gaps)
    ids = re.findall(r'xml:id="([^"]+)"', (site / "edition.xml").read_text("utf-8"))
    assert len(ids) == len(set(ids))
    home = (site / "index.html").read_text("utf-8")
    assert "This text is incomplete." in home
    assert "No passage is marked" not in home
    assert "about 10 words" not in "".join(page.read_text("utf-8") for page in site.glob("*.html"))
    assert not (site.parent / "content" / "changes.yaml").exists()


def test_nothing_is_called_whole_that_is_not_settled(tmp_path, made):
    text = tmp_path / "roll.txt"
    text.write_text("The roll lists two men, and no more. The second [?] was of Hull, they say.\n", "utf-8")
    folder = made(text)
    pages = [path.read_text("utf-8") for path in (folder / "_site").glob("*.html")]
    assert not any("No passage is marked" in page or "no gaps marked" in page for page in pages)
    assert all("is not certain" in page for page in pages if "<footer" in page)


def test_an_answer_and_an_import_make_it_a_gap(tmp_path, made, gapmark):
    text = tmp_path / "roll.txt"
    text.write_text("The roll lists two men, and no more. The second [?] was of Hull, they say.\n", "utf-8")
    folder = made(text)
    settings = folder / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("gaps:", 'gaps:\n  marks: [{mark: "[?]"}]'), "utf-8")
    assert gapmark("import", str(folder / "content" / "source" / "roll.txt"), "--project", str(folder))[0] == 0
    assert "[gap 13]" in (folder / "content" / "main-text.md").read_text("utf-8")
    assert gapmark("build", "--project", str(folder))[0] == 0
    assert verify(folder / "_site").gaps == 1


def test_a_better_transcript_says_what_it_changes_and_loses_nothing(tmp_path, made, gapmark):
    text = tmp_path / "day.txt"
    text.write_text("The mate [torn] said so, late at night, and no more.\n\nIt ended, they say, badly.\n", "utf-8")
    folder = made(text)
    page = folder / "content" / "main-text.md"
    page.write_text(page.read_text("utf-8").replace("badly", "well"), "utf-8")
    text.write_text(
        "The mate of the ship said so, late at night, [torn] no more.\n\nIt ended, they say, badly.\n", "utf-8"
    )
    _, out, err = gapmark("import", str(text), "--project", str(folder))
    assert "main-text.md: kept; its fresh version is beside it" in out + err
    assert "well" in page.read_text("utf-8")
    assert "[torn]" not in page.read_text("utf-8")

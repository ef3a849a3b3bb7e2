"""A project's files as they stood at one moment."""

from pathlib import Path

import pytest
from helpers.on_disk import link

from gapmark.problems.errors import GapmarkError, failure
from gapmark.project.files import read_bytes
from gapmark.project.folder import read_folder


@pytest.fixture
def root(tmp_path):
    for name in ("battle.md", "site.yaml", ".hidden.md", "notes.txt", "battle.md.new", "source/1.txt", "source/1.doc"):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    for name in ("content/~$battle.md", "static/~$b.txt"):  # while Word has the file open
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"\x03Ann\0\xff")
    for name in ("static/a/b.txt", "static/.DS_Store", "templates/page.html", "other/c.txt", "content/figures/p.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return tmp_path


def test_what_a_site_can_depend_on_is_read_and_nothing_else(root):
    made = read_folder(root)
    assert [*made.found] == [
        "content/battle.md",
        "content/figures/p.png",
        "content/site.yaml",
        "content/source/1.txt",
        "static/a/b.txt",
        "templates/page.html",
    ]
    assert made.leftovers == ("content/battle.md.new",)
    assert made.data("static/a/b.txt") == b"static/a/b.txt"
    assert [*made.below("content/source")] == ["content/source/1.txt"]
    assert "content/notes.txt" not in made


def test_a_file_is_what_it_was_when_the_folder_was_read(root):
    made = read_folder(root)
    (root / "content" / "battle.md").write_text("other", "utf-8")
    assert made.text("content/battle.md") == "battle.md"


@pytest.mark.parametrize(("name", "code"), [("content/gone.md", "O005"), ("content/battle.md", "O006")])
def test_what_could_not_be_read_is_named_when_it_is_asked_for(root, name, code):
    (root / "content" / "battle.md").unlink()
    link(root / "content" / "battle.md", root / "nowhere")
    with pytest.raises(GapmarkError) as caught:
        read_folder(root).data(name)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.path) == (code, name)


def test_pages_that_an_import_wrote_and_that_are_gone(root):
    lines = ("0  battle.md", "0  gone.md", "0  source/1.txt", "0  old/gone.md", "no line")
    (root / "content" / ".imported").write_text("\n".join(lines), "utf-8")
    assert read_folder(root).gone == ("content/gone.md",)


def test_a_file_that_goes_while_the_folder_is_read_is_not_there(root, monkeypatch):
    page = root / "content" / "battle.md"

    def read(path, project):
        if path == page:
            page.unlink()
        return read_bytes(path, project)

    monkeypatch.setattr("gapmark.project.folder.read_bytes", read)
    assert "content/battle.md" not in read_folder(root)


def test_a_file_that_may_not_be_looked_at_is_not_gone(root, monkeypatch):
    """As where a folder can be listed and not entered."""

    def refuse(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("gapmark.project.folder.read_bytes", lambda path, _: refused(path))
    monkeypatch.setattr(Path, "lstat", refuse)
    with pytest.raises(GapmarkError):
        read_folder(root).data("content/battle.md")


def refused(path):
    raise failure("O005", path.as_posix(), "can't be read: Permission denied", "hint")

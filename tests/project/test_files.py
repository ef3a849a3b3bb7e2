"""Reading and writing: either the old file or the new one, and never somebody else's."""

import errno
import os
from pathlib import Path

import pytest
from helpers.on_disk import code_of, link, tree

from gapmark.problems.errors import GapmarkError
from gapmark.project.files import (
    as_text,
    decode,
    list_files,
    match_files,
    name_of,
    read_bytes,
    read_file,
    read_text,
    set_aside,
    write_file,
)

# ---------------------------------------------------------------- reading


def test_text_as_an_editor_sees_it(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")
    assert read_text(tmp_path / "a.md", tmp_path) == "one\ntwo\nthree\n"


def test_a_bad_byte_has_its_line():
    with pytest.raises(GapmarkError) as caught:
        decode(b"one\ntwo\xff", "a.md")
    assert str(caught.value.problems[0].where) == "a.md:2"


def test_what_cannot_be_read_is_named(tmp_path):
    assert code_of(read_bytes, tmp_path / "a.md", tmp_path) == ("O005", "a.md")
    assert code_of(read_bytes, tmp_path / ("a" * 300), tmp_path) == ("O005", "a" * 300)
    (tmp_path / "b.md").mkdir()
    assert code_of(read_bytes, tmp_path / "b.md", tmp_path) == ("O005", "b.md")


def test_a_pipe_is_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system makes no pipes in folders")
    os.mkfifo(tmp_path / "a.md")
    assert code_of(read_bytes, tmp_path / "a.md", tmp_path) == ("O005", "a.md")
    assert list_files(tmp_path) == match_files(tmp_path, "*.md") == [tmp_path / "a.md"]


def test_a_folder_that_cannot_be_listed_is_named(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    assert list_files(tmp_path / "nothing") == match_files(tmp_path, "nothing/*.md") == []
    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "listdir", refuse)
    assert code_of(list_files, tmp_path) == ("O005", str(tmp_path))
    assert code_of(match_files, tmp_path.parent, f"{tmp_path.name}/*") == ("O005", str(tmp_path))


def test_links_to_nothing_are_the_locks_of_editors(tmp_path):
    link(tmp_path / ".#page.html", "ann@host:1")
    (tmp_path / "page.html").write_text("")
    assert list_files(tmp_path) == [tmp_path / "page.html"]


@pytest.mark.parametrize(("text", "where"), [("a\nb\x1b", "a.md:2:2"), ("\0", "a.md:1:1"), ("a\ufffe", "a.md:1:2")])
def test_what_no_page_can_hold_has_its_place(text, where):
    with pytest.raises(GapmarkError) as caught:
        as_text(text.encode(), "a.md")
    assert str(caught.value.problems[0].where) == where


def test_links_out_of_the_project_are_refused(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "secret").write_text("secret")
    link(tmp_path / "project" / "a.md", tmp_path / "secret")
    assert code_of(read_bytes, tmp_path / "project" / "a.md", tmp_path / "project") == ("O006", "a.md")


def test_no_link_is_followed_in_a_project_wherever_it_leads(tmp_path):
    (tmp_path / "b.md").write_text("b")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.md").write_text("a")
    link(tmp_path / "a.md", "b.md")
    link(tmp_path / "c.md", "c.md")
    link(tmp_path / "linked", "folder")
    for name, where in (("a.md", "a.md"), ("c.md", "c.md"), ("linked/a.md", "linked")):
        assert code_of(read_bytes, tmp_path / name, tmp_path) == ("O006", where)
    assert tmp_path / "linked" in list_files(tmp_path)  # so that whoever reads the list hears of it


def test_a_link_that_comes_between_looking_and_opening_is_not_followed(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.md").write_text("secret")
    link(tmp_path / "linked", "folder")
    monkeypatch.setattr("gapmark.project.files.check_links", lambda *_: None)
    if os.open in os.supports_dir_fd:
        assert code_of(read_bytes, tmp_path / "linked" / "a.md", tmp_path)[0] == "O005"


def test_what_the_user_names_may_be_a_link_and_what_is_too_large_is_not_read(tmp_path):
    (tmp_path / "b.md").write_text("b" * 10)
    link(tmp_path / "a.md", "b.md")
    assert read_file(tmp_path / "a.md", "a.md", 10) == b"b" * 10
    assert code_of(read_file, tmp_path / "a.md", "a.md", 9) == ("O011", "a.md")
    assert code_of(read_file, Path("/dev/zero"), "zero") == ("O005", "zero")


def test_names_in_messages(tmp_path):
    assert name_of(tmp_path / "content" / "a.md", tmp_path) == "content/a.md"
    assert name_of(tmp_path, tmp_path) == "."
    assert name_of(Path("elsewhere/a.md"), tmp_path) == "elsewhere/a.md"


# ---------------------------------------------------------------- single files


def test_a_file_is_old_or_new(tmp_path, monkeypatch):
    path = tmp_path / "a" / "b.md"
    write_file(path, b"old")

    def fail(path, target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write_file(path, b"new")
    assert tree(tmp_path) == {"a/b.md": b"old"}


def test_places_for_old_versions(tmp_path):
    names = []
    for _ in range(3):
        place = set_aside(tmp_path / "a.md", "old")
        place.write_text("")
        names.append(place.name)
    assert names == ["a.md.old", "a.md.old2", "a.md.old3"]

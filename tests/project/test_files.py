"""Reading and writing: either the old file or the new one, and never somebody else's."""

import errno
from pathlib import Path

import pytest

from gapmark.errors import GapmarkError
from gapmark.model import OutputFile
from gapmark.project.files import (
    FRESH,
    MANIFEST,
    decode,
    list_files,
    name_of,
    read_bytes,
    read_text,
    set_aside,
    write_file,
    write_site,
)


def files(**pages):
    return [OutputFile(name.replace("__", "/").replace("_", "."), text.encode()) for name, text in pages.items()]


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in list_files(folder)}


def code_of(call, *arguments):
    with pytest.raises(GapmarkError) as caught:
        call(*arguments)
    (problem,) = caught.value.problems
    assert problem.hint
    return problem.code, problem.where.path


def link(path, target):
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no links")


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


def test_links_out_of_the_project_are_refused(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "secret").write_text("secret")
    link(tmp_path / "project" / "a.md", tmp_path / "secret")
    assert code_of(read_bytes, tmp_path / "project" / "a.md", tmp_path / "project") == ("O006", "a.md")


def test_a_link_inside_the_project_is_read_and_one_to_itself_is_not(tmp_path):
    (tmp_path / "b.md").write_text("b")
    link(tmp_path / "a.md", "b.md")
    assert read_bytes(tmp_path / "a.md", tmp_path) == b"b"
    link(tmp_path / "c.md", "c.md")
    assert code_of(read_bytes, tmp_path / "c.md", tmp_path) == ("O005", "c.md")


def test_names_in_messages(tmp_path):
    assert name_of(tmp_path / "content" / "a.md", tmp_path) == "content/a.md"
    assert name_of(tmp_path, tmp_path) == "."
    assert name_of(Path("elsewhere/a.md"), tmp_path) == "elsewhere/a.md"


# ---------------------------------------------------------------- writing a site


@pytest.fixture
def root(tmp_path):
    (tmp_path / "project" / "content").mkdir(parents=True)
    return tmp_path / "project"


@pytest.fixture
def out(root):
    return root / "_site"


def test_a_site_is_written_once(root, out):
    assert write_site(out, files(a_html="a", fonts__b_woff="b"), root) == 2
    assert tree(out) == {"a.html": b"a", "fonts/b.woff": b"b", MANIFEST: b"a.html\nfonts/b.woff\n"}
    times = {path: path.stat().st_mtime_ns for path in list_files(out)}
    assert write_site(out, files(a_html="a", fonts__b_woff="b"), root) == 0
    assert times == {path: path.stat().st_mtime_ns for path in list_files(out)}


def test_only_our_own_files_are_removed(root, out):
    write_site(out, files(a_html="a", fonts__b_woff="b"), root)
    (out / "mine.txt").write_text("mine")
    (out / MANIFEST).write_text("a.html\nfonts/b.woff\n../content\n/etc/passwd\nC:/x\n\n", "utf-8")
    write_site(out, files(c_html="c"), root)
    assert tree(out) == {"c.html": b"c", "mine.txt": b"mine", MANIFEST: b"c.html\n"}
    assert not (out / "fonts").exists()
    assert (root / "content").is_dir()


def test_a_strangers_file_is_left_alone(root, out):
    write_site(out, files(a_html="a"), root)
    (out / "b.html").write_text("mine")
    assert code_of(write_site, out, files(a_html="new", b_html="b"), root) == ("O004", "_site/b.html")
    assert tree(out)["a.html"] == b"a"


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_a_full_disk_leaves_the_old_site_whole(root, out, monkeypatch, nth):
    write_site(out, files(a_html="a", b_html="b"), root)
    before, write, left = tree(out), Path.write_bytes, [nth]

    def write_until_full(path, data):
        left[0] -= 1
        if left[0] == 0:
            write(path, data[: len(data) // 2])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", write_until_full)
    code, _ = code_of(write_site, out, files(a_html="new", b_html="new", c_html="c"), root)
    assert code == "O001"
    assert tree(out) == before


def test_a_build_goes_on_where_a_killed_one_stopped(root, out):
    write_site(out, files(a_html="a"), root)
    (out / f"a.html{FRESH}").write_text("half")
    (out / "fonts").mkdir()
    (out / "fonts" / f"b.woff{FRESH}").write_text("half")
    write_site(out, files(a_html="new"), root)
    assert tree(out) == {"a.html": b"new", MANIFEST: b"a.html\n"}


def test_a_first_build_that_was_killed_does_not_stand_in_the_way(root, out):
    (out / "fonts").mkdir(parents=True)
    (out / "fonts" / f"b.woff{FRESH}").write_text("half")
    write_site(out, files(a_html="a"), root)
    assert tree(out) == {"a.html": b"a", MANIFEST: b"a.html\n"}


def test_killed_between_two_renamings(root, out, monkeypatch):
    write_site(out, files(a_html="a", old_html="old"), root)
    replace = Path.replace

    def replace_until_killed(path, target):
        if path.name == f"c.html{FRESH}":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", replace_until_killed)
    with pytest.raises(KeyboardInterrupt):
        write_site(out, files(b_html="b", c_html="c"), root)
    monkeypatch.undo()
    write_site(out, files(b_html="b", c_html="c"), root)
    assert tree(out) == {"b.html": b"b", "c.html": b"c", MANIFEST: b"b.html\nc.html\n"}


@pytest.mark.parametrize("place", [".", "..", "/", "content", "content/site", "templates", "static/x", "gapmark"])
def test_the_project_is_never_written_over(root, place):
    assert code_of(write_site, root / place, files(a_html="a"), root)[0] == "O002"
    assert [path.name for path in root.iterdir()] == ["content"]


def test_other_places_that_are_no_output_folder(root):
    (root / "photos").mkdir()
    (root / "photos" / "a.jpg").write_text("mine")
    assert code_of(write_site, root / "photos", files(a_html="a"), root)[0] == "O003"
    assert code_of(write_site, root / "photos" / "a.jpg", files(a_html="a"), root)[0] == "O003"
    assert code_of(write_site, root / "photos" / "a.jpg" / "x", files(a_html="a"), root)[0] == "O001"
    assert code_of(write_site, root / ("a" * 300), files(a_html="a"), root)[0] == "O001"
    assert tree(root) == {"photos/a.jpg": b"mine"}


def test_a_folder_that_is_a_link_to_itself(root, out):
    link(out, "_site")
    assert code_of(write_site, out, files(a_html="a"), root)[0] in ("O001", "O003")


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

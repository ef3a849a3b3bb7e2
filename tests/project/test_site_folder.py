"""The folder of the site: the old one or the new one, and never somebody else's files."""

import errno
import os
from pathlib import Path

import pytest
from helpers.crashes import run_until
from helpers.on_disk import code_of, link, tree

from gapmark.model import OutputFile
from gapmark.project.files import FRESH, MANIFEST, list_files
from gapmark.project.site_folder import write_site


def files(**pages):
    return [OutputFile(name.replace("__", "/").replace("_", "."), text.encode()) for name, text in pages.items()]


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


@pytest.mark.parametrize("name", ["a.html", "b.html", "new.html", MANIFEST])
def test_a_refused_renaming_puts_the_old_site_back(root, out, monkeypatch, name):
    write_site(out, files(a_html="a", b_html="b", old_html="old"), root)
    before, replace = tree(out), Path.replace

    def refuse(path, target):
        if path.name == name + FRESH:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert code_of(write_site, out, files(a_html="A", b_html="B", new_html="new"), root)[0] == "O001"
    assert tree(out) == before


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


def test_links_in_the_folder_lead_nothing_out_of_it(root, out):
    figures = root / "content" / "figures"
    figures.mkdir()
    (figures / "map.png").write_text("mine")
    write_site(out, files(a_html="a", figures__map_png="map"), root)
    (out / "figures" / "map.png").unlink()
    (out / "figures").rmdir()
    link(out / "figures", "../content/figures")
    assert code_of(write_site, out, files(a_html="A", figures__map_png="new"), root) == ("O004", "_site/figures")
    assert tree(out)["a.html"] == b"a"
    write_site(out, files(a_html="A"), root)
    assert tree(root / "content") == {"figures/map.png": b"mine"}
    assert (out / "figures").is_symlink()


def test_a_link_in_a_pages_place_is_replaced_and_not_followed(root, out):
    (root / "content" / "mine").write_text("a")
    write_site(out, files(a_html="a", b_html="b"), root)
    for name in ("a.html", "b.html"):
        (out / name).unlink()
        link(out / name, "../content/mine")
    write_site(out, files(a_html="a"), root)
    assert tree(root / "content") == {"mine": b"a"}
    assert not (out / "a.html").is_symlink()
    assert not os.path.lexists(out / "b.html")


def test_a_dangling_link_is_somebody_elses_too(root, out):
    write_site(out, files(a_html="a"), root)
    link(out / "b.html", "nowhere")
    assert code_of(write_site, out, files(a_html="a", b_html="b"), root) == ("O004", "_site/b.html")


def test_folders_and_files_in_each_others_places(root, out):
    write_site(out, files(a_html="a", x__y="y"), root)
    (out / "a.html").unlink()
    (out / "a.html").mkdir()
    assert code_of(write_site, out, files(a_html="a"), root) == ("O004", "_site/a.html")
    assert code_of(write_site, out, files(x="x"), root) == ("O004", "_site/x")
    write_site(out, files(b="b"), root)
    assert code_of(write_site, out, files(b__c="c"), root) == ("O004", "_site/b")
    (out / MANIFEST).unlink()
    (out / "b").unlink()
    (out / MANIFEST).mkdir()
    assert code_of(write_site, out, files(b="b"), root) == ("O004", f"_site/{MANIFEST}")


def test_a_manifest_that_anybody_may_have_written(root, out):
    write_site(out, files(a_html="a"), root)
    (out / MANIFEST).write_bytes(b"ab\n\xff\n../content\n" + b"x" * 5000)
    assert code_of(write_site, out, files(a_html="b"), root) == ("O004", "_site/a.html")
    (out / MANIFEST).write_bytes(b"a\0b\n")
    assert code_of(write_site, out, files(a_html="b"), root) == ("O003", f"_site/{MANIFEST}")


def test_a_folder_that_is_a_link_to_itself(root, out):
    link(out, "_site")
    assert code_of(write_site, out, files(a_html="a"), root)[0] in ("O001", "O003", "O006")


@pytest.mark.slow
@pytest.mark.parametrize("stop", ["kill", "fail"])
def test_stopped_at_every_operation(root, tmp_path, stop):
    old, new = files(a_html="a", b__c="c", d_html="d"), files(a_html="A", b__e="e", d_html="d")
    for nth in range(1, 200):
        out = tmp_path / f"site{nth}"
        write_site(out, old, root)
        before = tree(out)
        outcome = run_until(lambda out=out: write_site(out, new, root), nth, stop)
        assert all(data in (b"a", b"A", b"c", b"d", b"e") for path, data in tree(out).items() if path.endswith("html"))
        if stop == "fail" and outcome == "stopped":
            assert tree(out) == before
        write_site(out, new, root)
        assert tree(out) == {"a.html": b"A", "b/e": b"e", "d.html": b"d", MANIFEST: b"a.html\nb/e\nd.html\n"}
        if outcome == "over":
            break
    assert nth > 10


def test_a_folder_outside_holds_one_projects_site(root, out, tmp_path):
    shared = tmp_path / "shared"
    write_site(shared, [OutputFile("source/1.txt", b"one")], root)
    other = tmp_path / "other"
    (other / "content").mkdir(parents=True)
    assert code_of(write_site, shared, [OutputFile("source/2.txt", b"two")], other) == ("O003", str(shared))
    assert (shared / "source" / "1.txt").read_bytes() == b"one"
    write_site(out, [OutputFile("source/1.txt", b"one")], root)
    write_site(out, [OutputFile("source/2.txt", b"two")], root)  # another text was imported


def test_a_folder_that_is_edited_has_more_than_one_name(root, monkeypatch):
    """As on a disk that takes CONTENT for content."""
    monkeypatch.setattr(Path, "samefile", lambda one, two: one.name.lower() == two.name.lower())
    assert code_of(write_site, root / "CONTENT" / "x", files(a_html="a"), root)[0] == "O002"

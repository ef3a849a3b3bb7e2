"""What builds keep for the next one is read by the same program only, and changes nothing."""

import json
import random

import pytest
from helpers.chance import TIMES

from gapmark.pipeline import make_site
from gapmark.project.load import load_project
from gapmark.run import cache, memo, private, stamp
from gapmark.run.cache import delete_old_folder, open_memory, save_memory
from gapmark.run.memo import keep, share


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A user's cache folder with nothing in it."""
    place = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(place))
    return place


def files(home):
    return sorted(path for path in home.rglob("*") if path.is_file())


def build(project, *steps, fresh=False):
    """Run steps as a build does, with what earlier ones have kept."""
    with memo.of(open_memory(project, fresh=fresh)) as memory:
        made = [keep(*step) for step in steps]
    save_memory(project, memory)
    return made


def test_builds_hand_on_what_they_used(runs, tmp_path):
    build(tmp_path, (runs, b"a", "b"), (runs, b"a", 1))
    assert build(tmp_path, (runs, "x", "b")) == [["x", "b"]]
    assert len(runs.made) == 3
    build(tmp_path, (runs, b"a", 1))
    assert len(runs.made) == 4


@pytest.fixture
def runs():
    """A step that counts its runs, and whose results can be kept."""
    made = []

    def step(*inputs):
        made.append(inputs)
        return [*map(str, inputs)]

    step.made = made
    return step


def test_all_projects_share_what_is_of_no_event(runs, tmp_path):
    for name in ("one", "two"):
        with memo.of(open_memory(tmp_path / name)) as memory:
            share(lambda: keep(runs, "phrases"))
        save_memory(tmp_path / name, memory)
    assert len(runs.made) == 1


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 99, None])
def test_what_is_spoilt_is_made_again(runs, tmp_path, home, spoilt):
    build(tmp_path, (runs, "a"))
    (file,) = files(home)
    file.write_bytes(file.read_bytes()[:-1] if spoilt is None else spoilt)
    build(tmp_path, (runs, "a"))
    assert len(runs.made) == 2


def test_it_is_json_and_has_nothing_to_run(runs, tmp_path, home):
    build(tmp_path, (runs, "a"))
    (file,) = files(home)
    assert [*json.loads(file.read_bytes()[2 * private.SUM :]).values()] == [["list", "a"]]


def test_another_program_takes_nothing(runs, tmp_path, monkeypatch):
    build(tmp_path, (runs, "a"))
    monkeypatch.setattr(stamp, "program", lambda: ["another"])
    build(tmp_path, (runs, "a"))
    assert len(runs.made) == 2


def test_fresh_takes_nothing(runs, tmp_path):
    build(tmp_path, (runs, "a"))
    build(tmp_path, (runs, "a"), fresh=True)
    assert len(runs.made) == 2


def site(project):
    return {path.name: path.read_bytes() for path in (project / "_site").rglob("*") if path.is_file()}


def test_two_builds_make_the_same(sample, gapmark):
    made = {}
    for words in ((), (), ("--fresh",)):
        (sample / "content" / "battle.md").touch()
        assert gapmark("build", *words)[0] == 0
        assert not made or site(sample) == made
        made = site(sample)
    assert not (sample / ".gapmark").exists()


def test_a_build_keeps_all_that_it_makes(sample):
    """No step has inputs that print only their address, or a result that can't be kept.

    What is made on the way to something that is kept, the second build drops.
    """
    kept, shared = {}, {}
    for _ in range(3):
        with memo.of(memo.Memory(kept, memo.Memory(shared))) as memory:
            assert make_site(load_project(sample)).files
        last = kept, shared
        kept, shared = memory.dump() or kept, memory.shared.dump() or shared
    assert last == (kept, shared)
    assert kept
    assert shared


def test_a_spoilt_cache_changes_no_byte(sample, gapmark, home):
    spoil_often(sample, gapmark, home, 12)


@pytest.mark.slow
def test_a_cache_spoilt_often_changes_no_byte(sample, gapmark, home):
    spoil_often(sample, gapmark, home, TIMES)


def spoil_often(sample, gapmark, home, times):
    assert gapmark()[0] == 0
    made, chance = site(sample), random.Random(22)
    for _ in range(times):
        for file in chance.sample(files(home), 5):
            data = bytearray(file.read_bytes())
            at = chance.randrange(len(data) + 1)
            data[at : at + chance.randrange(3)] = chance.randbytes(chance.randrange(9))
            file.write_bytes(data[: chance.choice((at, None, None))])
        (sample / "content" / "battle.md").touch()
        code, _, err = gapmark()
        assert (code, err) == (0, "")
        assert site(sample) == made


# ---------------------------------------------------------------- where earlier versions kept it


@pytest.fixture
def old(tmp_path):
    """The folder of an earlier version in a project."""
    folder = tmp_path / cache.OLD
    folder.mkdir()
    (folder / ".gitignore").write_text("*\n")
    (folder / "stamp").write_text("a\0\nb\0\nc\0\n")
    (folder / "memo").write_bytes(b"0" * 64 + b"\x80\x05\n")
    return folder


def test_the_folder_of_an_earlier_version_is_deleted(old):
    delete_old_folder(old.parent)
    assert not old.exists()
    delete_old_folder(old.parent)


@pytest.mark.parametrize(
    ("name", "data"),
    [("notes.txt", b"mine"), ("memo", b"mine"), ("stamp", b"mine"), (".gitignore", b"*.txt\n"), ("memo", b"0" * 70)],
)
def test_what_is_not_ours_stays(old, name, data):
    (old / name).write_bytes(data)
    before = {path.name: path.read_bytes() for path in old.iterdir()}
    delete_old_folder(old.parent)
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before


def test_links_stay(old, tmp_path):
    old.rename(tmp_path / "elsewhere")
    old.symlink_to(tmp_path / "elsewhere")
    delete_old_folder(tmp_path)
    assert len([*old.iterdir()]) == 3
    old.unlink()
    old.mkdir()
    (old / "memo").symlink_to(tmp_path / "elsewhere" / "memo")
    delete_old_folder(tmp_path)
    assert (old / "memo").is_symlink()


def test_a_file_of_this_name_stays(tmp_path):
    (tmp_path / cache.OLD).write_text("mine")
    delete_old_folder(tmp_path)
    assert (tmp_path / cache.OLD).read_text() == "mine"

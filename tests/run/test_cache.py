"""What builds keep for the next one is read by the same program only, and changes nothing."""

import pytest

from gapmark.run import stamp
from gapmark.run.cache import restore_memo, save_memo
from gapmark.run.memo import keep


def test_builds_hand_on_what_they_used(runs, tmp_path):
    keep(runs, b"a", "b")
    keep(runs, b"a", "c")
    save_memo(tmp_path)
    restore_memo(tmp_path)
    assert keep(runs, b"a", "b") == [b"a", "b"]
    assert len(runs.made) == 2
    save_memo(tmp_path)
    restore_memo(tmp_path)
    keep(runs, b"a", "c")
    assert len(runs.made) == 3


@pytest.mark.parametrize("spoilt", [b"", b"\0" * 99, None])
def test_what_is_spoilt_is_made_again(runs, tmp_path, spoilt):
    keep(runs, "a")
    save_memo(tmp_path)
    file = tmp_path / ".gapmark" / "memo"
    file.write_bytes(file.read_bytes()[:-1] if spoilt is None else spoilt)
    restore_memo(tmp_path)
    keep(runs, "a")
    assert len(runs.made) == 2


def test_another_program_takes_nothing(runs, tmp_path, monkeypatch):
    keep(runs, "a")
    save_memo(tmp_path)
    monkeypatch.setattr(stamp, "program", lambda: ["another"])
    restore_memo(tmp_path)
    keep(runs, "a")
    assert len(runs.made) == 2


def test_fresh_takes_nothing(runs, tmp_path):
    keep(runs, "a")
    save_memo(tmp_path)
    restore_memo(tmp_path, fresh=True)
    keep(runs, "a")
    assert len(runs.made) == 2


def test_two_builds_make_the_same(sample, gapmark):
    files = {}
    for words in ((), (), ("--fresh",)):
        (sample / "content" / "battle.md").touch()
        assert gapmark("build", *words)[0] == 0
        site = {path.name: path.read_bytes() for path in (sample / "_site").rglob("*") if path.is_file()}
        assert not files or site == files
        files = site

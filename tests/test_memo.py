"""What was made is made once, and never of other inputs."""

import pytest

from gapmark import memo, stamp
from gapmark.memo import keep, remember
from gapmark.project.cache import restore_memo, save_memo


@pytest.fixture
def runs():
    """A step that counts its runs."""
    made = []

    def step(*inputs):
        made.append(inputs)
        return [*inputs]

    memo.restore(b"")
    step.made = made
    return step


def test_equal_inputs_give_what_was_made(runs):
    first = remember(runs, "a", (1, 2))
    assert remember(runs, "a", (1, 2)) is first
    assert remember(runs, "a", (1, 3)) == ["a", (1, 3)]
    assert remember(runs, "a", (1, 2)) == first
    assert len(runs.made) == 3


def test_each_page_has_its_own(runs):
    first = remember(runs, 1, of="a.md")
    assert remember(runs, 2, of="b.md") == [2]
    assert remember(runs, 1, of="a.md") is first


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


def test_inputs_are_not_run_together(runs):
    keep(runs, "ab", "c")
    keep(runs, "a", "bc")
    assert len(runs.made) == 2


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


def test_a_process_that_makes_many_sites_forgets_what_it_needs_no_more(runs):
    for state in "abc":
        memo.turn_over()
        keep(runs, "always")
        keep(runs, state)
    keep(runs, "b")
    keep(runs, "a")
    assert runs.made == [("always",), ("a",), ("b",), ("c",), ("a",)]

"""What was made is made once, and never of other inputs."""

from gapmark.run import memo
from gapmark.run.memo import keep, remember


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


def test_inputs_are_not_run_together(runs):
    keep(runs, "ab", "c")
    keep(runs, "a", "bc")
    assert len(runs.made) == 2


def test_a_process_that_makes_many_sites_forgets_what_it_needs_no_more(runs):
    for state in "abc":
        memo.turn_over()
        keep(runs, "always")
        keep(runs, state)
    keep(runs, "b")
    keep(runs, "a")
    assert runs.made == [("always",), ("a",), ("b",), ("c",), ("a",)]

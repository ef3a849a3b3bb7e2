"""What was made is made once for an event, and never of other inputs."""

import threading

from gapmark.run import memo
from gapmark.run.memo import Memory, keep, remember, share


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


def test_each_event_has_its_own(runs):
    events = Memory(), Memory()
    for _ in range(2):
        for number, event in enumerate(events):
            with memo.of(event):
                remember(runs, number)
                keep(runs, number)
    assert runs.made == [(0,), (0,), (1,), (1,)]


def test_what_is_shared_is_made_once_for_all_events(runs):
    shared = Memory()
    for _ in range(3):
        with memo.of(Memory(shared=shared)) as event:
            share(lambda: keep(runs, "phrases"))
            share(runs, "templates")
        assert event.dump() == {}
    assert runs.made == [("phrases",), ("templates",)]
    assert [*shared.dump().values()] == [["list", "phrases"]]


def test_nothing_is_remembered_where_no_memory_is_entered(runs):
    def run_all():
        for step in (remember, keep, share) * 2:
            step(runs, 1)

    thread = threading.Thread(target=run_all)
    thread.start()
    thread.join()
    assert len(runs.made) == 6


def test_a_memory_is_left_at_the_end_of_its_block(runs):
    with memo.of(Memory()) as outer:
        with memo.of(Memory()) as inner, memo.of() as same:
            assert same is inner
        with memo.of() as left:
            assert left is outer


def test_inputs_are_not_run_together(runs):
    keep(runs, "ab", "c")
    keep(runs, "a", "bc")
    assert len(runs.made) == 2


def test_what_prints_only_its_address_is_not_kept(runs):
    class Bare:
        """Prints where it is, and not what it holds."""

    with memo.of(Memory()) as memory:
        for _ in range(2):
            keep(lambda _: runs(1), Bare())
            keep(lambda _: runs(1), [{"a": Bare()}])
        assert len(runs.made) == 4
        assert memory.dump() == {}


def test_a_process_that_makes_many_sites_forgets_what_it_needs_no_more(runs):
    with memo.of(Memory()) as memory:
        for state in "abc":
            memory.turn_over()
            keep(runs, "always")
            keep(runs, state)
        keep(runs, "b")
        keep(runs, "a")
    assert runs.made == [("always",), ("a",), ("b",), ("c",), ("a",)]


def test_the_next_build_goes_on_from_a_dump(runs):
    with memo.of(Memory()) as first:
        keep(runs, "a")
        keep(runs, "b")
    with memo.of(Memory(first.dump())) as second:
        assert keep(runs, "a") == ["a"]
        assert keep(runs, "a") is keep(runs, "a")
    assert [*second.dump()] == [*first.dump()][:1]
    with memo.of(Memory(first.dump())) as third:
        keep(runs, "b")
        keep(runs, "a")
    assert third.dump() == {}
    assert len(runs.made) == 2


def test_what_cannot_be_read_is_made_again(runs):
    with memo.of(Memory()) as first:
        keep(runs, "a")
    for spoilt in (["os:system", "x"], ["gapmark.model:nothing"], ["dict", "x"], [], ["gapmark.model:Gap", 1], [1]):
        with memo.of(Memory(dict.fromkeys(first.dump(), spoilt))):
            assert keep(runs, "a") == ["a"]
    assert len(runs.made) == 7

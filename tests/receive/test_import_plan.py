"""What an import would change: every word of an editor's is somewhere afterwards."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.receive.import_plan import RECORD, plan_import, read_record, sum_of

WANTED = {"battle.md": b"battle", "legacy.md": b"legacy", "site.yaml": b"site"}


def after(before, plan):
    """The folder when a plan has been carried out."""
    return {name: data for name, data in {**before, **plan.files}.items() if name not in plan.gone}


def planned(before, wanted=WANTED, retired=(), *, force=False, foreign=False):
    return plan_import(before, wanted, retired, force=force, foreign=foreign)


def imported(wanted=WANTED):
    return after({}, planned({}, wanted))


def pages(files):
    return {name: data for name, data in files.items() if name != RECORD}


def test_into_an_empty_folder():
    plan = planned({})
    assert plan.written == tuple(WANTED)
    assert pages(plan.files) == WANTED
    assert read_record(plan.files[RECORD]) == {name: sum_of(data) for name, data in WANTED.items()}


@pytest.mark.parametrize("force", [False, True])
def test_again_there_is_nothing_to_do(force):
    plan = planned(imported(), force=force)
    assert (plan.files, plan.gone, plan.missed) == ({}, (), ())


def test_pages_that_nobody_edited_are_replaced_and_removed():
    wanted = {"battle.md": b"other", "end.md": b"end", "site.yaml": b"site"}
    plan = planned(imported(), wanted)
    assert (plan.written, plan.removed, plan.replaced, plan.kept) == (("battle.md", "end.md"), ("legacy.md",), (), ())
    assert pages(after(imported(), plan)) == wanted
    assert "legacy.md" not in read_record(plan.files[RECORD])


def test_with_one_page_edited_none_is_replaced():
    before = imported() | {"battle.md": b"edited"}
    plan = planned(before, {"battle.md": b"new", "end.md": b"end", "site.yaml": b"site"})
    assert plan.kept == (("battle.md", "battle.md.new"), ("end.md", "end.md.new"))
    assert pages(after(before, plan)) == pages(before) | {"battle.md.new": b"new", "end.md.new": b"end"}
    again = planned(after(before, plan), {"battle.md": b"newer", "end.md": b"end", "site.yaml": b"site"})
    assert again.kept[0] == ("battle.md", "battle.md.new")  # a fresh version that nobody edited is no edited page


def test_a_fresh_version_that_was_edited_stays():
    before = imported() | {"battle.md": b"edited", "battle.md.new": b"edited too"}
    assert planned(before).kept == (("battle.md", "battle.md.new2"),)


def test_fresh_versions_go_when_they_are_taken_over():
    before = imported() | {"battle.md": b"edited"}
    before = after(before, planned(before))
    assert "battle.md.new" in before
    plan = planned(before | {"battle.md": b"battle"})
    assert plan.gone == ("battle.md.new",)


def test_an_edited_page_that_would_go_keeps_all():
    before = imported() | {"legacy.md": b"edited"}
    plan = planned(before, {"battle.md": b"battle and legacy", "site.yaml": b"site"})
    assert plan.kept == (("battle.md", "battle.md.new"),)
    assert plan.gone == ()


def test_renamed_and_deleted_pages_are_not_written_again():
    before = imported()
    before["siege.md"] = before.pop("battle.md")
    plan = planned(before)
    assert (plan.files, plan.missed) == ({}, ("battle.md",))
    changed = planned(before, WANTED | {"battle.md": b"other"})
    assert changed.kept == (("battle.md", "battle.md.new"),)


def test_force_keeps_every_old_version_once():
    before = imported()
    for text in (b"one", b"two", b"one"):
        before = after(before, planned(before | {"battle.md": text}, force=True))  # the second "one" is kept already
        before["battle.md"] = b"battle"
    plan = planned(before | {"battle.md": b"three"}, force=True)
    assert plan.replaced == (("battle.md", "old/battle.md.3"),)


def test_force_retires_other_pages():
    before = imported() | {"siege.md": b"siege"}
    assert planned(before, retired=["siege.md"]).gone == ()
    plan = planned(before, retired=["siege.md"], force=True)
    assert (plan.gone, plan.replaced) == (("siege.md",), (("siege.md", "old/siege.md"),))


def test_pages_of_another_source_are_not_replaced():
    plan = planned(imported(), {"battle.md": b"other", "source/8.txt": b"8"}, foreign=True)
    assert plan.kept == (("battle.md", "battle.md.new"),)
    assert plan.written == ("source/8.txt",)


def test_line_ends_are_no_edit():
    before = imported({"battle.md": b"a\nb\n"}) | {"battle.md": b"a\r\nb\r\n"}
    assert planned(before, {"battle.md": b"c\n"}).written == ("battle.md",)


def test_a_missing_setting_is_written_again():
    before = imported()
    del before["site.yaml"]
    assert planned(before).written == ("site.yaml",)


def test_lines_of_the_list_that_are_none_are_passed_over():
    assert read_record(b"ab  x.md\nnonsense\n\xff\n") == {"x.md": "ab"}


NAMES = st.sampled_from(["battle.md", "legacy.md", "end.md", "battle.md.new", "old/battle.md"])
EDITS = st.dictionaries(NAMES, st.sampled_from([b"edited", b"edited too", b"battle"]), max_size=3)
CUTS = st.dictionaries(st.sampled_from(["battle.md", "legacy.md", "end.md"]), st.sampled_from([b"a", b"b"]), min_size=1)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(CUTS, EDITS, st.booleans()), max_size=4))
def test_no_word_of_an_editor_is_lost_in_any_order(steps):
    folder = {}
    for wanted, edits, force in steps:
        plan = planned(folder, wanted, force=force)
        folder = after(folder, plan) | edits
        last = planned(folder, wanted, force=force)
        assert set(edits.values()) <= set(after(folder, last).values())
        assert len(dict(last.kept)) == len(set(dict(last.kept).values()))

"""Reasons find their changes again, whatever else is edited."""

import pytest
import yaml
from helpers.small_edition import edited, reason, record
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.compare.changes import Change
from gapmark.compare.reasons import entry_text, shortened
from gapmark.yamltext.writing import quoted

SOURCE = "@@1 The old guns fired at dawn . Nobody fled the town . The new guns fired at dusk and many men fell there ."
PAGES = (
    ("Battle", "The old guns fired at dawn. Nobody fled the town. The new guns fired at dusk and many men fell there."),
)
TWICE = [("old guns", "old cannons"), ("new guns", "new cannons")]
OLD = reason("guns", "cannons", "The old", "fired at dawn.", "of the old ones")
NEW = reason("guns", "cannons", "town. The new", "fired at dusk and", "of the new ones")


def found(edits, *reasons):
    made, problems = record(edited(*edits, pages=PAGES), SOURCE, reasons)
    texts = {change.first_token: made.reasons.get(change.id) for change in made.changes}
    return texts, [problem.code for problem in problems]


@pytest.mark.parametrize("reasons", [(OLD, NEW), (NEW, OLD)])
def test_two_alike_keep_their_own(reasons):
    assert found(TWICE, *reasons) == ({4: "of the old ones", 16: "of the new ones"}, [])
    more = [*TWICE, ("Nobody fled", "Somebody left"), ("The old", "It rained. The old")]
    texts, problems = found(more, *reasons)
    assert (texts[4], texts[16], problems) == ("of the old ones", "of the new ones", [])


@pytest.mark.parametrize("reasons", [(OLD, NEW), (NEW, OLD)])
def test_one_of_two_alike_is_undone(reasons):
    assert found(TWICE[1:], *reasons) == ({16: "of the new ones"}, ["X010"])
    assert found(TWICE[:1], *reasons) == ({4: "of the old ones"}, ["X010"])


def test_of_two_reasons_for_one_change_one_is_left():
    twice = OLD | {"after": "fired at"}, OLD | {"after": "fired"}
    texts, problems = found(TWICE[:1], *twice)
    assert (texts, problems) == ({4: "of the old ones"}, ["X010"])
    texts, problems = found(TWICE, OLD | {"before": "old", "after": "fired"}, NEW | {"before": "new", "after": "fired"})
    assert (texts, problems) == ({4: "of the old ones", 16: "of the new ones"}, [])


def test_a_reason_does_not_go_over_to_another_place():
    assert found(TWICE[1:], OLD) == ({16: None}, ["X010"])


def test_a_reason_without_context_takes_what_there_is():
    assert found(TWICE[1:], reason("guns", "cannons", reason="why")) == ({16: "why"}, [])


def test_one_reason_stands_for_every_place_where_it_says_so():
    everywhere = reason("guns", "cannons", reason="a translation") | {"everywhere": True}
    assert found(TWICE, everywhere) == ({4: "a translation", 16: "a translation"}, [])
    assert found(TWICE, everywhere, NEW) == ({4: "a translation", 16: "of the new ones"}, [])
    assert found(TWICE, NEW, everywhere) == ({4: "a translation", 16: "of the new ones"}, [])
    assert found([], everywhere) == ({}, ["X010"])
    made, _ = record(edited(*TWICE, pages=PAGES), SOURCE, [everywhere])
    assert made.listed == {change.id for change in made.changes}


@pytest.mark.parametrize(
    ("edits", "entry"),
    [
        ([("old guns", "old artillery")], OLD),
        ([("old guns fired", "old cannons and mortars spoke")], OLD),
        ([("The old guns fired at dawn.", "At dawn fire was opened by the cannons of the old fort.")], OLD),
        ([("The old guns fired", "The cannons fired")], OLD),
        ([("at dawn.", "at first light.")], reason("fired at dawn", "at daybreak", "old guns", ". Nobody", "why")),
        ([("Nobody fled the town. ", "")], reason("Nobody fled", "", "at dawn.", "the town.", "why")),
        ([("town. The", "town. It rained all day. The")], reason("", "It rained.", "the town.", "The new", "why")),
        ([("Nobody fled the town. ", ""), ("there.", "there. Nobody fled the town.")],
         reason("Nobody fled", "Nobody fled", "at dawn.", "the town.", "why")),
    ],
)  # fmt: skip
def test_a_reworded_passage_keeps_its_reason(edits, entry):
    texts, problems = found(edits, entry)
    assert (set(texts.values()) - {None}, problems) == ({entry["reason"]}, ["X012"])


def test_a_long_reading_is_found_by_its_ends():
    words = " ".join(f"word{n}" for n in range(30))
    source = f"@@1 It began . {words} . It ended ."
    entry = reason(shortened(words), "other words", "It began.", ". It ended.", "why")
    made, problems = record((("Battle", "It began. Quite other words. It ended."),), source, [entry])
    assert list(made.reasons.values()) == ["why"]
    assert [problem.code for problem in problems] == ["X012"]
    assert made.earlier == {made.changes[0].id}


def test_a_long_reading_that_was_restored_gives_its_reason_to_no_change_after_it():
    words = " ".join(f"word{n}" for n in range(30))
    entry = reason(shortened(words), "other words", "It began.", ". It ended.", "why")
    pages = (("Battle", f"It began. {words}. It was over."),)
    made, problems = record(pages, f"@@1 It began . {words} . It ended .", [entry])
    assert (made.reasons, [problem.code for problem in problems]) == ({}, ["X010"])


@pytest.mark.parametrize(
    ("edits", "entry"),
    [
        ([("The new guns", "The new cannons")], OLD),
        ([("town. The", "town. It rained. The")], OLD),
        ([("fired at dawn", "spoke at dawn")], OLD),
        ([("town. The", "town. Quite so. The")], reason("", "It rained", "the town.", "The new", "why")),
        ([("Nobody fled", "Nobody left")], reason("Nobody fled", "Nobody fled", "at dawn.", "the town.", "why")),
    ],
)
def test_only_a_change_that_is_gone_leaves_its_reason_over(edits, entry):
    texts, problems = found(edits, entry)
    assert (set(texts.values()), problems) == ({None}, ["X010"])


def test_what_is_to_be_brought_in_line_is_shown_as_it_stands_in_the_file():
    _, (problem,) = record(edited(("old guns", "old artillery"), pages=PAGES), SOURCE, [OLD])
    assert problem.code == "X012"
    assert problem.hint.partition("\n")[2].splitlines() == [
        '  source: "guns"',
        '  published: "artillery"',
        '  before: "The old"',
        '  after: "fired at dawn."',
    ]


def test_each_of_two_reworded_passages_keeps_its_own():
    texts, problems = found([("old guns", "old mortars"), ("new guns", "new mortars")], NEW, OLD)
    assert (texts, problems) == ({4: "of the old ones", 16: "of the new ones"}, ["X012", "X012"])


def test_undoing_and_doing_again_gives_the_same_entry():
    done = edited(*TWICE, pages=PAGES)
    undone = edited(("new cannons", "new guns"), pages=done)
    again = edited(("new guns", "new cannons"), pages=undone)
    assert record(again, SOURCE)[0].changes == record(done, SOURCE)[0].changes


def test_typography_of_an_entry_does_not_matter():
    quotes = reason(" guns ", "cannons", "The  old", "fired at dawn .", "why")
    assert found(TWICE[:1], quotes)[0] == {4: "why"}


def test_an_empty_reason_is_none_and_is_listed():
    made, problems = record(edited(*TWICE[:1], pages=PAGES), SOURCE, [OLD | {"reason": ""}], strict=True)
    (change,) = made.changes
    assert (made.reasons, made.listed) == ({}, {change.id})
    assert [problem.code for problem in problems] == ["X011"]


def test_strict_says_which_entry_is_to_be_filled_in():
    """`reasons` adds no second one, and one that is pasted would be left over."""
    empty = OLD | {"reason": " "}
    _, (problem,) = record(edited(*TWICE[:1], pages=PAGES), SOURCE, [empty], strict=True)
    assert problem.where.path == "content/list.yaml"  # as its entries are in these tests
    assert problem.hint == "fill in the line reason: of this entry"


def test_an_entry_without_a_reason_is_not_called_one():
    reworded = edited(("old guns", "old mortars"), pages=PAGES)
    _, (problem,) = record(reworded, SOURCE, [OLD | {"reason": ""}])
    assert problem.code == "X012"
    assert problem.message == 'the entry for "guns" > "cannons" was made for an earlier wording'
    assert problem.hint.startswith("fill in its reason, and bring the entry in line with the change:\n")


def test_a_reason_whose_change_is_gone_is_named():
    _, (problem,) = record(PAGES, SOURCE, [OLD])
    assert (problem.code, problem.level) == ("X010", "warning")
    assert '"guns" > "cannons"' in problem.message


def test_strict_shows_what_to_paste():
    made, (problem,) = record(edited(*TWICE[:1], pages=PAGES), SOURCE, strict=True)
    assert (problem.code, problem.level) == ("X011", "error")
    pasted = problem.hint.partition("\n")[2] + " because\n" if problem.hint.endswith("reason:") else ""
    (entry,) = yaml.safe_load((pasted or problem.hint.partition("\n")[2]).replace("reason:\n", "reason: because\n"))
    made, problems = record(
        edited(*TWICE[:1], pages=PAGES), SOURCE, [{k: v or "" for k, v in entry.items()}], strict=True
    )
    assert (list(made.reasons.values()), problems) == (["because"], ())


def test_long_readings_are_shortened_once():
    text = " ".join(f"w{n}" for n in range(60))
    assert len(shortened(text).split()) == 21
    assert shortened(shortened(text)) == shortened(text)


TEXT = st.text(max_size=30)


@settings(max_examples=15, deadline=None, database=None)
@given(TEXT, TEXT, TEXT, TEXT)
def test_an_entry_reads_back(source, published, before, after):
    change = Change("change-w1", "correction", source, published, 1, 1, before, after, 0, 0)
    (entry,) = yaml.safe_load(entry_text(change))
    assert (entry["source"] or "", entry["published"] or "") == (shortened(source), shortened(published))
    assert (entry["before"] or "", entry["after"] or "") == (before, after)
    assert yaml.safe_load(quoted(source)) == source

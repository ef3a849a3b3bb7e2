"""Gap references: lost, doubled, unknown, malformed, and where they can't stand."""

import pytest
from helpers.markdown_page import page as manuscript

from gapmark.model import Gap
from gapmark.text.markdown import parse_markdown
from gapmark.text.references import check_gap_references

GAPS = tuple(Gap(n, n, 190 * n, 190 * n + 9, 10, predicted=True) for n in (1, 2, 3))
AROUND = {
    1: ("until the reinforcements arrived", "and took it"),
    2: ("", "The city fell"),
    3: ("words that are in no page", ""),
}


def page(body, path="content/battle.md"):
    return manuscript(body, path, 8)


def parsed(body):
    return parse_markdown(page(body), gaps=(1, 2, 3))


def check(*pages):
    return list(check_gap_references(pages, GAPS, AROUND))


def lines(problems):
    return [(p.code, str(p.where)) for p in problems]


def test_gaps_that_are_all_marked_are_in_order_wherever_they_stand():
    assert check(page("[gap 3] a"), page("b [gap 1] *c [gap 2]*\n\n# d", "x.md")) == []


def test_a_lost_gap_tells_where_its_words_stand_now_and_what_to_put_back():
    lost, *_ = check(
        page("They held it\nuntil the *reinforcements* arrived and took it.\n\n[gap 2] The city fell. [gap 3]")
    )
    assert (lost.code, str(lost.where)) == ("G001", "content/battle.md:9")
    assert 'stands after "until the reinforcements arrived"' in lost.message
    assert lost.hint.startswith('put [gap 1] back after "until the reinforcements arrived": "until the rein')
    assert "arrived [gap 1] and took it" in lost.hint


def test_a_lost_gap_at_the_start_is_found_by_the_words_after_it():
    problems = check(page("[gap 1] x\n\nThe city fell. [gap 3]"))
    assert lines(problems) == [("G001", "content/battle.md:10")]
    assert '"[gap 2] The city fell"' in problems[0].hint


def test_a_lost_gap_whose_words_are_gone_is_told_beside_the_gap_before_it():
    problems = check(page("[gap 1] x\n\ny [gap 2]"))
    assert lines(problems) == [("G001", "content/battle.md:10:3")]
    assert "the nearest mark that is left is [gap 2]" in problems[0].hint


def test_all_gaps_lost_from_an_empty_page():
    assert lines(check(page(""))) == [("G001", "content/battle.md")] * 3


def test_a_doubled_gap_tells_both_places():
    problems = check(page("a [gap 1] b\n\nc [gap 1]"), page("[gap 2] [gap 3] d [gap 1]", "x.md"))
    assert lines(problems) == [("G002", "content/battle.md:10:3"), ("G002", "x.md:8:19")]
    assert 'here (after "c"), and at content/battle.md:8:3 (after "a")' in problems[0].message


def test_an_unknown_gap_is_an_error_of_its_page():
    (problem,) = parsed("a b [gap 7]").problems
    assert (problem.code, str(problem.where)) == ("G003", "content/battle.md:8:5")
    assert "it has 3, 1 to 3" in problem.message


@pytest.mark.parametrize(
    "body",
    ["`[gap 1]`", "    [gap 1]", "[a [gap 1]](b)", "![[gap 1]](b)", "[a](b '[gap 1]')", "a\n\n*[HQ]: [gap 1]",
     "HQ\n\n*[HQ]: a [gap 1]", "[x]: y '[gap 1]'", "[a](b[gap 1])", "## a {#[gap 1]}"],
)  # fmt: skip
def test_a_gap_where_it_can_t_be_marked_is_an_error_and_is_not_called_lost(body):
    spoilt, rendered = page(body), parsed(body)
    assert "G004" in [p.code for p in rendered.problems]
    assert rendered.gaps == ()
    assert "G001" not in [p.code for p in check(spoilt, page("[gap 2] [gap 3]"))]
    assert not any("\ufdd0" in value for e in rendered.tree.iter() for value in (e.text or "", *e.attrib.values()))


@pytest.mark.parametrize("written", ["[gap no. 1]", "[gap: 1]", "[gap 1-2]", "[gaps 1]", "[gap #1 ]", "[gap 1, 2]"])
def test_what_was_meant_as_a_gap_reference_tells_how_to_write_it(written):
    odd = page(f"a {written} b")
    (problem,) = parsed(odd.body).problems
    assert (problem.code, problem.where.column, problem.hint) == ("G004", 3, "write [gap 1]")
    assert check(odd, page("[gap 2] [gap 3]")) == []


@pytest.mark.parametrize(
    "written", ["[gap 1 in the ledger](gaps.md)", "[gap]", "[the gap 1]", "\\[gap 1]", "[gap year]"]
)
def test_other_words_in_brackets_are_words(written):
    assert parsed(written).problems == ()
    assert parsed(written).gaps == ()


def test_raw_html_can_hold_no_mark():
    rendered = parse_markdown(page("<div>[gap 1]</div>"), gaps=(1,), allow_html=True)
    assert [p.code for p in rendered.problems] == ["G004"]


def test_what_is_left_of_a_mistyped_reference_is_named_where_a_gap_is_lost():
    left = page("One.\n\nIt was [gap one], they say.\n")
    found = list(check_gap_references([left], [Gap(1, 1, 190, 199, 10)], {1: ("It was", ", they say.")}))
    assert [(problem.code, problem.where.line) for problem in found if problem.code == "G004"] == [("G004", 10)]
    assert not list(check_gap_references([left], [], {}))


@pytest.mark.parametrize("written", ["[gap\u00a01]", "[gap\u202f1]", "[\u00a0gap 1]"])
def test_another_space_in_a_mark_is_taken(written):
    assert parsed(f"arrived {written} and took it").gaps == (1,)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("\\[gap 1]", "backslash"),
        ("\\[gap 1\\]", "backslash"),
        ("\uff3bgap 1\uff3d", "U+FF3B"),
        ("[gap\u200b \uff11]", "U+FF11"),
        ("(gap 1)", "is no gap reference"),
        ("{gap 1}", "is no gap reference"),
    ],
)
def test_a_mark_in_other_signs_is_named_and_not_called_lost(written, said):
    problem, *others = check(page(f"until the reinforcements arrived {written} and took it [gap 2] [gap 3]"))
    assert (problem.code, others) == ("G004", [])
    assert said in problem.message
    assert "[gap 1]" in problem.hint


def test_a_mark_that_is_meant_as_words_stays_so():
    assert check(page("[gap 1] [gap 2] [gap 3] here \\[gap 1] is a word")) == []

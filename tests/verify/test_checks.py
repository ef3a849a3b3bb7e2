"""Every check notices what it is for, in a site whose sums were all counted again."""

import pytest

from gapmark.forms.forms import parse_source
from gapmark.problems.errors import GapmarkError
from gapmark.project.load import read_source
from gapmark.tei.edition import PATH
from gapmark.verify.checks import CHECKS, Case, check_changes, check_gaps, check_proofs, check_source, check_words
from gapmark.verify.encoded import read_encoded

REASON = "A slip of the source"
SOURCE = "source/38601514.txt"


def case(files):
    return Case(files, parse_source(read_source(files[SOURCE], SOURCE, "38601514")), read_encoded(files[PATH]))


def found(files, *checks):
    made = case(files)
    problems = [problem for check in checks or CHECKS for problem in check(made)]
    assert {problem.code for problem in problems} <= {"O022"}
    return [(problem.where.path, problem.message) for problem in problems]


def changed(files, path, old, new):
    assert old.encode() in files[path]
    return files | {path: files[path].replace(old.encode(), new.encode(), 1)}


def test_a_site_as_it_was_made_holds(files):
    assert found(files) == []


BY_HAND = {
    "a word": ("battle.html", "jihadist groups", "peaceful groups"),
    "a word of the title": ("battle.html", '<h1 id="w50">Battle', '<h1 id="w50">Victory'),
    "a paragraph": ("battle.html", "</article>", "<p>They all lived.</p></article>"),
    "a gap's extent": ("battle.html", 'data-quantity="10"', 'data-quantity="3"'),
    "a gap": ("aftermath.html", 'id="gap-2"', 'id="gap-9"'),
    "a gap filled": ("aftermath.html", "still managing to hold", "still managing to hold the town"),
    "a reason": ("changes.html", REASON, "A slip of the editor"),
    "a reason in the data": ("changes.json", REASON, "A slip of the editor"),
    "a reason in the TEI": ("edition.xml", REASON, "A slip of the editor"),
    "a change": ("changes.json", '"kind": "correction"', '"kind": "omission"'),
    "a token": ("edition.xml", ">violent</w>", ">peaceful</w>"),
    "a proof": ("edition.xml", "Seven soldiers were killed when", "Nine soldiers were killed when"),
    "a place of a proof": ("edition.xml", 'source="#range(t2,t10)"', 'source="#range(t3,t9)"'),
    "a gap in the list": ("gaps.json", '"marks": 10', '"marks": 1'),
    "the source": ("source/38601514.txt", "violent", "peaceful"),
}


@pytest.mark.parametrize(("path", "old", "new"), BY_HAND.values(), ids=BY_HAND)
def test_what_was_changed_by_hand(files, path, old, new):
    assert found(changed(files, path, old, new))


@pytest.mark.parametrize(
    ("check", "path", "old", "new", "where", "message"),
    [
        (check_source, PATH, ">violent</w>", ">peaceful</w>", PATH, 'token 57 of the source is "violent"'),
        (check_words, "battle.html", "jihadist groups", "peaceful groups", "battle.html", "peaceful groups"),
        (check_gaps, "gaps.json", '"marks": 10', '"marks": 1', "gaps.json", "gap 1 is not as in the source"),
        (
            check_gaps,
            "battle.html",
            'id="gap-1"',
            'id="gap-7"',
            PATH,
            "gap 1 should be on the pages once, with 10 marks; found: none",
        ),
        (check_changes, "changes.json", '"kind": "correction"', '"kind": "move"', "changes.json", "is move"),
        (check_changes, "changes.html", 'id="change-w13"', 'id="change-w14"', "changes.html", "is not on the list"),
        (check_changes, "changes.html", REASON, "Mine", "changes.html", f'lacks its reason: "{REASON}'),
        (check_proofs, PATH, "#range(t2,t10)", "#range(t3,t9)", PATH, "are not at the place that is given for them"),
    ],
)
def test_each_check_says_what_it_found_and_where(files, check, path, old, new, where, message):
    (place, said), *_ = found(changed(files, path, old, new), check)
    assert place == where
    assert message in said


def test_a_page_or_a_list_that_is_gone(files):
    left = {path: data for path, data in files.items() if path not in ("battle.html", "changes.json")}
    assert ("battle.html", f"is missing; {PATH} has its words") in found(left, check_words)
    with pytest.raises(GapmarkError, match="can't be read"):
        found(left, check_changes)


def test_a_quotation_may_leave_out_an_s_at_its_end_and_no_more(files):
    made = case(files)
    for quote, holds in (("the Battle of Safira", False), ("", False), ("al-Safira", True), ("al-Safir", False)):
        proofs = (("w2", quote),)
        problems = [*check_proofs(made._replace(encoded=made.encoded._replace(proofs=proofs)))]
        assert (problems == []) == holds, quote

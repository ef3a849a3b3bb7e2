"""The record as a whole."""

from helpers.small_edition import PAGES, edited, reason, record
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.compare.record import mended_tokens


def test_nothing_changed():
    made, problems = record(strict=True)
    assert (made.changes, made.unreasoned, problems) == ((), (), ())


def test_unreasoned():
    pages = edited(("guns", "cannons"), ("Few", "Many"))
    made, problems = record(pages, reasons=[reason("guns", "cannons", "October the", "opened fire.", "why")])
    assert [change.source for change in made.unreasoned] == ["Few"]
    assert problems == ()
    _, problems = record(pages, strict=True)
    assert [problem.code for problem in problems] == ["X011", "X011"]


def test_put_back_the_words_and_the_record_is_as_it_was():
    once = edited(("guns", "cannons"), ("Few men fled.", ""))
    assert len(record(once)[0].changes) == 2
    back = edited(("cannons", "guns"), ("fell back. ", "fell back. Few men fled."), pages=once)
    assert record(back)[0].changes == record()[0].changes


def test_mended_tokens():
    made, _ = record(edited(("Mack's army", "Mack army"), ("guns ", "")))
    texts = [made.edition.document.tokens[number - 1].text for number in sorted(mended_tokens(made.comparison))]
    assert texts == ["Mack", "'s", "guns"]


def test_the_editors_title_takes_nothing_off_the_record():
    """What stood on a page that was emptied is an omission, whatever the page is called."""
    made, _ = record((("Background", ""), *PAGES[1:]))
    assert [(change.kind, change.first_token) for change in made.changes] == [("omission", 2)]


WORDS = ("the", "guns", ".", ",", "#", "*", "'", "(", ")", "'s", "--", "@", "Battle", "fled", "On", "1805", "and", "of")
PIECES = st.lists(st.sampled_from(WORDS), max_size=60)


@settings(max_examples=15, deadline=None, database=None)
@given(PIECES, st.lists(st.text("ab. #*_[]()\n-1", max_size=20), min_size=1, max_size=3))
def test_any_source_and_any_pages(tokens, bodies):
    made, _ = record([(f"P{n}", body) for n, body in enumerate(bodies)], " ".join(["@@1", "word", *tokens]))
    names = [*made.addresses.blocks.values(), *(anchor.address for anchor in made.addresses.anchors)]
    assert len(set(names)) == len(names)
    assert len({change.id for change in made.changes}) == len(made.changes)

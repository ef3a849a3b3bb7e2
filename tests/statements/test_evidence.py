"""What is told about a proof."""

from helpers.small_edition import PAGES, edited
from helpers.statements import claim, quotations

from gapmark.statements.evidence import find_proof


def told(quote, *edits):
    found, problems = find_proof(quotations(edited(*edits)), claim(quote=quote))
    return found, [(p.code, p.level, p.message) for p in problems]


def test_a_good_proof_and_none_at_all():
    found, problems = told("The siege of Ulm")
    assert (found.quote, problems) == ("The siege of Ulm", [])
    assert told("") == (None, [])


def test_words_that_are_not_there_come_with_the_nearest():
    found, problems = find_proof(quotations(), claim(quote="The guns closed fire"))
    assert found is None
    assert problems[0].hint.endswith('the nearest are: "the guns opened fire"')
    assert find_proof(quotations(), claim(quote="Wien"))[1][0].hint.endswith("it has none that are like them")


def test_both_readings_and_the_place_in_the_pages():
    (told_of,) = told("the guns opened fire", ("the guns", "the cannon"))[1]
    readings = 'the pages read "cannon" where the source has "guns" (content/battle.md:6), and this quotes it'
    assert told_of == ("X021", "warning", readings)
    (told_of,) = told("Few men fled", (" Few men fled.", ""))[1]
    assert told_of[2].startswith('the pages leave out "Few men fled." (content/battle.md:6)')
    (told_of,) = told("the guns opened", ("the guns opened", "the big guns opened"))[1]
    assert told_of[2].startswith('the pages add "big" to the source (content/battle.md:6)')


def test_a_long_reading_is_cut_short():
    whole = "The town was lost and its walls were taken down by the enemy in the same winter."
    pages = (*PAGES[:2], ("Aftermath", "Nobody can say what became of it."))
    (told_of,) = find_proof(quotations(pages), claim(quote=whole))[1]
    assert 'where the source has "The town was lost and its ... the enemy in the same winter"' in told_of.message


def test_the_editors_words_and_gaps_are_warnings():
    assert [code for code, *_ in told("the cannon opened", ("the guns", "the cannon"))[1]] == ["X022"]
    beside, near = told("held the walls")[1], told("The army held")[1]
    assert [code for code, *_ in (*beside, *near)] == ["X023", "X023"]
    assert beside[0][2] != near[0][2]

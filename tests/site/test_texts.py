"""Pages as they are printed."""

import re

from helpers.small_edition import PAGES, SOURCE, edited, record

from gapmark.language.phrases import Language
from gapmark.markup.tree import serialise, text_of
from gapmark.project.phrases import default_phrases
from gapmark.site.texts import as_markup, opening, print_pages, read_printed, sections, title_addresses

T = Language("en", default_phrases("en"))
SUPPLIED = {
    "gap": 1,
    "words": "for <a> day",
    "witness": {"title": "A chronicle", "address": "MS 12", "revision": "", "date": "2024"},
    "editor": "A. Editor",
    "date": "2024-05-01",
}


def printed(pages=PAGES, **options):
    return print_pages(record(pages, **options)[0], T, show_changes=True)


def test_a_gap_is_filled_in():
    found = serialise(printed()[1].tree)
    mark = '<a class="gap" href="gaps.html#ledger-1" aria-label="about 10 words missing: gap 1 of 1" id="gap-1"'
    assert f'{mark} data-quantity="10" data-unit="token" data-note="' in found
    assert ">[about 10 words missing]</a>" in found


def test_a_gap_has_a_note_of_what_is_known_of_it():
    made, _ = record()
    found = serialise(print_pages(made, T, show_changes=True, agent="the censor")[1].tree)
    assert 'data-note="Gap 1 of 1: about 10 words; according to this site removed by the censor."' in found
    assert "who removed them is not stated" in serialise(printed()[1].tree)
    assert "supplied by A. Editor from A chronicle." in serialise(printed(supplied=[SUPPLIED])[1].tree)


def test_supplied_words_stand_in_brackets():
    found = serialise(printed(supplied=[SUPPLIED])[1].tree)
    assert 'class="gap supplied" href="gaps.html#ledger-1"' in found
    assert 'data-status="supplied"' in found
    assert ">[for &lt;a&gt; day]</a>" in found
    assert 'aria-label="for &lt;a&gt; day, supplied by A. Editor from A chronicle: gap 1 of 1"' in found


def test_a_page_of_ones_own_only_leads_to_the_ledger():
    found = serialise(printed((*PAGES, ("Mine", "Look at [gap 1].", "own")))[3].tree)
    name = "about 10 words missing: gap 1 of 1"
    assert f'<p>Look at <a class="gap" href="gaps.html#ledger-1" aria-label="{name}">[about' in found


def test_the_record_is_not_altered():
    made, _ = record()
    before = [serialise(page.tree) for page in made.edition.pages]
    print_pages(made, T, show_changes=True)
    assert [serialise(page.tree) for page in made.edition.pages] == before


def test_a_title_has_the_address_of_its_heading():
    made, _ = record()
    assert title_addresses(made) == ["", "w17", "w51"]


def test_the_opening_is_a_sentence_or_two():
    text, whole = opening(printed())
    assert re.sub(r"<[^>]*>", "", text) == "The siege of Ulm began in 1805. Mack’s army was small."
    assert whole
    assert "id=" not in text
    assert opening([]) == ("", False)


def test_the_opening_ends_with_a_sentence():
    more = "It had little of what an army needs . " * 9
    pages = ((PAGES[0][0], f"{PAGES[0][1]} {more.replace(' .', '.')}"), *PAGES[1:])
    text, whole = opening(printed(pages, source=SOURCE.replace("was small . ", f"was small . {more}")))
    assert (re.sub(r"<[^>]*>", "", text).count("It had"), whole) == (4, False)


def test_the_opening_keeps_a_gap_and_a_change():
    text, _ = opening(printed(edited(("guns", "cannons"))[1:2]))
    assert 'href="gaps.html#ledger-1"' in text
    assert 'href="changes.html#change-w23"' in text


def test_the_headings_of_a_long_page_are_listed():
    parts = [
        ("On 16", "## D\n\nOn 16"),
        ("The army held", "\n\n## A *b*\n\nThe army held"),
        ("Few men", "\n\n### C\n\nFew men"),
    ]
    tree = printed(edited(*parts))[1].tree
    assert [(link.title, link.level) for link in sections(tree)] == [("D", 2), ("A b", 2), ("C", 3)]
    assert {link.id for link in sections(tree)} <= {element.get("id") for element in tree.iter()}
    assert sections(printed(edited(*parts[:2]))[1].tree) == ()
    assert sections(printed(edited(*parts, ("## D", "[TOC]\n\n## D")))[1].tree) == ()


def test_as_markup_leaves_the_outer_div_away():
    assert as_markup(printed()[2].tree).strip().startswith("<p ")
    assert text_of(printed()[2].tree).strip() == PAGES[2][1]


def test_the_beginning_of_a_page_is_its_first_paragraph_up_to_a_gap_with_its_label():
    page = "# One\n\nThe town was [gap 1] by spring.\n\nIt fell."
    found = read_printed(printed((*PAGES[:1], ("Siege", page.replace("# One\n\n", "## One\n\n")), *PAGES[2:]))[1].tree)
    assert found.beginning == "The town was [about 10 words missing]"
    assert read_printed(printed()[0].tree).beginning.startswith("The siege of Ulm began in 1805.")

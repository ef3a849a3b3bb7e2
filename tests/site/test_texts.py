"""Pages as they are printed."""

from holding import PAGES, edited, record

from gapmark.language.phrases import Language
from gapmark.project.phrases import default_phrases
from gapmark.site.texts import as_markup, opening, print_pages, title_address
from gapmark.text.tree import serialise, text_of

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
    mark = '<a class="gap" href="gaps.html#ledger-1" id="gap-1" data-quantity="10" data-unit="token">'
    assert f"{mark}[about 10 words missing]</a>" in found


def test_supplied_words_stand_in_brackets():
    found = serialise(printed(supplied=[SUPPLIED])[1].tree)
    assert 'class="gap supplied" href="gaps.html#ledger-1" id="gap-1"' in found
    assert 'data-status="supplied">[for &lt;a&gt; day]</a>' in found


def test_a_page_of_ones_own_only_leads_to_the_ledger():
    found = serialise(printed((*PAGES, ("Mine", "Look at [gap 1].", "own")))[3].tree)
    assert '<p>Look at <a class="gap" href="gaps.html#ledger-1">[about 10 words missing]</a>.</p>' in found


def test_the_record_is_not_altered():
    made, _ = record()
    before = [serialise(page.tree) for page in made.edition.pages]
    print_pages(made, T, show_changes=True)
    assert [serialise(page.tree) for page in made.edition.pages] == before


def test_a_title_has_the_address_of_its_heading():
    made, _ = record()
    assert [title_address(made, n) for n in range(3)] == ["", "w17", "w51"]


def test_the_opening_leads_to_its_page():
    text = opening(printed())
    assert text.startswith("<p>The siege of Ulm")
    assert "id=" not in text
    assert opening([]) == ""


def test_the_opening_keeps_a_gap_and_a_change():
    text = opening(printed(edited(("guns", "cannons"))[1:2]))
    assert 'href="gaps.html#ledger-1"' in text
    assert 'href="changes.html#change-w23"' in text


def test_as_markup_leaves_the_outer_div_away():
    assert as_markup(printed()[2].tree).strip().startswith("<p ")
    assert text_of(printed()[2].tree).strip() == PAGES[2][1]

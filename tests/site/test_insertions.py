"""What the generator writes into a page changes none of its words."""

from collections import Counter

import pytest
from helpers.small_edition import AFTERMATH, BATTLE, PAGES, edited, record
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.language.phrases import Language
from gapmark.markup.tree import serialise, text_of
from gapmark.project.phrases import default_phrases
from gapmark.site.texts import print_pages

T = Language("en", default_phrases("en"))
GENERATED = ("address", "change-sign")


def words(element):
    """The text of a tree without what was generated; gap marks as they stand in the Markdown."""
    kind = element.get("class", "").split(" ")[0]
    if kind in GENERATED:
        return ""
    return "[gap]" if kind == "gap" else (element.text or "") + "".join(words(e) + (e.tail or "") for e in element)


def printed(pages, number=1, *, show_changes=True):
    made, _ = record(pages)
    return print_pages(made, T, show_changes=show_changes)[number].tree


def html(*edits, number=1, **options):
    return serialise(printed(edited(*edits), number, **options))


def test_a_corrected_word_is_a_link_to_its_entry():
    tree = printed(edited(("guns", "cannons")))
    (mark,) = [element for element in tree.iter("a") if element.get("class") == "change"]
    assert (mark.text, mark.get("id"), mark.get("href")) == ("cannons", "change-w23", "changes.html#change-w23")


def test_an_omission_leaves_a_sign():
    found = html(("On 16 October the guns opened fire. ", ""))
    assert '<a class="change-sign" id="change-w19" href="changes.html#change-w19"' in found
    assert found.index('id="change-w19"') < found.index("The army")


def test_an_omission_at_the_end_of_a_page_stays_on_it():
    found = html((" Few men fled.", ""))
    assert found.index("fell back.") < found.index('id="change-w46"')
    assert "change-w46" not in html((" Few men fled.", ""), number=2)


def test_a_page_without_text_has_the_sign_and_the_addresses():
    found = html((AFTERMATH, ""), number=2)
    assert 'id="change-w53"' in found
    assert 'id="w53"' in found


def test_marks_can_be_turned_off():
    found = html(("guns", "cannons"), ("Few men fled.", ""), show_changes=False)
    assert "change" not in found
    assert 'id="w19"' in found


def test_a_block_shows_its_place_on_the_page_and_leads_to_the_source_at_its_end():
    found = html(("The army", "\n\nThe army"))
    assert '<p id="w27"><a class="address" href="#w27" aria-label="Paragraph 2: link to this place">2 </a>' in found
    assert 'href="source.html#w27" aria-label="Source: paragraph 2 as received"> Source</a></p>' in found


def test_a_heading_can_be_linked_to():
    found = html(("On 16", "## Guns *and* walls\n\nOn 16"))
    assert (
        '<a class="to-itself" href="#w17a"><span id="guns-and-walls"></span>Guns <em>and</em> walls</a></h2>' in found
    )
    found = html(("On 16", "## [Guns](http://example.org)\n\nOn 16"))
    assert "to-itself" not in found  # a link can't stand in a link


def test_a_change_is_spoken():
    assert 'aria-label="cannons, corrected; in the source: guns"' in html(("guns", "cannons"))
    assert 'aria-label="heavy, added by the editor"' in html(("the guns", "the heavy guns"))
    assert 'aria-label="Omission. In the source: Few men fled."' in html(("Few men fled.", ""))


def test_the_way_to_the_source_stands_before_the_items_inside():
    found = html(("The army held the walls", "\n\n- The army held\n    - the walls"))
    assert found.index("held") < found.index('href="source.html#w27"') < found.index("the walls")


def test_a_name_of_the_editors_stays():
    found = html(("On 16", "## Guns {#guns}\n\nOn 16"))
    assert '<h2 id="w17a">' in found
    assert '<span id="guns"></span>' in found


def test_a_change_inside_a_link_stands_beside_it():
    found = html(("the guns opened", "[the big guns](http://example.org) opened"))
    assert '</a><a class="change-sign" id="change-w22-after"' in found


EDITS = [
    [],
    [("guns", "cannons")],
    [("guns", "can*no*ns")],
    [("the guns", "[the *guns* of ours](http://example.org)")],
    [("The army", "A **strong** army"), ("Few men", "Many\n\n- men")],
    [("opened fire.", "opened. It *rained*.[^1]"), ("fled.", "fled.\n\n[^1]: Mine.")],
    [("On 16 October", "| a | b |\n|---|---|\n| c | d |\n\nOn 16 October")],
    [("On 16 October the guns opened fire.", "> On the 16th fire opened.\n")],
    [(BATTLE, "[gap 1]")],
]


@pytest.mark.parametrize("edits", EDITS)
def test_words_stay(edits):
    made, _ = record(edited(*edits))
    for before, after in zip(made.edition.pages, print_pages(made, T, show_changes=True), strict=True):
        assert words(after.tree) == words(before.tree)
        assert text_of(after.tree) == text_of(before.tree)


def ids(pages):
    return Counter(e.get("id") for page in pages for e in page.tree.iter() if e.get("id"))


NEW = (
    "the",
    "army",
    "*guns*",
    "fled.",
    "[siege](#x)",
    "of\n\n",
    "new",
    "##",
    "-",
    "|",
    "`walls`",
    "[^1]",
    ">",
    "**On**",
)
WORDS = st.sampled_from(NEW)
CUTS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6), st.lists(WORDS, max_size=4)), max_size=6)


@settings(max_examples=15, deadline=None, database=None)
@given(CUTS)
def test_any_page(cuts):
    text = BATTLE.replace("[gap 1]", "[gap_1]").split(" ")
    for at, length, new in cuts:
        if "[gap_1]" not in text[at : at + length]:
            text[at : at + length] = new
    body = " ".join(text).replace("[gap_1]", "[gap 1]") + "\n\n[^1]: My own note."
    made, _ = record((PAGES[0], ("Battle", body), PAGES[2]))
    pages = print_pages(made, T, show_changes=True)
    for before, after in zip(made.edition.pages, pages, strict=True):
        assert words(after.tree) == words(before.tree)
    found = ids(pages)
    addresses = [*made.addresses.blocks.values(), *(anchor.address for anchor in made.addresses.anchors)]
    assert {found[address] for address in addresses} <= {0, 1}
    titles = [address for address in addresses if not found[address]]
    assert len(titles) <= len(pages)  # a page's title takes one on its heading
    assert {found[change.id] for change in made.changes} <= {1}

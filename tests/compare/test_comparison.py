"""The source held against the pages."""

from helpers.comparison_law import added, apply, inverse
from helpers.small_edition import AFTERMATH, BACKGROUND, BATTLE, PAGES, compared, edited
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.compare.comparison import place_of_cut

QUICK = settings(max_examples=15, deadline=None, database=None)


def hold(comparison):
    """The laws of a comparison."""
    source, published = ([word.key for word in side.words] for side in (comparison.source, comparison.published))
    assert list(apply(comparison.spans, source, added(comparison.spans, published))) == published
    back = inverse(comparison.spans)
    assert list(apply(back, published, added(back, source))) == source
    assert sorted(i for span in comparison.spans for i in range(*span.source)) == list(range(len(source)))
    assert sorted(j for span in comparison.spans for j in range(*span.edition)) == list(range(len(published)))
    for span in comparison.spans:
        if span.kind in ("equal", "move"):
            assert source[slice(*span.source)] == published[slice(*span.edition)]


def kinds(comparison):
    """What was changed, as (kind, source words, edition words)."""
    source, published = comparison.source.words, comparison.published.words
    return [
        (s.kind, *(" ".join(w.text for w in side) for side in (source[slice(*s.source)], published[slice(*s.edition)])))
        for s in comparison.spans
        if s.kind != "equal"
    ]


def test_nothing_changed():
    comparison = compared()
    hold(comparison)
    assert kinds(comparison) == [("insert", "", "Background")]  # no heading of the source


def test_a_title_of_the_editor_takes_no_part():
    for title in ("The siege of Ulm", "The", "Guns"):
        comparison = compared(((title, BACKGROUND), *PAGES[1:]))
        hold(comparison)
        assert kinds(comparison) == [("insert", "", title)]


def test_the_first_word_of_a_page_is_corrected():
    comparison = compared(edited(("The siege", "A siege")))
    assert kinds(comparison) == [("insert", "", "Background"), ("replace", "The", "A")]


def test_a_page_emptied_under_its_title():
    comparison = compared((("Background", ""), *PAGES[1:]))
    hold(comparison)
    (cut,) = [span for span in comparison.spans if span.kind == "delete"]
    assert cut.source == (0, comparison.source.blocks[1].first_word)


def test_a_footnote_that_quotes_what_was_cut_does_not_keep_it():
    quoted = "On 16 October the guns opened fire."
    comparison = compared(edited((quoted, "[^1]"), ("Few men fled.", f"Few men fled.\n\n[^1]: {quoted}")))
    hold(comparison)
    assert ("delete", "On 16 October the guns opened fire .", "") in kinds(comparison)


def test_a_heading_apart_from_the_words_under_it():
    pages = (PAGES[0], ("Fighting", BATTLE.replace("On 16 October", "In autumn")), PAGES[2])
    assert ("delete", "Battle", "") in kinds(compared(pages))
    assert ("replace", "On 16 October", "In autumn") in kinds(compared(pages))


def test_a_heading_before_a_moved_passage_is_kept():
    first, rest = "On 16 October the guns opened fire.", "The army held the walls [gap 1] and fell back."
    comparison = compared((PAGES[0], ("Battle", f"{rest} {first} Few men fled."), PAGES[2]))
    hold(comparison)
    assert "Battle" not in {words for kind, *both in kinds(comparison) if kind != "move" for words in both}


def test_sentences_are_told_whole_after_a_heading():
    comparison = compared(edited(("On 16 October", "On Monday it rained. On 16 October")))
    assert ("insert", "", "On Monday it rained .") in kinds(comparison)
    pages = edited((BACKGROUND, "The siege of Ulm began in 1805. The king slept. Mack's army was small."))
    comparison = compared(edited(("On 16 October the guns opened fire. ", ""), pages=pages))
    assert ("delete", "On 16 October the guns opened fire .", "") in kinds(comparison)


def test_where_a_cut_is_told_of():
    def place(*edits):
        comparison = compared(edited(*edits))
        (cut,) = [span for span in comparison.spans if span.kind == "delete"]
        word, after = place_of_cut(comparison, cut.source[0], cut.edition[0])
        return comparison.published.words[word].text, after

    assert place((" Few men fled.", "")) == (".", True)
    assert place(("On 16 October the guns opened fire. ", "")) == ("The", False)
    assert place((AFTERMATH, "")) == ("Aftermath", True)
    comparison = compared(edited((" Few men fled.", ""), pages=(*PAGES[:2], ("My own", AFTERMATH))))
    cut = next(span for span in comparison.spans if span.kind == "delete" and span.source[1] - span.source[0] > 2)
    word, after = place_of_cut(comparison, cut.source[0], cut.edition[0])
    assert (comparison.published.words[word].text, after) == (".", True)


def test_a_cut_under_the_last_heading_is_told_of_at_the_heading_whatever_note_follows():
    source = "@@1 The town was lost in the winter . # Memory # A stone was set up ."
    comparison = compared((("Text", "The town was lost in the winter.\n\n## Memory[^1]\n\n[^1]: Mine."),), source)
    (cut,) = [span for span in comparison.spans if span.kind == "delete"]
    word, after = place_of_cut(comparison, cut.source[0], cut.edition[0])
    assert (comparison.published.words[word].text, after) == ("Memory", True)


WORDS = st.sampled_from(["the", "army", "guns", "fled", ".", "siege", "of", "Ulm", "new", ",", "walls"])
EDITS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 4), st.lists(WORDS, max_size=4)), max_size=5)


@QUICK
@given(EDITS, st.permutations(range(3)), st.sampled_from(["Battle", "The army", "Own"]))
def test_any_edit(edits, order, title):
    text = " \n\n ".join(body for _, body in PAGES).replace("[gap 1]", "[gap_1]").split(" ")
    for at, length, words in edits:
        if "[gap_1]" not in text[at : at + length]:
            text[at : at + length] = words
    bodies = " ".join(text).replace("[gap_1]", "[gap 1]").split("\n\n")
    titles = ["Background", title, "Aftermath", *"abcdef"]
    pages = [(name, body.strip()) for name, body in zip(titles, bodies, strict=False)]
    hold(compared([pages[n] for n in order if n < len(pages)]))


def test_a_sentence_of_two_words_that_stands_elsewhere_has_moved():
    source = "@@1 The town was lost . They fled . The walls were taken down by the enemy in the same winter ."
    pages = (("Text", "The town was lost. The walls were taken down by the enemy in the same winter. They fled."),)
    assert ("move", "They fled .", "They fled .") in kinds(compared(pages, source))
    pages = (("Text", "The town was lost. The walls were taken down by the enemy in the same winter. They swam."),)
    assert [kind for kind, *_ in kinds(compared(pages, source))] == ["insert", "delete", "insert"]


def test_whole_blocks_that_stand_elsewhere_have_moved():
    source = "@@1 Lead of it . * one two * three four * five six seven eight nine ten eleven twelve ."
    pages = (("Text", "Lead of it.\n\n* three four\n* five six seven eight nine ten eleven twelve.\n* one two"),)
    found = [kind for kind, *_ in kinds(compared(pages, source)) if kind != "insert"]
    assert found == ["move"]

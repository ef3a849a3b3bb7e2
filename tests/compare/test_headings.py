"""Headings and sections: they part changes, stand in any order, and are corrected as a whole."""

import pytest
from helpers.small_edition import compared, readings, record

SOURCE = (
    "@@1 The siege of Ulm began in 1805 . An army was small and ill . # Prelude # The French crossed the Rhine in "
    "September . They marched to the east for a month . The old walls of the town were low . # The siege # The guns "
    "opened fire on 16 October . The garrison answered them until the evening . # The end # The town gave itself up "
    "on 20 October . Some men fled to the hills . # Memory # A stone was set up in 1905 . It was moved to the bridge "
    "in 1950 . Few people know of it today , and nobody reads what is written on it any more ."
)
PAGES = (
    ("Background", "The siege of Ulm began in 1805. An army was small and ill.\n\n## Prelude\n\nThe French crossed "
     "the Rhine in September. They marched to the east for a month. The old walls of the town were low."),
    ("The siege", "The guns opened fire on 16 October. The garrison answered them until the evening."),
    ("After", "## The end\n\nThe town gave itself up on 20 October. Some men fled to the hills.\n\n## Memory\n\nA "
     "stone was set up in 1905. It was moved to the bridge in 1950. Few people know of it today, and nobody reads what "
     "is written on it any more."),
)  # fmt: skip
PLACED = (PAGES[0], ("After", f"## Memory\n\n{PAGES[2][1].partition('## Memory')[2].strip()}"), PAGES[1],
          ("The end", "The town gave itself up on 20 October. Some men fled to the hills."))  # fmt: skip
"""The last section stands on an earlier page, as import may put it there."""


def edited(*edits, pages=PAGES):
    made = list(pages)
    for old, new in edits:
        at = next(n for n, (_, body, *_) in enumerate(made) if old in body)
        made[at] = (made[at][0], made[at][1].replace(old, new, 1), *made[at][2:])
    return tuple(made)


def layout(pages, source=SOURCE):
    made, _ = record(pages, source)
    return [(rule.name, rule.source, rule.published) for rule in made.typography if rule.name in NAMES]


NAMES = ("heading_added", "heading_removed", "heading_retitled", "heading_title", "order")


def test_nothing_changed():
    assert readings(PAGES, SOURCE) == readings(PLACED, SOURCE) == []
    assert [name for name, *_ in layout(PLACED)] == ["heading_title", "order"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Memory", "## Memory of the siege"),
        ("## Memory", "## The memory"),
        ("## Prelude", "## Before the siege"),
        ("## The end", "## End"),
    ],
)
@pytest.mark.parametrize("pages", [PAGES, PLACED])
def test_a_changed_heading_is_one_correction(old, new, pages):
    if any(old in body for _, body in pages):
        assert readings(edited((old, new), pages=pages), SOURCE) == [("correction", old[3:], new[3:])]


def test_a_page_whose_title_was_changed_is_a_corrected_heading_if_a_word_of_it_stayed():
    def renamed(title):
        return (PAGES[0], (title, PAGES[1][1]), PAGES[2])

    assert readings(renamed("The siege of Ulm"), SOURCE) == [("correction", "The siege", "The siege of Ulm")]
    assert readings(renamed("The fighting"), SOURCE) == []
    assert layout(renamed("The fighting")) == [("heading_retitled", "The siege", "The fighting")]


def test_headings_added_and_removed_are_named():
    assert layout(edited(("## Memory\n\n", "")))[0] == ("heading_removed", "Memory", "")
    added = layout(edited(("Few people", "\n\n## Today\n\nFew people")))
    assert ("heading_added", "", "Today") in added
    assert not readings(edited(("Few people", "\n\n## Today\n\nFew people")), SOURCE)


def test_a_heading_removed_and_another_added_are_not_one_corrected():
    pages = edited(("## Memory\n\n", ""), ("It was moved", "\n\n## Later\n\nIt was moved"), pages=PAGES)
    assert readings(pages, SOURCE) == []
    assert {name for name, *_ in layout(pages)} == {"heading_title", "heading_added", "heading_removed"}


WALLS = " The old walls of the town were low."
ARMY = " An army was small and ill."


def test_the_end_of_a_page_and_the_start_of_the_next_are_two_changes():
    pages = edited((WALLS, ""), (ARMY, ""), ("The guns", f"{ARMY.strip()} The guns"))
    assert readings(pages, SOURCE) == [("move", ARMY.strip(), ARMY.strip()), ("omission", WALLS.strip(), "")]
    assert [name for name, *_ in layout(pages)] == ["heading_title"]


def test_a_sentence_put_in_the_place_of_the_first_of_a_page():
    first = "The guns opened fire on 16 October."
    pages = edited((f"{first} ", f"{ARMY.strip()} "), pages=edited((ARMY, "")))
    assert readings(pages, SOURCE) == [("move", ARMY.strip(), ARMY.strip()), ("omission", first, "")]
    made, _ = record(pages, SOURCE)
    cut = made.changes[1]
    block = made.comparison.published.blocks[made.comparison.published.words[cut.first_word].block]
    assert (block.page, block.kind, cut.follows) == (1, "paragraph", False)


def test_what_went_past_a_heading_has_moved_and_not_what_stayed():
    second = "They marched to the east for a month."
    pages = edited((f" {second}", ""), ("The guns", f"{second} The guns"))
    assert readings(pages, SOURCE) == [("move", second, second)]


def test_a_sentence_that_only_changed_its_heading_has_moved():
    fled = "Some men fled to the hills."
    pages = edited((f" {fled}", ""), ("A stone", f"{fled} A stone"))
    assert readings(pages, SOURCE) == [("move", fled, fled)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A stone was", "A big stone was", ("addition", "", "big")),
        ("A stone was set up in 1905. ", "", ("omission", "A stone was set up in 1905.", "")),
        (" on it any more.", ".", ("omission", "on it any more", "")),
        ("any more.", "any more. So it is.", ("addition", "", "So it is.")),
        ("A stone", "It is so.\n\nA stone", ("addition", "", "It is so.")),
        ("The guns", "All the guns", ("correction", "The", "All the")),
        ("## Memory\n\n", "", ()),
        ("## Memory", "## Of the memory", ("correction", "Memory", "Of the memory")),
    ],
)
def test_an_edit_at_the_edge_of_a_section_that_stands_elsewhere(old, new, expected):
    assert readings(edited((old, new), pages=PLACED), SOURCE) == [expected] * bool(expected)
    assert "order" in [name for name, *_ in layout(edited((old, new), pages=PLACED))]


def test_a_section_of_which_little_is_left_stays_where_its_heading_is():
    rest = "Few people know of it today, and nobody reads what is written on it any more."
    gone = "A stone was set up in 1905. It was moved to the bridge in 1950."
    assert readings(edited((f" {rest}", ""), pages=PLACED), SOURCE) == [("omission", rest, "")]
    assert readings(edited((f"{gone} {rest}", ""), pages=PLACED), SOURCE) == [("omission", f"{gone} {rest}", "")]


def test_a_heading_whose_text_is_gone_is_found_by_a_word():
    pages = edited((PAGES[2][1].partition("## Memory")[2], " of the town\n"))
    (heading, omission) = readings(pages, SOURCE)
    assert heading == ("correction", "Memory", "Memory of the town")
    assert omission[0] == "omission"


def test_headings_with_the_same_words_are_found_in_their_order():
    source = "@@1 # Day # The guns were loud . # Night # All was still . # Day # The town was empty ."
    pages = (("Text", "## Day\n\nThe guns were loud.\n\n## Night\n\nAll was still.\n\n## Day\n\nThe town was empty."),)
    assert readings(pages, source) == []


def test_headings_with_the_same_words_are_told_apart_by_what_stands_under_them():
    source = "@@1 # Day # The guns were loud and many fell . # Night # All was still . # Day # The town was cold ."
    one, two, night = "## Day\n\nThe guns were loud and many fell.", "## Day\n\nThe town was cold.", "All was still."
    assert readings((("Text", f"{two}\n\n## Night\n\n{night}\n\n{one}"),), source) == []


def test_two_sections_that_changed_places_are_order_and_one_of_them_has_moved():
    end, _, memory = PAGES[2][1].partition("## Memory")
    pages = (*PAGES[:2], ("After", f"## Memory{memory}\n\n{end}"))
    assert readings(pages, SOURCE) == []
    moved = [span for span in compared(pages, SOURCE).spans if span.kind == "move"]
    assert {span.passage < 0 for span in moved} == {True}
    words = compared(pages, SOURCE).source.words
    assert " ".join(words[i].text for span in moved for i in range(*span.source)).startswith("The end The town")


def test_a_short_section_whose_words_were_changed_stands_where_its_heading_does():
    guns, walls = "The guns were loud and many men fled .", "The walls of the old town were taken down ."
    source = f"@@1 # Day # {guns} # Night # All still . # Noon # {walls}"
    pages = (("Text", f"## Night\n\nNobody slept\n\n## Day\n\n{guns}\n\n## Noon\n\n{walls}".replace(" .", ".")),)
    assert readings(pages, source) == [("correction", "All still.", "Nobody slept")]


def test_the_first_heading_of_a_text_that_has_no_lead():
    source = "@@1 # Battle # On 16 October the guns opened fire and many men fled ."
    pages = (("Text", "## The fight\n\nOn 16 October the guns opened fire and many men fled."),)
    assert readings(pages, source) == [("correction", "Battle", "The fight")]


def test_a_heading_that_was_changed_is_no_addition_too():
    made = compared(edited(("## Memory", "## The memory")), SOURCE)
    covered = sorted(j for span in made.spans for j in range(*span.edition))
    assert covered == [*range(len(made.published.words))]


@pytest.mark.parametrize(("words", "found"), [(30, False), (31, True)])
def test_a_section_of_many_words_is_found_by_them_where_its_heading_is_gone(words, found):
    own = " ".join(f"own{n}" for n in range(words))
    source = f"@@1 # First # {'It went on for long . ' * 2} # Second # {own} # Third # {'So it was told . ' * 2}"
    parts = [own, f"## First\n\n{'It went on for long. ' * 2}", f"## Third\n\n{'So it was told. ' * 2}"]
    moved = [span for span in compared((("Text", "\n\n".join(parts)),), source).spans if span.kind == "move"]
    assert {span.passage < 0 for span in moved} == {found}  # whole sections in another order, or a passage

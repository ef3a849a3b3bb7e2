"""From a text to sections and blocks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.forms.forms import parse_source
from gapmark.model import Source
from gapmark.problems.errors import GapmarkError
from gapmark.source.clean import to_text
from gapmark.source.sections import check_text, empty_headings, parse_document
from gapmark.source.tokens import find_documents

GAP = " ".join("@" * 10)


def parse(text):
    return parse_document(Source("x", "content/source/x.txt", text, "0" * 64, len(text)))


def outline(text):
    """Each section as its title and its blocks; an item begins with a dash."""
    return [
        (to_text(section.title), ["- " * (block.kind == "item") + to_text(block.pieces) for block in section.blocks])
        for section in parse(text).sections
    ]


def test_lead_headings_and_empty_sections():
    found = outline("@@1 It fell . # Battle # They came . # References # # References #")
    assert found == [("", ["It fell."]), ("Battle", ["They came."]), ("References", []), ("References", [])]


def test_a_document_may_begin_with_a_heading():
    document = parse("@@1 # Battle # They came .")
    assert [section.first_token for section in document.sections] == [3]


def test_list_items_end_where_the_next_begins():
    found = outline("@@1 Ships : * Port : Dublin *Anna of Kiel ** Class : A # End #")
    assert found[0][1] == ["Ships:", "- Port: Dublin", "- Anna of Kiel", "- Class: A"]


def test_a_star_with_nothing_after_it_stays():
    assert outline("@@1 * * Port") == [("", ["- *", "- Port"])]


def test_a_heading_mark_that_a_gap_swallowed():
    document = parse(f"@@1 Lead {GAP} Aftermath # In May it ended . # References #")
    assert [to_text(section.title) for section in document.sections] == ["", "References"]
    assert document.odd_hashes == (14,)
    assert to_text(document.sections[0].blocks[0].pieces) == "Lead [gap 1] Aftermath # In May it ended."


def test_a_gap_is_in_no_heading():
    document = parse(f"@@1 # Battle {GAP} # text")
    assert document.odd_hashes == (2, 14)
    assert len(document.gaps) == 1


def test_what_is_too_long_is_no_heading():
    assert parse("@@1 # " + "a " * 13 + "# b").odd_hashes == (2, 16)


def test_the_longest_title():
    assert parse("@@1 # " + "a " * 12 + "# b").odd_hashes == ()


def test_a_short_title_may_have_a_full_stop():
    assert outline("@@1 a # Dr . # b")[1][0] == "Dr."
    assert parse("@@1 a # To Dr . # b").odd_hashes == (3,)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("a # Who came ? # b", ["Who came?"]),
        ("a # He asked ' Who ? ' # b", []),
        ("a # They fled , # b", []),
        ("a # They fled ; # b", []),
        ("a # b c # Legacy # d", ["Legacy"]),
        ("a . # He fought for the U.S. # The great battle # b", ["The great battle"]),
        ("a . # To the U.S. # The great battle of the year # b", ["The great battle of the year"]),
        ("a # Battle # b c # d", ["Battle"]),
        ("a # Battle # The war # d", ["Battle"]),
        ("a # Battle of the Nile # War # d", ["War"]),
        ("a # Army of F.B.I. # War # d", ["War"]),
        ("a # A # b # C # d # E # f", ["A", "C", "E"]),
        ("a # # b", []),
    ],
)
def test_which_hashes_make_a_heading(text, titles):
    """Of an odd number of # as few as possible stay alone, and what looks least like a sentence is the title."""
    assert [title for title, _ in outline(f"@@1 {text}")[1:]] == titles


def test_gaps_are_numbered_through_the_document():
    assert outline(f"@@1 a {GAP} # B # c {GAP} * d {GAP}") == [
        ("", ["a [gap 1]"]),
        ("B", ["c [gap 2]", "- d [gap 3]"]),
    ]


def test_marks_of_paragraphs_and_headings():
    found = outline(
        "@@1 <p> One . </p> <h> The siege <p> Two . <p> * a * b <p> Three . <h> Four is a sentence . <p> Five"
    )
    assert found == [
        ("", ["One."]),
        ("The siege", ["Two.", "- a", "- b", "Three.", "Four is a sentence.", "Five"]),
    ]
    assert outline("@@1 <h> # A # b") == [("A", ["b"])]
    assert outline("@@1 <h> A </h> <h> B </h> b") == [("A", []), ("B", ["b"])]


def test_lone_hashes_between_sentences_are_marks_of_paragraphs():
    document = parse('@@1 They came . # He is tasked with it . # " Go ! " # Then they left .')
    assert [to_text(block.pieces) for block in document.sections[0].blocks] == [
        "They came.",
        "He is tasked with it.",
        '"Go!"',
        "Then they left.",
    ]
    assert document.odd_hashes == ()
    assert parse("@@1 the note C # and more").odd_hashes == (5,)


def test_a_sentence_between_hashes_is_no_title():
    assert outline("@@1 a # Battle # b # He fled to Ulm . # c # Legacy # d")[1][1] == ["b # He fled to Ulm. # c"]


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("a # Battle # b", ()),
        ("a # Battle #", ("Battle",)),
        ("a # Battle # # Siege # b", ()),
        ("a # Battle # # Notes # * b", ("Battle",)),
        ("a # Battle # # SEE ALSO #", ("Battle", "SEE ALSO")),
        ("a # Notes # # References # * b", ()),
        ("a # Notes # # Siege # b", ()),
        ("a # Battle # # Notes # # Siege # b", ("Battle",)),
    ],
)
def test_headings_with_nothing_under_them(text, empty):
    """A heading may stand over the one that follows, but no heading of the story stands over a list of sources."""
    assert empty_headings(parse(f"@@1 {text}")) == empty


def test_italics_begin_afresh_in_each_item():
    assert outline("@@1 * ' ' A * ' ' B ' ' c") == [("", ["- ''A", "- *B* c"])]


def test_an_extent_says_which_document():
    text = "@@1 one @@2 two"
    source = Source("2", "x", text, "0" * 64, len(text))
    document = parse_document(source, find_documents(text, "x")[1])
    assert [token.text for token in document.tokens] == ["@@2", "two"]
    assert document.tokens[0].number == 1


def test_a_project_has_one_document():
    one, two = (Source("x", "a.txt", text, "0" * 64, len(text)) for text in ("Preamble @@1 one", "@@1 one @@2 two"))
    assert [token.text for token in parse_source(one).tokens] == ["@@1", "one"]
    with pytest.raises(GapmarkError, match="one document was expected, these were found: 1, 2"):
        parse_source(two)


def test_an_empty_text_is_a_document_without_sections():
    assert parse("").sections == ()


WORDS = st.sampled_from(
    [
        "<p>",
        "<h>",
        "</h>",
        "@",
        "@",
        "#",
        "#",
        "*",
        "*a",
        "**",
        "'",
        '"',
        ".",
        "b",
        "12",
        "@@1",
        "**30;1;TOOLONG",
        "*x*",
    ]
)


@given(st.lists(WORDS, max_size=60))
@settings(max_examples=15, deadline=None)
def test_no_word_is_lost_or_moved(words):
    document = parse(" ".join(words))
    pieces = [
        piece
        for section in document.sections
        for part in (section.title, *(block.pieces for block in section.blocks))
        for piece in part
    ]
    numbers = [piece.token for piece in pieces]
    assert numbers == sorted(set(numbers))
    layout = {"hash", "star", "header", "mark", "break"}
    expected = {token.number for token in document.tokens if token.kind not in layout and token.text != "'"}
    assert expected <= set(numbers)
    assert set(document.odd_hashes) | set(document.literal_marks) <= set(numbers)
    assert {gap.first_token for gap in document.gaps} <= set(numbers)
    assert all(block.pieces for section in document.sections for block in section.blocks)
    glued = {token.number for token in document.tokens if token.text == "*a"}
    assert all(piece.text in ("a", "*a") for piece in pieces if piece.token in glued)
    assert glued <= set(numbers)


@pytest.mark.parametrize("text", ["", " \r\n", "\ufeff", "@@1", "\ufeff@@1 \r\n", "Words before it . ##1 "])
def test_a_source_that_holds_nothing_is_refused(text):
    with pytest.raises(GapmarkError, match="holds no text"):
        check_text(text, "a.txt")


def test_characters_that_no_page_can_hold():
    with pytest.raises(GapmarkError, match=r'U\+001B after "@@1 a"'):
        check_text("@@1 a \x1b[2J b", "a.txt")
    with pytest.raises(GapmarkError, match='after "second third fourth fifth sixth seventh"'):
        check_text("@@1 first second third fourth fifth sixth seventh \x00", "a.txt")
    check_text("\ufeff@@1 a\r\nb\tc \u2028 é", "a.txt")

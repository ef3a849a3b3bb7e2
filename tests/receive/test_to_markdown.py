"""Writing Markdown: the case file, italics, and the law that what is written reads back as the same words."""

from pathlib import Path

import pytest
from helpers.markdown_page import page as manuscript
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.markup.tree import blocks
from gapmark.model import Block, Piece
from gapmark.receive.to_markdown import heading_markdown, to_markdown
from gapmark.source.clean import clean
from gapmark.source.gaps import find_gaps
from gapmark.source.tokens import tokenise
from gapmark.text.markdown import parse_markdown

TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "--", "—": "---", "…": "..."})
NASTY = [
    *("*", "**", "***", "_", "__", "`", "[", "]", "(", ")", "<", ">", "&", "amp;", "&amp;", "&copy;", "&#", "38;", "#"),
    *(
        "##",
        "+",
        "-",
        "--",
        "---",
        "===",
        ":",
        "|",
        "\\",
        "\\\\",
        "{",
        "}",
        "{:",
        "{#a",
        "{.x}",
        "!",
        "~",
        "1939.",
        "1.",
    ),
    *("HQ", "$2,000", "'", '"', "''", "80s", "'s", ".", "...", "<small>", "</div>", "<div>", "<!--", "-->", "<?"),
    *("<http://a.b>", "<a@b.c>", "[^1]:", "[^1]", "*[X]:", "[gap 1]", "[TOC]", "[x]:", "[x](y)", "![x](y)", "]:", "]("),
    *("///Footnotes Go Here///", "\x00", "\x02", "\x03", "\x0242\x03", "\x02wzxhzdk:0\x03", "\ufdd0\ufde0\ufdd1"),
    *("\ufdd2", "\ue000", "\ufeff", "\u200b", "\u00a0", "\u2028", "é", "٣.", "\t", "\n", "\n\n", "\r", "    ", "word"),
]


def word(text, *, space=True):
    return Piece("word", 1, text, space)


def paragraph(text):
    return Block("paragraph", tuple(word(part) for part in text.split(" ")))


def cases():
    for case in (Path(__file__).parent.parent / "cases" / "markdown.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        title, words, expected = case.strip("\n").split("\n")
        yield pytest.param(words, expected, id=title)


@pytest.mark.parametrize(("words", "expected"), list(cases()))
def test_only_what_would_be_taken_for_mark_up_is_escaped(words, expected):
    assert to_markdown([paragraph(words)]) == expected


def test_paragraphs_and_lists_are_set_apart():
    blocks = [
        paragraph("One ."),
        *(Block("item", paragraph(text).pieces) for text in ("a", "1. b")),
        paragraph("Two ."),
    ]
    assert to_markdown(blocks) == "One .\n\n* a\n* 1\\. b\n\nTwo ."


def test_a_heading_without_words_is_nothing():
    assert heading_markdown([]) == ""


def test_heading_escapes_every_hash_since_those_at_its_end_would_be_dropped():
    assert heading_markdown([word("C"), word("#"), word("1939.")]) == "## C \\# 1939."


def cleaned(source):
    tokens = tokenise(source)
    return clean(tokens, {gap.first_token: gap for gap in find_gaps(tokens)[0]})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a ' ' b ' ' ,", "a *b*,"),
        ("a ' ' b ' ' c", "a *b* c"),
        ("' ' Eagle ' ' s", "*Eagle*s"),
        ("' ' a ' ' ' ' b ' '", "*a* *b*"),
        ("' ' / ' '", "*/*"),
        ("' ' * ' '", "*\\**"),
        ("' ' : ) ' ' {", "*:)* {"),
        ("' ' a ' ' @ @ b", "*a* [gap 1] b"),
        ("&amp;", "&amp;amp;"),
    ],
)
def test_italics_stand_close_round_their_words(source, expected):
    assert to_markdown([Block("paragraph", cleaned(source))]) == expected


def test_words_that_were_joined_are_escaped_together():
    assert to_markdown([Block("paragraph", (word("&"), word("amp;", space=False)))]) == "&amp;amp;"


# ---------------------------------------------------------------- the law

texts = st.one_of(
    st.sampled_from(NASTY), st.lists(st.sampled_from(NASTY), max_size=4).map("".join), st.text(max_size=5)
)
parts = st.lists(st.one_of(texts, st.sampled_from(["' '", "@", "@ @"])), min_size=1, max_size=9)
pieces = parts.map(" ".join).filter(str.strip).map(cleaned)
many_blocks = st.lists(
    st.builds(Block, st.sampled_from(["paragraph", "item"]), pieces, st.just("")),
    max_size=4,
)


def folded(text):
    return " ".join(text.translate(TYPOGRAPHY).split())


def words_of(pieces):
    """The words that are to be read, made without the code under test."""
    text, space = "", False
    for piece in pieces:
        space = space or piece.space
        own = f"[gap {piece.gap}]" if piece.kind == "gap" else " ".join(piece.text.split())
        if own:
            text, space = f"{text}{' ' if space else ''}{own}", False
    return folded(text)


@settings(max_examples=60, deadline=None)
@given(pieces, many_blocks, st.booleans())
def test_what_is_written_reads_back_as_the_same_words(title, written, allow_html):
    body = f"{heading_markdown(title)}\n\n{to_markdown(written)}"
    page = parse_markdown(manuscript(body), gaps=range(1, 31), allow_html=allow_html)
    expected = [words_of(pieces) for pieces in (title, *(block.pieces for block in written))]
    assert [folded(text) for _, text in blocks(page.tree)] == [text for text in expected if text]
    assert {element.tag for element in page.tree.iter()} <= {"div", "h2", "p", "ul", "li", "em", "a"}
    assert all(link.get("class") == "gap" or link.get("href").endswith(link.text) for link in page.tree.iter("a"))
    assert page.problems == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([">", "#5", "##", "C#", "a.", "b", "c_d", "(e)", "f*", "[g]", "80s"]), min_size=1, max_size=12
    ),
    st.data(),
)
def test_an_editor_may_break_a_paragraph_at_any_space(words, data):
    parts = to_markdown([paragraph("x " + " ".join(words))]).split(" ")
    body = "".join(data.draw(st.sampled_from([" ", "\n"])) + part for part in parts).strip()
    tree = parse_markdown(manuscript(body), gaps=()).tree
    assert [folded(text) for _, text in blocks(tree)] == [folded("x " + " ".join(words))]

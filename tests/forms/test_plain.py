from helpers.plain import outline, read

from gapmark.source.clean import to_text


def test_a_published_word_is_the_received_word():
    text = "L\u2019eau\u00a0; cafe\u0301 \u2013 nord\u00adwall, can not  stop\u202f!"
    (block,) = read(text).sections[0].blocks
    assert to_text(block.pieces) == text.replace("  ", " ")


def test_a_word_parted_at_a_line_end_stays_as_received():
    assert outline(read("the north-\neast wall\n\nB.")) == ["p: the north- east wall", "p: B."]


def test_a_gap_is_called_after_the_token_that_its_mark_begins_with():
    (gap,) = read("A ship of [2 words\nillegible] line.\n\nB").gaps
    assert (gap.id, gap.number, gap.first_token, gap.last_token) == (4, 1, 4, 8)
    assert gap.mark == "[2 words illegible]"


def test_a_mark_that_no_paragraph_holds_is_no_gap():
    assert not read("---\nnote: [torn]\n---\n\nText.", "a.md").gaps

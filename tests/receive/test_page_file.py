"""A page as import writes it."""

from gapmark.model import Source
from gapmark.receive.headings_to_pages import Draft
from gapmark.receive.page_file import page_text
from gapmark.source.sections import parse_document


def document(text):
    return parse_document(Source("12", "content/source/12.txt", text, "0" * 64, len(text)))


def test_a_page():
    sections = document("@@12 It was war . # The siege # # Winter # They fought .").sections
    draft = Draft("battle", "Fights: two", sections, "")
    text = page_text(draft)
    assert text.startswith(
        '---\ntitle: "Fights: two"\nrole: battle\norder: 2\ndescription:\n---\n\n'
        "It was war.\n\n## The siege\n\n## Winter\n\nThey"
    )
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_heading_that_is_the_title_is_not_printed_again():
    section = document("@@12 # The siege # They fought .").sections
    assert page_text(Draft("battle", "The siege", section, "")).endswith("---\n\nThey fought.\n")
    assert page_text(Draft("battle", "The war", section, "")).endswith("---\n\n## The siege\n\nThey fought.\n")


def test_a_later_heading_is_printed_even_if_it_is_the_title():
    sections = document("@@12 # War # It began . # The siege # They fought .").sections
    assert "## The siege\n" in page_text(Draft("battle", "The siege", sections, ""))

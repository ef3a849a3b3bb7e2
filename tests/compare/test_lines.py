"""The line of the Markdown on which a word stands."""

from helpers.small_edition import PAGES, edited, record

from gapmark.compare.lines import WordLines


def lines(body):
    """Each word of a page whose body begins on line 6, with its line."""
    made, _ = record((("Battle", body),))
    published = made.comparison.published
    found = WordLines(made.edition, made.comparison)
    return {word.text: found.locate(at).line for at, word in enumerate(published.words)}


def test_lines():
    found = lines("One two\nthree.\n\n## Four\n\n- five\n- six *seven*\n  eight\n")
    assert found == {
        "Battle": 1,
        "One": 6,
        "two": 6,
        "three": 7,
        ".": 7,
        "Four": 9,
        "five": 11,
        "six": 12,
        "seven": 12,
        "eight": 13,
    }


def test_repeated_words_and_links():
    found = lines("the the\nthe [link](http://example.org/a/long/way)\nend here\n")
    assert (found["link"], found["end"], found["here"]) == (7, 8, 8)


def test_a_long_block_is_read_once():
    made, _ = record(edited(("Few men", "Few " + "more " * 3000 + "men"), pages=PAGES))
    published = made.comparison.published
    found = WordLines(made.edition, made.comparison)
    assert {found.locate(at).line for at, word in enumerate(published.words) if word.text == "more"} == {6}

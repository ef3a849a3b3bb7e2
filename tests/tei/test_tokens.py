"""The tokens of the source as elements."""

import pytest
from helpers.small_edition import document

from gapmark.compare.words import read_source_words
from gapmark.model import Token
from gapmark.tei.tokens import Unit, bare, cut, read_units, sole_unit, token_element


def unit(text, received=None, first=True):
    return Unit(7, text, text if received is None else received, first)


def as_text(element):
    attributes = "".join(f" {name}={value!r}" for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}>{element.text or ''}"


@pytest.mark.parametrize(
    ("made", "text", "expected"),
    [
        (unit("fled"), "fled", "<w xml:id='t7'>fled"),
        (unit("."), ".", "<pc xml:id='t7'>."),
        (unit("--"), "\u2013", "<pc xml:id='t7' orig='--'>\u2013"),
        (unit("Mack's"), "Mack\u2019s", "<w xml:id='t7' orig=\"Mack's\">Mack\u2019s"),
        (unit("b", first=False), "b", "<w prev='#t7'>b"),
        (unit("", "@"), "", "<pc xml:id='t7' orig='@'>"),
        (unit("a\x01b", "a\x01b"), "a\ufffdb", "<w xml:id='t7' n='U+0001' orig='a\\x01b'>a\ufffdb"),
    ],
)
def test_an_element_has_the_token_as_it_was_received_where_the_edition_differs(made, text, expected):
    assert as_text(token_element(made, text)) == expected


@pytest.mark.parametrize(
    ("text", "units", "parts"),
    [
        ("cannot", ["can", "not"], ["can", "not"]),
        ("can\u2019t", ["ca", "n't"], ["ca", "n\u2019t"]),
        ("a\u2013b", ["a", "--", "b"], ["a", "\u2013", "b"]),
        ("whole", ["anything"], ["whole"]),
        ("don\u2019t!", ["do", "n't"], ["do", "n\u2019t!"]),
    ],
)
def test_a_word_is_parted_among_its_tokens(text, units, parts):
    assert list(cut(text, [unit(part) for part in units])) == parts


def test_every_token_of_a_source_is_in_one_unit_or_beside_one():
    made = document()
    words = read_source_words(made).words
    units, rest = read_units(made, words)
    found = [token.number for token in rest]
    received = {}
    for index, word in enumerate(words):
        for part in units.get(index) or [sole_unit(word)]:
            found += [token.number for token in (*part.before, *part.after)]
            received[part.token] = received.get(part.token, "") + part.received
    gaps = {token for gap in made.gaps for token in range(gap.first_token, gap.last_token + 1)}
    assert sorted({*found, *received} | gaps) == [token.number for token in made.tokens]
    assert len(found) == len({*found})
    assert all(made.tokens[number - 1].text == text for number, text in received.items() if number not in gaps)


def test_tokens_in_no_word_say_what_they_do():
    tokens = [Token(1, "@@1", 0, "header"), Token(2, "#", 4, "hash"), Token(3, "War", 6, "word")]
    header, sign, word = bare(tokens, frozenset({3}))
    assert (header.get("function"), sign.get("function")) == ("identifier", "heading")
    assert (word.tag, word.get("reason"), word[0].text) == ("surplus", "empty-heading", "War")

"""The rule of tokens is fixed for good: these numbers are addresses. It must be the same on every Python."""

import hashlib

import pytest
from helpers.plain import notation

from gapmark.forms.plain_tokens import SPACES, kinds_of, tokenise_plain

LETTERS = notation().letters


def texts(text):
    return [token.text for token in tokenise_plain(text, LETTERS)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("don’t don't l'’eau ''x'", ["don’t", "don't", "l", "'", "’", "eau", "'", "'", "x", "'"]),
        ("cafe\u0301, caf\u00e9", ["cafe\u0301", ",", "caf\u00e9"]),
        ("nord\u00adwall a\u200db", ["nord\u00adwall", "a\u200db"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("al-Safira 1:50,000 12th ½", ["al", "-", "Safira", "1", ":", "50", ",", "000", "12th", "½"]),
        ("a@b.c __x__", ["a", "@", "b", ".", "c", "_", "_", "x", "_", "_"]),
        ("\ufeffOne\u00a0two\r\nthree\fvier", ["One", "two", "three", "vier"]),
        ("██ [illegible]", ["█", "█", "[", "illegible", "]"]),
        ("\u0301a 𝒜𝒷 𞤀", ["\u0301", "a", "𝒜𝒷", "𞤀"]),
        ("\u0378x", ["\u0378", "x"]),
    ],
)
def test_tokens(text, tokens):
    assert texts(text) == tokens


def test_every_character_has_its_kind_for_good():
    """The kinds of all characters as one sum. If it differs, addresses of published sites have moved: mend the rule."""
    kind = kinds_of(LETTERS)
    kinds = "".join(kind(chr(code)) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF)
    assert (
        hashlib.sha256(kinds.encode()).hexdigest() == "02d4d8804cb24fd7f18d29e1bf41bec0630d19777a3e5ae9216e8462add26a6f"
    )


def test_tokens_join_back_to_the_text():
    text = " \ufeffDie Nacht,\r\n\tdon’t [..5..] ½ "
    tokens = tokenise_plain(text, LETTERS)
    assert all(text[token.start : token.start + len(token.text)] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(c for c in text if c not in SPACES)
    assert [token.number for token in tokens] == list(range(1, len(tokens) + 1))

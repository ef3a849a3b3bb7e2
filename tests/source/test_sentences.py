"""Where sentences begin."""

import itertools

import pytest

from gapmark.source.sentences import ABBREVIATIONS, sentence_starts


def sentences(text):
    starts = [*sentence_starts(text), len(text)]
    return [text[start:end].rstrip() for start, end in itertools.pairwise(starts)]


@pytest.mark.parametrize(
    "found",
    [
        ["One.", "Two!", "Three?", "Four… and five.", "6 came."],
        ["He said “Go!”", "“Why?” she asked.", "(They left.)", "[Then] it was over."],
        ["On 5 p.m. Gen. Smith met Mr. J. R. Lee, Jr. and others.", "They left."],
        ["the U.S. Army fought.", "Then it ended."],
        ["No full stop\n", "a line"],
        ["It cost 1.5 million.", "'Yes.'", "No."],
        ["and then. it went on."],
    ],
)
def test_sentences(found):
    text = "".join(part if part.endswith("\n") else f"{part} " for part in found).rstrip(" ")
    assert sentences(text) == [part.rstrip() for part in found]


def test_an_abbreviation_ends_no_sentence():
    for word in ABBREVIATIONS:
        assert sentence_starts(f"the {word}. Smith") == (0,)


def test_a_long_word_is_no_abbreviation():
    assert len(sentence_starts("a" * 100 + ". Then")) == 2


def test_an_empty_text_has_one():
    assert sentence_starts("") == (0,)

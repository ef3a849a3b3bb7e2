"""Where sentences begin."""

import itertools

import pytest

from gapmark.source.sentences import ABBREVIATIONS, read_sentence_starts, sentence_starts


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


@pytest.mark.parametrize(
    "before",
    [
        *(
            "H.M.S.",
            "U.S.S.",
            "A.D.",
            "B.C.",
            "R.A.F.",
            "Ft.",
            "Lt.-Col.",
            "Maj.-Gen.",
            "Brig. Gen.",
            "Pvt.",
            "Messrs.",
        ),
        *(
            "J. R. R.",
            "J.R.R.",
            "St.",
            "Ste.",
            "Mme.",
            "Gens.",
            "Cols.",
            "Cdr.",
            "Ens.",
            "Bros.",
            "Regt.",
            "Vol.",
            "Supt.",
        ),
        *("Lt. Cdr.", "Rev.", "Rt. Hon.", "Ph.D.", "Co.", "Sqn. Ldr.", "1st Lt.", "No.", "e.g.", "Fr."),
    ],
)
def test_a_reader_sees_no_end_after_an_abbreviation(before):
    assert read_sentence_starts(f"There {before} Smith fell. Then") == (0, len(f"There {before} Smith fell. "))


@pytest.mark.parametrize(
    "before", ["at 7 p.m.", "in 490 B.C.", "in the U.S.", "by Lee, Jr.", "Company A.", "ships, etc."]
)
def test_a_reader_sees_an_end_before_a_plain_word(before):
    assert read_sentence_starts(f"{before} On 27 August it fell") == (0, len(before) + 1)

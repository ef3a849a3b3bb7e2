"""Numbers in words."""

from gapmark.text.number_words import NUMBERS, ONES, TENS


def test_words_stand_in_the_order_of_their_numbers():
    assert [ONES[n - 1] for n in (1, 12, 19)] == ["one", "twelve", "nineteen"]
    assert [TENS[n - 2] for n in (2, 4, 9)] == ["twenty", "forty", "ninety"]
    assert len({*NUMBERS}) == len(NUMBERS) == 19 + 8 + 2

"""Signs that look like those of the keyboard."""

from gapmark.problems.lookalikes import name_signs, plain, plain_value


def test_signs_of_print_become_those_of_the_keyboard():
    assert plain("2013\u201102\u221206\u00a0\uff11\u200b") == "2013-02-06 1"
    assert plain("It\u2019s \u201cso\u201d") == "It\u2019s \u201cso\u201d"
    assert plain_value("\u201e51\u201c ") == "51"


def test_each_is_named_once():
    assert name_signs("a\u2011b\u2011c") == "U+2011 (non-breaking hyphen)"
    assert name_signs("[gap\u00a01]") == "U+00A0 (no-break space)"
    assert name_signs("caf\u00e9") == ""

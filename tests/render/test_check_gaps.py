"""No finished file closes a gap without a word."""

import pytest
from helpers.small_edition import record

from gapmark.model import OutputFile
from gapmark.render.check_gaps import check_gaps

WORDS = record()[0].comparison.published.words
AT = next(i for i, word in enumerate(WORDS) if word.gap)
BEFORE, AFTER = (" ".join(word.text for word in words) for words in (WORDS[AT - 3 : AT], WORDS[AT + 1 : AT + 4]))


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("a.html", f"<p>{BEFORE} <a>[about 10 words missing]</a> {AFTER}</p>", 0),
        ("a.html", f"<p>{BEFORE} {AFTER}</p>", 1),
        ("a.html", f"<p>{BEFORE} <b>{AFTER}</b></p>", 1),
        ("a.html", f'<meta content="{BEFORE}\n {AFTER}">', 1),
        ("a.json", f'{{"description": "{BEFORE} {AFTER}"}}', 1),
        ("a.xml", f"<p>{BEFORE} <gap/> {AFTER}</p>", 0),
        ("a.html", f"<p>{BEFORE}</p><p>{AFTER}</p>", 0),
        ("a.txt", f"{BEFORE} {AFTER}", 0),
    ],
)
def test_words_on_both_sides_of_a_gap_never_stand_together(path, text, found):
    problems = list(check_gaps([OutputFile(path, text.encode(), "")], WORDS))
    assert [problem.code for problem in problems] == ["O013"] * found


def test_what_the_text_itself_says_elsewhere_is_no_gap_that_is_closed():
    again = (*WORDS, *(word for word in (*WORDS[AT - 3 : AT], *WORDS[AT + 1 : AT + 4])))
    assert not list(check_gaps([OutputFile("a.html", f"{BEFORE} {AFTER}".encode(), "")], again))

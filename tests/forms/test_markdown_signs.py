import pytest
from helpers.plain import outline, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A *word* and **two words**.", "p: A *word* and **two words**."),
        ("An _old_ name_with_lines.", "p: An *old* name_with_lines."),
        ("See [the *book*](https://example.org/a_b_c), p. 2.", "p: See [the *book*](https://example.org/a_b_c), p. 2."),
        ("It cost 5\\* and \\[so\\] on.", "p: It cost 5* and [so] on."),
        ("2 * 3 * 4 stars.", "p: 2 * 3 * 4 stars."),
        ("A **[torn]** leaf.", "p: A **[gap 4]** leaf."),
        ("A note.[^1]", "p: A note.[^1]"),
    ],
)
def test_signs(text, expected):
    assert outline(read(text, "a.md"))[0] == expected


def test_signs_keep_their_numbers_and_are_no_words():
    document = read("A *word* and more.", "a.md")
    assert [token.text for token in document.tokens if token.kind == "markup"] == ["*", "*"]
    assert [token.number for token in document.tokens] == list(range(1, 8))


def test_in_a_plain_text_they_are_signs():
    document = read("A *word* and more.")
    assert outline(document) == ["p: A *word* and more."]
    assert {token.kind for token in document.tokens} == {"word"}

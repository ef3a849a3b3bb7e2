import pytest

from gapmark.forms.forms import find_form


@pytest.mark.parametrize(
    "text",
    [
        "@@38601514 The Battle , as they say .",
        "\ufeff##7 Once, and no more.",
        "It fell, they say @ @ @ of it.",
        "One , two , three. No , never . Yes ,",
    ],
)
def test_words_and_signs_between_spaces(text):
    assert find_form(text)[0] == "tokens"


@pytest.mark.parametrize(
    "text",
    [
        "The mate did, he said. It was late, and dark.",
        "Write to the clerk @ noon, or never.",
        "Il dit : oui ; puis, non. Vraiment !",
        "[illegible] line, they say.",
    ],
)
def test_text_as_people_write_it(text):
    assert find_form(text)[0] == "plain"

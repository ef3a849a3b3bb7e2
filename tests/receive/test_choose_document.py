"""Which document of a file is imported."""

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.receive.choose_document import choose_document, source_name


@pytest.fixture
def several(tmp_path):
    (tmp_path / "text.txt").write_text("preamble @@1 One . @@2 The Siege of Ulm was long . ##3 Three .", "utf-8")
    return tmp_path / "text.txt"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b'{"text": "@@1 One ."}', b"@@ 90000077 One ."])
def test_what_is_no_text_of_the_format_is_refused(data, tmp_path):
    (tmp_path / "text.txt").write_bytes(data)
    with pytest.raises(GapmarkError, match=r"PDF|JSON|nearly a header"):
        choose_document(tmp_path / "text.txt", "")


def test_one_document_of_several(several):
    source = choose_document(several, "2")
    assert (source.id, source.path, source.text) == ("2", "content/source/2.txt", "@@2 The Siege of Ulm was long . ")


@pytest.mark.parametrize(("doc", "message"), [("", "holds 3 documents"), ("9", 'has no document "9"')])
def test_the_documents_are_listed(several, doc, message):
    with pytest.raises(GapmarkError) as caught:
        choose_document(several, doc)
    (problem,) = caught.value.problems
    assert (problem.code, problem.message) == ("C004", message)
    assert problem.hint.split("\n")[1:] == ["1: One.", "2: The Siege of Ulm was long.", "3: Three."]


def test_a_long_list_of_documents_is_cut(tmp_path):
    (tmp_path / "text.txt").write_text(" ".join(f"@@{n} a" for n in range(1000)), "utf-8")
    with pytest.raises(GapmarkError) as caught:
        choose_document(tmp_path / "text.txt", "")
    assert caught.value.problems[0].hint.endswith("199: a\n... and 800 more")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("siege", "siege"),
        ('my "te: xt', "my-te-xt"),
        ("Krako\u0301w", "Kraków"),
        ("..", "text"),
        ("#1", "1"),
        ("\udcff", "text"),
        ("a.b_c-d", "a.b_c-d"),
    ],
)
def test_names_of_texts_without_a_header(stem, name):
    assert source_name(stem) == name

"""Documents and tokens: numbers and offsets that hold on any input."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.source.tokens import find_documents, kind_of, tokenise

ANY_TEXT = st.text(st.sampled_from("@#*'\".,: \n\r\ufeffaA1\ue000"), max_size=80) | st.text(max_size=40)


@given(ANY_TEXT)
@settings(max_examples=15, deadline=None)
def test_tokens_and_the_white_space_between_them_are_the_source(text):
    tokens = tokenise(text)
    rebuilt, at = "", 0
    for number, token in enumerate(tokens, start=1):
        between = text[at : token.start]
        assert token.number == number
        assert not between.removeprefix("\ufeff").strip()
        rebuilt += between + token.text
        at = token.start + len(token.text)
    assert rebuilt + text[at:] == text
    assert not text[at:].removeprefix("\ufeff").strip()


@given(ANY_TEXT)
@settings(max_examples=15, deadline=None)
def test_documents_follow_each_other_to_the_end(text):
    extents = find_documents(text, "stem")
    assert extents[-1].end == len(text)
    assert all(one.end == following.start for one, following in pairwise(extents))


def test_a_header_begins_a_document_wherever_it_stands():
    text = "\ufeffPreamble\r\n@@12 one @@x @@7514 two\r\n##3 three"
    found = [(extent.id, text[extent.start : extent.end].split()) for extent in find_documents(text, "stem")]
    assert found == [("12", ["@@12", "one", "@@x"]), ("7514", ["@@7514", "two"]), ("3", ["##3", "three"])]


def test_a_header_may_follow_the_byte_order_mark():
    assert find_documents("\ufeff@@1 x", "stem")[0].id == "1"


@pytest.mark.parametrize("text", ["", "no header @@ 12", "\ufeff"])
def test_without_a_header_the_whole_text_is_one_document(text):
    (extent,) = find_documents(text, "stem")
    assert (extent.id, extent.start, extent.end) == ("stem", 0, len(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("@", "mark"),
        ("@@", "word"),
        ("@@12", "header"),
        ("##12", "header"),
        ("#", "hash"),
        ("##", "word"),
        ("*", "star"),
        ("*Anna", "star"),
        ("**Anna", "star"),
        ("*sigh*", "word"),
        ("**30;600955;TOOLONG", "dropped"),
        ("'", "word"),
    ],
)
def test_kinds(text, kind):
    assert kind_of(text) == kind

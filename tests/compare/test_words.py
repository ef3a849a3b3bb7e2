"""What counts as a word, on either side."""

import pytest
from helpers.small_edition import BATTLE, PAGES, SOURCE, compared, document, edition

from gapmark.compare.words import fold, keys_of, read_page_words, read_source_words, same_words


def keys(words):
    return [word.key for word in words]


def test_source_words_know_their_tokens():
    source = read_source_words(document())
    tokens = document().tokens
    for word in source.words:
        text = "".join(token.text for token in tokens[word.token - 1 : word.last])
        assert text == word.text or word.gap
    assert [(w.text, w.token, w.last) for w in source.words if "Mack" in w.text] == [("Mack's", 10, 11)]


def test_a_gap_is_one_word():
    source = read_source_words(document())
    (gap,) = [word for word in source.words if word.gap]
    assert (gap.token, gap.last, gap.key, gap.gap) == (32, 41, "[gap 1]", 1)


def test_what_only_looks_like_a_gap_is_words():
    source = read_source_words(document("@@1 It says [gap 3] and \x001\x00 here ."))
    assert [word.gap for word in source.words if word.gap] == []
    assert keys(source.words)[2:6] == ["[", "gap", "3", "]"]


def test_headings_of_empty_sections_are_left_out():
    source = read_source_words(document(SOURCE + " # References #"))
    assert "References" not in keys(source.words)


def test_sentences_open_at_blocks_and_full_stops():
    source = read_source_words(document())
    opening = [word.text for word in source.words if word.opens]
    assert opening == ["The", "Mack's", "Battle", "On", "The", "Few", "Aftermath", "The"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("al-Safira's road, 1,187 men", ["al-Safira's", "road", ",", "1,187", "men"]),
        ("“Fire!” – he said…", ['"', "Fire", "!", '"', "--", "he", "said", "..."]),
        ("the boys’ room", ["the", "boys'", "room"]),
        ("a\u00a0b", ["a", "b"]),
        ("[gap 1], it", ["[gap 1]", ",", "it"]),
    ],
)
def test_keys(text, words):
    assert keys_of(text) == words


def test_the_first_word_of_a_text_has_no_space_before_it():
    published = read_page_words([("Battle ", edition().pages[0].tree)])
    assert (published.words[0].text, published.words[0].space) == ("Battle", False)


def test_words_know_their_place_in_the_text_of_their_element():
    (page,) = edition((("Text", "The *old guns* opened [gap 1] fire."),)).pages
    nodes = [*page.tree.iter()]
    for word in read_page_words([("Text", page.tree)]).words:
        if word.node >= 0 and not word.gap:
            assert getattr(nodes[word.node], word.place)[word.start : word.stop] == word.text


def test_fold():
    assert fold("‘a’ “b” – …") == "'a' \"b\" -- ..."
    assert fold("a---b ---- c -- d - e") == "a--b -- c -- d - e"
    assert same_words(" a\n b ") == "a b"


def test_unchanged_pages_have_the_words_of_the_source():
    comparison = compared()
    assert keys(comparison.published.words)[1:] == keys(comparison.source.words)  # but for the title "Background"


def test_places_in_the_tree():
    made = edition((("Battle", BATTLE.replace("guns", "*gu*ns [opened](#x)").replace("opened fire", "fire")),))
    published = read_page_words([(page.manuscript.title, page.tree) for page in made.compared])
    nodes = list(made.compared[0].tree.iter())
    for word in published.words:
        if word.node >= 0 and not word.gap:
            text = getattr(nodes[word.node], word.place)
            assert word.text.startswith(text[word.start : word.stop])


def test_what_python_markdown_adds_is_no_word():
    body = "A word.[^1]\n\n[^1]: My note."
    made = edition((("Battle", body),))
    published = read_page_words([(page.manuscript.title, page.tree) for page in made.compared])
    assert [word.text for word in published.words] == ["Battle", "A", "word", ".", "My", "note", "."]
    assert [block.kind for block in published.blocks] == ["title", "paragraph", "note"]


def test_items_and_headings_are_blocks():
    made = edition((*PAGES[:1], ("Battle", "## One\n\n- two\n- three\n\n> four")))
    published = read_page_words([(page.manuscript.title, page.tree) for page in made.compared])
    kinds = [block.kind for block in published.blocks]
    assert kinds == ["title", "paragraph", "title", "heading", "item", "item", "paragraph"]

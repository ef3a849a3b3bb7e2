"""The finished pages of the sample: what a reader finds on each."""

import re


def test_the_sample_is_clean(sample_site):
    assert sample_site.problems == ()


def test_a_text_page_says_what_is_missing_and_what_was_changed(pages):
    counts = '<a href="gaps.html">1 gap</a>, <a href="changes.html">no changes</a>'
    assert f"259 words, {counts}" in pages["battle.html"]


def test_how_to_cite_is_folded_but_on_the_home_page(pages):
    assert '<details class="cite">' in pages["battle.html"]
    assert '<section class="cite"' in pages["index.html"]
    assert pages["battle.html"].count('data-copy="Copy" data-copied="Copied"') == 3


def test_a_correction_has_its_number_and_its_note_for_paper(pages):
    notes = re.search(r'<ol class="paper-notes web-only">(.*?)</ol>', pages["background.html"], re.S)[1]
    assert '<li value="1">Correction: In the source: rebels. A slip of the source' in notes
    assert 'data-number="1" aria-label="rebel, corrected; in the source: rebels">rebel</a>' in pages["background.html"]
    assert "paper-notes" not in pages["battle.html"]


def test_a_change_shows_both_readings_among_their_words(pages):
    assert "<del>rebels</del> <span" in pages["changes.html"]
    assert "<ins>rebel</ins> <span" in pages["changes.html"]


def test_what_all_gaps_share_is_said_once(pages):
    assert pages["gaps.html"].count("copyright measure") == 1
    assert 'aria-label="Battle, par. 2: Gap 1 of 2">Battle, par. 2</a>' in pages["gaps.html"]


def test_links_of_a_kind_have_names_of_their_own(pages):
    for path, page in pages.items():
        text = page.partition("<main")[2].partition("</main>")[0]
        links = re.findall(r'<a [^>]*href="([^"]*)"[^>]*aria-label="([^"]*)"', text)
        names = {}
        for href, name in links:
            assert names.setdefault(name, href) == href, (path, name)


def test_the_citation_of_a_text_stands_after_its_article_which_holds_the_text_alone(pages):
    article, _, after = pages["background.html"].partition("<article")[2].partition("</article>")
    assert 'class="cite"' not in article
    assert after.count('<details class="cite"') == 1


def test_the_page_that_is_not_there_has_all_the_ways_of_the_others(pages):
    found = set(re.findall(r'href="([^"#]*\.html)', pages["404.html"]))
    assert set(re.findall(r'href="([^"#]*\.html)', pages["battle.html"].partition("<main")[0])) <= found
    assert '<a class="skip" href="#text">' in pages["404.html"]


def test_a_number_of_the_source_is_spoken_as_it_is_written(pages):
    links = re.findall(r'aria-label="Token ([^:]*): to this passage[^"]*">([^<]*)</a>', pages["source.html"])
    assert links
    assert all(spoken == written for spoken, written in links)

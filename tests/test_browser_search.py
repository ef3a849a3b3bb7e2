"""The search as a reader uses it, in a page that was opened from a disk."""

import re
import shutil
from pathlib import Path

import pytest

from gapmark.pipeline import build

REPOSITORY = Path(__file__).parent.parent
pytestmark = pytest.mark.browser

NOTES = """---
title: Questions
role: own
---

## What to ask

Why did Generał Šaḥīn’s men “wait”? See <b>the plan</b>. Wait & see.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The sample with a search and a page of the editor's own, built."""
    root = tmp_path_factory.mktemp("search")
    shutil.copytree(REPOSITORY / "content", root / "content")
    settings = root / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "\nsearch: on\n", "utf-8")
    (root / "content" / "questions.md").write_text(NOTES, "utf-8")
    build(root, root / "_site")
    return root / "_site"


@pytest.fixture
def page(chromium, site):
    """The battle page; what it asks for and what goes wrong is held against it at the end."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.asked = asked
    page.goto((site / "battle.html").as_uri())
    yield page
    page.close()
    assert not wrong
    assert not [url for url in asked if not url.startswith(site.as_uri())]


def await_index(page):
    """Until the index is there; the page's policy forbids the evaluation by which Playwright itself would wait."""
    while not page.evaluate("Boolean(window.gapmarkIndex)"):
        page.wait_for_timeout(50)


def search(page, words):
    """The texts of the results, once the search has answered."""
    page.get_by_role("searchbox").fill(words)
    await_index(page)
    return [" ".join(text.split()) for text in page.locator(".search li").all_inner_texts()]


def said(page):
    """What a screen reader is told, after the pause that lets a reader finish the word."""
    page.wait_for_timeout(400)
    return page.locator(".search").get_by_role("status").inner_text()


def test_the_index_waits_for_the_reader(page):
    assert not [url for url in page.asked if "search-index" in url]
    page.get_by_role("searchbox").focus()
    await_index(page)
    search(page, "a")
    assert len([url for url in page.asked if "search-index" in url]) == 1


def test_a_word(page):
    found = search(page, "stalemate")
    assert len(found) == 1
    assert found[0].startswith("Battle · 3 The stalemate in al-Safira")
    assert said(page) == "1 passage"
    assert page.locator(".search mark").all_inner_texts() == ["stalemate"]
    page.get_by_role("link", name="Battle · 3").click()
    assert page.url.endswith("battle.html#w220")
    assert page.locator(".search li").count() == 0


FOUND = {
    "safir": 5,  # the beginning of a word
    "afira": 0,
    "“war of attrition”": 1,
    '"war attrition"': 0,
    "attrition war": 1,  # words in any order
    "attrition nowhere": 0,
    '"war of attri"': 0,  # whole words
    '"war of attrition': 1,  # still being typed
    "AL SAFIRA CITY, along": 1,
    "general sahin's": 1,
    "general sahin’s “wait”": 1,
    "wait & see": 1,
    "": 0,
    "?!": 0,
    "missing": 0,  # the labels of gaps are no words of the text
}
"""Query and number of results."""


def test_what_is_found(page):
    assert {words: len(search(page, words)) for words in FOUND} == FOUND


def test_the_count_is_told(page):
    told = {"safir": "5 passages", "attrition": "1 passage", "nowhere": "No passage found", "?!": ""}
    assert {words: (search(page, words), said(page))[1] for words in told} == told


def test_a_phrase_never_matches_across_a_gap(page):
    assert len(search(page, '"convoy of army reinforcements arrived"')) == 1
    assert len(search(page, '"it was reported that another convoy"')) == 1
    assert not search(page, '"reinforcements arrived it was reported"')
    assert not search(page, '"arrived about 10 words missing it was"')
    (found,) = search(page, "convoy arrived halted")
    assert "arrived [about 10 words missing], it was reported" in found


def test_headings_and_whole_phrases_come_first(page):
    assert search(page, "battle")[0] == "Battle Battle"
    assert search(page, "the army")[0].startswith("Battle · 4")
    assert search(page, "ask") == ["Questions · From the editor What to ask"]


def test_the_editors_own_words_are_marked_and_stay_text(page):
    (found,) = search(page, "plan see")
    assert found.startswith("Questions · What to ask · From the editor Why did Generał Šaḥīn’s men")
    assert "<b>the plan</b>" in found
    assert page.locator(".search b").count() == 0


def test_keyboard(page):
    page.get_by_role("searchbox").focus()
    page.keyboard.type("convoy")
    await_index(page)
    page.keyboard.press("Enter")
    page.wait_for_selector(".search li a")
    assert page.url.endswith("battle.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.search li:first-child a')")
    page.keyboard.press("Escape")
    assert page.locator(".search li").count() == 0
    assert said(page) == ""
    assert page.evaluate("document.activeElement.value") == ""
    page.keyboard.type("convoy")
    page.wait_for_selector(".search li a")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"battle\.html#w\d+$"))


def test_names_and_roles(page):
    form = page.get_by_role("search")
    box = form.get_by_role("searchbox", name="Search the text")
    assert box.is_visible()
    assert form.get_by_role("status").get_attribute("aria-live") == "polite"
    search(page, "convoy")
    assert form.get_by_role("list").get_by_role("link").count() == form.get_by_role("listitem").count() > 0


def test_nothing_moves_when_the_script_shows_the_box(chromium, site):
    heights = []
    for javascript in (True, False):
        page = chromium.new_page(java_script_enabled=javascript, viewport={"width": 390, "height": 800})
        page.goto((site / "battle.html").as_uri())
        heights.append(page.locator("main").bounding_box()["y"])
        page.close()
    assert heights[0] == heights[1]


def test_without_javascript_the_whole_edition_is_offered(chromium, site):
    page = chromium.new_page(java_script_enabled=False)
    page.goto((site / "battle.html").as_uri())
    assert page.get_by_role("searchbox").count() == 0
    page.locator(".masthead").get_by_role("link", name="The whole edition on one page").click()
    assert page.url == (site / "edition.html").as_uri()
    page.close()


def test_an_index_that_is_gone_is_told(chromium, site, tmp_path):
    shutil.copytree(site, tmp_path / "site")
    (tmp_path / "site" / "search-index.js").unlink()
    page = chromium.new_page()
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("convoy")
    page.get_by_text("The search can’t be loaded").wait_for()
    page.close()

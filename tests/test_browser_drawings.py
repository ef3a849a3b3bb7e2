"""The timeline and the map in a real Chromium: large enough to read and to hit, in view beside the list."""

import pytest
from conftest import REPOSITORY

from gapmark.pipeline import build

pytestmark = pytest.mark.browser

SIZES = """() => [...document.querySelectorAll("svg text")].map(text => {
  const svg = text.closest("svg");
  const unit = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return [text.textContent, parseFloat(getComputedStyle(text).fontSize) * unit];
}).filter(([words, size]) => size < 12)"""
LINKS = """() => [...document.querySelectorAll("svg a, .more a, .events a")]
  .map(link => [link.textContent, link.getBoundingClientRect().height])
  .filter(([words, height]) => height < 24)"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("drawings")
    build(REPOSITORY, folder)
    return folder


def opened(chromium, site, page, width, **media):
    tab = chromium.new_page(viewport={"width": width, "height": 900})
    tab.emulate_media(**media)
    tab.goto((site / page).as_uri())
    return tab


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("page", ["index.html", "timeline.html", "places.html"])
def test_words_can_be_read_and_links_hit(chromium, site, page, width):
    tab = opened(chromium, site, page, width)
    assert tab.evaluate(SIZES) == []
    assert tab.evaluate(LINKS) == []
    tab.close()


def test_the_timeline_stays_in_view_beside_its_list(chromium, site):
    tab = opened(chromium, site, "timeline.html", 1280)
    tab.locator(".events li").last.scroll_into_view_if_needed()
    box = tab.locator(".timeline-drawing").bounding_box()
    assert box["y"] + box["height"] > 450
    tab.close()


def test_with_forced_colours_the_timeline_has_those_of_the_system(chromium, site):
    tab = opened(chromium, site, "timeline.html", 1280, forced_colors="active")
    ink = tab.locator("h1").first.evaluate("e => getComputedStyle(e).color")
    assert tab.locator(".timeline-stated").first.evaluate("e => getComputedStyle(e).fill") == ink
    assert tab.locator(".timeline-scale text").first.evaluate("e => getComputedStyle(e).fill") == ink
    tab.close()

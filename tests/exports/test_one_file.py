"""The whole site as one file: made of the pages, complete in itself, with an address of its own."""

import re
from itertools import pairwise

import pytest
from conftest import REPOSITORY

from gapmark.exports.one_file import _inline
from gapmark.pipeline import make_site
from gapmark.project.load import load_project


def built(project, **settings):
    made = make_site(project._replace(settings={**project.settings, **settings}))
    return next(file.data.decode() for file in made.files if file.path == "edition.html")


@pytest.fixture(scope="module")
def edition():
    return built(load_project(REPOSITORY), base_url="https://example.org/safira/")


def test_it_has_a_title_and_an_address_of_its_own(edition):
    assert "<title>Battle of Safira: the whole edition</title>" in edition
    assert '<link rel="canonical" href="https://example.org/safira/edition.html">' in edition
    assert '<meta name="citation_public_url" content="https://example.org/safira/edition.html">' in edition


def test_its_links_lead_inside_it_or_to_the_web(edition):
    links = set(re.findall(r'href="([^"]*)"', edition))
    ids = set(re.findall(r' id="([^"]*)"', edition))
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    assert {link.partition(":")[0] for link in links if not link.startswith("#")} <= {"http", "https", "data"}


def test_headings_go_down_one_level_at_a_time(edition):
    levels = [int(level) for level in re.findall(r"<h([1-6])", edition)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert '<h2 id="index-facts">The facts</h2>' in edition


def test_the_address_of_the_site_is_printed_once(edition):
    assert edition.count(">https://example.org/safira/<") == 1
    assert '<a class="address-itself" href="https://example.org/safira/">' in edition


def test_only_pictures_become_data():
    text = _inline('<p>Write &lt;img src="a.svg"&gt; or src="a.svg".</p><img alt="" src="a.svg">', {"a.svg": b"<svg/>"})
    assert text.startswith(
        '<p>Write &lt;img src="a.svg"&gt; or src="a.svg".</p><img alt="" src="data:image/svg+xml;base64,'
    )


def test_it_has_no_switch_that_would_do_nothing(edition):
    assert "<input" not in edition


def test_a_change_is_numbered_as_in_the_list(edition):
    assert 'data-number="1" aria-label="rebel, corrected; in the source: rebels">rebel</a>' in edition
    assert '<span class="number">1</span> Correction' in edition
    assert 'class="cite"' not in edition.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", ["text", "top", "contents", "facts", "cite", "parts"])
def test_a_page_may_have_any_name(project, name):
    (project / "content" / f"{name}.md").write_text("---\ntitle: More\nrole: own\n---\n\nMore.\n", "utf-8")
    assert f'id="{name}"' in built(load_project(project))


def test_a_stylesheet_may_be_no_utf8(project):
    (project / "static").mkdir(exist_ok=True)
    (project / "static" / "style.css").write_bytes(b"body { color: red } /* \xb8 */")
    assert "body { color: red } /* \ufffd */" in built(load_project(project))

"""The metadata of a page and of the site: described once, and the sentences that go with them."""

from types import SimpleNamespace

import pytest
from helpers.cited_site import ONLINE, SOURCE, T, a_site
from helpers.languages import ARABIC

from gapmark.site.work import attribution, describe_page, describe_site, short_name


def described(href, **more):
    return describe_page(SimpleNamespace(site=a_site(**ONLINE, **more), t=T, moment=1_700_000_000), href, "A title")


def test_a_page_of_the_text_is_the_authors():
    work = described("battle.html")
    assert (work.title, work.site, work.author, work.editor) == ("A title", "Ulm", SOURCE["author"], "Ada Lovelace")
    assert (work.address, work.source, work.year) == ("https://example.org/ulm/battle.html", SOURCE["url"], 2023)
    assert work.note.startswith("2 gaps; text edited. Wikipedia contributors")


def test_a_page_of_the_editors_own_says_nothing_of_the_source():
    work = described("mine.html")
    assert (work.author, work.editor) == ("Ada Lovelace", "")
    assert not any((work.caveat, work.source, work.licence, work.licence_url, work.credit))


def test_the_site_has_no_language_where_that_of_the_text_is_not_known():
    unknown = SimpleNamespace(site=a_site({"language": ""}), t=T, moment=None)
    assert (describe_site(unknown).language, describe_page(unknown, "index.html", "").language) == ("", "en")


@pytest.mark.parametrize(
    ("title", "expected"), [("Kraków–Łódź, 1914!", "krakow-odz-1914"), ("東京", "text-7"), ("A  b", "a-b")]
)
def test_short_name(title, expected):
    assert short_name(a_site(title=title)) == expected


def test_attribution():
    expected = (
        "Wikipedia contributors, “Battle of Ulm”, https://example.com/w?id=7&x=1; licence: CC BY-SA 3.0 "
        "https://creativecommons.org/licenses/by-sa/3.0/; changes were made; Words are missing."
    )
    assert a_site().attribution == expected
    nothing = dict.fromkeys(SOURCE, "") | {"confirmed": True}
    assert a_site(nothing).attribution == (
        "author not stated; licence not stated; changes were made; Words are missing."
    )


def test_attribution_is_in_the_language_of_the_interface():
    assert attribution(a_site().source, "…", ARABIC) == (
        "Wikipedia contributors، «Battle of Ulm»، https://example.com/w?id=7&x=1؛ الرخصة: CC BY-SA 3.0 "
        "https://creativecommons.org/licenses/by-sa/3.0/؛ أُجريت تغييرات؛ …"
    )

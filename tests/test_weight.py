"""How heavy the sample's pages are: what a reader on a bad line waits for. One round trip brings about 14 kB."""

import gzip
import re

FIRST_VIEW, WITH_MAP, SCRIPT = 14_000, 20_000, 2_000
"""Bytes, compressed: page, stylesheet and icon; the same with the map; JavaScript beside the search."""
REQUESTS = 4
MAP = re.compile(rb'<svg class="locator".*?</svg>', re.S)
FETCHED = re.compile(rb'<(?:link rel="(?:stylesheet|icon)" href|script src|img (?!loading="lazy")[^>]*?src)="([^":]+)"')


def packed(*parts):
    return sum(len(gzip.compress(part, 9)) for part in parts)


def test_the_first_view_of_a_page_comes_in_one_round_trip(pages, files):
    for name, page in ((name, files[name]) for name in pages):
        fetched = [files[path.decode()] for path in FETCHED.findall(page)]
        assert packed(MAP.sub(b"", page), *fetched) <= FIRST_VIEW, name
        assert packed(page, *fetched) <= WITH_MAP, name


def test_a_page_needs_few_requests(pages, files):
    for name, page in ((name, files[name]) for name in pages):
        assert 1 + len(set(FETCHED.findall(page))) <= REQUESTS, name


def test_there_is_no_script_to_speak_of(files):
    scripts = [data for name, data in files.items() if name.endswith(".js") and not name.startswith("search")]
    assert packed(*scripts) <= SCRIPT


def test_drawings_and_pictures_shift_nothing(pages, files):
    for name, page in ((name, files[name]) for name in pages):
        for tag in re.findall(rb"<img [^>]*>", page):
            assert re.search(rb" width=.* height=", tag), name
        for tag in re.findall(rb"<svg [^>]*>", page):
            assert b" viewBox=" in tag, name

"""SHA256SUMS and the one sum: every byte of every file counts, and the page that shows the sum too."""

import hashlib
import re

from helpers.documents import document

from gapmark.exports.forms import EXPORTS
from gapmark.exports.sums import NOUGHTS, PAGE, PATH, list_sums, site_sum
from gapmark.render.render import render_finished, render_page
from gapmark.site.template_context import FinishedForm, FinishedSite

WHOLE = {
    path: form.media_type for form in (export.form for export in EXPORTS) for path in form.paths if form.media_type
}
"""The files that are the whole edition, each with its media type."""


def shown(files):
    return re.findall("[0-9a-f]{64}", files[PAGE].decode().partition('id="take"')[2])


def test_every_file_has_its_sum(files):
    lines = dict(reversed(line.split("  ", 1)) for line in files[PATH].decode().splitlines())
    assert lines == {path: hashlib.sha256(data).hexdigest() for path, data in files.items() if path != PATH}
    assert list(lines) == sorted(lines)


def test_the_page_shows_the_sum_of_all(files):
    (whole,) = shown(files)
    rest = {path: data for path, data in files.items() if path != PATH}
    assert site_sum(rest, whole) == whole
    assert site_sum({**rest, "robots.txt": b"x"}, whole) != whole
    assert site_sum({**rest, PAGE: rest[PAGE].replace(b"Wikipedia", b"wikipedia")}, whole) != whole
    assert site_sum({path: data for path, data in rest.items() if path != "gaps.csv"}, whole) != whole


def test_it_can_be_counted_without_this_program(files):
    (whole,) = shown(files)
    rest = {path: data for path, data in files.items() if path != PATH}
    page = rest[PAGE].decode().replace(whole, "0" * 64)
    listed = list_sums({**rest, PAGE: page.encode()})
    assert hashlib.sha256(listed.encode()).hexdigest() == whole


def test_sizes(files):
    text = files[PAGE].decode().partition('id="take"')[2]
    sizes = dict(re.findall(r'href="(edition\.\w+)">.*?\((\d+) kB\)', text))
    assert {path: int(size) for path, size in sizes.items()} == {path: round(len(files[path]) / 1000) for path in WHOLE}
    assert NOUGHTS not in text


def test_no_earlier_record_is_filled_in(sample_site):
    """The page about the edition is made of a record of its own; what is made before has no sum and no sizes."""
    site = sample_site.site.site
    assert (site.sum, {form._fields for form in site.forms}) == ("", {("name", "paths", "media_type")})
    forms = FinishedForm("tei", ("edition.xml",), "", 1), FinishedForm("epub", (), "", 2600)
    finished = FinishedSite(site, forms, NOUGHTS)
    assert [form.kilobytes for form in finished.forms] == [1, 3]
    assert (finished.title, finished.near(None), finished.sum) == (site.title, site.near(None), NOUGHTS)
    assert b"take" not in render_page(sample_site.site, PAGE).data
    assert NOUGHTS.encode() in render_finished(sample_site.site, PAGE, finished).data


def test_the_sizes_in_the_reference(files):
    """To the next 5 kB or so: they need not follow every change of the stylesheet."""
    text = document("reference")
    for path in WHOLE:
        said = int(re.search(rf"^\| [^|]* \| `{re.escape(path)}` \|.* (\d+) kB \|$", text, re.M)[1])
        assert abs(said - len(files[path]) / 1000) < 8, (
            f"{path} is {len(files[path])} bytes: mend gapmark/docs/reference.md"
        )


def test_pages_name_the_other_forms_to_programs(files):
    found = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)">', files["index.html"].decode())
    assert found == [(media_type, path) for path, media_type in WHOLE.items()]

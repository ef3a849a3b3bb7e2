"""What may not leave the tree of a page."""

import pytest
from helpers.markdown_page import found, inner, read

from gapmark.markup.tree import links


def test_table_cells_keep_their_alignment():
    assert '<td style="text-align: right;">2</td>' in inner("a | b\n--|--:\n1 | 2")


def test_headings_begin_at_h2():
    assert inner("# a\n\n## b\n\n###### c") == '<h2 id="a">a</h2>\n<h3 id="b">b</h3>\n<h6 id="c">c</h6>'
    assert inner("## b") == '<h2 id="b">b</h2>'


@pytest.mark.parametrize(
    "target",
    ["javascript:x", "JaVa&#10;Script:x", "&#106;avascript:x", "\x01javascript:x", "data:text/html,x", "vbscript:x",
     "//host/x", "\\\\\\\\host/x", "/\\host", "java&Tab;script:x", "file:///x", "javascript&colon;x"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["[a]({})", "![a]({})", "[a]({} 'b')", "[a][b]\n\n[b]: {}"])
def test_addresses_that_run_or_lead_elsewhere_are_refused(target, form):
    page = read(form.format(target))
    assert [p.code for p in page.problems if p.level == "error"][:1] in (["L002"], ["L003"])
    assert links(page.tree) == []


@pytest.mark.parametrize("target", ["https://x.org", "HTTP://x.org", "mailto:a@b.c", "battle.md#a:b", "#x", "a?b=c:d"])
def test_other_addresses_are_left(target):
    assert found(f"[a]({target})") == []


def test_images_of_other_hosts_are_refused():
    assert found("a\n\nb ![c](https://x.org/y.png)") == [("L003", 7)]
    assert found("![c](//x.org/y.png)") == [("L003", 5)]
    assert inner("![c](https://x.org/y.png)") == "<p><span>c</span></p>"


def test_a_link_inside_a_link_is_refused():
    assert ("L004", 5) in found("[a <https://b.c> d](e)")


def test_an_id_used_twice_is_an_error():
    assert found("## a {#x}\n\n## b {#x}") == [("P104", 7)]

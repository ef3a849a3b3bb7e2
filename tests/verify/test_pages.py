"""What the text of a page is, read off the finished page."""

import pytest

from gapmark.verify.pages import entries_of, parse_page, text_of_page

GAP = '<a class="gap" href="gaps.html#ledger-1" id="gap-1">[about <b>10</b> words missing]</a>'


@pytest.mark.parametrize(
    ("article", "text"),
    [
        ("<p>One</p><p>two.</p>", "T One two."),
        (f"<p>a {GAP}, b</p>", "T a [gap 1], b"),
        (
            '<p><a class="address" href="#w2">1</a>The <a class="change" href="changes.html#x">rebel</a>s</p>',
            "T The rebels",
        ),
        ('<ul><li>a</li><li>b<sup><a class="footnote-ref" href="#fn:1">1</a></sup></li></ul>', "T a b"),
        (
            '<p>a</p><div class="footnote"><p>note</p></div><figure>f</figure><ol class="paper-notes"><li>n</li></ol>',
            "T a",
        ),
        ("<p>a<br>b</p><script>d</script>", "T ab"),
        ("<p>a<script>d</script> b</p><div><header>c</header> d</div><aside>e</aside>", "T a b c d e"),
        ('<nav class="sections"><a href="#x">One</a></nav><h2 id="x">One</h2>', "T One"),
        ('<p>a</p><details class="cite"><summary><h2>Cite</h2></summary><p>c</p></details>', "T a Cite c"),
        ("<p>unclosed <b>bold", "T unclosed bold"),
    ],
)
def test_the_text(article, text):
    page = (
        f"<!doctype html><main><article><header><h1>T</h1><p>5 words</p></header>{article}</article><nav>n</nav></main>"
    )
    assert text_of_page(parse_page(page.encode())) == text


def test_the_entries():
    page = parse_page(b'<section id="change-w1"><p id="x">A <b>reason</b>.</p></section><p id="x">2</p>')
    assert entries_of(page) == {"change-w1": "A reason.", "x": "A reason."}


@pytest.mark.parametrize("html", ["<b>" * 300, "<a " * 50_000, "<!-- > " * 2_000])
def test_what_is_no_page_of_gapmark(html):
    with pytest.raises(ValueError, match="it has"):
        parse_page(html.encode())

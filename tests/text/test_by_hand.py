"""HTML that an editor writes by hand: what can't stand in a page."""

import pytest
from helpers.markdown_page import found, read

from gapmark.text.by_hand import words_by_hand

HIDING = [
    *("<span hidden>not</span>", '<span style="display:none">not</span>', '<span aria-hidden="true">not</span>'),
    *("<del>not</del>", "<s>not</s>", "<strike>not</strike>", '<bdo dir="rtl">not</bdo>', '<span dir="rtl">not</span>'),
    *("<details><p>not</p></details>", "<dialog>not</dialog>", "<template>not</template>", "<noscript>not</noscript>"),
    *("<script>not</script>", "<style>p {}</style>", "<textarea>not</textarea>", "<select>not</select>"),
    *("<object>not</object>", "<video>not</video>", "<iframe>not</iframe>", "<canvas>not</canvas>", "<q>not</q>"),
    *("<ruby>not<rt>x</rt></ruby>", "<svg><text>not</text></svg>", "<font color='white'>not</font>", "<ins>not</ins>"),
    *('<span class="paper-notes">not</span>', '<span class="a&#32;paper-notes">not</span>', "<em>not</em>"),
    *(
        "<span/hidden>not</span>",
        "<span class=paper-notes>not</span>",
        "<SPAN HIDDEN>not</SPAN>",
        "<input value='not'>",
    ),
    *(
        "<span\n hidden>not</span>",
        "<span title='<b>' hidden>not</span>",
        "<marquee>not</marquee>",
        "<title>not</title>",
    ),
    *("<p popover>not</p>", "<p inert>not</p>", "<ol reversed><li>not</li></ol>", "<p><span hidden>not</span></p>"),
    *("<?php not ?>", "<![CDATA[not]]>", '<a href="javascript:x()">not</a>', '<img src="//h/x.png">'),
    *('<a href="&#106;avascript:x()">not</a>', '<a href=" javascript:x()">not</a>', "<p onclick='x()'>not</p>"),
]


@pytest.mark.parametrize("html", HIDING)
@pytest.mark.parametrize("body", ["{}", "The rebels did {} manage it."], ids=("block", "words"))
def test_what_could_hide_a_word_is_an_error_with_its_line(html, body):
    written = f"First.\n\n{body.format(html)}"
    assert found(written, allow_html=True)[0] in {("P107", 7), ("P107", 8)}


def test_what_hides_nothing_is_let_through():
    body = (
        '<div id="a" class="mine">A <sub>b</sub>, <a href="battle.html#w12" title="c">d</a>; 1 &lt; 2.</div>\n\n'
        "H<sub>2</sub>O and <time datetime='2013-02-06'>that day</time>,<br/> see <abbr title=\"x\">y</abbr>."
    )
    assert found(body, allow_html=True) == []
    assert "<sub>" in read(body).tree[1].text, "where HTML is not allowed it is words"


def test_words_of_html():
    assert words_by_hand('<p title="c &amp; d">A <i>b</i></p>').split() == ["A", "b", "c", "&", "d"]

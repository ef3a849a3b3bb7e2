"""What a served page has that a built one has not."""

from gapmark.problems.location import Location, Problem
from gapmark.serve.page import own_file, served

PAGE = b"""<!doctype html><html><head><meta charset="utf-8">
</head><body><pre>&lt;/body></pre></body></html>"""
PROBLEM = Problem("G001", "error", 'a "<b>"', Location("content/<a>.md", 3), "<i>do</i>\nthis")


def test_a_page_has_the_script_that_shows_it_anew():
    html = served(PAGE, 7, ()).decode()
    assert '<script src="/.gapmark/serve.js" data-version="7" defer></script>\n</head>' in html
    assert "gapmark-problems" not in html


def test_problems_are_words():
    html = served(PAGE, 7, (PROBLEM,)).decode()
    assert "<code>content/&lt;a&gt;.md:3</code> error G001: a &quot;&lt;b&gt;&quot;<pre>" in html
    assert "<pre>&lt;i&gt;do&lt;/i&gt;\nthis</pre>" in html
    assert "<b>" not in html
    assert html.endswith("</section>\n</body></html>")


def test_without_a_page_there_is_one():
    html = served(None, 7, (PROBLEM,)).decode()
    assert html.startswith("<!doctype html>")
    assert "The site cannot be made: 1 error<" in html
    assert "as it was before" not in html


def test_a_page_without_a_head_is_served_too():
    assert served(b"words", 7, (PROBLEM,)).startswith(b"words")


def test_own_files():
    assert own_file("serve.js")
    assert own_file("../serve.js") is None
    assert own_file("") is None

"""What helps a site to be found, and the page that stands in for those that are not there."""

import re
import struct
import xml.etree.ElementTree as ET

import pytest

from gapmark.model import OutputFile
from gapmark.pipeline import make_site
from gapmark.project.load import load_project
from gapmark.render.check_output import check_site
from gapmark.render.web_files import make_found
from gapmark.site.made_pages import PAGES

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 40, 30) + b"\x08\x02\0\0\0"


def files(project, base_url=""):
    with (project / "content" / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"base_url: {base_url}\n")
    return {file.path: file.data.decode("utf-8", "replace") for file in make_site(load_project(project)).files}


def test_without_an_address():
    made = {file.path: file.data for file in make_found([OutputFile("index.html", b"")], "")}
    assert made == {".nojekyll": b"", "robots.txt": b"User-agent: *\nAllow: /\n"}


def test_with_an_address():
    pages = [OutputFile(path, b"") for path in ("b & c.html", "index.html", "404.html", "style.css", "a.html")]
    made = {file.path: file.data.decode() for file in make_found(pages, "https://example.org/ulm/")}
    assert made["robots.txt"].endswith("\nSitemap: https://example.org/ulm/sitemap.xml\n")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert [loc.text for loc in ET.fromstring(made["sitemap.xml"]).iter(f"{space}loc")] == [
        "https://example.org/ulm/",
        "https://example.org/ulm/a.html",
        "https://example.org/ulm/b%20%26%20c.html",
    ]
    moved = OutputFile("old.html", b'<meta name="robots" content="noindex">')
    assert "old.html" not in {f.path: f.data.decode() for f in make_found([moved], "https://a.org/")}["sitemap.xml"]


def test_an_editors_own_files_come_first():
    own = [OutputFile("robots.txt", b"mine"), OutputFile(".nojekyll", b"")]
    assert make_found(own, "") == ()


# ---------------------------------------------------------------- the head


def head(html):
    return dict(re.findall(r'<(?:meta property|link rel)="([\w:]+)" (?:content|href)="([^"]*)"', html))


def test_no_whole_address_without_base_url(project):
    made = files(project)
    assert "sitemap.xml" not in made
    assert all("canonical" not in html and "og:url" not in html for html in made.values())
    assert head(made["battle.html"])["og:title"] == "Battle · Battle of Ulm"


def test_head_with_base_url(project):
    (project / "content" / "figures").mkdir()
    (project / "content" / "figures" / "a map.png").write_bytes(PNG)
    (project / "content" / "figures.yaml").write_text(
        "- file: a map.png\n  caption: The town\n  credit: A\n  licence: CC0\n", "utf-8"
    )
    with (project / "content" / "battle.md").open("a", encoding="utf-8") as page:
        page.write("\n![A map](a%20map.png)\n")
    made = files(project, "https://example.org/ulm")
    battle, index = head(made["battle.html"]), head(made["index.html"])
    assert battle["canonical"] == battle["og:url"] == "https://example.org/ulm/battle.html"
    assert index["canonical"] == index["og:url"] == "https://example.org/ulm/"
    assert battle["og:image"] == index["og:image"] == "https://example.org/ulm/figures/a%20map.png"
    assert (battle["og:type"], index["og:type"], battle["og:locale"]) == ("article", "website", "en")
    assert "og:image" not in head(made["about.html"])
    assert '<img src="figures/a%20map.png" alt="A map" width="40" height="30">' in made["battle.html"]
    assert "figures/a map.png" in made


# ---------------------------------------------------------------- 404


@pytest.mark.parametrize(
    ("base_url", "home"),
    [
        ("", "index.html"),
        ("https://example.org", "/index.html"),
        ("https://example.org/ulm/", "/ulm/index.html"),
        ("https://example.org:8000/a/ulm", "/a/ulm/index.html"),
    ],
)
def test_404_leads_home_and_fetches_nothing(project, base_url, home):
    html = files(project, base_url)["404.html"]
    top = home.removesuffix("index.html")
    icon, skip, first, part, *apparatus, last = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert (icon, skip, first, part, last) == ("data:,", "#text", home, f"{top}battle.html", home)
    assert {f"{top}{name}.html" for name in ("gaps", "changes", "about", "edition")} <= {*apparatus}
    assert {*apparatus} <= {f"{top}{page}" for page in (*PAGES, "edition.html")}
    assert "<style>" in html
    assert "<script" not in html


def test_links_of_404_are_checked_too():
    page = '<p><a href="/ulm/{}">x</a></p>'

    def check(path, target):
        files = [OutputFile(path, page.format(target).encode()), OutputFile("index.html", b"")]
        return [problem.code for problem in check_site(files, "https://example.org/ulm/")]

    assert check("404.html", "index.html") == []
    assert check("404.html", "nowhere.html") == ["L005"]
    assert check("battle.html", "index.html") == ["L005"]

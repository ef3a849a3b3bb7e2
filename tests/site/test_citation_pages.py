"""How to cite it stands on every finished page: in its end matter for readers, in its head for programs."""

import json
import re
from html.parser import HTMLParser

from helpers.cited_site import HOSTILE

from gapmark.pipeline import make_site
from gapmark.project.load import load_project


class Head(HTMLParser):
    """The metadata of a page's head, as a browser sees them."""

    def __init__(self, html):
        super().__init__()
        self.meta, self.links, self.scripts, self.kind = {}, {}, [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "meta" and "name" in values:
            self.meta[values["name"]] = values["content"]
        if tag == "link":
            self.links[values["rel"]] = values["href"]
        self.kind = values.get("type", "") if tag == "script" else ""

    def handle_data(self, data):
        if self.kind == "application/ld+json":
            self.scripts.append(data)


def test_every_page_of_the_sample_says_how_to_cite_it(pages):
    for html in (html for path, html in pages.items() if path != "404.html"):
        head = Head(html)
        assert head.meta["citation_author"] == head.meta["DC.creator"] == "Wikipedia contributors"
        assert head.meta["citation_title"] == head.meta["DC.title"] == json.loads(head.scripts[0])["headline"]
        assert head.links["license"] == "https://creativecommons.org/licenses/by-sa/3.0/"
        assert not [name for name in head.meta if "date" in name.lower() or "url" in name]
        section = re.search(r'<(section|details) class="cite".*?</\1>', html, re.S)[0]
        forms = 3 if "par. 1 (" in section else 2
        assert section.count("2 gaps, about 20 words missing; text edited, 1 correction.") == forms
        assert "http" not in section
        written = html[html.index('<meta name="citation_title"') : html.index("</script>")]
        assert len(written.encode()) < 1600
    assert Head(pages["gaps.html"]).meta["DC.title"] == "Gaps"
    assert 'as the first (<a href="#w52">w52</a>)' in pages["battle.html"]
    assert "“Battle,” par. 1 (w52). " in pages["battle.html"]


def test_a_hostile_title_stays_in_its_place(project):
    path = project / "content" / "site.yaml"
    text = re.sub(r"(?m)^title:.*", lambda _: f"title: {json.dumps(HOSTILE.strip())}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    files = {file.path: file.data.decode(errors="replace") for file in make_site(load_project(project)).files}
    for href in ("index.html", "battle.html"):
        head = Head(files[href])
        assert head.meta["prism.publicationName"] == HOSTILE.strip()
        data = json.loads(head.scripts[0])
        assert HOSTILE.strip() in (data["headline"], data.get("isPartOf", {}).get("name"))

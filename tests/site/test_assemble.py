"""From the record to what templates see."""

import pytest
from helpers.cited_site import a_part

from gapmark.pipeline import prepare_site
from gapmark.problems.findings import Findings
from gapmark.project.load import load_project
from gapmark.site.assemble import SEARCHED_FROM, wants_search


@pytest.fixture
def assembled(project):
    """Assembles the smallest project with other words on its page, more settings and more files."""

    def make(body="The Battle of Ulm was fought in 1805.", settings="", **files):
        head = "---\ntitle: Battle\nrole: battle\n---\n\n"
        (project / "content" / "battle.md").write_text(f"{head}{body}\n", "utf-8")
        with (project / "content" / "site.yaml").open("a", encoding="utf-8") as file:
            file.write(settings)
        for name, text in files.items():
            (project / "content" / f"{name}.md").write_text(text, "utf-8")
        return prepare_site(load_project(project), Findings())[1]

    return make


def test_every_gap_of_the_ledger_knows_its_page_and_its_words(sample_site):
    first, second = sample_site.site.site.gaps
    assert (first.number, first.quantity, first.page.href, first.paragraph) == (1, 10, "battle.html", 2)
    assert (first.href, first.source_href) == ("battle.html#gap-1", f"source.html#w{first.first_token}")
    assert first.last_token - first.first_token + 1 == 10
    assert len(first.before.split()) == len(first.after.split()) == 5
    assert second.page.href == "aftermath.html"


def test_counts_are_those_of_the_pages(sample_site):
    site = sample_site.site.site
    assert [(part.number, part.gaps, part.changes) for part in site.parts] == [(1, 0, 1), (2, 1, 0), (3, 1, 0)]
    assert site.words == sum(part.words for part in site.parts) == 367
    assert (site.missing, site.tokens) == (20, 433)


def test_pages_lead_to_their_neighbours(sample_site):
    one, two, three = sample_site.site.texts
    assert (one.previous, one.next, two.previous, three.next) == (None, two.part, one.part, None)


def test_a_page_of_the_editors_own_counts_for_nothing(assembled):
    made = assembled(notes="---\ntitle: Notes\nrole: own\n---\n\nMore words of mine.\n")
    assert [part.href for part in made.site.parts] == ["battle.html", "notes.html"]
    assert made.site.words == made.site.parts[0].words == 8
    assert [text.address for text in made.texts][1] == ""


def test_footnotes_are_counted_as_the_editors(assembled):
    body = 'The Battle of [Ulm](gaps.html "On the Danube") was fought in 1805.[^1]\n\n[^1]: In a cold October.'
    made = assembled(body)
    assert [(own.page.href, own.kind, own.words) for own in made.site.own if own.kind != "title"] == [
        ("battle.html", "note", "In a cold October."),
        ("battle.html", "link_title", "On the Danube"),
    ]
    assert made.site.words == 8
    assert made.site.description == "The Battle of Ulm was fought in 1805."
    assert {own.kind for own in assembled().site.own} == {"title"}


@pytest.mark.parametrize(
    ("settings", "field", "value"),
    [
        ("", "base_url", ""),
        ("base_url: https://example.org/ulm", "base_url", "https://example.org/ulm/"),
        ("base_url: https://example.org/ulm/", "base_url", "https://example.org/ulm/"),
        ("", "description", "The Battle of Ulm was fought in 1805."),
        ("description: Mine", "description", "Mine"),
        ("gaps: {reason: lost, agent: A. B.}", "gap_reason", "lost"),
    ],
)
def test_settings(assembled, settings, field, value):
    assert getattr(assembled(settings=settings).site, field) == value


def test_links_to_generated_places_are_known(assembled):
    linked = "The Battle of Ulm was [fought](source.html#w5) in [1805]({})."
    assert assembled(linked.format("gaps.html")).problems == ()
    (problem,) = assembled(linked.format("changes.html#change-w5")).problems
    assert (problem.code, problem.where.line) == ("L001", 6)


def test_the_script_of_the_search_is_published_with_a_search_only(assembled):
    paths = {file.path for file in assembled(settings="search: off\n").copied}
    assert "style.css" in paths
    assert "search.js" not in paths
    made = assembled(settings="")
    assert (made.site.search, "search.js" in {file.path for file in made.copied}) == (False, False)


def test_auto_looks_at_the_words_of_all_pages():
    parts = [a_part(words=SEARCHED_FROM - 10), a_part(2, "b.html", "own", 10)]
    assert wants_search("auto", parts)
    assert not wants_search("auto", parts[:1])
    assert wants_search("on", ())
    assert not wants_search("off", parts)


def test_each_page_leads_to_its_own_file_for_corrections(assembled):
    assert not assembled(settings="").site.corrections
    found = assembled(settings="edit_url: 'mailto:a@example.org?subject={file}'\n").site.corrections
    assert found["battle.html"] == "mailto:a@example.org?subject=content/battle.md"
    assert found["index.html"] == found["about.html"] == "mailto:a@example.org?subject=content/site.yaml"
    assert "source.html" not in found

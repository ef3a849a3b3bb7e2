"""The files that import writes."""

import pytest

from gapmark.model import Source
from gapmark.project.settings import SETTINGS
from gapmark.receive.drafts import page_text, site_text
from gapmark.receive.headings_to_pages import Draft
from gapmark.source.sections import parse_document
from gapmark.yamltext import Field, Yaml


def document(text, source_id="12"):
    return parse_document(Source(source_id, f"content/source/{source_id}.txt", text, "0" * 64, len(text)))


def test_a_page():
    sections = document("@@12 It was war . # The siege # # Winter # They fought .").sections
    draft = Draft("battle", "Fights: two", sections, "")
    text = page_text(draft)
    assert text.startswith(
        '---\ntitle: "Fights: two"\nrole: battle\norder: 2\ndescription:\n---\n\n'
        "It was war.\n\n## The siege\n\n## Winter\n\nThey"
    )
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("header", ["@@12", "##12", ""])
@pytest.mark.parametrize("title", ["Battle of Ulm", "Document 12", 'a: "b" # c\\'])
def test_site_yaml_is_read_back(header, title):
    yaml = Yaml(site_text(document(f"{header} Words ."), title), "site.yaml", "C001")
    settings = yaml.read(Field("map", fields=SETTINGS))
    assert yaml.problems == []
    assert (settings["title"], settings["source"]["id"]) == (title, "12")
    assert bool(settings["source"]["url"]) == (header == "@@12")
    assert bool(settings["source"]["licence"]) == (header == "@@12")
    assert settings["gaps"]["reason"] == ""  # there is no gap whose place could bear one out


def test_a_heading_that_is_the_title_is_not_printed_again():
    section = document("@@12 # The siege # They fought .").sections
    assert page_text(Draft("battle", "The siege", section, "")).endswith("\n\nThey fought.\n")


def test_site_yaml_has_no_space_at_a_line_end():
    text = site_text(document("@@12 Words ."), "Ulm")
    assert not [line for line in text.split("\n") if line != line.rstrip()]

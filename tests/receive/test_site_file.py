"""site.yaml and LICENSE.txt."""

import pytest

from gapmark.model import Source
from gapmark.project.settings import SETTINGS
from gapmark.receive.site_file import licence_text, site_text
from gapmark.source.sections import parse_document
from gapmark.yamltext.values import Yaml


def document(text, source_id="12"):
    return parse_document(Source(source_id, f"content/source/{source_id}.txt", text, "0" * 64, len(text)))


@pytest.mark.parametrize("header", ["@@12", "##12", ""])
@pytest.mark.parametrize("title", ["Battle of Ulm", "Document 12", 'a: "b" # c\\'])
def test_site_yaml_is_read_back(header, title):
    yaml = Yaml(site_text(document(f"{header} Words ."), title), "site.yaml", "C001")
    settings = yaml.read(SETTINGS)
    assert yaml.problems == []
    assert (settings["title"], settings["source"]["id"]) == (title, "12")
    assert bool(settings["source"]["url"]) == (header == "@@12")
    assert bool(settings["source"]["licence"]) == (header == "@@12")
    assert settings["source"]["confirmed"] == (header != "@@12")
    assert settings["source"]["sha256"] == "0" * 64
    assert settings["gaps"]["reason"] == ""  # there is no gap whose place could bear one out


def test_site_yaml_has_no_space_at_a_line_end():
    text = site_text(document("@@12 Words ."), "Ulm")
    assert not [line for line in text.split("\n") if line != line.rstrip()]


@pytest.mark.parametrize(("between", "agent"), [(188, "as the pattern suggests"), (180, "")])
def test_who_removed_the_words_is_suggested_where_the_pattern_fits(between, agent):
    text = site_text(document("@@12 " + "a " * between + "@ " * 10), "Ulm")
    assert ("agent: the distributor" in text) == bool(agent)
    assert agent in text


def test_the_licence_is_called_a_guess():
    text = licence_text(document("@@12 Words ."))
    assert "guessed, and not confirmed" in text
    assert "CC BY-SA 3.0" in text
    assert "source/12.txt" in text
    assert "not known" in licence_text(document("Words ."))


def test_the_reason_follows_the_pattern():
    assert "ten of every 201 tokens" in site_text(document("@@12 " + "a " * 188 + "@ " * 10), "Ulm")
    assert "ten of every 200 tokens" in site_text(document("@@12 " + "a " * 199 + "@ " * 10), "Ulm")

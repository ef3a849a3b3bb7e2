from helpers.documents import document

from gapmark.collection.settings import (
    SETTINGS,
    SETTINGS_FILE,
    load_collection_settings,
    new_settings,
)
from gapmark.project.folder import Folder


def load(text):
    return load_collection_settings(Folder(None, {SETTINGS_FILE: text.encode()}))


def test_a_new_collection_has_settings_that_are_right():
    settings, problems = load(new_settings("Battles: a start"))
    assert (settings["title"], settings["language"], problems) == ("Battles: a start", "en", [])


def test_a_wrong_setting_is_named_with_its_line():
    _, (problem,) = load("title: Battles\nlanguag: de\n")
    assert (problem.code, str(problem.where)) == ("C001", "collection.yaml:2:1")
    assert 'did you mean "language"?' in problem.hint


def test_every_setting_is_documented():
    text = document("collection")
    names = [*SETTINGS.fields, *SETTINGS.fields["source"].fields, *SETTINGS.fields["gaps"].fields]
    assert not [name for name in names if f"`{name}`" not in text]

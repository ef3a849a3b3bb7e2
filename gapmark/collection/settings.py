"""collection.yaml: what is said once for all events."""

from __future__ import annotations

from gapmark.problems.location import Problem
from gapmark.project.folder import Folder
from gapmark.project.settings import read_yaml
from gapmark.yamltext.fields import ADDRESS, NEEDED, TEXT, Field, group
from gapmark.yamltext.records import Group
from gapmark.yamltext.writing import scalar

SETTINGS_FILE = "collection.yaml"
SETTINGS = group(
    title=NEEDED,
    description=TEXT,
    language=Field("text", "en"),
    base_url=ADDRESS,
    editor=TEXT,
    source=group(
        author=TEXT,
        url=Field("text", example="https://en.wikipedia.org/?curid={id}"),
        history_url=Field("text", example="https://en.wikipedia.org/?curid={id}&action=history"),
        licence=TEXT,
        licence_url=ADDRESS,
        language=Field("text", "en"),
        confirmed=Field("flag", True),
    ),
    gaps=group(agent=TEXT, reason=TEXT),
)
"""Every setting of collection.yaml; gapmark/docs/collection.md explains each."""
_NEW = """\
# The settings of this collection; `gapmark docs collection` has them all. After a change, build again.

title: {title}  # give it its title
description:
language: en  # of the words round the texts: en, de or ar
base_url:  # the site's address once it is online, such as https://example.org/battles/
editor:  # your name, if you want to be named as the editor of this site

source:  # what holds for each text; {{id}} stands for its id. An empty author or licence is shown as not known
  author:
  url:
  history_url:
  licence:
  licence_url:
  language: en  # of the texts

gaps:
  agent:  # who took the missing passages out
  reason:
"""


def load_collection_settings(folder: Folder) -> tuple[Group, list[Problem]]:
    """Return the settings of collection.yaml and what is wrong with it."""
    yaml = read_yaml(folder, SETTINGS_FILE, "C001")
    settings: Group = yaml.read(SETTINGS)
    return settings, yaml.problems


def new_settings(title: str) -> str:
    """Return the text of collection.yaml for a new collection."""
    return _NEW.format(title=scalar(title))

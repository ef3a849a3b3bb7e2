"""site.yaml and headings.yaml: every value knows its file and line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from gapmark import CONTENT
from gapmark.model import ROLES
from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Problem
from gapmark.project.folder import DEFAULTS, Folder
from gapmark.project.notation import MARKS
from gapmark.yamltext.fields import ADDRESS, NEEDED, TEXT, Field, entries, group
from gapmark.yamltext.records import Group
from gapmark.yamltext.values import Yaml
from gapmark.yamltext.web_address import is_address

SETTINGS = group(
    title=NEEDED,
    description=TEXT,
    language=Field("text", "en"),
    base_url=ADDRESS,
    edit_url=TEXT,
    source=group(
        required=True,
        id=NEEDED,
        form=Field("text", "tokens", choices=("tokens", "plain")),
        title=TEXT,
        author=TEXT,
        url=ADDRESS,
        history_url=ADDRESS,
        revision=TEXT,
        licence=TEXT,
        licence_url=ADDRESS,
        language=Field("text", "en"),
        sha256=TEXT,
        confirmed=Field("flag", True),
    ),
    gaps=group(agent=TEXT, reason=TEXT, marks=MARKS),
    editor=TEXT,
    calendar=Field("text", "gregorian", choices=("gregorian", "julian")),
    fidelity=Field("text", "warn", choices=("warn", "strict")),
    show_changes=Field("flag", True),
    search=Field("text", "auto", choices=("auto", "on", "off")),
    exports=group(epub=Field("flag", True), tei=Field("flag", True)),
    allow_html=Field("flag", False),
    allow=entries(code=NEEDED, entry=TEXT, place=TEXT, reason=NEEDED),
)
"""Every setting of site.yaml; gapmark/docs/reference.md explains each."""


def load_settings(folder: Folder) -> tuple[Group, list[Problem]]:
    """Return the settings of content/site.yaml."""
    yaml = _read_site_yaml(folder)
    settings: Group = yaml.read(SETTINGS)
    source_id = settings["source"]["id"]
    if source_id and not re.fullmatch(r"[\w-][\w.-]*", source_id):
        hint = f"write the name of a file in {CONTENT}/source/, without .txt or .md"
        yaml.error(settings["source"].locate("id"), f'source id "{source_id}" is not a file name', hint)
        settings["source"]["id"] = ""
    right = _right_base(settings["base_url"])
    if right != settings["base_url"]:
        message = f'base_url "{settings["base_url"]}" is not the folder in which the site stands, and is not used'
        where, hint = settings.locate("base_url"), f"write base_url: {right}"
        yaml.problems.append(Problem("C001", "warning", message, where, hint))
        settings["base_url"] = ""
    if settings["edit_url"] and (hint := _wrong_edit(settings["edit_url"])):
        message = f'edit_url "{settings["edit_url"]}" is no address at which somebody can correct a file'
        yaml.error(settings.locate("edit_url"), message, hint)
        settings["edit_url"] = ""
    return settings, yaml.problems


def _right_base(address: str) -> str:
    """The address of the folder of a site: no page, no query, and that of its pages where it names a repository."""
    folder = re.sub(r"[^/]+\.(?:x?html?|php|aspx?)$", "", re.split(r"[?#]", address)[0], flags=re.I)
    return re.sub(
        r"^https?://(?:www\.)?(git(?:hub|lab))\.com/([\w.-]+)/([\w.-]+?)(?:\.git|/.*)?$",
        r"https://\2.\1.io/\3/",
        folder,
    )


FILE = "{file}"
"""Stands in `edit_url` for the file of a page."""
_CORRECTED = re.compile(r"(?:https://[^\s<>\"{}/?#]+|mailto:[^\s<>\"{}/?#]+@[^\s<>\"{}/?#]+)[^\s<>\"{}]*", re.I)


def _wrong_edit(address: str) -> str:
    """Return what to write in place of an address for corrections; empty where it is right."""
    example = f"https://github.com/YOUR-NAME/YOUR-REPOSITORY/edit/main/{FILE}"
    if not _CORRECTED.fullmatch(address.replace(FILE, "")) or not is_address(re.sub("^mailto:", "https://", address)):
        return f"write edit_url: {example}, or edit_url: mailto:YOU@example.org?subject={FILE}"
    if FILE in address:
        return ""
    if address.lower().startswith("mailto:"):
        return f"say which file is meant: edit_url: {address}{'&' if '?' in address else '?'}subject={FILE}"
    repository = re.fullmatch(r"https://github\.com/[\w.-]+/[\w.-]+?(?:\.git|/)?", address)
    own = f"{repository[0].removesuffix('.git').rstrip('/')}/edit/main/{FILE}" if repository else example
    return f"say with {FILE} where the name of the file belongs: edit_url: {own}"


SITE = f"{CONTENT}/site.yaml"


def _read_site_yaml(folder: Folder) -> Yaml:
    try:
        return read_yaml(folder, SITE, "C001")
    except GapmarkError as error:
        yaml = Yaml("", SITE, "C001")
        hint = "put it back; where there never was one, import makes it: python build.py import FILE"
        hint = error.problems[0].hint if SITE in folder else hint
        yaml.broken = True
        yaml.error(error.problems[0].where, error.problems[0].message, hint)
        return yaml


def read_yaml(folder: Folder, name: str, code: str) -> Yaml:
    """Parse one YAML file of the project. Raise GapmarkError where it could not be read."""
    return Yaml(folder.text(name), name, code)


# ---------------------------------------------------------------- which heading goes where

PARTS = tuple(role for role in ROLES if role not in ("other", "own"))
KINDS = ("exact", "contains", "weak")
_NAMES = Field("map", fields=dict.fromkeys(KINDS, Field("list")), example="{exact: [the fight]}")


def load_headings(folder: Folder) -> tuple[tuple[dict[str, Any], ...], list[Problem]]:
    """Return which heading goes to which role: the site's content/headings.yaml, then the default one."""
    own, default = f"{CONTENT}/headings.yaml", DEFAULTS / "headings.yaml"
    files = [Yaml(default.read_text("utf-8"), default.name, "C003")]
    if own in folder:
        files.insert(0, read_yaml(folder, own, "C003"))
    words = Field("list", item=TEXT)
    kinds = Field("map", fields=dict.fromkeys(("fight", "disaster", "act"), words))
    roles = Field("map", fields={**dict.fromkeys(PARTS, _NAMES), "kinds": kinds})
    headings = tuple(yaml.read(roles) for yaml in files)
    _check_names_once(files[0], headings[0])
    return headings, [problem for yaml in files for problem in yaml.problems]


def _check_names_once(yaml: Yaml, headings: Mapping[str, Group]) -> None:
    """Check that no heading belongs to two parts of the story."""
    found: dict[tuple[bool, str], str] = {}
    for role in PARTS:
        lists = headings[role]
        for kind in KINDS:
            for name in lists[kind]:
                first = found.setdefault((kind == "exact", name.casefold()), role)
                if first != role:
                    message = f'"{name}" stands under {first} and under {role}'
                    yaml.error(lists.locate(kind), message, "keep it under one of the two")

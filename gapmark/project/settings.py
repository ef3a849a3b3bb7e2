"""site.yaml and the content folder as records that know the file and line of every setting."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from gapmark.errors import GapmarkError
from gapmark.model import ROLES, Location, Manuscript, OutputFile, Problem
from gapmark.project.files import FRESH, MANIFEST, failure, list_files, name_of, read_bytes, read_text
from gapmark.yamltext import Field, Group, Yaml

DEFAULTS = Path(__file__).parent.parent / "defaults"
"""What a site can override from its own folder: headings, languages, templates, static files."""
PACKAGED = DEFAULTS if (DEFAULTS / "templates").is_dir() else Path(__file__).parent.parent.parent
"""Where the default templates/ and static/ are: inside an installed package, at the top of a checkout."""

TEXT, FLAG = Field("text"), Field("flag", False)

SETTINGS = {
    "title": Field("text", required=True),
    "description": TEXT,
    "language": Field("text", "en"),
    "base_url": TEXT,
    "source": Field(
        "map",
        fields={
            "id": Field("text", required=True),
            "title": TEXT,
            "author": TEXT,
            "url": TEXT,
            "history_url": TEXT,
            "revision": TEXT,
            "licence": TEXT,
            "licence_url": TEXT,
            "language": Field("text", "en"),
        },
        required=True,
    ),
    "gaps": Field("map", fields={"agent": TEXT, "reason": TEXT}),
    "editor": TEXT,
    "fidelity": Field("text", "warn", choices=("warn", "strict")),
    "show_changes": Field("flag", True),
    "search": Field("text", "auto", choices=("auto", "on", "off")),
    "allow_html": FLAG,
    "allow": Field(
        "list",
        item=Field("map", fields={"code": Field("text", required=True), "reason": Field("text", required=True)}),
    ),
}
"""Every setting of site.yaml; the README explains each."""

FRONT_MATTER = {
    "title": Field("text", required=True),
    "role": Field("text", "other", choices=ROLES),
    "order": Field("number"),
    "description": TEXT,
}
"""Every key that may stand between the two `---` lines of a page."""

DROPPINGS = (".DS_Store", "Thumbs.db", "desktop.ini")
"""What file managers leave behind; never published."""
PAGE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*\Z")


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a content/ in it, understood as far as it can be: `problems` tells the rest."""

    root: Path
    settings: Group
    manuscripts: tuple[Manuscript, ...]
    """In the order of the pages."""
    problems: tuple[Problem, ...]

    @property
    def source_path(self) -> Path:
        """Where the received text is: the file site.yaml names, or the only one, so that it is read in any case."""
        folder = self.root / "content" / "source"
        found = sorted(folder.glob("*.txt"))
        source_id = self.settings["source"]["id"]
        return found[0] if not source_id and len(found) == 1 else folder / f"{source_id or 'ID'}.txt"


def load_project(root: Path) -> Project:
    """Read content/; whatever is wrong there comes in the record."""
    settings, problems = load_settings(root)
    manuscripts = []
    for path in sorted((root / "content").glob("[!.]*.md")):  # a dot begins the names of editors' own files
        try:
            manuscript, found = parse_manuscript(read_text(path, root), name_of(path, root))
            manuscripts.append(manuscript)
            problems += found
        except GapmarkError as error:
            problems += error.problems
    problems += _check_names(manuscripts)
    if not any((root / "content").glob("[!.]*.md")):
        hint = "run: python build.py import FILE"
        problems.append(Problem("P003", "error", "there are no pages (*.md) here", Location("content"), hint))
    problems += _leftovers(root)
    return Project(root, settings, tuple(sorted(manuscripts, key=lambda m: (m.order, m.name))), tuple(problems))


def load_settings(root: Path) -> tuple[Group, list[Problem]]:
    """The settings of content/site.yaml."""
    yaml = _read_site_yaml(root)
    settings: Group = yaml.read(Field("map", fields=SETTINGS))
    source_id = settings["source"]["id"]
    if source_id and not re.fullmatch(r"[\w-][\w.-]*", source_id):
        hint = "write the name of a file in content/source/, without .txt"
        yaml.error(settings["source"].place("id"), f'source id "{source_id}" is not a file name', hint)
        settings["source"]["id"] = ""
    _check_addresses(yaml, settings)
    return settings, yaml.problems


def _read_site_yaml(root: Path) -> Yaml:
    path = root / "content" / "site.yaml"
    try:
        return read_yaml(root, path, "C001")
    except GapmarkError as error:
        yaml = Yaml("", name_of(path, root), "C001")
        hint = "import makes one: python build.py import FILE (or: gapmark import FILE)"
        hint = error.problems[0].hint if path.is_file() else hint
        yaml.broken = True
        yaml.error(error.problems[0].where, error.problems[0].message, hint)
        return yaml


def read_yaml(root: Path, path: Path, code: str) -> Yaml:
    """Read and parse one YAML file of the project."""
    return Yaml(read_text(path, root), name_of(path, root), code)


def _check_addresses(yaml: Yaml, settings: Group) -> None:
    """Addresses leave as links: only those of the web are let through."""
    for group, key in (
        (settings, "base_url"),
        *((settings["source"], k) for k in ("url", "history_url", "licence_url")),
    ):
        if group[key] and not _is_address(group[key]):
            hint = "write the whole address, beginning with https://, or leave it empty"
            yaml.error(group.place(key), f'{key} "{group[key]}" is not a web address', hint)
            group[key] = ""


def _is_address(text: str) -> bool:
    try:
        return bool(urlsplit(text).hostname and re.match(r"https?://[^\s<>\"]+\Z", text))
    except ValueError:  # a bracket that is no IPv6 address
        return False


# ---------------------------------------------------------------- pages

_FENCE = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)


def parse_manuscript(text: str, path: str) -> tuple[Manuscript, list[Problem]]:
    """Split a page into front matter and body, and read the front matter."""
    fence = _FENCE.match(text)
    head = fence[1] if fence else ""
    yaml = Yaml("\n" + head, path, "P001")  # the line of the first --- keeps the lines right
    if not fence:
        hint = "begin the file with the lines ---, title: ..., --- ; the text follows them"
        yaml.error(Location(path, 1), "the page has no front matter, or it has no closing ---", hint)
    values: Any = yaml.read(Field("map", fields=FRONT_MATTER))
    problems = yaml.problems if fence else yaml.problems[:1]
    name = Path(path).stem
    order = values["order"] if values["order"] is not None else ROLES.index(values["role"]) + 1
    body = text[fence.end() :] if fence else text
    first_line = text.count("\n", 0, fence.end()) + 1 if fence else 1
    title = values["title"] or name
    return Manuscript(path, name, title, values["role"], order, values["description"], body, first_line), problems


def _check_names(manuscripts: list[Manuscript]) -> list[Problem]:
    problems = []
    for page in manuscripts:
        if not PAGE_NAME.match(page.name):
            hint = "use lower-case letters a to z, digits, - and _ in the file's name; it becomes the page's address"
            problems.append(Problem("P002", "error", f'"{page.name}" can\'t be an address', Location(page.path), hint))
    return problems


def _leftovers(root: Path) -> list[Problem]:
    """Fresh pages that import put beside edited ones wait for the editor; build leaves them alone."""
    hint = "take over what you want of it, then delete it"
    return [
        Problem("P004", "warning", "waits to be compared with the page beside it", Location(name_of(path, root)), hint)
        for path in sorted((root / "content").glob("*.new*"))
    ]


# ---------------------------------------------------------------- data that a site extends

_NAMES = Field("map", fields={kind: Field("list") for kind in ("exact", "contains", "weak")})


def load_headings(root: Path) -> tuple[tuple[dict[str, Any], ...], list[Problem]]:
    """Which heading goes to which role: the site's content/headings.yaml, then the default one."""
    own, default = root / "content" / "headings.yaml", DEFAULTS / "headings.yaml"
    fields = Field("map", fields=dict.fromkeys(ROLES[:4], _NAMES))
    files = [Yaml(default.read_text("utf-8"), default.name, "C003")]
    if own.is_file():
        files.insert(0, read_yaml(root, own, "C003"))
    return tuple(yaml.read(fields) for yaml in files), [problem for yaml in files for problem in yaml.problems]


def load_templates(root: Path) -> dict[str, str]:
    """The text of every template by its name: the site's own before the default one."""
    found = {}
    for base in (PACKAGED, root):
        for path in list_files(base / "templates"):
            if path.suffix in (".html", ".txt", ".xml"):
                found[path.relative_to(base / "templates").as_posix()] = read_text(path, base)
    return found


def load_static(root: Path) -> tuple[OutputFile, ...]:
    """The files that are copied as they are: the site's own static/ before the default one.

    Only custom.css is not: it is added to the end of style.css, so that a page fetches one stylesheet.
    """
    found: dict[str, OutputFile] = {}
    for base in (PACKAGED, root):
        for path in list_files(base / "static"):
            if path.name not in DROPPINGS:
                name = path.relative_to(base / "static").as_posix()
                _check_file_name(name, name_of(path, base))
                found[name] = OutputFile(name, read_bytes(path, base), name_of(path, base))
    style, custom = found.get("style.css"), found.pop("custom.css", None)
    if style and custom:
        found["style.css"] = replace(style, data=style.data.rstrip() + b"\n\n" + custom.data)
    return tuple(found.values())


def load_figures(root: Path) -> tuple[OutputFile, ...]:
    """The files of content/figures/, each with its path in the finished site."""
    folder = root / "content" / "figures"
    found = []
    for path in list_files(folder):
        if path.name not in DROPPINGS:
            name = path.relative_to(folder).as_posix()
            _check_file_name(name, name_of(path, root))
            found.append(OutputFile(f"figures/{name}", read_bytes(path, root), name_of(path, root)))
    return tuple(found)


def _check_file_name(name: str, path: str) -> None:
    """Raise GapmarkError where the list of our files could not hold the name, or it is one of our own."""
    if name == MANIFEST or name.endswith(FRESH) or not name.isprintable() or set(name) & set(":\\"):
        raise failure("O008", path, "a file of this name can't be published", "give it a plain name")

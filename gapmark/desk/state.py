"""The project as the desk sees it at one moment: its files, what is in its lists, and what is left to go through."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from gapmark.compare.changes import Change
from gapmark.compare.reasons import shortened
from gapmark.compare.record import Record
from gapmark.desk.kinds import Item, Kind, find_items, find_kinds, raw_text, sum_of
from gapmark.language.phrases import Language
from gapmark.model import Manuscript, Project
from gapmark.pipeline import make_record
from gapmark.problems.errors import GapmarkError
from gapmark.problems.findings import Findings
from gapmark.project.folder import DEFAULTS, Folder, read_folder
from gapmark.project.load import parse_project
from gapmark.project.phrases import read_phrases
from gapmark.run.memo import share
from gapmark.yamltext.values import NO

PHRASES = DEFAULTS / "serve"


class State(NamedTuple):
    """What the desk has read."""

    folder: Folder
    project: Project
    kinds: dict[str, Kind]
    record: Record | None
    """None where a page or the source can't be read."""
    language: Language

    def text(self, path: str) -> str:
        """Return a file as it is on the disk."""
        return raw_text(self.folder, path)

    def items(self, kind: Kind) -> tuple[Item, ...]:
        """Return the entries of a kind."""
        return tuple(find_items(kind, self.text(kind.path)))

    def find(self, kind: Kind, entry: str) -> Item | None:
        """Return the entry whose lines have this sum."""
        return next((item for item in self.items(kind) if item.sum == entry), None)

    @property
    def pages(self) -> Sequence[Manuscript]:
        """The pages of Markdown."""
        return self.project.manuscripts

    @property
    def unreasoned(self) -> tuple[Change, ...]:
        """The changes without a reason."""
        return self.record.unreasoned if self.record else ()

    @property
    def proposals(self) -> tuple[Item, ...]:
        """The events that are not confirmed yet."""
        return tuple(item for item in self.items(self.kinds["timeline"]) if _word(item, "confirmed").lower() in NO)

    @property
    def left(self) -> int:
        """How many entries there are to go through."""
        return len(self.proposals) + len(self.unreasoned)

    def entry_of(self, change: Change) -> Item | None:
        """Return the entry of changes.yaml with the readings of a change and no reason yet."""
        wanted = (shortened(change.source), shortened(change.published), change.before, change.after)
        for item in self.items(self.kinds["changes"]):
            if tuple(_word(item, key) for key in ("source", "published", "before", "after")) == wanted:
                return item
        return None

    def sum(self, path: str) -> str:
        """Return the sum of a file by which a form knows that it is the same."""
        return sum_of(self.text(path))


def _word(item: Item, key: str) -> str:
    return item.entry.value[key].text if isinstance(item.entry.value, dict) and key in item.entry.value else ""


def look(root: Path, *, compared: bool = True) -> State:
    """Read a project. `compared`: with its record, which takes most of the time.

    Raises GapmarkError where there are no fields or files to edit.
    """
    folder = read_folder(root)
    project = parse_project(folder, drafts=True)
    try:
        record = make_record(project, Findings()) if compared else None
    except GapmarkError:
        record = None
    code = project.settings["language"] if project.settings else "en"
    return State(folder, project, find_kinds(folder), record, desk_language(code))


def desk_language(code: str) -> Language:
    """Return the desk's words in the site's language; in English where there are none."""
    code = code if (PHRASES / f"{code}.yaml").is_file() and code.isalnum() else "en"
    return Language(code, share(read_phrases, PHRASES / f"{code}.yaml", of=("desk", code)))

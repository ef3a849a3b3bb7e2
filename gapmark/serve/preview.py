"""The site in memory. It is made again when a file has changed; a page is made when somebody asks for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Condition

from gapmark.model import Project
from gapmark.pipeline import finish_site, make_site, prepare_site, problems_to_show
from gapmark.problems.errors import GapmarkError, stop_on_errors
from gapmark.problems.findings import Findings
from gapmark.problems.location import Problem
from gapmark.project.load import load_project
from gapmark.render.render import render_page
from gapmark.run import memo, stamp
from gapmark.run.memo import Memory
from gapmark.site.template_context import Assembled

Tell = Callable[[tuple[Problem, ...], float], None]
"""Called with the problems of each state of the site, made or not, and the seconds to its first page."""


@dataclass(slots=True)
class SiteState:
    """A state of the site that can be shown."""

    project: Project
    site: Assembled
    found: Findings
    """Warnings up to the first page."""
    seconds: float
    files: dict[str, bytes]
    """Copied files, and pages that somebody asked for; all files once they are made and checked."""
    whole: bool = False
    broken: bool = False
    """Whether a mistake in this program ended the making: it is not tried again."""

    @property
    def left(self) -> int:
        """How many events are not confirmed, and changes have no reason."""
        events = sum(entry["confirmed"] is False for entry in self.project.lists.timeline)
        return events + sum(not change.reason for change in self.site.site.changes)

    def finish(self) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
        """Return all files and their warnings. Raise GapmarkError on any error."""
        found = Findings(self.found)
        files = {file.path: file.data for file in finish_site(self.site, found)}
        stop_on_errors(found)
        return files, problems_to_show(found, self.project.settings["allow"], strict=False)


class Preview:
    """The site of one project as it is now; where that can't be made, as it was before."""

    def __init__(self, root: Path, tell: Tell) -> None:
        self.root, self.tell = root, tell
        self.memory = Memory()
        """The memory of all that is made here; each thread enters it."""
        self.changed = Condition()
        """Whoever looks at the fields below holds it; it tells when there is something new to be seen."""
        self.version = time.time_ns()
        """Grows with each state, and no other process has had it."""
        self.problems: tuple[Problem, ...] = ()
        """Why the site of now is not shown."""
        self.shown: SiteState | None = None
        self._good: SiteState | None = None
        """The last one that was made and checked to its end."""
        self._seen: list[str] = []
        self._project: Project | None = None

    def refresh(self) -> None:
        """Make the site again, if a file has changed since it was last looked at."""
        with self.changed, memo.of(self.memory):
            seen = list(stamp.inputs(str(self.root)))
            if seen == self._seen:
                return
            begin, self._seen = time.perf_counter(), seen
            try:
                project = load_project(self.root, drafts=True)
            except GapmarkError as error:
                self._project, self._seen = None, []  # it may pass without a save, as another run does
                if error.problems != self.problems:
                    self._show_behind(error.problems)
                return
            if seen != list(stamp.inputs(str(self.root))):  # a file came or went meanwhile
                self._seen = []
            if project != self._project:
                self._project = project
                self.memory.turn_over()
                self._prepare(project, begin)

    def file(self, path: str) -> bytes | None:
        """Return a file of the site as it is now; None where there is none."""
        with self.changed, memo.of(self.memory):
            self.refresh()
            shown = self.shown
            if shown and not shown.whole and path not in shown.files:
                try:
                    page = render_page(shown.site, path)
                    shown.files |= {path: page.data} if page else {}
                except GapmarkError:
                    self._fail()
                else:
                    if page is None:
                        self.finish()
            return self.shown.files.get(path) if self.shown else None

    def finish(self) -> bool:
        """Make and check what nobody has asked for yet; False where there is nothing left to do."""
        with memo.of(self.memory):
            return self._finish()

    def _finish(self) -> bool:
        with self.changed:
            shown = self.shown
        if shown is None or shown.whole or shown.broken:
            return False
        try:
            files, problems = shown.finish()
        except GapmarkError:
            with self.changed:
                if self.shown is shown:
                    self._fail()
            return True
        except Exception:
            shown.broken = True
            raise
        with self.changed:
            if shown.whole:
                return False  # a browser that asks for more has them made while they are made for nobody
            shown.files, shown.whole = files, True
            if self.shown is shown:
                self._good = shown
                self.tell(problems, shown.seconds)
        return True

    def wait(self, version: int, seconds: float) -> int:
        """Return the version, once it has changed or after so many seconds."""
        with self.changed:
            self.changed.wait_for(lambda: self.version != version, seconds)
            return self.version

    # ------------------------------------------------------------ states

    def _prepare(self, project: Project, begin: float) -> None:
        found = Findings(project.problems)
        try:
            _, site = prepare_site(project, found)
            stop_on_errors(found)
        except GapmarkError:
            self._fail()
            return
        files = {file.path: file.data for file in site.copied}
        self.shown = SiteState(project, site, found, time.perf_counter() - begin, files)
        self._next(())

    def _fail(self) -> None:
        """Show the site of before, and all that a build would say of the one of now."""
        try:
            if self._project:
                make_site(self._project)
        except GapmarkError as error:
            self._show_behind(error.problems)

    def _show_behind(self, problems: tuple[Problem, ...]) -> None:
        """Show the site of before behind problems."""
        self.shown = self._good
        self._next(problems)
        self.tell(problems, 0.0)

    def _next(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        self.version += 1
        self.changed.notify_all()

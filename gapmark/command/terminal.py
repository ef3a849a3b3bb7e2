"""Prints problems and results: as text, as GitHub's annotations or as JSON. No other module prints.

Names and words of somebody else never reach the terminal as they are: a control character is shown, not obeyed.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TextIO

from gapmark.problems.location import Problem
from gapmark.run.progress import NOW

FORMATS = ("text", "github", "json")
_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, ends of lines, marks that turn the direction of what follows, halves of characters."""
_COLOURS = {"error": "31", "warning": "33"}
FIRST = 3
"""So many warnings of one code are printed; a flood would hide the others."""
PATIENCE, PAUSE = 1.0, 0.1
"""Seconds until a terminal shows how far the run is, and between two such lines."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """The place where one run prints."""

    format: str = "text"
    """`text`; `github`, which is text with annotations; `json`, which is one object on standard output."""
    quiet: bool = False
    """Print only problems."""
    verbose: bool = False
    """Print every warning, not only the first ones of a code."""
    program: str = "python build.py"
    """The command that starts the program here, so that hints name commands that work."""
    printed: list[tuple[str, str]] = field(default_factory=list, compare=False)
    """Each line so far, with `out` or `err`."""

    def say(self, line: str) -> None:
        """Print a line of good news."""
        if not self.quiet and self.format != "json":
            self._print("out", self._safe(line))

    def report(self, problems: Iterable[Problem], results: Mapping[str, Any] | None = None) -> None:
        """Print each problem as `file:line:column: level code: message` with its hint below, all on standard error.

        A hint's further lines are there to be pasted, so they stand as they are. `results` are for programs only.
        """
        if self.format == "json":
            self._print("out", as_json(problems, results or {}))
            return
        seen: Counter[str] = Counter()
        for problem in problems:
            seen[problem.code] += problem.level == "warning"
            if seen[problem.code] > FIRST and problem.level == "warning" and not self.verbose:
                continue
            level = _coloured(problem.level, _COLOURS[problem.level], sys.stderr)
            where, message = self._safe(str(problem.where)), self._safe(problem.message)
            self._print("err", f"{where}: {level} {problem.code}: {message}")
            for number, line in enumerate(problem.hint.splitlines()):
                self._print("err", self._safe(line if number else f"  hint: {line}"))
            if self.format == "github":
                self._print("err", annotation(problem))
        for code, number in seen.items() if not self.verbose else ():
            if number > FIRST:
                self._print(
                    "err", self._safe(f"{number - FIRST:,} more of {code}: python build.py check -v prints them all")
                )

    def _print(self, stream: str, line: str) -> None:
        print(line, file=sys.stderr if stream == "err" else sys.stdout)
        self.printed.append((stream, line))

    def _safe(self, line: str) -> str:
        """Return a line that moves no cursor, and that GitHub's log does not take for one of its commands."""
        plain = printable(line).replace("python build.py", self.program)
        if self.format != "github":
            return plain
        return re.sub(r"\A(\s*:):", r"\1 :", plain.replace("##[", "# #["))


@contextmanager
def watched(terminal: Terminal, *, verbose: bool | None) -> Iterator[None]:
    """Show on a terminal what takes longer than a second, step by step; with `verbose` print the time of each step.

    `verbose` is None for a command that goes on until it is ended.
    """
    steps: list[tuple[str, float]] = []
    over = threading.Event()
    NOW.listener = lambda step: steps.append((step, time.perf_counter()))
    if sys.stderr.isatty() and not terminal.quiet and terminal.format == "text" and verbose is not None:
        threading.Thread(target=_show_progress, args=(over, sys.stderr), daemon=True).start()
    try:
        yield
    finally:
        over.set()
        NOW.listener = None
        ends = (*(begun for _, begun in steps[1:]), time.perf_counter())
        for (step, begun), end in zip(steps, ends, strict=True) if verbose else ():
            print(f"{end - begun:8.3f} s  {step}", file=sys.stderr)


def _show_progress(over: threading.Event, stream: TextIO) -> None:
    if over.wait(PATIENCE):
        return
    while True:
        counted = f", {NOW.done:,} of {NOW.total:,}" if NOW.total else ""
        stream.write(f"\r{NOW.step}{counted} \x1b[K")
        stream.flush()
        if over.wait(PAUSE):
            break
    stream.write("\r\x1b[K")
    stream.flush()


def prepare() -> None:
    """Let a console that does not know every letter show others by their numbers."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def chosen_format(named: str | None) -> str:
    """Return the format that was asked for; by default text, and annotations in GitHub's workflows."""
    return named or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")


def printable(text: str) -> str:
    r"""Return a line in which signs that would move the cursor or end the line are written as `\x1b`."""
    return _UNSEEN.sub(lambda found: found[0].encode("unicode_escape", "surrogatepass").decode("ascii"), text)


def _coloured(word: str, colour: str, stream: TextIO) -> str:
    """Return the word in a colour, on a terminal that shows colours (https://no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty()
    if plain or (sys.platform == "win32" and "WT_SESSION" not in os.environ):  # an old console prints the codes
        return word
    return f"\x1b[{colour}m{word}\x1b[0m"


def as_json(problems: Iterable[Problem], results: Mapping[str, Any]) -> str:
    """Return all that a run found and did, for programs."""
    listed = [
        {**problem.where._asdict(), "code": problem.code, "level": problem.level}
        | {"message": problem.message, "hint": problem.hint}
        for problem in problems
    ]
    return json.dumps({"problems": listed, **results}, indent=2)


def annotation(problem: Problem) -> str:
    """Return the workflow command that GitHub Actions turns into a note at the place in the file."""
    where, words = problem.where, f"{problem.message}\n{problem.hint}".rstrip()
    places = {"file": where.path, "line": where.line, "col": where.column, "title": problem.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in places.items() if value)
    return f"::{problem.level} {properties}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    """Return text as a workflow command holds it: its own signs, and those in `more`, as per cent and two digits."""
    signs = (sign if sign == "\n" else printable(sign) for sign in text)
    return "".join(f"%{ord(sign):02X}" if sign in ("%", "\n", *more) else sign for sign in signs)


def count(number: int, noun: str, plural: str = "") -> str:
    """Return `1 gap`, `2 gaps`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"

"""Arguments, printing, exit codes: the only place that prints."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import gapmark
from gapmark.errors import DONE, GapmarkError
from gapmark.model import Problem


def run(arguments: Sequence[str] | None = None, project: Path | None = None) -> int:
    """Run one command and return the exit code. `project` is the folder that holds content/; by default this one."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "build")
    options = make_parser(project or Path()).parse_args(words)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a console need not know every letter
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        return command(options)
    except GapmarkError as error:
        show_problems(error.problems)
        return error.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads on; Python would complain at its end
        return DONE


def make_parser(project: Path) -> argparse.ArgumentParser:
    """All commands and options with their help."""
    parser = argparse.ArgumentParser(
        prog="gapmark",
        description="Turns a source text with removed passages into a small site. Without a command: build.",
        epilog="Exit codes: 0 done, 2 the command line or content/site.yaml is wrong, 3 anything else is wrong.",
    )
    parser.add_argument("--version", action="version", version=f"gapmark {gapmark.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, (function, help_text, options) in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.set_defaults(command=function, project=project)
        for flags, settings in options:
            command.add_argument(*flags, **settings)
    return parser


# ---------------------------------------------------------------- commands


def build(options: argparse.Namespace) -> int:
    """Build the site and say in one line what was done."""
    from gapmark import pipeline

    out = options.out or options.project / "_site"
    report = pipeline.build(options.project, out, strict=options.strict)
    show_problems(report.problems)
    for path, words in report.long_paragraphs:
        print(f"{path}: a paragraph of {words} words; an empty line breaks it in two")
    if report.unreasoned:
        print(f"{count(report.unreasoned, 'change')} without a reason; add them with: python build.py reasons")
    counts = (
        count(report.pages, "page"),
        count(report.gaps, "gap"),
        count(report.words, "word"),
        count(report.changes, "change"),
        count(len(report.problems), "warning"),
        f"{report.seconds:.2f} s",
    )
    print(f"{', '.join(counts)}: open {report.out / 'index.html'}")
    return DONE


def check(options: argparse.Namespace) -> int:
    """Do everything that build does, and write nothing."""
    from gapmark.pipeline import make_site
    from gapmark.project.load import load_project

    made = make_site(load_project(options.project), strict=options.strict)
    show_problems(made.problems)
    print(f"checked: no errors, {count(len(made.problems), 'warning')}")
    return DONE


def reasons(options: argparse.Namespace) -> int:
    """Add the entries that changes.yaml lacks."""
    from gapmark.additions import add_reasons

    return _added(add_reasons(options.project), "content/changes.yaml", "fill in each reason")


def suggest(options: argparse.Namespace) -> int:
    """Add the dates of the text that timeline.yaml lacks."""
    from gapmark.additions import add_dates

    return _added(
        add_dates(options.project), "content/timeline.yaml", "check each and set confirmed: true, or delete it"
    )


def _added(number: int, path: str, then: str) -> int:
    print(f"{path}: " + (f"added {count(number, 'entry', 'entries')}; now {then}" if number else "nothing is missing"))
    return DONE


def import_file(options: argparse.Namespace) -> int:
    """Turn a source text into content/ and say what was written."""
    from gapmark.receive.importing import import_source

    receipt = import_source(options.project, options.file, options.doc, force=options.force)
    show_problems(receipt.problems)
    told = (
        *(f"wrote {path}" for path in receipt.written),
        *(f"kept {path}, which has been edited; the fresh version is {fresh}" for path, fresh in receipt.kept),
        *(f"replaced {path}; what it was is now {old}" for path, old in receipt.replaced),
    )
    print("\n".join(told) or "nothing to write: content/ is as import would write it")
    if "content/site.yaml" in (*receipt.written, *dict(receipt.replaced)):
        print("check content/site.yaml: its title, author and licence are suggestions, or empty")
    for title in receipt.arrangement.unknown:
        print(f'the heading "{title}" is in no list (content/headings.yaml); its section keeps its place')
    for title in receipt.arrangement.empty:
        print(f'the heading "{title}" has nothing under it')
    if receipt.other_source:
        print(f"content/site.yaml still names the source {receipt.other_source}; import with --force to replace it all")
    return DONE


def clean(options: argparse.Namespace) -> int:
    """Clean one text per line, as plain text."""
    from gapmark.project.files import decode, read_file
    from gapmark.source.clean import clean_line

    data = read_file(options.file, options.file.name) if options.file else sys.stdin.buffer.read()
    lines = decode(data, options.file.name if options.file else "standard input").split("\n")
    if lines[-1] == "":
        lines.pop()
    for line in lines:
        sys.stdout.buffer.write(clean_line(line.removesuffix("\r")).encode() + b"\n")
    sys.stdout.buffer.flush()
    return DONE


PROJECT = (("--project",), {"type": Path, "metavar": "DIR", "help": "the folder that holds content/"})
STRICT = (("--strict",), {"action": "store_true", "help": "treat every warning as an error"})
COMMANDS = {
    "build": (
        build,
        "build the site into _site/",
        (
            (("--out",), {"type": Path, "metavar": "DIR", "help": "write the site to DIR instead of _site/"}),
            STRICT,
            PROJECT,
        ),
    ),
    "check": (check, "look for problems; write nothing", (STRICT, PROJECT)),
    "reasons": (reasons, "add the changes that have no entry yet to content/changes.yaml", (PROJECT,)),
    "suggest": (suggest, "add the dates found in the text to content/timeline.yaml, unconfirmed", (PROJECT,)),
    "import": (
        import_file,
        "turn a source text into the pages of content/; edited pages are never overwritten",
        (
            (("file",), {"type": Path, "metavar": "FILE", "help": "the source text"}),
            (("--doc",), {"default": "", "metavar": "ID", "help": "which document of a file that holds several"}),
            (("--force",), {"action": "store_true", "help": "replace edited pages; the old ones are kept as .old"}),
            PROJECT,
        ),
    ),
    "clean": (
        clean,
        "clean one source text per line and print one plain text per line",
        ((("file",), {"type": Path, "nargs": "?", "metavar": "FILE", "help": "by default standard input"}),),
    ),
}
"""Name, function, help, options: in the order of the help."""


# ---------------------------------------------------------------- printing


def show_problems(problems: Iterable[Problem]) -> None:
    """Print each problem as `file:line:column: level code: message` with its hint below, all on standard error.

    A hint's further lines are there to be pasted, so they stand as they are.
    """
    for problem in problems:
        print(f"{problem.where}: {problem.level} {problem.code}: {problem.message}", file=sys.stderr)
        for number, line in enumerate(problem.hint.splitlines()):
            print(line if number else f"  hint: {line}", file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation(problem), file=sys.stderr)


def annotation(problem: Problem) -> str:
    """The line that GitHub Actions turns into a note at the place in the file: one of its workflow commands."""
    where, words = problem.where, f"{problem.message}\n{problem.hint}".rstrip()
    places = {"file": where.path, "line": where.line, "col": where.column, "title": problem.code}
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in places.items() if value)
    return f"::{problem.level} {properties}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    """Text as a workflow command holds it: its own signs, and those in `more`, as per cent and two digits."""
    return "".join(f"%{ord(sign):02X}" if sign in "%\r\n" + more else sign for sign in text)


def count(number: int, noun: str, plural: str = "") -> str:
    """1 gap, 2 gaps."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"

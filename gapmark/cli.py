"""Arguments, commands, exit codes. What a command prints goes through its terminal."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import gapmark
from gapmark import stamp
from gapmark.errors import DONE, GapmarkError
from gapmark.model import Problem
from gapmark.progress import begin
from gapmark.terminal import FORMATS, Terminal, chosen_format, count, prepare, printable, watched


def run(arguments: Sequence[str] | None = None, project: str | os.PathLike[str] = "") -> int:
    """Run one command and return the exit code. `project` is the folder that holds content/; by default this one."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "build")
    options = make_parser(Path(project)).parse_args(words)
    prepare()
    options.words = words
    program = "python build.py" if (options.project / "build.py").is_file() else "gapmark"
    options.terminal = Terminal(chosen_format(options.format), quiet=options.quiet, program=program)
    try:
        command: Callable[[argparse.Namespace], int] = options.command
        with watched(options.terminal, verbose=options.verbose):
            return command(options)
    except GapmarkError as error:
        options.terminal.report(error.problems)
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
        command.set_defaults(command=function, project=project, format=None, quiet=False, verbose=None)
        for flags, settings in options:
            command.add_argument(*flags, **settings)
    return parser


# ---------------------------------------------------------------- commands


def build(options: argparse.Namespace) -> int:
    """Build the site and say in one line what was done."""
    from gapmark import pipeline

    out = options.out or options.project / "_site"
    before = stamp.look(str(options.project), options.words)
    report = pipeline.build(options.project, out, strict=options.strict, fresh=options.fresh)
    say = options.terminal.say
    told = ("pages", "gaps", "words", "changes", "unreasoned", "written")
    options.terminal.report(report.problems, {"out": str(report.out), **{name: getattr(report, name) for name in told}})
    for path, words in report.long_paragraphs:
        say(f"{path}: a paragraph of {words} words; an empty line breaks it in two")
    if report.unreasoned:
        say(f"{count(report.unreasoned, 'change')} without a reason; add them with: python build.py reasons")
    counts = [count(getattr(report, f"{noun}s"), noun) for noun in ("page", "gap", "word", "change")]
    counts.append(count(len(report.problems), "warning"))
    last = f"{', '.join(counts)}, {stamp.TIME}: open {printable(str(report.out / 'index.html'))}"
    if stamp.is_usual({*options.words} - {"--fresh"}):
        stamp.keep(str(options.project), before, (*options.terminal.printed, ("out", last)))
    say(last.replace(stamp.TIME, stamp.waited()))
    return DONE


def serve(options: argparse.Namespace) -> int:
    """Show the site in a browser on this computer, and anew at each save, until it is ended with Ctrl-C."""
    from gapmark.serve.session import serve as run_session

    def tell(problems: tuple[Problem, ...], seconds: float) -> None:
        errors = any(problem.level == "error" for problem in problems)
        options.terminal.report(problems)
        done = "the site is shown as it was before" if errors else f"made in {seconds * 1000:.0f} ms"
        options.terminal.say(f"{time.strftime('%H:%M:%S')} {done}, {count(len(problems), 'problem')}")

    def open_page(address: str) -> None:
        options.terminal.say(f"serving {address} to this computer only; save a file to see it, Ctrl-C to end")
        if options.open:
            import webbrowser

            webbrowser.open(address)

    run_session(options.project, options.port, tell, open_page)
    return DONE


def check(options: argparse.Namespace) -> int:
    """Do everything that build does, and write nothing."""
    from gapmark.pipeline import make_site
    from gapmark.project.load import load_project

    made = make_site(load_project(options.project), strict=options.strict)
    options.terminal.report(made.problems)
    options.terminal.say(f"checked: no errors, {count(len(made.problems), 'warning')}")
    return DONE


def bag(options: argparse.Namespace) -> int:
    """Put content/ and the finished site into one zip file with the sum of each file."""
    from gapmark.pipeline import write_bag

    write_bag(options.project, options.file, strict=options.strict)
    options.terminal.say(f"wrote {options.file}")
    return DONE


def verify(options: argparse.Namespace) -> int:
    """Say in one line what holds of a site or a bag, or name what does not."""
    from gapmark.verify.verifying import verify as check_all

    options.terminal.say(str(check_all(options.site, options.source, options.against)))
    return DONE


def reasons(options: argparse.Namespace) -> int:
    """Add the entries that changes.yaml lacks."""
    from gapmark.additions import add_reasons

    return _added(options, add_reasons(options.project), "content/changes.yaml", "fill in each reason")


def suggest(options: argparse.Namespace) -> int:
    """Add the dates of the text that timeline.yaml lacks."""
    from gapmark.additions import add_dates

    then = "check each and set confirmed: true, or rejected"
    return _added(options, add_dates(options.project), "content/timeline.yaml", then)


def _added(options: argparse.Namespace, number: int, path: str, then: str) -> int:
    done = f"added {count(number, 'entry', 'entries')}; now {then}" if number else "nothing is missing"
    options.terminal.say(f"{path}: {done}")
    return DONE


def import_file(options: argparse.Namespace) -> int:
    """Turn a source text into content/ and say what was written."""
    from gapmark.receive.importing import import_source
    from gapmark.receive.report import describe

    begin("importing")
    receipt = import_source(options.project, options.file, options.doc, force=options.force, dry_run=options.dry_run)
    options.terminal.report(receipt.problems)
    for line in describe(receipt, dry_run=options.dry_run):
        options.terminal.say(line)
    return DONE


def new(options: argparse.Namespace) -> int:
    """Make a project of its own for a text, and say what to do next."""
    from gapmark.receive.new_project import make_project
    from gapmark.receive.report import describe

    receipt, files = make_project(options.folder, options.file, options.doc, templates=options.templates)
    options.terminal.report(receipt.problems)
    for line in (*describe(receipt), *(f"{path}: written" for path in files)):
        options.terminal.say(line)
    options.terminal.say(f"now go to {options.folder} and read README.md there")
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


def explain(options: argparse.Namespace) -> int:
    """Say what a code means, with an example and what to do; of all codes, a line each."""
    from gapmark.project.codes import describe_codes

    for line in describe_codes(options.code):
        options.terminal.say(line)
    return DONE


def _code(word: str) -> str:
    """A problem's code as it is written. Raises ArgumentTypeError, with the nearest one, where there is none."""
    from gapmark.project.codes import load_codes
    from gapmark.yamltext import did_you_mean

    if word.upper() not in load_codes():
        raise argparse.ArgumentTypeError(f"there is no code {word}; {did_you_mean(word.upper(), (*load_codes(),))}")
    return word.upper()


PROJECT = (("--project",), {"type": Path, "metavar": "DIR", "help": "the folder that holds content/"})
FORMAT = (
    ("--format",),
    {"choices": FORMATS, "help": "text; github, with annotations; json, one object on standard output"},
)
VERBOSE = (("--verbose",), {"action": "store_true", "help": "print the time of each step too"})
QUIET = (("--quiet",), {"action": "store_true", "help": "print only what is wrong"})
STRICT = (("--strict",), {"action": "store_true", "help": "treat every warning as an error"})
COMMANDS = {
    "build": (
        build,
        "build the site into _site/",
        (
            (("--out",), {"type": Path, "metavar": "DIR", "help": "write the site to DIR instead of _site/"}),
            (("--fresh",), {"action": "store_true", "help": "build anew, whatever is remembered of the last build"}),
            *(STRICT, FORMAT, QUIET, VERBOSE, PROJECT),
        ),
    ),
    "serve": (
        serve,
        "show the site in a browser, and anew at each save; write nothing",
        (
            (("--port",), {"type": int, "metavar": "N", "help": "by default the first free one from 8000 on"}),
            (("--open",), {"action": "store_true", "help": "open the site in a browser"}),
            PROJECT,
        ),
    ),
    "check": (check, "look for problems; write nothing", (STRICT, FORMAT, QUIET, VERBOSE, PROJECT)),
    "explain": (
        explain,
        "say what the code of a problem means and what to do; without a code, list them all",
        ((("code",), {"nargs": "?", "type": _code, "metavar": "CODE", "help": "such as G002"}),),
    ),
    "bag": (
        bag,
        "put content/ and the finished site into a zip file with sums (BagIt), for a library or an archive",
        ((("file",), {"type": Path, "metavar": "FILE.zip", "help": "the file to write"}), STRICT, QUIET, PROJECT),
    ),
    "verify": (
        verify,
        "check that a site or a bag still holds: sums, words, gaps, changes and proofs",
        (
            (("site",), {"type": Path, "metavar": "SITE", "help": "the folder of a site, or a bag"}),
            (("--source",), {"type": Path, "metavar": "FILE", "help": "your own copy of the received text"}),
            (("--against",), {"default": "", "metavar": "COPY", "help": "another copy, a bag, or a noted sum"}),
            QUIET,
        ),
    ),
    "reasons": (reasons, "add the changes that have no entry yet to content/changes.yaml", (PROJECT,)),
    "suggest": (suggest, "add the dates found in the text to content/timeline.yaml, unconfirmed", (PROJECT,)),
    "new": (
        new,
        "make a new folder with a project for a text: content, workflow for GitHub Pages, instructions",
        (
            (("folder",), {"type": Path, "metavar": "FOLDER", "help": "a folder that is not there yet"}),
            (("--from",), {"type": Path, "metavar": "FILE", "dest": "file", "required": True, "help": "the text"}),
            (("--doc",), {"default": "", "metavar": "ID", "help": "which document of a file that holds several"}),
            (("--templates",), {"action": "store_true", "help": "copy templates/ and static/ too, to change them"}),
            QUIET,
        ),
    ),
    "import": (
        import_file,
        "turn a source text into the pages of content/; edited pages are never overwritten",
        (
            (("file",), {"type": Path, "metavar": "FILE", "help": "the source text"}),
            (("--doc",), {"default": "", "metavar": "ID", "help": "which document of a file that holds several"}),
            (
                ("--force",),
                {"action": "store_true", "help": "replace edited pages; the old ones are kept in content/old/"},
            ),
            (("--dry-run",), {"action": "store_true", "help": "say what would be written, and write nothing"}),
            *(QUIET, VERBOSE, PROJECT),
        ),
    ),
    "clean": (
        clean,
        "clean one source text per line and print one plain text per line",
        ((("file",), {"type": Path, "nargs": "?", "metavar": "FILE", "help": "by default standard input"}),),
    ),
}
"""Name, function, help, options: in the order of the help."""

"""One function a command. It calls the program, and prints the outcome through its terminal."""

from __future__ import annotations

import argparse
import sys
import time

from gapmark import CONTENT
from gapmark.command.terminal import count, printable
from gapmark.problems.errors import DONE
from gapmark.problems.location import Problem
from gapmark.run import stamp
from gapmark.run.progress import begin
from gapmark.site.made_pages import HOME


def build(options: argparse.Namespace) -> int:
    """Build the site and say in one line what was done."""
    from gapmark import pipeline

    out = options.out or options.project / "_site"
    before = stamp.look(str(options.project), options.words)
    made, written = pipeline.build(options.project, out, strict=options.strict, fresh=options.fresh)
    say, counts, unreasoned = options.terminal.say, made.counts(), len(made.record.unreasoned)
    figures = {"out": str(out), **counts, "unreasoned": unreasoned, "written": written}
    options.terminal.report(made.problems, figures)
    for path, words in pipeline.long_paragraphs(made.record.edition):
        say(f"{path}: a paragraph of {words} words; an empty line breaks it in two")
    if unreasoned:
        listed = all(change.id in made.record.listed for change in made.record.unreasoned)
        step = (
            f"fill in each line reason: in {CONTENT}/changes.yaml"
            if listed
            else "add them with: python build.py reasons"
        )
        say(f"{count(unreasoned, 'change')} without a reason; {step}")
    shown = [count(n, name.removesuffix("s")) for name, n in [*counts.items(), ("warnings", len(made.problems))]]
    last = f"{', '.join(shown)}, {stamp.TIME}: open {printable(str(out / HOME))}"
    if stamp.is_usual({*options.words} - {"--fresh"}):
        stamp.keep(str(options.project), before, (*options.terminal.printed, ("out", last)))
    say(last.replace(stamp.TIME, stamp.waited()))
    return DONE


def serve(options: argparse.Namespace) -> int:
    """Show the site in a browser on this computer, and again at each save, until it is ended with Ctrl-C."""
    from gapmark.desk.desk import OPEN, PLACE, Desk
    from gapmark.serve.session import serve as run_session

    desk = None if options.read_only else Desk(options.project)

    def tell(problems: tuple[Problem, ...], seconds: float) -> None:
        errors = any(problem.level == "error" for problem in problems)
        options.terminal.report(problems)
        done = "the site is shown as it was before" if errors else f"made in {seconds * 1000:.0f} ms"
        options.terminal.say(f"{time.strftime('%H:%M:%S')} {done}, {count(len(problems), 'problem')}")

    def open_page(address: str) -> None:
        options.terminal.say(f"serving {address} to this computer only; save a file to see it, Ctrl-C to end")
        if desk:
            address += f"{PLACE.removeprefix('/')}{OPEN}?key={desk.secret}"
            options.terminal.say(f"to edit in the browser, open {address}")
        if options.open:
            import webbrowser

            webbrowser.open(address)

    run_session(options.project, options.port, tell, open_page, desk)
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
    from gapmark.verify.bounds import bounded
    from gapmark.verify.verifying import verify as check_all

    with bounded(options.site.as_posix()):
        verified = check_all(options.site, options.source, options.against)
    options.terminal.say(str(verified))
    if verified.left:
        options.terminal.say(f"not compared: {verified.left}")
    return DONE


def reasons(options: argparse.Namespace) -> int:
    """Add the entries that changes.yaml lacks."""
    from gapmark.receive.additions import add_reasons

    return _added(
        options,
        add_reasons(options.project, options.terminal.program),
        f"{CONTENT}/changes.yaml",
        "fill in each reason",
    )


def suggest(options: argparse.Namespace) -> int:
    """Add the dates of the text that timeline.yaml lacks."""
    from gapmark.receive.additions import add_dates

    then = "check each and set confirmed: true, or rejected"
    return _added(options, add_dates(options.project, options.terminal.program), f"{CONTENT}/timeline.yaml", then)


def _added(options: argparse.Namespace, number: int, path: str, then: str) -> int:
    done = f"added {count(number, 'entry', 'entries')}; now {then}" if number else "nothing is missing"
    options.terminal.say(f"{path}: {done}")
    return DONE


def import_file(options: argparse.Namespace) -> int:
    """Turn a source text into content/ and say what was written."""
    from gapmark.receive.importing import import_source
    from gapmark.receive.report import describe

    begin("importing")
    receipt = import_source(
        options.project, options.file, options.doc, options.form, force=options.force, dry_run=options.dry_run
    )
    options.terminal.report(receipt.problems)
    for line in describe(receipt, dry_run=options.dry_run):
        options.terminal.say(line)
    return DONE


def new(options: argparse.Namespace) -> int:
    """Make a project of its own for a text, and say what to do next."""
    from gapmark.receive.new_project import make_project
    from gapmark.receive.report import describe

    receipt, files = make_project(options.folder, options.file, options.doc, options.form, templates=options.templates)
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


def docs(options: argparse.Namespace) -> int:
    """Print a document as plain text; without a name, list the documents."""
    from gapmark.command.documents import describe_documents

    for line in describe_documents(options.name):
        options.terminal.say(line)
    return DONE


def explain(options: argparse.Namespace) -> int:
    """Say what a code means, with an example and what to do; of all codes, a line each."""
    from gapmark.project.codes import describe_codes

    for line in describe_codes(options.code):
        options.terminal.say(line)
    return DONE

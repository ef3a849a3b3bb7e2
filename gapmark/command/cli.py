"""Reads the arguments, calls the command, returns the exit code. A command prints through its terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import gapmark
from gapmark import CONTENT
from gapmark.command.options import COMMANDS
from gapmark.command.terminal import Terminal, chosen_format, prepare, watched
from gapmark.problems.errors import DONE, GapmarkError


def run(arguments: Sequence[str] | None = None, project: str | os.PathLike[str] = "") -> int:
    """Run one command and return the exit code. `project` is the folder that holds content/; by default this one."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "build")
    words = [" ".join(words[:2]), *words[2:]] if " ".join(words[:2]) in COMMANDS else words
    options = make_parser(Path(project), words[0]).parse_args(words)
    prepare()
    options.words = words
    program = "python build.py" if os.path.isfile(options.project / "build.py") else "gapmark"  # noqa: PTH113 - may raise
    kind, quiet, verbose = chosen_format(options.format), options.quiet, bool(options.verbose)
    options.terminal = Terminal(kind, quiet, verbose, program)
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


def make_parser(project: Path, command: str = "") -> argparse.ArgumentParser:
    """Return a parser with the options of one command and their help; those of all, where there is none of this
    name."""
    parser = argparse.ArgumentParser(
        prog="gapmark",
        description="Turns a source text with removed passages into a small site. Without a command: build.",
        epilog=f"Exit codes: 0 done, 2 the command line or {CONTENT}/site.yaml is wrong, 3 anything else is wrong.",
    )
    parser.add_argument("--version", action="version", version=f"gapmark {gapmark.__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in (command,) if command in COMMANDS else COMMANDS:
        function, help_text, options = COMMANDS[name]
        subparser = subparsers.add_parser(name, help=help_text, description=help_text)
        subparser.set_defaults(command=function, project=project, format=None, quiet=False, verbose=None)
        for flags, settings in options:
            subparser.add_argument(*flags, **settings)
    return parser

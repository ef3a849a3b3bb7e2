"""The commands and their options, with the help text of each."""

from __future__ import annotations

import argparse
from pathlib import Path

from gapmark import CONTENT
from gapmark.command import collections, commands
from gapmark.command.terminal import FORMATS


def _code(word: str) -> str:
    """Return a problem's code as it is written. Raise ArgumentTypeError, with the nearest one, where there is none."""
    from gapmark.problems.nearest import did_you_mean
    from gapmark.project.codes import load_codes

    if word.upper() not in load_codes():
        raise argparse.ArgumentTypeError(f"there is no code {word}; {did_you_mean(word.upper(), (*load_codes(),))}")
    return word.upper()


def _document(word: str) -> str:
    """Return the name of a document. Raise ArgumentTypeError, with the nearest one, where there is none."""
    from gapmark.command.documents import DOCUMENTS
    from gapmark.problems.nearest import did_you_mean

    name = word.lower().removesuffix(".md")
    if name not in DOCUMENTS:
        raise argparse.ArgumentTypeError(f"there is no document {word}; {did_you_mean(name, DOCUMENTS)}")
    return name


PROJECT = (("--project",), {"type": Path, "metavar": "DIR", "help": f"the folder that holds {CONTENT}/"})
FORMAT = (
    ("--format",),
    {"choices": FORMATS, "help": "text; github, with annotations; json, one object on standard output"},
)
VERBOSE = (("-v", "--verbose"), {"action": "store_true", "help": "print every warning, and the time of each step"})
QUIET = (("-q", "--quiet"), {"action": "store_true", "help": "print only what is wrong"})
FROM = (("--from",), {"type": Path, "metavar": "FILE", "dest": "file", "required": True, "help": "the text"})
CHOICE = (
    (("--match",), {"default": "", "metavar": "REGEX", "help": "only documents with this, such as '# Battle #'"}),
    (("--ids",), {"type": Path, "metavar": "FILE", "help": "only documents whose ids this file names, one a line"}),
    (("--dry-run",), {"action": "store_true", "help": "say what would be written, and write nothing"}),
)
"""Which documents of a received file become events."""
COLLECTION = (("--project",), {"type": Path, "metavar": "DIR", "help": "the folder that holds collection.yaml"})
JOBS = (
    ("--jobs",),
    {"type": int, "default": 0, "metavar": "N", "help": "so many processes; by default one for each core"},
)
STRICT = (("--strict",), {"action": "store_true", "help": "treat every warning as an error"})
FORM = (
    ("--form",),
    {"default": "", "choices": ("tokens", "plain"), "help": "how the text stands; by default as it looks"},
)
COMMANDS = {
    "build": (
        commands.build,
        "build the site into _site/",
        (
            (("--out",), {"type": Path, "metavar": "DIR", "help": "write the site to DIR instead of _site/"}),
            (
                ("--fresh",),
                {"action": "store_true", "help": "build all of it again, with nothing kept from the last build"},
            ),
            *(STRICT, FORMAT, QUIET, VERBOSE, PROJECT),
        ),
    ),
    "serve": (
        commands.serve,
        "show the site in a browser, and again at each save; edit it there, at the address that is printed",
        (
            (("--port",), {"type": int, "metavar": "N", "help": "by default the first free one from 8000 on"}),
            (("--open",), {"action": "store_true", "help": "open the site in a browser"}),
            (("--read-only",), {"action": "store_true", "help": "write nothing: there is no desk"}),
            PROJECT,
        ),
    ),
    "check": (commands.check, "look for problems; write nothing", (STRICT, FORMAT, QUIET, VERBOSE, PROJECT)),
    "explain": (
        commands.explain,
        "say what the code of a problem means and what to do; without a code, list them all",
        ((("code",), {"nargs": "?", "type": _code, "metavar": "CODE", "help": "such as G002"}),),
    ),
    "docs": (
        commands.docs,
        "print a document, such as editing or reference; without a name, list them all",
        ((("name",), {"nargs": "?", "type": _document, "metavar": "NAME", "help": "such as publishing"}),),
    ),
    "bag": (
        commands.bag,
        f"put {CONTENT}/ and the finished site into a zip file with sums (BagIt), for a library or an archive",
        ((("file",), {"type": Path, "metavar": "FILE.zip", "help": "the file to write"}), STRICT, QUIET, PROJECT),
    ),
    "verify": (
        commands.verify,
        "check a site or a bag against its source: sums, words, gaps, changes and proofs",
        (
            (("site",), {"type": Path, "metavar": "SITE", "help": "the folder of a site, or a bag"}),
            (("--source",), {"type": Path, "metavar": "FILE", "help": "your own copy of the received text"}),
            (("--against",), {"default": "", "metavar": "COPY", "help": "another copy, a bag, or a noted sum"}),
            QUIET,
        ),
    ),
    "reasons": (commands.reasons, f"add the changes that have no entry yet to {CONTENT}/changes.yaml", (PROJECT,)),
    "suggest": (
        commands.suggest,
        f"add the dates found in the text to {CONTENT}/timeline.yaml, unconfirmed",
        (PROJECT,),
    ),
    "new": (
        commands.new,
        "make a new folder with a project for a text: content, workflow for GitHub Pages, instructions",
        (
            (("folder",), {"type": Path, "metavar": "FOLDER", "help": "a folder that is not there yet"}),
            FROM,
            (("--doc",), {"default": "", "metavar": "ID", "help": "which document of a file that holds several"}),
            FORM,
            (("--templates",), {"action": "store_true", "help": "copy templates/ and static/ too, to change them"}),
            QUIET,
        ),
    ),
    "import": (
        commands.import_file,
        f"turn a source text into the pages of {CONTENT}/; edited pages are never overwritten",
        (
            (("file",), {"type": Path, "metavar": "FILE", "help": "the source text"}),
            (("--doc",), {"default": "", "metavar": "ID", "help": "which document of a file that holds several"}),
            FORM,
            (
                ("--force",),
                {"action": "store_true", "help": f"replace edited pages; the old ones are kept in {CONTENT}/old/"},
            ),
            (("--dry-run",), {"action": "store_true", "help": "say what would be written, and write nothing"}),
            *(QUIET, VERBOSE, PROJECT),
        ),
    ),
    "clean": (
        commands.clean,
        "clean one source text per line and print one plain text per line",
        ((("file",), {"type": Path, "nargs": "?", "metavar": "FILE", "help": "by default standard input"}),),
    ),
    "collection new": (
        collections.new,
        "make a folder for many events: the received file, a table of its texts, settings",
        (
            (("folder",), {"type": Path, "metavar": "FOLDER", "help": "a folder that is not there yet"}),
            (("--places",), {"type": Path, "metavar": "PLACES", "help": "a table of places, to be places.csv"}),
            *(FROM, *CHOICE, QUIET),
        ),
    ),
    "collection add": (
        collections.add,
        "add the texts of another received file to a collection; no row that is there is touched",
        ((("file",), {"type": Path, "metavar": "FILE", "help": "the received file"}), *CHOICE, QUIET, COLLECTION),
    ),
    "collection edit": (
        collections.edit,
        "make a project of one event of a collection in events/ID, to work on it",
        ((("event",), {"metavar": "ID", "help": "the id of the event"}), QUIET, COLLECTION),
    ),
    "collection build": (
        collections.build,
        "build one site of all events of a collection into _site/",
        (
            (("--out",), {"type": Path, "metavar": "DIR", "help": "write the site to DIR instead of _site/"}),
            *(JOBS, STRICT, FORMAT, QUIET, COLLECTION),
        ),
    ),
    "collection check": (
        collections.check,
        "make the site of a collection in memory and say what is wrong; write nothing",
        (JOBS, FORMAT, QUIET, COLLECTION),
    ),
    "collection status": (
        collections.status,
        "print a line for each event of a collection: title, date, place, words, gaps; write nothing",
        (FORMAT, QUIET, COLLECTION),
    ),
}
"""Name, function, help, options: in the order of the help. A name may have two words."""

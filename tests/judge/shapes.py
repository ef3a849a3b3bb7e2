"""Inputs of every shape, longer and longer: none may take a time that grows with the square of its length.

By hand: python tests/judge/shapes.py [--size 20000] [NAME ...]

A shape is a text that is repeated to a length; its time is the processor time of what reads it. What is refused with a
problem is done at once, and counts as read.
"""

import argparse
import contextlib
import sys
import time
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from judge.shape_texts import DRAWINGS, GAP, MARKDOWN, SOURCES, YAML

from gapmark.compare.record import compare
from gapmark.forms.forms import check_source
from gapmark.markup.drawing import ImageError, measure_drawing
from gapmark.model import Source
from gapmark.problems.errors import GapmarkError
from gapmark.project.folder import Folder
from gapmark.project.lists import FILES
from gapmark.project.pages import parse_manuscript
from gapmark.project.settings import load_headings
from gapmark.receive.headings_to_pages import arrange
from gapmark.receive.page_file import page_text
from gapmark.source.sections import check_text, parse_document
from gapmark.statements.proposals import propose
from gapmark.text.pages import parse_edition
from gapmark.yamltext.values import Yaml

SHORT = 0.2
"""Seconds below which a time says nothing of how it grows."""
HEADINGS, _ = load_headings(Folder(None, {}))


def received(text):
    return Source("1", "content/source/1.txt", text, "0" * 64, len(text))


DOCUMENT = parse_document(received(f"@@1 One two {GAP} three . # Battle # Four {GAP} five ."))


def page(text, *, html=False):
    """A page of Markdown, compared."""
    manuscript, _ = parse_manuscript(f"---\ntitle: x\n---\n\n[gap 1] {text}\n\n[gap 2]\n", "content/battle.md")
    edition = parse_edition(DOCUMENT, (manuscript,), allow_html=html)
    if edition.compared and edition.whole:
        compare(edition, (), (), strict=False)


def page_with_html(text):
    """A page that may have HTML."""
    page(text, html=True)


def source(text):
    """A received text: read, checked, cut into pages, its dates proposed."""
    check_text(text, "1.txt")
    document = parse_document(received(text))
    check_source(document)
    for draft in arrange(document, HEADINGS).drafts:
        page_text(draft)
    propose(document.sections, ())


def yaml(text):
    """A list."""
    Yaml(text, "x.yaml", "X004").read(FILES["timeline"][0])


def drawing(text):
    """An SVG image."""
    measure_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{text}</svg>'.encode())


SHAPES = (
    *product((page, page_with_html), MARKDOWN),
    *product((source,), SOURCES),
    *product((yaml,), YAML),
    *product((drawing,), DRAWINGS),
)


def seconds(read, shape, size, runs=1):
    """Processor time of reading a shape repeated to `size` characters, the least of some runs."""
    text = (shape * (size // len(shape) + 1))[:size]
    times = []
    for _ in range(runs):
        begun = time.process_time()
        with contextlib.suppress(GapmarkError, ImageError):
            read(text)
        times.append(time.process_time() - begun)
    return min(times)


def growth(read, shape, size):
    """Times at `size` and at twice as much; measured again, the least of five, where they look like a square."""
    once, twice = seconds(read, shape, size), seconds(read, shape, 2 * size)
    if twice > 3 * once and twice > SHORT:
        once, twice = seconds(read, shape, size, 5), seconds(read, shape, 2 * size, 5)
    return once, twice


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", help="page, page_with_html, source, yaml or drawing")
    options.add_argument("--size", type=int, default=20_000)
    options = options.parse_args()
    wrong = 0
    for read, shape in SHAPES:
        if options.names and read.__name__ not in options.names:
            continue
        once, twice = growth(read, shape, options.size)
        if twice > 3 * once and twice > SHORT:
            wrong += 1
            sys.stdout.write(f"{read.__name__:15} {shape!r:20} {once:6.2f} s, {twice:6.2f} s\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(SHAPES)} shapes, {wrong} take a time that grows with the square\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())

"""Random input for whatever reads what people wrote: no traceback, no hang.

By hand: python tests/judge/fuzz.py --cases 10000

Prints the cases done, and every input that broke a reader, as Python that shows it again.
"""

import argparse
import random
import signal
import sys
import time
import traceback

from gapmark.compare.record import compare
from gapmark.forms.forms import check_source, parse_source
from gapmark.markup.drawing import ImageError, measure_drawing
from gapmark.model import Source
from gapmark.problems.errors import GapmarkError
from gapmark.project.folder import Folder
from gapmark.project.lists import FILES
from gapmark.project.pages import parse_manuscript
from gapmark.project.settings import SETTINGS, load_headings
from gapmark.receive.headings_to_pages import arrange
from gapmark.receive.page_file import page_text
from gapmark.source.clean import clean_line
from gapmark.source.sections import check_text, parse_document
from gapmark.statements.proposals import propose
from gapmark.text.pages import parse_edition
from gapmark.yamltext.values import Yaml

SECONDS = 20
"""How long one case may take; the slowest take a few hundredths."""

GAP = " ".join("@" * 10)


def parts(text):
    return tuple(text.split("¦"))


SIGNS = parts(
    "@¦@@¦@@1¦##2¦#¦'¦''¦\"¦,¦.¦;¦:¦?¦!¦(¦)¦[¦]¦{¦}¦*¦**¦--¦---¦...¦. . .¦' s¦n't¦do¦ca¦'s¦&¦&amp;¦<¦>¦<p>¦</p>¦<h>¦|¦="
    "¦+¦-¦1¦1939¦' 60s"
)
WORDS = parts(
    "the¦Battle¦of¦Ulm¦army¦Background¦Aftermath¦References¦U.S .¦Capt . Smith¦al-Safira¦6 February 2013¦On early March"
)
ODD = (*parts("\ufeff¦\u2028¦\xa0¦\t¦\r\n¦é¦e\u0301¦صفيرة¦\u200f¦😀¦@@1 @¦**30;600955;TOOLONG"), GAP)
MARKDOWN = parts(
    "[gap 1]¦[gap 2]¦[gap¦\\[gap 1]¦[^1]¦[^1]: a¦[a](b.md)¦[a]: b¦![a](b.svg)¦![¦[¦](¦)¦*¦**¦_¦`¦```¦~~~¦> ¦- ¦1. "
    "¦# ¦## ¦    ¦\n¦\n\n¦  \n¦---¦***¦|¦|---|¦: ¦*[HTML]: x¦{#a .b}¦{: #c }¦[TOC]¦<b>¦</b>¦<!--¦-->¦<!¦<?¦&#27;"
    "¦&lt;¦&x;¦\\¦http://[¦<http://x>¦mailto:a@b¦javascript:x¦data:,x¦\"¦'¦--¦...¦\x02¦\x03¦wzxhzdk:0¦klzzwxh:1"
)
YAML = parts(
    "title¦source¦id¦- ¦: ¦:¦\n¦\n  ¦\n    ¦'¦\"¦[¦]¦{¦}¦,¦#¦&a ¦*a¦!!int ¦!x ¦|¦>¦|-¦? ¦---\n¦...\n¦%YAML¦~¦null¦yes"
    "¦1e999¦2013-02-06¦\\x1b¦\\ud800¦\\U¦\t¦quote¦date¦label¦value¦file¦licence¦credit¦name¦gap¦words¦witness¦http://[¦<<¦=¦@¦`"
)
XML = parts(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">¦</svg>¦<g>¦</g>¦<style>¦</style>¦<!--¦-->¦<![CDATA['
    '¦]]>¦<?x ?>¦<!DOCTYPE svg>¦&a;¦&#0;¦url(#a)¦url(x)¦ href="#a"¦ x="1"¦\0¦é¦<¦>¦"'
)


def soup(choose, chosen, longest, between=" "):
    return between.join(choose.choice(chosen) for _ in range(choose.randint(0, longest)))


def source_text(choose):
    plain = (*WORDS, *WORDS, *WORDS, "#", "#", GAP, ".", ",")
    chosen = choose.choice(((*SIGNS, *WORDS), (*SIGNS, *ODD), plain, (*SIGNS, *WORDS, *ODD)))
    begin = choose.choice(("", "@@1 ", "##1 ", "\ufeff@@1 ", "a @@1 "))
    return begin + soup(choose, chosen, choose.choice((3, 10, 60)))


def read(choose):
    """Reader: tokens, gaps, sections, headings to pages, findings, dates."""
    text = source_text(choose)
    yield text
    try:
        check_text(text, "1.txt")
    except GapmarkError:
        return
    document = parse_document(received(text))
    check_source(document)
    arrange(document, HEADINGS)
    propose(document.sections, ())


def clean(choose):
    """Cleaner: one line, no letter or digit lost."""
    text = source_text(choose)
    yield text
    clean_line(text)


def mark_up(choose):
    """Markdown: a page of a source with two gaps."""
    body = soup(choose, (*MARKDOWN, *WORDS), choose.choice((4, 12, 40)), choose.choice(("", " ")))
    yield body
    page, _ = parse_manuscript(f"---\ntitle: x\n---\n\n{body}", "content/battle.md")
    parse_edition(DOCUMENT, (page,), allow_html=choose.random() < 0.3)


def yaml(choose):
    """YAML: every list, site.yaml, front matter."""
    text = soup(choose, (*YAML, *WORDS), choose.choice((5, 15, 50)), choose.choice(("", " ")))
    yield text
    field = choose.choice((*(field for field, _ in FILES.values()), SETTINGS))
    Yaml(text, "x.yaml", "C001").read(field)
    parse_manuscript(choose.choice(("---\n", "")) + text, "content/battle.md")


def record(choose):
    """Record: what import would write, edited at random, compared with the source."""
    text = source_text(choose)
    yield text
    try:
        document = parse_source(received(text))
    except GapmarkError:
        return
    pages = []
    for draft in arrange(document, HEADINGS).drafts:
        written = page_text(draft)
        for _ in range(choose.randint(0, 4)):
            at = choose.randrange(len(written) + 1)
            end = min(len(written), at + choose.choice((0, 0, 1, 5, 30)))
            written = written[:at] + soup(choose, (*MARKDOWN, *WORDS), 3) + written[end:]
        pages.append(parse_manuscript(written, f"content/{draft.name}.md")[0])
    yield repr((text, [page.body for page in pages]))
    edition = parse_edition(document, pages, allow_html=False)
    if edition.compared:
        compare(edition, (), (), strict=False)


def draw(choose):
    """Drawings."""
    data = ("" if choose.random() < 0.3 else XML[0]) + soup(choose, XML, 12, "") + choose.choice(("", "</svg>"))
    yield data
    try:
        measure_drawing(data.encode())
    except ImageError:
        return


def received(text):
    return Source("1", "content/source/1.txt", text, "0" * 64, len(text))


HEADINGS, _ = load_headings(Folder(None, {}))
DOCUMENT = parse_document(received(f"@@1 One two {GAP} three . # Battle # Four {GAP} five ."))
TARGETS = ((read, 30), (clean, 30), (yaml, 22), (mark_up, 10), (record, 5), (draw, 3))
"""What is tried, and how often of a hundred times."""


def stop(*_):
    raise TimeoutError(f"more than {SECONDS} seconds")


def attempt(target, choose):
    """What went wrong, if anything, with one random input, and how long it took."""
    given, start = "", time.process_time()
    signal.alarm(SECONDS)
    try:
        for given in target(choose):  # noqa: B007 - the last input is what broke it
            pass
    except Exception:
        return f"{target.__name__}({given!r})\n{traceback.format_exc(limit=-3)}", 0
    finally:
        signal.alarm(0)
    return "", time.process_time() - start


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options = options.parse_args()
    choose, began, broken, slowest = random.Random(options.seed), time.perf_counter(), 0, 0
    signal.signal(signal.SIGALRM, stop)
    names = [target for target, share in TARGETS for _ in range(share)]
    for number in range(options.cases):
        wrong, seconds = attempt(choose.choice(names), choose)
        slowest = max(slowest, seconds)
        broken += bool(wrong)
        sys.stdout.write(f"case {number}: {wrong}" if wrong else "")
    seconds = time.perf_counter() - began
    report = f"{options.cases:,} cases, seed {options.seed}, {seconds:.0f} s, {broken} broken, slowest {slowest:.2f} s"
    sys.stdout.write(f"{report}\n")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())

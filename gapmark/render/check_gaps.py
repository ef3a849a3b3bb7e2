"""A check on finished bytes: no file says the words on both sides of a gap without its mark between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from gapmark.compare.changes import reading
from gapmark.compare.words import EditionWord
from gapmark.model import OutputFile
from gapmark.problems.location import Location, Problem

NEAR = 3
"""Words on each side of a gap that are looked for: fewer can stand together by chance."""
READ = (".html", ".xml", ".json", ".csv", ".js", ".bib", ".ris", ".cff")
"""How the names of files end that hold words of the text. The source as received is not among them."""
_TAG = re.compile(r"<[^>]*>")


def check_gaps(files: Sequence[OutputFile], words: Sequence[EditionWord]) -> Iterator[Problem]:
    """Yield an error for each file that closes a gap of the text, whose words and gaps are `words`."""
    closed = tuple(_closed(words))
    for file in files if closed else ():
        if file.path.endswith(READ):
            texts = _texts(file)
            for number, said in ((n, said) for n, said in closed if any(said in text for text in texts)):
                message = f"gap {number} is closed without a mark: “{said}”"
                hint = "say that words are missing there, or leave out the words on one side of the gap"
                yield Problem("O013", "error", message, Location(file.path, 1), hint)


def _closed(words: Sequence[EditionWord]) -> Iterator[tuple[int, str]]:
    """Yield each gap with the words beside it, as they read where its mark is left out, unless the text has them so."""
    whole = reading(words)
    for index, word in enumerate(words):
        beside = [*words[max(index - NEAR, 0) : index], *words[index + 1 : index + 1 + NEAR]]
        said = reading(beside) if word.gap and len(beside) == 2 * NEAR and not any(w.gap for w in beside) else ""
        if said and said not in whole:
            yield word.gap, said


def _texts(file: OutputFile) -> tuple[str, ...]:
    """Return what a file says: all of it, and for a page also its words without the tags between them."""
    text = unescape(file.data.decode("utf-8", "replace"))
    shown = (text, _TAG.sub("", text)) if file.path.endswith(".html") else (text,)
    return tuple(" ".join(words.split()) for words in shown)

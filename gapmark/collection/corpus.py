"""Which documents the received files hold, and where each of them stands. Nothing is decoded: a file may have millions
of words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from gapmark.problems.location import Location, Problem
from gapmark.source.clean import clean_line

_HEADER = re.compile(rb"(?:(?<!\S)|(?<=\A\xef\xbb\xbf))(?:@@|##)([0-9]+)(?!\S)")
OPENING = 1200
"""Bytes of a document in which its first two sentences stand."""


class Received(NamedTuple):
    """Where one document stands."""

    id: str
    """The digits of its header; of a file without any header, the file's name."""
    path: str
    """Of its file, relative to the collection."""
    start: int
    end: int
    """Its first byte in the file, and the first after it."""


class Corpus(NamedTuple):
    """The received files and what is in them."""

    files: Mapping[str, bytes]
    """By path."""
    documents: Mapping[str, Received]
    """By id, in the order of the files. A document whose id stands twice is not among them."""
    problems: tuple[Problem, ...]

    def read(self, document: Received) -> bytes:
        """Return the bytes of a document, header included."""
        return self.files[document.path][document.start : document.end]

    def locate(self, document: Received) -> Location:
        """Return the line on which a document begins."""
        return Location(document.path, self.files[document.path].count(b"\n", 0, document.start) + 1)


def read_corpus(files: Mapping[str, bytes], names: Mapping[str, str]) -> Corpus:
    """Find the documents of all files. `names` has the id of a file's text, by its path, where it has no header."""
    found: dict[str, list[Received]] = {}
    for path, data in files.items():
        for document in find_received(data, path, names[path]):
            found.setdefault(document.id, []).append(document)
    once = {name: same[0] for name, same in found.items() if len(same) == 1}
    corpus = Corpus(files, once, ())
    preambles = (_preamble(data, path) for path, data in files.items())
    problems = (*filter(None, preambles), *_twice(corpus, [same for same in found.values() if len(same) > 1]))
    return corpus._replace(problems=problems)


def find_received(data: bytes, path: str, name: str) -> Iterator[Received]:
    """Yield each document of a file, from its header to the next one; all of a file without header as `name`."""
    headers = list(_HEADER.finditer(data))
    if not headers:
        yield Received(name, path, 0, len(data))
    ends = [header.start() for header in headers][1:] + [len(data)][: len(headers)]
    for header, end in zip(headers, ends, strict=True):
        yield Received(header[1].decode(), path, header.start(), end)


def _preamble(data: bytes, path: str) -> Problem | None:
    header = _HEADER.search(data)
    before = data[: header.start()].removeprefix(b"\xef\xbb\xbf").strip() if header else b""
    if not before:
        return None
    message = f"{len(before):,} bytes stand before the first header, and belong to no event"
    return Problem("S021", "warning", message, Location(path, 1), "leave it, or take these bytes out of the file")


def _twice(corpus: Corpus, doubles: Iterable[list[Received]]) -> Iterator[Problem]:
    for first, *others in doubles:
        also = " and ".join(str(corpus.locate(other)) for other in others)
        message = f"the id {first.id} stands on two documents or more: here and at {also}; none of them is published"
        hint = "keep the one that was received last, and take the others out"
        yield Problem("S020", "error", message, corpus.locate(first), hint, first.id)


def opening_of(data: bytes) -> str:
    """Return the words that a document begins with, cleaned, up to its first heading; gaps stand as `[gap 1]`."""
    words = data[:OPENING].decode("utf-8", "ignore")
    if len(data) > OPENING:
        words = words.rpartition(" ")[0]
    first, *rest = words.split(maxsplit=1)
    words = words if rest and not re.fullmatch("(?:@@|##)[0-9]+", first) else " ".join(rest)
    return clean_line(re.split(r"\s#\s|<h>", f" {words} ")[0]) if words else ""

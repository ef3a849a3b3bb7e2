"""Which document of a file is imported, in which form it is, and what it is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from gapmark import CONTENT
from gapmark.forms.forms import find_form
from gapmark.model import Extent, Source
from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Location, Problem
from gapmark.project.files import read_file
from gapmark.project.load import read_source
from gapmark.project.notation import load_notation
from gapmark.source.clean import clean_line
from gapmark.source.file_kinds import refuse_bytes, refuse_columns, refuse_encoding, refuse_layout
from gapmark.source.near_marks import refuse_near_headers
from gapmark.source.sections import check_text
from gapmark.source.tokens import find_documents

MOST = 200
"""So many documents of a file are named in a message."""
OPENING = 12
"""Tokens of each that are shown beside its number."""


def choose_document(path: Path, doc: str = "", form: str = "", marks: Iterable[Mapping[str, Any]] = ()) -> Source:
    """Return the document of the file, or the one called `doc`, as the source it will be in content/source/.

    `form` is the name of its form where that is known; `marks` are the site's own. Raises GapmarkError.
    """
    return choose_in(read_file(path, path.name), path, doc, form, marks)


def choose_in(
    data: bytes, path: Path, doc: str = "", form: str = "", marks: Iterable[Mapping[str, Any]] = ()
) -> Source:
    """Return the same of bytes that are read already; of `path`, only the name counts."""
    refuse_bytes(data, path.name)
    refuse_encoding(data, path.name)
    text = data.decode()
    refuse_layout(text, path.name)
    if form != "plain":
        refuse_near_headers(text, path.name)
    if (form or find_form(text)[0]) == "tokens":
        refuse_columns(text, path.name)
        return _tokenised(path, data, text, doc)
    check_text(text.replace("\f", "\n"), path.name)
    name, ending = source_name(path.stem), ".md" if path.suffix.lower() in (".md", ".markdown") else ".txt"
    return read_source(data, f"{CONTENT}/source/{name}{ending}", name, "plain", load_notation(marks))


def _tokenised(path: Path, data: bytes, text: str, doc: str) -> Source:
    extents = find_documents(text, source_name(path.stem))
    chosen = [extent for extent in extents if extent.id == doc] if doc else list(extents)
    if len(chosen) != 1:
        raise _choice(path, doc, text, extents)
    extent = chosen[0]
    if len(extents) > 1:
        data = text[extent.start : extent.end].encode()
    source = read_source(data, f"{CONTENT}/source/{extent.id}.txt", extent.id)
    check_text(source.text, path.name)
    return source


def source_name(stem: str) -> str:
    """A file's name as one that site.yaml can hold as it is: letters, digits, `_`, `.` and `-`."""
    return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", stem)).strip(".-") or "text"


def _choice(path: Path, doc: str, text: str, extents: Sequence[Extent]) -> GapmarkError:
    """Name every document by its number and first words, so that an editor finds the one that is meant."""
    found = f'has no document "{doc}"' if doc else f"holds {len(extents)} documents"
    shown = "\n".join(f"{extent.id}: {_opening(text, extent)}" for extent in extents[:MOST])
    more = f"\n... and {len(extents) - MOST} more" if len(extents) > MOST else ""
    problem = Problem("C004", "error", found, Location(path.name), f"add --doc with one of these:\n{shown}{more}")
    return GapmarkError(problem)


def _opening(text: str, extent: Extent) -> str:
    """The first words of a document, without its header."""
    return clean_line(" ".join(text[extent.start : extent.end].split(maxsplit=OPENING + 1)[1 : OPENING + 1]))

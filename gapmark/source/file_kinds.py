"""Files that hold no source text as it is: which kind each is, and how an editor gets the text out of it."""

from __future__ import annotations

import re
from collections import Counter

from gapmark.problems.errors import GapmarkError, failure

_PLAIN = "File > Save As > Plain Text (.txt), and in the dialog the encoding Unicode (UTF-8); then import that"
WORD = f"open it in Word: {_PLAIN}"
ODT = "open it in LibreOffice: File > Save As > Text - Choose Encoding (.txt), then Unicode (UTF-8); then import that"
PDF = "run: pdftotext -enc UTF-8 FILE.pdf FILE.txt, compare the text with the pages, and import that"
WEB = "open it in a browser, select all, copy it into a text editor, save that as plain text in UTF-8, and import it"
TEI = (
    "make a plain text of it in which each gap is a mark, such as [2 words illegible] for "
    '<gap reason="illegible" quantity="2" unit="words"/>, save it in UTF-8, and import that'
)
UTF_8 = "run: iconv -f {} -t UTF-8 FILE > NEW.txt; or in Notepad: File > Save as, Encoding: UTF-8"
SAVE = "open it in the program it is of, save it as plain text (.txt) with the encoding UTF-8, and import that"
UNPACK = "unpack it, and import the text file that is in it"
COPY = "copy the text out of it, save it as plain text (.txt) in UTF-8, and compare it with the original"
EXTRACT = "take the text itself out of it, without names of fields and quotation marks, and save that alone in UTF-8"
LINEAR = (
    'ask for the linear text of the same collection (often called "text"): one document a line, spaces between words'
)

BINARY = (
    (rb"PK\x03\x04.*word/document", "a Word document (docx)", WORD),
    (rb"PK\x03\x04.*opendocument\.text", "an OpenDocument text (odt)", ODT),
    (rb"PK\x03\x04.*(?:xl/workbook|opendocument\.spreadsheet)", "a spreadsheet", EXTRACT),
    (rb"PK\x03\x04.*epub\+zip", "a book (EPUB)", COPY),
    (rb"PK(?:\x03\x04|\x05\x06)", "a packed file (zip)", UNPACK),
    (rb"\x1f\x8b", "a packed file (gzip)", "run: gunzip FILE.gz, and import the text that comes out"),
    (rb"BZh|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd|.{257}ustar", "a packed file", UNPACK),
    (rb".{0,1024}?%PDF-", "a PDF file", PDF),
    (rb"\xd0\xcf\x11\xe0|\xffWPC", "a document of an old word processor (doc)", WORD),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|AT&TFORM|BM.{4}\0{4}", "a picture of a text", COPY),
    (rb"SQLite format 3\0|PAR1", "a database", EXTRACT),
    (rb"\xff\xfe|\xfe\xff|(?:[^\0]\0){8}|(?:\0[^\0]){8}", "text in UTF-16, not in UTF-8", UTF_8.format("UTF-16")),
)
"""What the bytes of a file begin with, its kind, and the next step. The first that fits counts."""
WRITTEN = (
    (r"\{\\rtf", "a document in RTF", WORD),
    (
        r"(?:<[?!][^>]*>\s*|\s)*<(?!p>)(?:html|head|body|meta|title|div|table|article|p|h[1-6]|br)\b",
        "a web page (HTML)",
        WEB,
    ),
    (r"<!DOCTYPE html|(?:From|MIME-Version|Content-Type): .*<html", "a web page (HTML)", WEB),
    (r"<(?![ph]>)(?:[?!]|[a-z][\w:.-]*(?:\s[^<>]*)?/?>)", "XML, such as TEI", TEI),
    (r"\[?\s*\{\s*[\"']\w+[\"']\s*:|\[\s*\[", "JSON, or the print-out of a program", EXTRACT),
    (r"[\[(]?\s*b?([\"'])(?:@@|##)[0-9].*\1\s*,?\s*[\])]?\s*$", "JSON, or the print-out of a program", EXTRACT),
    (r"\[\s*b?([\"'])\w.*\1\s*\]\s*$", "JSON, or the print-out of a program", EXTRACT),
    (
        r"\"?\w+\"?([,;|])\"?\w+\"?(?:\1\"?\w+\"?)*\s*\n|\"?[@#]*[0-9]+\"?[,;|](?:\s?[\"@#]|[a-z])",
        "a table (CSV)",
        EXTRACT,
    ),
    (r"\s*(?:%.*\n\s*)*\\(?:documentclass|begin\{)", "a document in LaTeX", SAVE),
    (r"(?:--.*\s*)*(?:INSERT INTO|CREATE TABLE)\b", "a dump of a database", EXTRACT),
    (r"version https://git-lfs", "a pointer of Git LFS in place of the file", "fetch the file itself: git lfs pull"),
)
"""The same of what its text begins with, after white space and a byte order mark; upper case or lower."""
WIKITEXT = r"(?m)^ ?(?:= )+[^=\n]+(?: =)+ *$|(?<!\S)@[-,.]@(?!\S)"
RAW = "ask for the raw form of the same collection, with its words as they were written"
COLUMNS = "words in columns, such as word, lemma and part of speech, or the numbers of a database"
TAGGED = "words with their part of speech, such as The_at battle_nn1"

MOST = 0.8
"""The share of lines or words that makes a layout: headers and empty fields stand between."""
SHORTEST = 8
"""So many lines or words are needed to see a layout."""
LOOKED_AT = 100_000
"""Characters of a text that are looked at: a layout shows in its first lines."""


def refuse_bytes(data: bytes, name: str) -> None:
    """Raise GapmarkError where a file of this name is of a kind that holds no plain text in UTF-8."""
    for pattern, kind, hint in BINARY:
        if re.match(pattern, data, re.DOTALL):
            raise _refusal(name, kind, hint)


def refuse_encoding(data: bytes, name: str) -> None:
    """Raise GapmarkError where the bytes of a file are not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"is not UTF-8: byte {data[error.start]:#04x} at position {error.start + 1}; it may be Windows-1252"
        raise failure("S006", name, found, UTF_8.format("WINDOWS-1252"), line) from error


def refuse_layout(text: str, name: str) -> None:
    """Raise GapmarkError where a text is in the language of a program, or in a table of words."""
    start = text[:LOOKED_AT].lstrip("\ufeff \t\r\n")
    for pattern, kind, hint in WRITTEN:
        if re.match(pattern, start, re.IGNORECASE | re.DOTALL * kind.startswith(("JSON", "a web"))):
            raise _refusal(name, kind, hint)
    lines = [line for line in start.splitlines() if line.strip()]
    if len(lines) >= SHORTEST and sum("\t" in line.strip() for line in lines) >= MOST * len(lines):
        raise _refusal(name, COLUMNS, LINEAR)
    words = start.split()
    tagged = sum(re.fullmatch(r"\S+[_/|][A-Za-z.,:;$'()]\S{0,7}", word) is not None for word in words)
    if len(words) >= SHORTEST and tagged >= MOST * len(words):
        raise _refusal(name, TAGGED, LINEAR)


def refuse_columns(text: str, name: str) -> None:
    """Raise GapmarkError where a text of words and signs between spaces has another layout than running words."""
    start = text[:LOOKED_AT].lstrip("\ufeff \t\r\n")
    if re.search(WIKITEXT, start):
        raise _refusal(name, "WikiText, which has marks such as @-@", RAW)
    if _is_in_columns([line for line in start.splitlines() if line.strip()]):
        raise _refusal(name, COLUMNS, LINEAR)


def _refusal(name: str, kind: str, hint: str) -> GapmarkError:
    return failure("S006", name, f"is {kind}: not a text that can be imported", hint)


def _is_in_columns(lines: list[str]) -> bool:
    """Whether most lines have the same few words."""
    counts = Counter(len(line.split()) for line in lines)
    same = max((lines_so for words, lines_so in counts.items() if 1 < words <= SHORTEST), default=0)
    return len(lines) >= SHORTEST and same >= MOST * len(lines)

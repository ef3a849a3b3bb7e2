"""Files that are no text of the format: each is called by its name, and what looks a little like one is a text."""

import gzip
import io
import json
import zipfile

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.source.file_kinds import refuse_bytes, refuse_columns, refuse_encoding, refuse_layout

TEXT = "@@90000077 The Battle of Exford was fought in May 1571 , when the army of the coast attacked it . # Battle # "
WORDS = TEXT.split()


def packed(*names, first=""):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def read(data):
    refuse_bytes(data, "a file")
    refuse_encoding(data, "a file")
    refuse_layout(data.decode(), "a file")
    refuse_columns(data.decode(), "a file")


def refused(data):
    with pytest.raises(GapmarkError) as raised:
        read(data)
    (problem,) = raised.value.problems
    assert problem.code == "S006"
    assert problem.hint
    return problem.message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (packed("[Content_Types].xml", "word/document.xml"), "Word document"),
        (packed("content.xml", first="application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (packed("xl/workbook.xml"), "spreadsheet"),
        (packed("a.xhtml", first="application/epub+zip"), "EPUB"),
        (packed("text.txt"), "zip"),
        (gzip.compress(TEXT.encode()), "gzip"),
        (b"BZh91AY", "packed"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "word processor"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"SQLite format 3\0", "database"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_bytes_that_are_no_text(data, kind):
    assert kind in refused(data)


def in_columns(*columns, line_end="\r\n", between="\t"):
    return line_end.join(between.join(column(i, word) for column in columns) for i, word in enumerate(WORDS))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (r"{\rtf1\ansi The Battle}", "RTF"),
        ("\ufeff<!DOCTYPE html>\n<p>It fell", "HTML"),
        ('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "HTML"),
        ('<p class="x">It fell</p>', "HTML"),
        ("<div>It fell</div>", "HTML"),
        ('<?xml version="1.0"?>\n<TEI><text/></TEI>', "XML"),
        ('<doc id="12" title="Exford">\nIt fell\n</doc>', "XML"),
        (json.dumps({"id": 1, "text": TEXT}), "JSON"),
        (json.dumps([{"text": TEXT}], indent=1), "JSON"),
        (json.dumps([TEXT, TEXT]), "JSON"),
        (json.dumps(TEXT), "JSON"),
        (repr({"text": TEXT}), "JSON"),
        (repr(TEXT.encode()), "JSON"),
        (repr([TEXT]), "JSON"),
        (f'id,title,text\n1,Exford,"{TEXT}"\n', "CSV"),
        (f'"id";"text"\n"1";"{TEXT}"\n', "CSV"),
        (f"90000077,{TEXT}", "CSV"),
        (in_columns(lambda i, word: word, lambda i, word: word.lower(), lambda i, word: "nn1"), "columns"),
        ("\n".join(f"{word}\t\t" * (word[0] == "@") or f"{word}\t{word}\tnn1" for word in WORDS), "columns"),
        (in_columns(lambda i, word: "90000077", lambda i, word: f"{i}", lambda i, word: f"{i * 7}"), "columns"),
        (in_columns(lambda i, word: word, lambda i, word: word.lower(), lambda i, word: "nn1", between=" "), "columns"),
        ("\n".join(f"90000077\t{word}" for word in WORDS), "columns"),
        (" ".join(f"{word}_nn1" for word in WORDS), "part of speech"),
        (" ".join(f"{word}/NN" for word in WORDS), "part of speech"),
        (" = Siege of Exford = \n \n It was a nine @-@ month siege . \n", "WikiText"),
        ("It was a nine @-@ month siege that cost 1 @,@ 700 men .", "WikiText"),
        ("\\documentclass{article}\nIt fell", "LaTeX"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:1", "Git LFS"),
    ],
)
def test_layouts_that_are_no_running_text(text, kind):
    assert kind in refused(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "\ufeff" + TEXT,
        TEXT.replace(" ", "\n"),
        "##12 <p> The town fell . <p> It was burnt .",
        "<p> The town fell . <p> It was burnt .",
        "<h> Battle <p> It was burnt .",
        "1,500 men came , and 2,000 went .",
        "1571;, a year of war",
        '" We came , " he said . " We saw . "',
        "[ The beginning is lost ] The town fell .",
        "[a note] The town fell.",
        "( 1571 ) The town fell .",
        "Exford, Devon\nThe town fell in 1571.\n",
        "The walls\nof the town\nfell\n",
        "birthplace = Exford notableinstruments = drum",
        "The price was 3/4 of a pound , and/or 5/6 of it .",
        "= 12 = is no heading",
    ],
)
def test_texts(text):
    read(text.encode())


@pytest.mark.parametrize(
    ("data", "way"),
    [
        (packed("word/document.xml"), "Save As > Plain Text"),
        (packed("content.xml", first="application/vnd.oasis.opendocument.text"), "Text - Choose Encoding"),
        (b"%PDF-1.7\n", "pdftotext -enc UTF-8"),
        (b"<?xml version='1.0'?>\n<TEI>", "each gap is a mark"),
        ("Words words".encode("utf-16"), "iconv -f UTF-16"),
        ("Der Käse".encode("cp1252"), "iconv -f WINDOWS-1252"),
    ],
    ids=["docx", "odt", "pdf", "tei", "utf-16", "windows-1252"],
)
def test_the_way_out_is_a_command_or_a_menu(data, way):
    with pytest.raises(GapmarkError) as raised:
        read(data)
    assert way in raised.value.problems[0].hint


@pytest.mark.parametrize("text", ["1793, they say, was dry.", "Smith, John [torn]\nBrode, Ansel [torn]\n" * 9])
def test_a_plain_text_is_read(text):
    refuse_encoding(text.encode(), "a file")
    refuse_layout(text, "a file")

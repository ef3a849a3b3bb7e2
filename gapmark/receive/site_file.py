"""site.yaml and LICENSE.txt as import writes them, and what it guesses of a text's origin from its header."""

from __future__ import annotations

from gapmark import CONTENT
from gapmark.forms.forms import form_of
from gapmark.model import Document
from gapmark.source.gaps import find_pattern
from gapmark.yamltext.writing import scalar

_SITE = """\
# The settings of this site; `gapmark docs reference` has them all. After a change, build again.

title: {title}{title_note}
description:
language: en  # of the words round the text: en, de or ar
base_url:  # the site's address once it is online, such as https://example.org/battle/

editor:  # your name, if you want to be named as the editor of this site

source:{source_note}
  id: "{id}"  # the received text is {content}/source/{name}
{form}  sha256: {sha256}  # of the received text
{confirmed}  title: {source_title}
  author: {author}
  url: {url}
  history_url: {history_url}
  revision:  # not known: leave it empty
  licence: {licence}
  licence_url: {licence_url}
  language: en  # of the text{language_note}

gaps:
  agent: {agent}  # who took the missing passages out
  reason: {reason}

fidelity: warn  # or strict: a change without a reason is an error
allow_html: false  # true lets HTML in pages through
"""
_CONFIRMED = """\
  confirmed: false  # set it to true when you have checked the lines below; until then each page calls them a guess
"""
_NOTES = (
    "  # taken from the text's first heading or its opening words: check it",
    "  # taken from the opening words of the text: check it",
)
_CURID = "https://en.wikipedia.org/w/index.php?curid="
_GUESSES = {
    "author": "Wikipedia contributors",
    "url": f"{_CURID}{{id}}",
    "history_url": f"{_CURID}{{id}}&action=history",
    "licence": "CC BY-SA 3.0",
    "licence_url": "https://creativecommons.org/licenses/by-sa/3.0/",
}
"""For a header of `@@` and digits, the number of a page of Wikipedia in the collection this format comes from."""
_REMOVED = {
    "agent": "the distributor of the text collection, as the pattern suggests",
    "reason": "the pattern matches that of a collection whose distributor took out ten of every {period} tokens as a "
    "copyright measure; the source itself does not say so",
}


def guess_origin(document: Document) -> dict[str, str]:
    """Author, addresses and licence as the header suggests; all empty where it suggests nothing."""
    source_id = document.source.id
    wikipedia = bool(document.tokens) and document.tokens[0].text == f"@@{source_id}"
    return {key: value.format(id=source_id) if wikipedia else "" for key, value in _GUESSES.items()}


def site_text(document: Document, title: str) -> str:
    """site.yaml for a document. Who made the gaps is suggested only where each stands as the pattern predicts."""
    origin, source_id = guess_origin(document), document.source.id
    regular = bool(document.gaps) and all(gap.predicted for gap in document.gaps) and bool(origin["author"])
    period = find_pattern(document.tokens).period
    removed = {key: value.format(period=period) if regular else "" for key, value in _REMOVED.items()}
    named = not title.startswith("Document ")
    text = _SITE.format(
        content=CONTENT,
        title=scalar(title),
        title_note=_NOTES[form_of(document).cleaned] if named else "  # give it its title",
        id=source_id,
        name=document.source.name,
        language_note="" if form_of(document).cleaned else ": not known; change it where it is another, such as de",
        form=f"  form: {document.source.form}  # words as people write them; tokens: words and signs between spaces\n"
        * (not form_of(document).cleaned),
        sha256=document.source.sha256,
        confirmed=_CONFIRMED * bool(origin["author"]),
        source_note=f"  # guessed, because the text begins with @@{source_id}: check each line"
        * bool(origin["author"]),
        source_title=scalar(title) if named else "",
        **{key: scalar(value) if value else "" for key, value in (origin | removed).items()},
    )
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


_LICENCE = """\
The text in this folder

The received text is source/{name}; the words of the pages in this folder are its words, as far as
they are not an editor's. {whose}

{changes}

The program that builds the site is not part of this notice.
"""
_CHANGES = (
    "Changes were made: passages that are missing in it were marked, and its sections were put on pages.",
    "Changes were made: the tokens of the received text were joined to words, passages that are missing in it were "
    "marked,\nand its sections were put on pages.",
)
"""Of a source that is published as received, and of one that is cleaned."""
_UNKNOWN = "Who wrote it, and under which licence, is not known: find out before you publish it, and say so here."
_GUESSED = """\
From the number {id} it is guessed, and not confirmed, that it comes from Wikipedia:

    Article:  {url}
    Authors:  {author}, {history_url}
    Licence:  {licence}, {licence_url}

Check this, mend it here and in site.yaml, and set confirmed: true there. If it is so, what you make of this text and
publish must carry the same licence, name its authors, and say that changes were made."""


def licence_text(document: Document) -> str:
    """LICENSE.txt for a document: what is guessed of its licence, called a guess."""
    origin = guess_origin(document) | {"id": document.source.id}
    whose = _GUESSED.format(**origin) if origin["author"] else _UNKNOWN
    return _LICENCE.format(name=document.source.name, whose=whose, changes=_CHANGES[form_of(document).cleaned])

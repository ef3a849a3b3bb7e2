"""The name of the event, if the text opens with it."""

from __future__ import annotations

import re

from gapmark.forms.forms import form_of
from gapmark.model import Document
from gapmark.source.clean import to_text

_VERBS = r"was|were|is|are|took place|occurred|began|started|happened|refers|saw|lasted|marked|ended"
_FIRST_SENTENCE = re.compile(
    rf"(?:The |An? )?(?P<name>[A-Z0-9][^\s,;:.\[\]()]*(?: (?!(?:{_VERBS})\b)[^\s,;:.\[\]()]+){{0,9}}?)"
    rf"(?:,| \(| (?:{_VERBS})\b)"
)
_NO_NAMES = re.compile(
    r"(?:In|On|At|By|From|During|After|Before|When|While|As|It|Its|This|That|These|Those|He|She|They|There|Here|We|I"
    r"|You|His|Her|Their|Our|If|For|With|Since|Until|Under|To)\b"
)


def guess_title(document: Document) -> str:
    """The event's name, if the text opens with it; else "Document" and the id. An editor should check it.

    >>> "The Battle of Safira was fought in February 2013"  # gives "Battle of Safira"
    """
    lead = document.sections[0] if document.sections else None
    if lead and lead.title and not form_of(document).cleaned:
        return re.sub(r"\[gap \d+\]", "[…]", to_text(lead.title))
    opening = to_text(lead.blocks[0].pieces[:60]).replace("*", "") if lead and lead.blocks else ""
    match = _FIRST_SENTENCE.match(opening)
    if match and not _NO_NAMES.match(match["name"]):
        return match["name"]
    headings = [to_text(section.title) for section in document.sections if section.title]
    return headings[0] if headings and not form_of(document).cleaned else f"Document {document.source.id}"

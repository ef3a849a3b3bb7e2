"""What an event is called, and when it was, as far as the first words of its text say so."""

from __future__ import annotations

import re
from typing import NamedTuple

from gapmark.dates.find_dates import BESIDE_GAP, NO_ERA, NO_SUCH_DAY, NO_YEAR, TWO_READINGS, DateExpression, find_dates
from gapmark.source.sentences import sentence_starts

OPENING, FIRST_WORDS, GIVEN = SOURCES = ("opening", "first words", "given")
"""Where a title comes from: a name in the first two sentences; the first words as they are; the editor."""
SHOWN = 8
"""Words that stand for a title where the text gives none."""
_UNSURE = {BESIDE_GAP, NO_ERA, NO_SUCH_DAY, NO_YEAR, TWO_READINGS}
"""A date with one of these flags is not taken over without an editor."""

_LINK = r"(?:of|the|de|del|della|la|las|el|los|le|les|da|do|dos|du|di|al|von|van|der|den|and|upon|sur|y)"
_WORD = r"(?:[A-Z][^\s,;:.()\[\]]*|\d+(?:st|nd|rd|th)?)"
_NAME = rf"{_WORD}(?: (?:{_LINK} ){{0,2}}{_WORD})*"
_EVENT = (
    r"(?:battles?|siege|fall|raids?|capture|treaty|massacres?|actions?|relief|sack|fire|bombing|bombardment|blockade"
    r"|invasion|defen[cs]e|liberation|burning|conquest|crossing|storming|surrender|evacuation|peace|truce|combat"
    r"|skirmish|assault|attack|landings?|engagement|convention)"
)
_KIND = r"(?:campaign|offensive|uprising|revolt|rebellion|massacre|mutiny|crisis|incident|expedition|raid|insurgency)"
_OF = re.compile(
    rf"\b((?:(?:[A-Z][\w-]+|\d+(?:st|nd|rd|th)) )*(?i:{_EVENT}) (?:of|on|at) (?:the )?"
    rf"(?:\d+ [A-Z][a-z]+(?: \d{{3,4}})?|{_NAME}))"
)
"""Such as "Second Battle of Nanded" and "Action of 18 November 1809"."""
_BEFORE = re.compile(rf"\b((?:\d{{3,4}} )?{_NAME} (?i:{_KIND}))\b")
"""Such as "733 Kangding uprising"."""
_WHOSE = re.compile(r"(?:The |An? )?\w+(?:ian|ish|ese|ench|man|can|pean) \w+")
"""Whose something is, such as "German offensive": no name."""
_VERBS = r"was|were|is|are|took place|occurred|began|started|happened|refers|saw|lasted|marked|ended|broke out"
_FIRST = re.compile(rf"(?:The |An? )?([A-Z0-9][^,;:.\[\]()]*?)(?:,| \(| (?:{_VERBS})\b)(.*)")
_WHOLE = re.compile(
    rf"{_NAME}(?: (?i:{_EVENT}|{_KIND}|war|wars|affair|clashes|conflict|operation))?(?: (?:{_LINK}|on|at|in) {_NAME})?"
)
_NO_NAMES = re.compile(
    r"(?:In|On|At|By|From|During|After|Before|When|While|As|It|Its|This|That|These|Those|He|She|They|There|Here|We|I"
    r"|You|His|Her|Their|Our|If|For|With|Since|Until|Under|To|Some|Many|Most|All|Both|One|Two|Between|Following|Although"
    r"|General|Colonel|Captain|Prince|Princess|Marshal|Admiral|Sir|Duke|Major|Count|Lieutenant|King|Queen|Emperor"
    r"|Commander|Brigadier|Commodore|Lord|Lady|Saint|Dr|President|Sergeant|Corporal|Private|Earl|Baron|Field Marshal)\b"
)
_PERSON = re.compile(
    r"[^.]*?\b(?:was|is) an? (?:[\w-]+ ){0,4}"
    r"(?:commander|general|officer|admiral|soldier|king|leader|politician|ruler|nobleman)\b"
)


class Reading(NamedTuple):
    """What the first words of a text say of its event. Nobody has checked it."""

    title: str
    title_from: str
    """`opening` or `first words`."""
    date: str
    """In EDTF; empty where the first sentence states none."""
    date_words: str
    sentence: str
    """The first sentence."""


def read_opening(opening: str, event: str) -> Reading:
    """Return title and date as the opening of a text says them; gaps stand in it as `[gap 1]`."""
    starts = (*sentence_starts(opening), len(opening), len(opening))
    first, both = opening[: starts[1]].strip(), opening[: starts[2]].strip()
    name = find_name(both)
    date = find_date(first, name)
    shown = " ".join(re.sub(r"\[gap \d+\]", "[…]", opening).split()[:SHOWN])
    title = name or (f"“{shown} …” ({event})" if shown else event)
    words = (date.edtf, date.words) if date else ("", "")
    return Reading(title, OPENING if name else FIRST_WORDS, *words, first)


def find_name(sentences: str) -> str:
    """Return the name that a text opens with, or an event's name in its first two sentences; empty where is none."""
    opening = _FIRST.match(sentences)
    known = opening is not None and _WHOLE.fullmatch(opening[1]) and not _NO_NAMES.match(opening[1])
    if opening and known and _is_whole(sentences, opening, 1) and not _PERSON.match(sentences):
        return opening[1]
    found = (match for pattern in (_OF, _BEFORE) for match in pattern.finditer(sentences))
    names = sorted((match.start(1), match[1]) for match in found if _is_whole(sentences, match, 1))
    plain = (re.sub(r"^(?:The|An?) ", "", name) for _, name in names)
    return next((name for name in plain if " " in name and not (_WHOSE.fullmatch(name) or _NO_NAMES.match(name))), "")


def _is_whole(text: str, match: re.Match[str], group: int) -> bool:
    """Whether no gap stands beside a name, which may have taken a part of it."""
    before, after = text[: match.start(group)].rstrip(), text[match.end(group) :].lstrip(" ,(")
    return not before.endswith("]") and not after.startswith("[gap")


def find_date(sentence: str, name: str) -> DateExpression | None:
    """Return the first date of a sentence; where an event's name stands in it, the first one after the name."""
    after = sentence.find(name) + len(name) if name and name in sentence else 0
    dates = [found for found in find_dates(sentence) if found.kind == "stated" and found.edtf]
    sure = [found for found in dates if not _UNSURE.intersection(found.flags) and not found.edtf.startswith("XXXX")]
    return next((found for found in sure if found.start >= after), sure[0] if sure else None)

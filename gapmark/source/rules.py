"""The rules that join tokens: data, in the order in which they are applied; a later rule overrides an earlier one.

A rule's pattern is searched in the *shape* of a block: its tokens with single spaces between them, in which a gap and
each quotation mark are one character whose meaning `marks` has settled. Every space that a pattern captures is decided
as the rule says; a space that no rule decides stays. So a rule can't change a word, and a gap, being no letter, can't
be part of one.

The splits are those of the Penn Treebank (`do n't`, `can not`, `gon na`) and of the CLAWS tagger (`d' you`, `in n it`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

OPEN, CLOSE, BOTH, GAP = "\ue000", "\ue001", "\ue002", "\ue003"
"""In a shape: a mark that belongs to the word after it, to the word before it, to both; a gap."""
RESERVED = str.maketrans(dict.fromkeys((OPEN, CLOSE, BOTH, GAP), "x"))
"""Hides the four characters of a text that has them itself: a shape is only looked at."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is decided about the spaces that `pattern` captures; `example` is in `source > cleaned` form."""

    name: str
    decision: Literal["join", "apart"]
    pattern: re.Pattern[str]
    example: str


def _join(name: str, pattern: str, example: str) -> Rule:
    return Rule(name, "join", re.compile(pattern, re.IGNORECASE), example)


def _apart(name: str, pattern: str, example: str) -> Rule:
    return Rule(name, "apart", re.compile(pattern, re.IGNORECASE), example)


S, E = "(?<![^ ])", "(?![^ ])"
"""The start and the end of a token."""

FUSED = (
    *("can not", "gon na", "wan na", "got ta", "gim me", "lem me", "du n no", "in n it", "wha t cha", "wha dd ya"),
    *("d' you", "d' ya", "d' ye", "y' all", "c'm on", "more 'n", "'t is", "'t was", "'t were", "'t will", "'t would"),
)
"""Words that taggers split. `can not` is nearly always one word in what people write."""

_FUSED = "|".join(phrase.replace(" ", "( )") for phrase in FUSED)
_CLITIC = "n't|'(?:s|re|ve|ll|d|m)"

RULES: tuple[Rule, ...] = (
    _join("opening mark", f"{OPEN}( )", "the ' ' Times ' ' said > the *Times* said"),
    _join("closing mark", f"( )(?={CLOSE})", "the boys ' room > the boys' room"),
    _join("mark inside a word", f"( ){BOTH}( )", "Aleppo ' s airport > Aleppo's airport"),
    _join("opening bracket", rf"{S}[(\[{{]+( )", "the base ( HQ ) fell > the base (HQ) fell"),
    _join("closing punctuation", rf"( )(?=(?:[,;:.]|[?!]+|[)\]}}]+){E})", "why ? yes , now . > why? yes, now."),
    _join("contraction or possessive", f"(?<!{OPEN})(?<! [,;:(])( )(?=(?:{_CLITIC}){E})", "DO N'T ! > DON'T!"),
    _join("split word", f"{S}(?:{_FUSED}){E}", "I 'm gon na go > I'm gonna go"),
    _apart("not only", f"{S}can( )not (?=(?:only|just|merely){E})", "can not only see > can not only see"),
    _join("feet and inches", rf"(?<=\d {CLOSE})( )(?=\d{{1,2}} {CLOSE})", "6 ' 2 \" tall > 6'2\" tall"),
    _join("clock time", rf"(?<=\d)( ):( )(?=\d\d (?:[ap]\.?m\.?){E})", "at 5 : 30 p.m. > at 5:30 p.m."),
    _apart("smiley, before", rf"\([^()]*\)|( )[:;](?= \){E})", "see you : ) > see you :)"),
    _join("smiley", rf"\([^()]*\)|{S}[:;]( )(?=\){E})", "see you : ) > see you :)"),
    _join("web address", f"{S}(?:https?|ftp)( ):( )(?=//)", "http : //example.org > http://example.org"),
    _apart("decimal, before", rf"{S}(?:an?|the|his|my|your|their)( )\.(?= \d)", "a . 45 gun > a .45 gun"),
    _join("decimal", rf"{S}(?:an?|the|his|my|your|their) \.( )(?=\d)", "a . 45 gun > a .45 gun"),
    _apart("three dots", rf"( )\.(?=( )\.( )\.{E})", "so . . . no > so . . . no"),
    _join("four dots", rf"(?<! \.)( )\.(?= \. \. \.{E})", "so . . . . No > so. . . . No"),
)

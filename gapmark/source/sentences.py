"""Where the sentences of a cleaned text begin."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    (
        *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Mt", "Gen", "Maj", "Col", "Lt", "Capt", "Cpt", "Sgt", "Cpl", "Adm"),
        *("Cmdr", "Brig", "Gov", "Sen", "Rep", "Rev", "Hon", "Jr", "Sr", "No", "Nos", "vol", "vols", "pp", "p", "ca"),
        *("c", "cf", "vs", "ed", "eds", "trans", "fl", "approx", "e.g", "i.e", "U.S", "U.N", "a.m", "p.m"),
        *("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"),
    )
)
"""A full stop after one of these, or after a single capital, ends no sentence that has an address.

Addresses never change, so this list stays as it is. What is read, and not addressed, knows more of them.
"""
MORE = frozenset(
    (
        *("Ft", "Fr", "Ste", "Pvt", "Pfc", "Ens", "Cdr", "Comdr", "Commo", "Spc", "Messrs", "Mme", "Mlle", "Mgr", "Rt"),
        *(
            "Gens",
            "Cols",
            "Capts",
            "Lts",
            "Majs",
            "Drs",
            "Profs",
            "Revs",
            "Sens",
            "Reps",
            "Pres",
            "Amb",
            "Supt",
            "Insp",
        ),
        *(
            "Vol",
            "Vols",
            "Pp",
            "Ch",
            "chap",
            "Fig",
            "fig",
            "figs",
            "viz",
            "ibid",
            "op",
            "cit",
            "lit",
            "b",
            "d",
            "r",
            "v",
        ),
        *("Atty", "Adj", "Sqn", "Flt", "Wg", "Ldr", "Bde", "Bn", "Mts", "Pt", "Cav", "Inf", "Arty", "Dept", "Univ"),
    )
)
"""A full stop after one of these ends no sentence either."""
MAY_END = frozenset(
    ("Jr", "Sr", "Co", "Inc", "Ltd", "Corp", "Bros", "Regt", "Div", "Coy", "Esq", "al", "etc", "Ave", "Rd")
)
"""After these, after initials and after letters with stops, such as U.S., a sentence ends only before a plain word."""
_LETTERS = re.compile(r"(?:[A-Za-z]{1,2}\.)+[A-Za-z]{1,2}|[A-Z]")
_PLAIN = re.compile(
    r"[\"'‘“«(\[]{0,3}(?:The|In|On|At|By|He|She|It|They|This|That|These|Those|There|After|Before|From|During|When|While|But"
    r"|His|Her|Their|Its|As|For|With|An?|Some|Many|Most|All|No|Only)\b"
)
"""Words that begin a sentence and no name."""

_END = re.compile(r"\n|(?<=[.!?…])[\"'’”»)\]]{0,3}[ \u00a0](?=[\"'‘“«(\[]{0,3}[A-Z0-9])")
_LAST_WORD = re.compile(r"[^\s(\[\"'‘“]{1,12}$")


def sentence_starts(text: str) -> tuple[int, ...]:
    """The offsets at which the sentences of a text begin that have addresses; the first is 0."""
    ends = (match for match in _END.finditer(text) if not _is_abbreviation(text, match.start()))
    return (0, *(match.end() for match in ends))


def _is_abbreviation(text: str, stop: int) -> bool:
    word = _LAST_WORD.search(text[max(0, stop - 16) : stop])
    if text[stop] == "\n" or not word or not word[0].endswith("."):
        return False
    name = word[0][:-1]
    return name in ABBREVIATIONS or (len(name) == 1 and name.isupper())


def read_sentence_starts(text: str) -> tuple[int, ...]:
    """Return the offsets at which the sentences of a text begin, as a reader sees them; the first is 0."""
    starts = [0]
    for match in _END.finditer(text):
        start, stop = match.span()
        if text[start] == "\n" or ends_sentence(text[max(0, start - 16) : start], text[stop : stop + 12]):
            starts.append(stop)
    return tuple(starts)


def ends_sentence(before: str, after: str) -> bool:
    """Return whether a sentence ends between two texts, the first of which ends with a sign that ends sentences."""
    word = _LAST_WORD.search(before[-16:])
    if not word or not word[0].endswith("."):
        return True
    name = word[0][:-1]
    last = re.split(r"\.-|[-.]", name)[-1]
    if name in MAY_END or _LETTERS.fullmatch(name):
        return _PLAIN.match(after) is not None
    return last not in ABBREVIATIONS and last not in MORE

"""The rules that join tokens: data, in the order in which they are applied; a later rule overrides an earlier one.

A rule's pattern is searched in the *shape* of a block: its tokens with single spaces between them, in which a gap and
each quotation mark are one character whose meaning `quotation_marks` has found. The rule decides every space that its
pattern captures; a space that no rule decides stays. So a rule can't change a word, and a gap, being no letter, can't
be part of one.

The splits are those of the Penn Treebank (`do n't`, `can not`, `gon na`) and of the CLAWS tagger (`d' you`, `in n it`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

OPEN, CLOSE, BOTH, GAP = "\x1c", "\x1d", "\x1e", "\x1f"
"""In a shape: a mark that belongs to the word after it, to the word before it, to both; a gap. Python takes these four
separators for white space, so that no token has one."""


class Rule(NamedTuple):
    """What is decided about the spaces that `pattern` captures; `example` is in `source > cleaned` form."""

    name: str
    decision: Literal["join", "apart"]
    signs: tuple[str, ...]
    """Strings, in lower case, of which a shape has one if the pattern matches it: few shapes need many patterns."""
    pattern: re.Pattern[str]
    example: str


_FLAGS = re.IGNORECASE | re.ASCII


def _join(name: str, signs: Iterable[str], pattern: str, example: str) -> Rule:
    return Rule(name, "join", tuple(signs), re.compile(pattern, _FLAGS), example)


def _apart(name: str, signs: Iterable[str], pattern: str, example: str) -> Rule:
    return Rule(name, "apart", tuple(signs), re.compile(pattern, _FLAGS), example)


E = "(?![^ ])"
"""The end of a token."""


def _after(*words: str, tail: str = " ") -> str:
    """Matches behind one of these words, whole, and `tail`."""
    return "(?:" + "|".join(rf"(?<={word}{tail})(?<![^ ]{word}{tail})" for word in words) + ")"


FUSED = (
    *("can not", "gon na", "wan na", "got ta", "gim me", "lem me", "du n no", "in n it", "wha t cha", "wha dd ya"),
    *("d' you", "d' ya", "d' ye", "y' all", "y 'all", "c'm on", "more 'n"),
    *("'t is", "'t was", "'t were", "'t will", "'t would"),
)
"""Words that taggers split. `can not` is nearly always one word in what people write."""
_SPLIT_SIGNS = ("'", "can not", "n na", "t ta", "m me", " n ", "wha ")
"""Each of them has one of these."""


def _splits(phrases: Iterable[str]) -> str:
    """Matches behind each space of the phrases.

    What follows is looked at first, and in both cases as it is written: that is four times as fast.
    """
    words = [phrase.split() for phrase in phrases]
    places = [(" ".join(phrase[:at]), " ".join(phrase[at:])) for phrase in words for at in range(1, len(phrase))]
    following = "|".join(sorted({form for _, after in places for form in (after, after.upper())}))
    exact = "|".join(f"{_after(before)}(?={after}{E})" for before, after in places)
    return f"(?=(?-i:{following}){E})(?:{exact})"


_CLITIC = "(?:n't|'(?:s|re|ve|ll|d|m))"
_DETERMINERS = ("a", "an", "the", "his", "my", "your", "their")

RULES: tuple[Rule, ...] = (
    _join("opening mark", OPEN, f"{OPEN}( )", "the ' ' Times ' ' said > the *Times* said"),
    _join("closing mark", CLOSE, f"( ){CLOSE}", "the boys ' room > the boys' room"),
    _join("mark inside a word", BOTH, f"( ){BOTH}( )", "Aleppo ' s airport > Aleppo's airport"),
    _join("opening bracket", "([{", r"[(\[{]( )", "the base ( HQ ) fell > the base (HQ) fell"),
    _join(
        "prefix in brackets", ("- )",), r"\( [^ ]+- \)( )(?=[a-z])", "the ( sub- ) commanders > the (sub-)commanders"
    ),
    _join("plural of italics", f"{CLOSE} s", f"{CLOSE}( )(?=s{E})", "two ' ' Eagle ' ' s > two *Eagle*s"),
    _join("slash between italics", "/", f"{CLOSE}( )/( )(?={OPEN})", "' ' A ' ' / ' ' B ' ' > *A*/*B*"),
    _join(
        "closing punctuation",
        ("",),
        rf"( )(?=[,;:.?!)\]}}])(?:[,;:.]|\.{{4,}}|[?!]+|[)\]}}]+){E}",
        "why ? yes , now . > why? yes, now.",
    ),
    _join(
        "contraction or possessive",
        ("'",),
        f"( )(?={_CLITIC}{E})(?<!{OPEN} )(?<! [,;:(] )",
        "DO N'T ! > DON'T!",
    ),
    _join("split word", _SPLIT_SIGNS, f"( ){_splits(FUSED)}", "I 'm gon na go > I'm gonna go"),
    _apart(
        "not only",
        ("can not",),
        f"( )(?=not (?:only|just|merely){E}){_after('can')}",
        "can not only see > can not only see",
    ),
    _join(
        "feet and inches",
        CLOSE,
        rf"{CLOSE}( )(?:(?=\d{{1,2}} {CLOSE})(?<=\d {CLOSE} )|(?=(?:\d|1[01]){E})(?<= [4-7] {CLOSE} ))",
        "6 ' 2 \" tall , or 5 ' 10 now > 6'2\" tall, or 5'10 now",
    ),
    _join("clock time", (" : ",), rf"( ):( )(?<=\d : )(?=\d\d (?:[ap]\.?m\.?){E})", "at 5 : 30 p.m. > at 5:30 p.m."),
    _apart("smiley, before", (": )", "; )"), rf"\([^()]*\)|( )[:;](?= \){E})", "see you : ) > see you :)"),
    _join("smiley", (": )", "; )"), rf"\([^()]*\)| [:;]( )(?=\){E})", "see you : ) > see you :)"),
    _join(
        "web address",
        (" : ",),
        "( ):( )(?:(?<=http : )|(?<=https : )|(?<=ftp : ))(?=//)",
        "at http : //example.org > at http://example.org",
    ),
    _apart("decimal, before", (" . ",), r"( )\.(?= \d)" + _after(*_DETERMINERS, tail=r" \."), "a . 45 gun > a .45 gun"),
    _join("decimal", (" . ",), r" \.( )(?=\d)" + _after(*_DETERMINERS, tail=r" \. "), "a . 45 gun > a .45 gun"),
    _apart("three dots", (" . ",), rf"( )\.(?=( )\.( )\.{E})", "so . . . no > so . . . no"),
    _join("four dots", (" . ",), rf"( )\.(?= \. \. \.{E})(?<! \. \.)", "so . . . . No > so. . . . No"),
    _apart("paragraph mark", ("<p>",), r"<p>( )", "<p> , and so > <p> , and so"),
)

_BY_SIGN = {
    sign: [number for number, rule in enumerate(RULES) if sign in rule.signs] for rule in RULES for sign in rule.signs
}


def find_joined(shape: str) -> list[int]:
    """The words of a shape that join the word before them, by their indexes, rising."""
    lower = shape.lower()
    numbers = {number for sign, numbers in _BY_SIGN.items() if sign in lower for number in numbers}
    offsets: set[int] = set()
    for rule in [RULES[number] for number in sorted(numbers)]:
        groups = range(1, rule.pattern.groups + 1)
        captured = [match.start(group) for match in rule.pattern.finditer(shape) for group in groups]
        if rule.decision == "join":
            offsets.update(captured)
        else:
            offsets.difference_update(captured)
    offsets.discard(-1)  # where a group has no part in its match
    joined: list[int] = []
    word = seen = 0
    for offset in sorted(offsets):
        word += shape.count(" ", seen, offset + 1)
        seen = offset + 1
        joined.append(word)
    return joined

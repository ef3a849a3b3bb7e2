"""What makes a value doubtful beside its quotation: a date, a name or a "not" that the text has otherwise.

Nothing here proves a value. It names what an editor should look at once more, and stays silent where words only differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapmark.dates.date import Date, Moment
from gapmark.dates.edtf import parse_date
from gapmark.dates.find_dates import DateExpression
from gapmark.problems.location import Location, Problem
from gapmark.statements.amounts import check_amounts
from gapmark.statements.names import Spellings, check_names, check_things
from gapmark.statements.passages import ProofPassage, read_passage
from gapmark.statements.quotations import Proof, Quotations
from gapmark.statements.wording import LIMIT, denies, in_words, stated_dates, stems
from gapmark.yamltext.records import Group

CLAUSE = re.compile(
    r"[,;:()–—]|\b(?:but|while|whereas|although|though|because|when|who|which|where)\b"
    r"|\band (?=(?:the|a|an|it|he|she|they|his|her|their)\b|[A-Z])"
)
"""Where another clause begins."""
JUST_BEFORE = 30
"""Words before a sentence in which what it speaks of can be named."""
FEWEST = 3
"""Words of a quotation that can prove something."""


def check_doubts(
    entry: Group,
    key: str,
    proof: Proof,
    quotations: Quotations,
    spellings: Spellings,
    date: Date | None = None,
    *,
    proper: bool = False,
) -> Iterator[Problem]:
    """Yield what is doubtful in the words of a value or a label (`key`).

    `date` is that of an event; `proper` says that the words are a name, such as that of a place.
    """
    words, where, passage = entry[key], entry.locate(key), read_passage("", proof, quotations)
    wide = read_passage("", proof, quotations, before=JUST_BEFORE)
    yield from check_quotation(proof, entry.locate("quote"))
    yield from check_dates(words, where, passage, date)
    yield from check_amounts(words, where, passage)
    yield from check_things(words, where, passage)
    if not proper:
        yield from check_limits(words, where, passage)
    yield from check_names(words, where, passage, wide, spellings, quotations.names, proper=proper)


def check_dates(words: str, where: Location, passage: ProofPassage, date: Date | None = None) -> Iterator[Problem]:
    """Yield X034 for each date in an editor's words that neither the sentence states nor, of an event, its `date`."""
    stated = [point for found in stated_dates(passage.text) for point in _points(found)] + list(
        date.points if date else ()
    )
    for found in stated_dates(in_words(words)):
        if not all(any(_agree(point, other) for other in stated) for point in _points(found)):
            message = f'"{words}" has the date "{found.words}", and the sentence of the quotation does not state it'
            yield Problem(
                "X034", "warning", message, where, "write the date of the text, or quote the words that state it"
            )


def check_limits(words: str, where: Location, passage: ProofPassage) -> Iterator[Problem]:
    """Yield X035 where the text says not, failed or almost of what the value says, or the value alone says not."""
    limit, denied = limit_outside(passage), denies(words)
    if limit and not re.search(LIMIT, words) and not denied:
        message = f'the text says "{limit}" just outside the quotation, and "{words}" does not'
        yield Problem("X035", "warning", message, where, f'quote it with "{limit}", and see that the value still holds')
        return
    own = set(stems(words))
    clauses = [set(stems(part)) for part in CLAUSE.split(passage.words) if denies(part)]
    if not denied and any(3 * len(own & clause) >= 2 * len(own) > 0 for clause in clauses):
        message = f'the quoted words say not, and "{words}" does not'
        yield Problem("X035", "warning", message, where, "write what the text says, or quote other words")
    if denied and not re.search(LIMIT, passage.text) and own & set(stems(passage.words)):
        message = f'"{words}" says not, and the sentence of the quotation does not'
        yield Problem("X035", "warning", message, where, "write what the text says, or quote other words")


def check_quotation(proof: Proof, where: Location) -> Iterator[Problem]:
    """Yield X036 for a quotation too short to prove anything, or found in several places."""
    quote, short = proof.quote, len(proof.quote.split()) < FEWEST
    if short or proof.places > 1:
        found = f"has fewer than {FEWEST} words" if short else f"stands in {proof.places} places of the text"
        hint = "quote more of its sentence, so that a reader finds the place and what it says"
        yield Problem("X036", "warning", f'the quotation "{quote}" {found}', where, hint)


def whole_sentence(proof: Proof, quotations: Quotations) -> str:
    """Return the sentence of a quotation, where a word of it outside takes back what is quoted; else nothing."""
    passage = read_passage("", proof, quotations)
    return passage.text.strip() if limit_outside(passage) else ""


def limit_outside(passage: ProofPassage) -> str:
    """Return the word that takes back or limits a quotation in its clause and stands outside it; else nothing."""
    ends = [found.span() for found in CLAUSE.finditer(passage.text)]
    start = max((end for _, end in ends if end <= passage.start), default=0)
    stop = min((begin for begin, _ in ends if begin >= passage.stop), default=len(passage.text))
    for found in re.finditer(LIMIT, passage.text):
        if start <= found.start() < passage.start or passage.stop <= found.start() < stop:
            return found[0]
    return ""


def _points(found: DateExpression) -> Sequence[Moment]:
    return parse_date(found.edtf, "julian").points


def _agree(said: Moment, stated: Moment) -> bool:
    """Whether a date holds where another is stated: all that it says is said there too."""
    years = not said.years or (stated.years and said.years[0] <= stated.years[0] <= stated.years[1] <= said.years[1])
    return (
        bool(years)
        and all(one in ("", 0, other) for one, other in zip(said[1:4], stated[1:4], strict=True))
        and (said.part in ("", stated.part))
    )

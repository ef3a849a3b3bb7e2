"""`suggest`: the date expressions of the source as entries for timeline.yaml, not shown before they are confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from gapmark.compare.words import same_words
from gapmark.dates.find_dates import TWO_READINGS, DateExpression, find_dates
from gapmark.model import Section
from gapmark.source.clean import to_text
from gapmark.yamltext.records import Group
from gapmark.yamltext.writing import entry, quoted

LABEL = 10
"""Words of the quotation that make the first label."""
HEAD = """\
# The events of the timeline. date: in EDTF; a day whose year the text does not state is written XXXX-11-01, with
# year: for its inferred year. certainty: stated, inferred (with its reasoning) or relative.
# What {program} suggest has found stands here as confirmed: false and is not shown. Mend the label, check the
# date, and set confirmed: true; or confirmed: rejected, and it is not proposed again, as it is where you delete it.
"""


def propose(sections: Sequence[Section], entries: Sequence[Group]) -> tuple[DateExpression, ...]:
    """The date expressions of these sections, headings included, that no entry has yet, be it rejected."""
    filled = [section for section in sections if section.blocks]
    pieces = (part for section in filled for part in (section.title, *(block.pieces for block in section.blocks)))
    text = "\n".join(to_text(part).replace("*", "") for part in pieces if part)
    known = [(same_words(entry["words"]), same_words(entry["quote"])) for entry in entries]
    return tuple(found for found in find_dates(text) if not _is_known(found, known))


def _is_known(found: DateExpression, known: Sequence[tuple[str, str]]) -> bool:
    """Whether an entry quotes the same date in the same sentence."""
    words, quote = same_words(found.words).casefold(), same_words(found.quote)
    return any(
        (words in entry_words.casefold() or (entry_words and entry_words.casefold() in words))
        and (entry_quote in quote or quote in entry_quote)
        for entry_words, entry_quote in known
    )


def certainty_of(found: DateExpression) -> str:
    """Return the certainty of a date; what can mean two dates is nothing that is stated."""
    if found.kind not in ("stated", "clock"):
        return "relative"
    unclear = not found.edtf or (TWO_READINGS in found.flags and found.form == "season and year")
    return "inferred" if found.kind == "stated" and unclear else "stated"


def entry_text(found: DateExpression) -> str:
    """One entry of timeline.yaml, unconfirmed."""
    label = found.quote.split()
    values = {
        "label": quoted(" ".join(label[:LABEL]) + (" ..." if len(label) > LABEL else "")),
        "date": found.edtf,
        "words": quoted(found.words),
        "certainty": certainty_of(found),
        "quote": quoted(found.quote),
        "confirmed": "false",
        "note": quoted("; ".join(found.flags)) if found.flags else "",
    }
    return entry({key: value for key, value in values.items() if value or key == "date"})

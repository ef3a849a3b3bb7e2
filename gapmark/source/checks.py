"""What an editor should know about a source. Everything here is a warning, since a source is as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gapmark.model import Document
from gapmark.source.findings import Finding
from gapmark.source.gaps import GAP_LENGTH, find_pattern
from gapmark.source.losses import LOSSES
from gapmark.source.near_marks import check_near_marks
from gapmark.source.sections import LONGEST_TITLE

COMPARE = "tokens may have been lost or added on the way to you: compare this file with the one you received"


def check_gap_places(document: Document) -> Iterator[Finding]:
    """S101: a gap that stands where the pattern that fits the document best does not predict it."""
    for gap in document.gaps:
        if gap.predicted is False:
            message = f"gap {gap.number} is not where the pattern predicts a gap"
            yield Finding("S101", gap.first_token, message, COMPARE)


def check_gap_lengths(document: Document) -> Iterator[Finding]:
    """S102: a gap of fewer than ten marks that is not the document's last."""
    for gap in document.gaps[:-1]:
        if gap.quantity < GAP_LENGTH:
            message = f"gap {gap.number} has {gap.quantity} marks; only the last gap can have fewer than {GAP_LENGTH}"
            yield Finding("S102", gap.first_token, message, COMPARE)


def check_literal_marks(document: Document) -> Iterator[Finding]:
    """S103: a `@` that is a word of the text, past the tenth of a run or alone; once for each run."""
    literal = frozenset(document.literal_marks)
    past_tenth = {gap.last_token + 1 for gap in document.gaps}
    for number in document.literal_marks:
        if number - 1 in literal:
            continue
        message = "a single @ where no gap is expected; it is kept as a word of the text"
        if number in past_tenth:
            message = f"more than {GAP_LENGTH} marks in a row; what follows the tenth is kept as a word of the text"
        hint = "nothing, if the text may well have an @ of its own here; if words are missing, say so on a page"
        yield Finding("S103", number, message, hint)


def check_missing_gaps(document: Document) -> Iterator[Finding]:
    """S104: text where the pattern predicts a gap, in a document that has a header and gaps."""
    if not document.gaps or document.tokens[0].kind != "header":
        return
    found = {gap.first_token for gap in document.gaps}
    pattern = find_pattern(document.tokens)
    for number in range(pattern.first, len(document.tokens) + 1, pattern.period):
        if number not in found:
            yield Finding("S104", number, "the pattern predicts a gap here and there is none", COMPARE)


def check_hashes(document: Document) -> Iterator[Finding]:
    """S105: a `#` without a mate: the other one may have been swallowed by a gap."""
    hint = "if a heading can be made out, make it one in the page; if not, cut the #"
    for number in document.odd_hashes:
        yield Finding("S105", number, "a heading mark # has no mate; it is kept as a word", hint)


def check_dropped_tokens(document: Document) -> Iterator[Finding]:
    """S106: a token that was too long for the collection and was replaced by its length."""
    hint = "keep it, or say in the page what is missing; supply it only from a witness"
    for token in document.tokens:
        if token.kind == "dropped":
            length = token.text.lstrip("*").split(";")[0]
            yield Finding("S106", token.number, f"{length} characters in one token are missing", hint)


def check_lines_of_signs(document: Document) -> Iterator[Finding]:
    """S107: a few words between two tokens `==`, which is how a heading is written elsewhere."""
    texts = [token.text for token in document.tokens]
    hint = "if it is a heading, make it one in the page: ## and its words; if not, leave it"
    start: int | None = None
    for end, text in enumerate(texts):
        if len(text) < 2 or set(text) != {"="}:
            continue
        if start is not None and text == texts[start] and 1 < end - start <= LONGEST_TITLE + 1:
            message = f'"{" ".join(texts[start : end + 1])}" looks like a heading and is kept as words'
            yield Finding("S107", document.tokens[start].number, message, hint)
            start = None
        else:
            start = end


CHECKS: tuple[Callable[[Document], Iterator[Finding]], ...] = (
    check_gap_places,
    check_gap_lengths,
    check_literal_marks,
    check_missing_gaps,
    check_hashes,
    check_dropped_tokens,
    check_lines_of_signs,
    check_near_marks,
    *LOSSES,
)

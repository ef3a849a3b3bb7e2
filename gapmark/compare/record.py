"""The record: everything that comparing has found, with the editor's reasons and supplied words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gapmark.compare.addresses import Addresses, find_addresses
from gapmark.compare.changes import Change, find_changes
from gapmark.compare.comparison import Comparison, compare_words
from gapmark.compare.reasons import find_reasons, parse_reasons
from gapmark.compare.supplied import Supplied, parse_supplied
from gapmark.compare.typography import TypographyRule, summarise
from gapmark.forms.forms import check_source
from gapmark.problems.location import Problem
from gapmark.run.memo import remember
from gapmark.text.pages import Edition
from gapmark.yamltext.records import Group


class Record(NamedTuple):
    """The differences between the source and the edition, with their reasons."""

    edition: Edition
    comparison: Comparison
    changes: tuple[Change, ...]
    """Sorted by place in the source."""
    reasons: Mapping[str, str]
    """The reasons by the id of their change; changes without a reason are left out."""
    listed: frozenset[str]
    """The ids of the changes that have an entry in changes.yaml, be it empty."""
    earlier: frozenset[str]
    """The ids of the changes whose entry was written for an earlier wording."""
    supplied: Mapping[int, Supplied]
    """Words put into gaps that the pages mark, by the gap's number."""
    typography: tuple[TypographyRule, ...]
    """The differences that change no reading."""
    addresses: Addresses
    problems: tuple[Problem, ...]
    """The problems of the pages, of the reasons, and of the source."""

    @property
    def unreasoned(self) -> tuple[Change, ...]:
        """The changes for which no reason was given."""
        return tuple(change for change in self.changes if change.id not in self.reasons)


def compare(edition: Edition, reasons: Sequence[Group], supplied: Sequence[Group], *, strict: bool) -> Record:
    """Compare, and give each change its reason. `reasons` and `supplied` are the entries of changes.yaml, gaps.yaml.

    Where `strict`, a change without a reason is an error that shows the entry to paste.
    """
    comparison = compare_words(edition)
    changes = find_changes(comparison)
    entries = parse_reasons(reasons)
    given, listed, earlier, doubts = find_reasons(changes, entries, comparison.source.words, strict=strict)
    witnessed, wrong = parse_supplied(supplied, edition.document.gaps)
    marked = {number for page in edition.compared for number in page.gaps}
    problems = (*edition.problems, *doubts, *wrong)
    problems += remember(check_source, edition.document, mended_tokens(comparison))
    return Record(
        edition=edition,
        comparison=comparison,
        changes=changes,
        reasons=given,
        listed=listed,
        earlier=earlier,
        supplied={gap: words for gap, words in witnessed.items() if gap in marked},
        typography=summarise(edition.document, comparison),
        addresses=find_addresses(comparison),
        problems=problems,
    )


def mended_tokens(comparison: Comparison) -> frozenset[int]:
    """Return the numbers of the tokens that the edition corrects or leaves out."""
    words = comparison.source.words
    changed = (words[i] for s in comparison.spans if s.kind in ("replace", "delete") for i in range(*s.source))
    return frozenset(token for word in changed for token in range(word.token, word.last + 1))

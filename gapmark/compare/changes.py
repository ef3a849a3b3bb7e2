"""The apparatus, which is every difference between the source's words and the published ones, found by comparing.

Each stretch of words that reads different is a `Change`. Differences that change no reading (spaces, quotation marks,
dashes, line breaks, the order of pages) are counted by `typography`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal, NamedTuple

from gapmark.align.spans import Span, rewritten
from gapmark.compare.comparison import Comparison, place_of_cut
from gapmark.compare.words import EditionWord, Published, SourceWord

ChangeKind = Literal["correction", "omission", "addition", "move", "rewritten"]
CONTEXT = 4
"""How many words of the source on either side a change has; after more edits it is found again by them."""
MARKS = frozenset(("'", '"', "''", "-", "--", "...", "*"))
"""Words that are only typography; they change no reading."""


class Change(NamedTuple):
    """One stretch of words that reads different from the source, or stands elsewhere."""

    id: str
    """Made of the token it stands at, such as `change-w12`: other edits don't alter it."""
    kind: ChangeKind
    source: str
    """The source's reading, cleaned; empty for an addition."""
    published: str
    """The published reading; empty for an omission."""
    first_token: int
    """The first token of the source's reading; for an addition that of the word before it (0 at the very start)."""
    last_token: int
    before: str
    """Up to four words of the source before it."""
    after: str
    """Up to four words of the source after it."""
    first_word: int
    """The index of its first word in the edition; for an omission, of a word beside the place where it stood."""
    last_word: int
    """The index of its last word in the edition; less than the first one for an omission."""
    follows: bool = False
    """Whether an omission stood just after that word, not just before it."""


def find_changes(comparison: Comparison) -> tuple[Change, ...]:
    """Return the changes, sorted by place, each with an id that other edits leave alone."""
    rewritten_pages = _rewritten_pages(comparison)
    found = [
        *_rewritings(comparison, rewritten_pages),
        *_moves(comparison, rewritten_pages),
        *_replacements(comparison, rewritten_pages),
    ]
    found.sort(key=lambda change: (change.first_token, change.last_token, change.first_word, change.kind))
    return tuple(_numbered(found))


# ---------------------------------------------------------------- what a span says


def _replacements(comparison: Comparison, rewritten_pages: set[int]) -> Iterator[Change]:
    kinds: dict[str, ChangeKind] = {"replace": "correction", "delete": "omission", "insert": "addition"}
    for span in comparison.spans:
        if span.kind in kinds and not is_layout(comparison, span) and _page_of(comparison, span) not in rewritten_pages:
            yield _change(comparison, kinds[span.kind], span)


def _moves(comparison: Comparison, rewritten_pages: set[int]) -> Iterator[Change]:
    """Yield one move for each passage, however many words in it were changed."""
    for whole in moved_passages(comparison):
        layout = is_layout(comparison, whole) or is_order(comparison, whole)
        if not layout and page_at(comparison, whole.edition[0]) not in rewritten_pages:
            yield _change(comparison, "move", whole)


def moved_passages(comparison: Comparison) -> Iterator[Span]:
    """Yield each moved passage from its first word to its last; one that went to two pages is two."""
    moved = sorted((s for s in comparison.spans if s.kind == "move"), key=lambda s: (s.passage, s.source))
    for _, group in groupby(moved, key=lambda s: (s.passage, page_at(comparison, s.edition[0]))):
        spans = list(group)
        source = (min(s.source[0] for s in spans), max(s.source[1] for s in spans))
        edition = (min(s.edition[0] for s in spans), max(s.edition[1] for s in spans))
        yield Span("move", source, edition, spans[0].passage)


def is_order(comparison: Comparison, passage: Span) -> bool:
    """Return whether a moved passage is whole sections that stand as such: only the order of pages or sections was
    changed.

    So a source whose sections import puts on pages by what they are about has no change of its words.
    """
    if passage.passage < 0:
        return True
    source, published = comparison.source, comparison.published
    (start, stop), (begin, end) = passage.source, passage.edition
    old = [source.blocks[word.block] for word in source.words[max(start - 1, 0) : stop + 1]]
    starts = start == 0 or old[0].kind == "heading" or old[0].section != old[1].section
    ends = stop == len(source.words) or old[-1].section != old[-2].section
    return starts and ends and _is_section_edge(published, begin) and _is_section_edge(published, end)


def _is_section_edge(published: Published, index: int) -> bool:
    """Return whether a page or a headed section begins with the edition's word at `index`, titles and notes aside."""
    before = next((w for w in published.words[index - 1 :: -1] if _in_text(published, w)), None) if index else None
    after = next((w for w in published.words[index:] if _in_text(published, w)), None)
    if before is None or after is None:
        return True
    old, new = published.blocks[before.block], published.blocks[after.block]
    opens = new.kind == "heading" and published.words[new.first_word] is after
    return old.page != new.page or opens or old.kind == "heading"


def _in_text(published: Published, word: EditionWord) -> bool:
    return published.blocks[word.block].kind not in ("title", "note")


def is_layout(comparison: Comparison, span: Span) -> bool:
    """Return whether the span is no reading: typography, a heading of one side only, a page's title, or a footnote.

    What has moved is a reading, a heading too.
    """
    if span.kind == "move":
        return False
    source = comparison.source.words[slice(*span.source)]
    published = comparison.published.words[slice(*span.edition)]
    if {word.key for word in source} | {word.key for word in published} <= MARKS:
        return True
    blocks = comparison.published.blocks
    own = {blocks[word.block].kind for word in published}
    if published and own <= {"title", "note"} and not (source and span.kind == "replace"):
        return True
    headings = not source or {comparison.source.blocks[w.block].kind for w in source} == {"heading"}
    return headings and own <= {"heading"} and not (source and published)


def _change(comparison: Comparison, kind: ChangeKind, span: Span) -> Change:
    words = comparison.source.words
    start, stop = span.source
    named = words[start:stop] or words[max(start - 1, 0) : start]
    first, last = (named[0].token, named[-1].last) if named else (0, 0)
    place, follows = _place_in_source(comparison, span)
    return Change(
        id=f"change-w{first}" + ("" if stop > start else "-after"),
        kind=kind,
        source=reading(words[start:stop]),
        published=reading(comparison.published.words[slice(*span.edition)]),
        first_token=first,
        last_token=last,
        before=reading(words[max(0, start - CONTEXT) : start]),
        after=reading(words[stop : stop + CONTEXT]),
        first_word=place,
        last_word=place + span.edition[1] - span.edition[0] - 1,
        follows=follows,
    )


def _place_in_source(comparison: Comparison, span: Span) -> tuple[int, bool]:
    """Return the word of the edition at which a change is shown, and whether it stood just after it."""
    if span.edition[1] > span.edition[0]:
        return span.edition[0], False
    return place_of_cut(comparison, span.source[0], span.edition[0])


def reading(words: Sequence[SourceWord | EditionWord]) -> str:
    """Return words as they read, with their spaces; a gap as its reference."""
    parts = [word.text for word in words[:1]]
    for before, word in pairwise(words):
        parts.append(" " * (word.space or word.block != before.block) + word.text)
    return "".join(parts)


def _numbered(changes: list[Change]) -> Iterator[Change]:
    """Yield the changes with ids that differ: a second change at one token gets a letter."""
    taken: dict[str, int] = {}
    for change in changes:
        taken[change.id] = taken.get(change.id, 0) + 1
        again = taken[change.id]
        yield change if again == 1 else change._replace(id=f"{change.id}-{again}")


# ---------------------------------------------------------------- rewritten pages


def page_at(comparison: Comparison, word: int) -> int:
    """Return the page of the edition's word with this index; -1 where there are none."""
    blocks = comparison.published.blocks
    at = bisect_right(blocks, word, key=lambda block: block.first_word) - 1
    return blocks[at].page if at >= 0 else -1


def _page_of(comparison: Comparison, span: Span) -> int:
    return page_at(comparison, _place_in_source(comparison, span)[0])


def _page_words(comparison: Comparison) -> dict[int, tuple[int, int]]:
    """Return for each page the first word of its text and the first one after it."""
    titles: dict[int, int] = {}
    texts: dict[int, int] = {}
    for block in comparison.published.blocks:
        (titles if block.kind == "title" else texts).setdefault(block.page, block.first_word)
    starts = titles | texts
    stops = [*[titles.get(page, start) for page, start in starts.items()][1:], len(comparison.published.words)]
    return {page: (start, stop) for (page, start), stop in zip(starts.items(), stops, strict=True)}


def _rewritten_pages(comparison: Comparison) -> set[int]:
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for span in comparison.spans:
        last = max(span.edition[0], span.edition[1] - 1)
        for page in range(page_at(comparison, span.edition[0]), page_at(comparison, last) + 1):
            spans[page].append(span)
    return {page for page, words in _page_words(comparison).items() if rewritten(spans[page], *words)}


def _rewritings(comparison: Comparison, rewritten_pages: set[int]) -> Iterator[Change]:
    """Yield one entry for a page that was rewritten, instead of one for each chance likeness."""
    words = _page_words(comparison) if rewritten_pages else {}
    for page in sorted(rewritten_pages):
        start, stop = words[page]
        inside = [s for s in comparison.spans if s.kind != "equal" and _page_of(comparison, s) == page]
        lost = [s.source for s in inside if s.source[1] > s.source[0]]
        source = (min(s[0] for s in lost), max(s[1] for s in lost)) if lost else (0, 0)
        yield _change(comparison, "rewritten", Span("replace", source, (start, stop)))

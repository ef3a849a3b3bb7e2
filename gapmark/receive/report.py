"""What an import did, in lines for the editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapmark.receive.headings_to_pages import Arrangement
from gapmark.receive.importing import Receipt

MOST = 8
"""So many headings are named in a line."""


def describe(receipt: Receipt) -> Iterator[str]:
    """What was written, a line each, and what stands on each page and why."""
    yield from (f"wrote {path}" for path in receipt.written)
    for path, fresh in receipt.kept:
        yield f"kept {path}, which has been edited; the fresh version is {fresh}"
    yield from (f"replaced {path}; what it was is now {old}" for path, old in receipt.replaced)
    if not (receipt.written or receipt.kept or receipt.replaced):
        yield "nothing to write: content/ is as import would write it"
    if "content/site.yaml" in (*receipt.written, *dict(receipt.replaced)):
        yield "check content/site.yaml: its title, author and licence are suggestions, or empty"
    yield from _describe_pages(receipt.arrangement)
    if receipt.other_source:
        yield f"content/site.yaml still names the source {receipt.other_source}; import with --force to replace it all"


def _describe_pages(arrangement: Arrangement) -> Iterator[str]:
    for draft in arrangement.drafts:
        yield f"content/{draft.name}.md: {listed(draft.headings)}; {draft.reason}"
    if arrangement.unlisted:
        yield f"in no list, so they stay with what comes before them: {listed(arrangement.unlisted)}"
    if arrangement.empty:
        yield f"nothing stands under these in the source, so they are on no page: {listed(arrangement.empty)}"


def listed(titles: Sequence[str]) -> str:
    """Headings in quotation marks, the middle ones left out where they are many; an empty one is the lead.

    >>> listed(["", "Battle"])
    'the lead, "Battle"'
    """
    words = [f'"{title}"' if title else "the lead" for title in titles]
    if len(words) > MOST:
        words[MOST // 2 : 1 - MOST // 2] = [f"... {len(words) - MOST + 1} more ..."]
    return ", ".join(words)

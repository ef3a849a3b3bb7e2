"""What an import did, in lines for the editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapmark import CONTENT
from gapmark.receive.headings_to_pages import Arrangement
from gapmark.receive.importing import Receipt

MOST = 8
"""So many headings are named in a line."""


def describe(receipt: Receipt, *, dry_run: bool = False) -> Iterator[str]:
    """What was written, a line each, and what stands on each page and why; with `dry_run` what would be."""
    plan, would = receipt.plan, "would be " if dry_run else ""
    yield from (f"{CONTENT}/{name}: {would}written" for name in plan.written)
    yield from (f"{CONTENT}/{name}: {would}removed; nobody had edited it" for name in plan.removed)
    for name, fresh in plan.kept:
        yield f"{CONTENT}/{name}: kept; its fresh version {would or 'is '}beside it, {CONTENT}/{fresh}"
    yield from (
        f"{CONTENT}/{name}: {would}replaced; what it was is kept as {CONTENT}/{old}" for name, old in plan.replaced
    )
    if plan.kept:
        yield "pages have been edited, so none is replaced: take over what you want, or import with --force"
    for name in plan.missed:
        yield f"{CONTENT}/{name}: was renamed or deleted, so it is not written again; import --force writes it"
    if not (plan.files or plan.gone or plan.missed):
        yield f"nothing to write: {CONTENT}/ is as import would write it"
    if "site.yaml" in (*plan.written, *dict(plan.replaced)):
        yield f"fill in {CONTENT}/site.yaml: its title, author, licence and language are guesses, or empty"
    yield from _describe_pages(receipt.arrangement)
    if receipt.other_source:
        yield f"{CONTENT}/site.yaml names another source, {receipt.other_source}; import with --force to replace it all"


def _describe_pages(arrangement: Arrangement) -> Iterator[str]:
    for draft in arrangement.drafts:
        yield f"{CONTENT}/{draft.name}.md: {listed(draft.headings)}; {draft.reason}"
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

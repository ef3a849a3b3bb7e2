"""A page of Markdown as import writes it for an editor to go on with."""

from __future__ import annotations

from gapmark.receive.headings_to_pages import PAGES, Draft
from gapmark.receive.to_markdown import heading_markdown, to_markdown
from gapmark.source.clean import to_text
from gapmark.yamltext.writing import scalar


def page_text(draft: Draft) -> str:
    """A page: front matter, then each section under its heading, one paragraph each."""
    parts = []
    shown = [
        n == 0 and to_text(section.title) == draft.title and not any(piece.gap for piece in section.title)
        for n, section in enumerate(draft.sections)
    ]
    least = min(
        (s.level for s, is_title in zip(draft.sections, shown, strict=True) if s.title and not is_title), default=2
    )
    for section, is_title in zip(draft.sections, shown, strict=True):
        if not is_title:
            parts.append(heading_markdown(section.title, section.level - least + 2))
        parts.append(to_markdown(section.blocks))
    order = [role for role in PAGES if role != "events"].index(draft.role.replace("events", "battle")) + 1
    head = f"---\ntitle: {scalar(draft.title)}\nrole: {draft.role}\norder: {order}\ndescription:\n---\n\n"
    return head + "\n\n".join(filter(None, parts)) + "\n"

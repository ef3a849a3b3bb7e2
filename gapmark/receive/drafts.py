"""The files that import writes for an editor to go on with: pages of Markdown, and site.yaml."""

from __future__ import annotations

from gapmark.model import Document
from gapmark.receive.headings_to_pages import Draft
from gapmark.receive.to_markdown import heading_markdown, to_markdown
from gapmark.source.clean import to_text
from gapmark.yaml_writing import scalar

ORDER = {"background": 1, "battle": 2, "aftermath": 3, "other": 4, "sources": 5}
"""Where a page of each role stands."""


def page_text(draft: Draft) -> str:
    """A page: front matter, then each section under its heading, one paragraph each."""
    parts = []
    for number, section in enumerate(draft.sections):
        if number or to_text(section.title) != draft.title:
            parts.append(heading_markdown(section.title))
        parts.append(to_markdown(section.blocks))
    head = f"---\ntitle: {scalar(draft.title)}\nrole: {draft.role}\norder: {ORDER[draft.role]}\ndescription:\n---\n\n"
    return head + "\n\n".join(filter(None, parts)) + "\n"


_SITE = """\
# The settings of this site. The README explains each. After a change: python build.py

title: {title}{title_note}
description:
language: en
base_url:  # the site's address once it is online, such as https://example.org/battle/

editor:  # your name, if you want to be named as the editor of this site

source:{source_note}
  id: "{id}"  # the received text is content/source/{id}.txt
  title: {source_title}
  author: {author}
  url: {url}
  history_url: {history}
  revision:  # not known: leave it empty
  licence: {licence}
  licence_url: {licence_url}
  language: en

gaps:
  agent: {agent}
  reason: {reason}

fidelity: warn
allow_html: false
"""
_CURID = "https://en.wikipedia.org/w/index.php?curid="


def site_text(document: Document, title: str) -> str:
    """site.yaml for a document.

    A header of `@@` and digits is taken for the number of a page of Wikipedia, as in the collection this format comes
    from; a note says so. The reason of the gaps is suggested only where each stands as the pattern predicts.
    """
    source_id = document.source.id
    wikipedia = bool(document.tokens) and document.tokens[0].text == f"@@{source_id}"
    known = {
        "author": "Wikipedia contributors",
        "url": f"{_CURID}{source_id}",
        "history": f"{_CURID}{source_id}&action=history",
        "licence": "CC BY-SA 3.0",
        "licence_url": "https://creativecommons.org/licenses/by-sa/3.0/",
        "agent": "the distributor of the text collection",
        "reason": "the pattern matches that of a collection whose distributor took out ten of every 201 tokens "
        "as a copyright measure; the source itself does not say so",
    }
    if not document.gaps or not all(gap.predicted for gap in document.gaps):
        known |= {"agent": "", "reason": ""}
    values = {key: scalar(value) if wikipedia else "" for key, value in known.items()}
    guessed = not title.startswith("Document ")
    text = _SITE.format(
        title=scalar(title),
        title_note="  # taken from the opening words of the text: check it" if guessed else "  # give it its title",
        id=source_id,
        source_note=f"  # suggested, because the text begins with @@{source_id}: check each line" if wikipedia else "",
        source_title=scalar(title) if guessed else "",
        **values,
    )
    return "".join(line.rstrip() + "\n" for line in text.splitlines())

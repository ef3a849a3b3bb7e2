"""Markdown read as one page whose body begins on line 5, with the gaps 1 to 9."""

from gapmark.markup.tree import blocks, serialise
from gapmark.model import Manuscript
from gapmark.text.markdown import parse_markdown


def plain_text(tree):
    return "\n".join(text for _, text in blocks(tree) if text)


def page(body, path="content/p.md", first_line=5):
    return Manuscript(path, "p", "A page", "other", 1, "", body, first_line)


def read(body, **options):
    return parse_markdown(page(body), **{"gaps": range(1, 10), **options})


def inner(body, **options):
    return serialise(read(body, **options).tree).removeprefix("<div>").removesuffix("</div>").strip()


def found(body, **options):
    return [(p.code, p.where.line) for p in read(body, **options).problems]

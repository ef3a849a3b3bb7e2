"""Plain texts as documents, and what a document holds in lines that can be read."""

from gapmark.forms.plain import parse_plain
from gapmark.model import Source
from gapmark.project.notation import load_notation
from gapmark.source.clean import to_text


def read(text, name="a.txt", marks=()):
    """Return the document of a plain text in a file of this name, with a site's own marks."""
    source = Source("a", f"content/source/{name}", text, "0" * 64, len(text.encode()), "plain", notation(*marks))
    return parse_plain(source)


def notation(*marks):
    """Return the notation of a site with these marks, each as a dict of site.yaml."""
    whole = {"reason": "", "unit": "", "run": False, "apart": False, "gap": True}
    return load_notation([whole | mark for mark in marks])


def outline(document):
    """Return each heading, block and gap as a line, and what is asked."""
    lines = []
    for section in document.sections:
        lines += [f"{'#' * section.level} {to_text(section.title)}"] if section.title else []
        lines += [f"{block.lead or block.kind[0] + ': '}{written(block.pieces)}" for block in section.blocks]
    for gap in document.gaps:
        lines.append(f"[gap {gap.id}] {gap.mark} = {extent(gap)}; {gap.reason or 'no reason'}")
    lines += [f"asked: {mark} at {', '.join(map(str, numbers))}" for mark, numbers in document.asked]
    return lines


def written(pieces):
    """Return pieces as text, with the signs of a Markdown source as a page has them."""
    return "".join(
        " " * piece.space + (f"[gap {piece.gap}]" if piece.kind == "gap" else piece.text) for piece in pieces
    )


def extent(gap):
    """Return quantity, unit and precision."""
    return f"{gap.precision} {gap.quantity:g} {gap.unit}".removeprefix("exact ") if gap.quantity else "not stated"

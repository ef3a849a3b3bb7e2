"""The law of comparing: either side can be made from the other, the spans and the words that are new."""

from gapmark.align.spans import Span, by_place


def added(spans, edition):
    """The words that the edition has and the source has not: those of each `replace` and `insert`, by edition."""
    new = (span for span in _by_edition(spans) if span.kind in ("replace", "insert"))
    return tuple(tuple(edition[slice(*span.edition)]) for span in new)


def apply(spans, source, words):
    """The edition, made from the source, the spans, and the words that `added` gives."""
    new = iter(words)
    made = []
    for span in _by_edition(spans):
        if span.kind in ("equal", "move"):
            made += source[slice(*span.source)]
        elif span.kind != "delete":
            made += next(new)
    return tuple(made)


def inverse(spans):
    """The spans that lead from the edition to the source. The numbers of passages stay."""
    kinds = {"delete": "insert", "insert": "delete"}
    turned = (Span(kinds.get(s.kind, s.kind), s.edition, s.source, s.passage) for s in spans)
    return tuple(sorted(turned, key=by_place))


def _by_edition(spans):
    return sorted(spans, key=lambda span: (span.edition, span.source))

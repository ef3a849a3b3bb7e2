"""A gap as an element of TEI."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from gapmark.markup.xml import add, filled
from gapmark.model import Gap, Token
from gapmark.site.template_records import GapEntry

UNITS = {"letter": "chars", "leaf": "leaves"}
"""Names of units in TEI, where they are no simple plural."""
LIMITS: Mapping[str, str] = {"less than": "atMost", "at most": "atMost", "at least": "atLeast"}


def write_gap(target: Element, gap: GapEntry, *, resp: str, tokens: Sequence[Token]) -> Element:
    """Write a run of marks as what the source itself marks as left out; return the element."""
    attributes = {"xml:id": f"gap-{gap.id}", "unit": "token", "quantity": f"{gap.quantity:g}", "resp": resp}
    ellipsis = add(target, "ellipsis", attributes=attributes)
    _write_mark(ellipsis, gap, tokens)
    return ellipsis


def write_stated_gap(target: Element, gap: GapEntry, *, resp: str, tokens: Sequence[Token]) -> Element:
    """Write a mark that says for itself what is missing; return the segment that holds it and the gap.

    Where the mark says why, somebody could not read or give these words: a `gap`. Else the source marks them as left
    out: an `ellipsis`.
    """
    segment = add(target, "seg", attributes={"xml:id": f"gap-{gap.id}", "type": "missing"})
    dimensions = filled({"resp": resp, **dimensions_of(gap)})
    if gap.reason:
        _write_mark(segment, gap, tokens)
        add(segment, "gap", attributes={"reason": "-".join(gap.reason.split()), **dimensions})
    else:
        _write_mark(add(segment, "ellipsis", attributes=dimensions), gap, tokens)
    return segment


def dimensions_of(gap: Gap | GapEntry) -> dict[str, str]:
    """Return unit and quantity as attributes; what is not stated is unknown."""
    if not gap.quantity:
        return {"extent": "unknown"}
    quantity = f"{gap.quantity:g}"
    exact = {"unit": UNITS.get(gap.unit, f"{gap.unit}s"), LIMITS.get(gap.precision, "quantity"): quantity}
    return exact | ({"precision": "low"} if gap.precision in ("about", "less than") else {})


def _write_mark(parent: Element, gap: GapEntry, tokens: Sequence[Token]) -> None:
    marks = " ".join(token.text for token in tokens[gap.first_token - 1 : gap.last_token])
    add(parent, "metamark", marks, {"n": str(gap.first_token), "function": "omission"})

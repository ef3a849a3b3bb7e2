"""In words: how much is missing, at one gap and in all. Unlike units are never added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from gapmark.language.phrases import Language
from gapmark.model import Document, Gap
from gapmark.site.template_records import GapEntry, Label
from gapmark.source.near_marks import near_marks

AnyGap = Gap | GapEntry


def extent_in_words(quantity: float, unit: str, precision: str, t: Language) -> str:
    """Return `about 10 words`, `less than 1 line`; empty where no quantity is stated."""
    if unit == "token":
        return t("gap.words", n=quantity)
    if not quantity:
        return ""
    whole = int(quantity) if quantity == int(quantity) else t.figures(f"{quantity:g}")
    extent = t(f"extent.unit.{unit}", n=whole)
    return extent if precision == "exact" else t(f"extent.{precision.replace(' ', '_')}", extent=extent)


def label_of(gap: AnyGap, t: Language) -> Label:
    """Return what stands for a gap in the text: the mark as received, where it has words."""
    if gap.unit == "token":
        return Label(t("gap.label", n=gap.quantity), received=False)
    if any(map(str.isalnum, gap.mark)):
        return Label(gap.mark, received=True)
    return Label(t("extent.passage"), received=False)


def which_of(gap: AnyGap, total: int, t: Language) -> str:
    """Return `Gap 3 of 25`; with its lasting name where that is another."""
    key = "gap.of" if gap.unit == "token" else "extent.of"
    return t(key, n=gap.number, total=total, id=t.digits(str(gap.id)))


def sum_of(gaps: Sequence[AnyGap], t: Language) -> str:
    """Return what is missing in all gaps: `3 words, about 3 lines, and 7 passages whose length is not stated`."""
    if all(gap.unit == "token" for gap in gaps):
        return t("gap.words", n=sum(gap.quantity for gap in gaps))
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for gap in gaps:
        sums[gap.unit, gap.precision] += gap.quantity
    unstated = sum(not gap.quantity for gap in gaps)
    parts = [extent_in_words(quantity, *kind, t) for kind, quantity in sums.items() if quantity]
    parts += [t("extent.unstated", n=unstated)] * bool(unstated)
    last = t("extent.last") if len(parts) > 2 else t("extent.and")
    return last.join(filter(None, (t.listed(*parts[:-1]), parts[-1])))


def gap_note(document: Document, t: Language, supplied: Collection[int] = ()) -> str:
    """Return in how many places how much is missing, and in how many words are supplied.

    `supplied` are the ids of the gaps that an editor has filled. Where no gap is marked, the note says so, or that it
    is not certain.
    """
    gaps = [gap for gap in document.gaps if gap.id not in supplied]
    filled = t("gap.filled", n=len(supplied)) if supplied else ""
    if not document.gaps:
        doubtful = doubtful_signs(document)
        return t("gap.uncertain", n=doubtful) if doubtful else t("gap.none")
    stated = t("gap.note", places=t("gap.places", n=len(gaps)), extent=_missing(gaps, t)) if gaps else ""
    return " ".join(filter(None, (stated, filled, t("extent.unsettled") if document.asked else "")))


def doubtful_signs(document: Document) -> int:
    """Return how many signs look like marks of missing passages, with nobody knowing whether they are."""
    if document.source.form == "plain":
        return sum(len(numbers) for _, numbers in document.asked)
    return len(document.literal_marks) + sum(1 for _ in near_marks(document))


def _missing(gaps: Sequence[AnyGap], t: Language) -> str:
    """Return what is missing in gaps, as the end of a sentence."""
    quantities = [int(gap.quantity) for gap in gaps if gap.unit == "token"]
    if not quantities:
        stated = any(gap.quantity for gap in gaps)
        return t("extent.missing", extents=sum_of(gaps, t)) if stated else t("extent.missing_unstated")
    if len(set(quantities)) == 1:
        return t("gap.extent_one" if len(quantities) == 1 else "gap.extent_each", n=quantities[0])
    return t("gap.extent_sum", n=sum(quantities))


def missing_in_citation(gaps: Sequence[GapEntry], t: Language, *, asked: bool = False) -> str:
    """Return `2 gaps, about 20 words missing`; `asked` says that some marks are not understood yet."""
    left = [gap for gap in gaps if not gap.supplied]
    if left:
        key = "cite.missing" if left[0].unit == "token" else "cite.missing_units"
        return t(key, gaps=t("gap.count", n=len(left)), words=sum_of(left, t))
    return t("cite.none_left") if gaps else "" if asked else t("cite.none_missing")

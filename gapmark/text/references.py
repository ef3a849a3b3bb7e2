"""Finds gap references, `[gap N]`, before Markdown can take them for a link, and checks them over all pages.

`mask_references` puts a place-holder of noncharacters (U+FDD0 to U+FDEF, which no text may use) where each stands.
Python-Markdown carries these along as it would any letter, so that whatever becomes of a reference is seen in the tree.
Control characters that Python-Markdown keeps for itself, and noncharacters of the text's own, get place-holders too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gapmark.model import Gap, Manuscript
from gapmark.problems.location import Location, Problem
from gapmark.problems.lookalikes import name_signs, plain
from gapmark.text.lines import Words, find_row, read_words

MARKER = "\ufdd2"
"""A character that no text with place-holders has."""

_OPEN, _CLOSE, _DIGITS = "\ufdd0", "\ufdd1", [chr(0xFDE0 + i) for i in range(16)]
_PLACE_HOLDER = re.compile(r"\ufdd0([\ufde0-\ufdef]+)\ufdd1")
_TO_DIGITS = {ord(character): f"{i:x}" for i, character in enumerate(_DIGITS)}
_OF_DIGITS = {ord(f"{i:x}"): character for i, character in enumerate(_DIGITS)}

# Spaces, a line's end and capitals may come from an editor or an editing program: nothing else can be meant.
_S = r"[ \t\u00a0\u2007\u2009\u202f]{0,4}\n?[ \t\u00a0\u2007\u2009\u202f]{0,4}"
_SCAN = re.compile(
    r"\\[^\x02\x03\ufdd0-\ufdef]"
    r"|(?P<character>[\x02\x03\ufdd0-\ufdef])"
    rf"|\[{_S}gap{_S}(?P<number>[0-9]{{1,9}}){_S}\](?P<link>\([^()\s]*[./#][^()\s]*\))?"
    r"|(?P<odd>\[[^\w\[\]\n]{0,3}gaps?[^\w\[\]\n]{0,4}(?:(?:no|nr|number)[^\w\[\]\n]{0,3})?"
    r"(?P<meant>[0-9]{1,9})[^\[\]\n]{0,12}\])(?![(\[])",
    re.IGNORECASE,
)
_MISSPELT = re.compile(
    r"\\?[\[\uff3b\u3010]\W{0,4}gaps?\b[^\[\]\n\ufdd0]{0,16}[\]\uff3d\u3011]?|[({]gap \d{1,9}[)}]", re.IGNORECASE
)
"""A mistyped reference; looked for only where a gap is lost."""
_CONTEXT = 5
_NEAR = (4, 3, 2)
"""How many words before a lost gap are looked for, the most first."""


class GapReference(NamedTuple):
    """A gap reference in the Markdown."""

    number: int
    where: Location
    after: str
    """The words before it."""

    @property
    def text(self) -> str:
        """As an editor should write it."""
        return f"[gap {self.number}]"


class Masked(NamedTuple):
    """A Markdown text, a place-holder for each gap reference and each character Python-Markdown keeps for itself."""

    text: str
    originals: tuple[GapReference | str, ...]
    """The original of each place-holder."""
    odd: tuple[tuple[GapReference, str], ...]
    """References that are not written as one, with their writing."""


def mask_references(page: Manuscript) -> Masked:
    """Put a place-holder where each gap reference stands. An escaped one, `\\[gap 1]`, is left as words."""
    originals: list[GapReference | str] = []
    odd: list[tuple[GapReference, str]] = []

    def reference(match: re.Match[str], number: str) -> GapReference:
        where = page.locate(match.start())
        return GapReference(int(number), where, _last_words(page.body, match.start()))

    def mask(match: re.Match[str]) -> str:
        if match["odd"] or match["link"]:
            odd.append((reference(match, match["meant"] or match["number"]), match[0]))
        if match["link"] or (not match["number"] and not match["character"]):
            return match[0]
        originals.append(reference(match, match["number"]) if match["number"] else match["character"])
        return f"{_OPEN}{format(len(originals) - 1, 'x').translate(_OF_DIGITS)}{_CLOSE}"

    return Masked(_SCAN.sub(mask, page.body), tuple(originals), tuple(odd))


def unmask(text: str) -> Iterator[str | int]:
    """Yield the parts of a text: words, and for each place-holder the index of what it stands for."""
    for i, part in enumerate(_PLACE_HOLDER.split(text)):
        yield int(part.translate(_TO_DIGITS), 16) if i % 2 else part


def _last_words(body: str, end: int) -> str:
    paragraph = body[max(0, end - 80) : end].rpartition("\n\n")[2]
    return " ".join(paragraph.split()[-_CONTEXT:])


# ---------------------------------------------------------------- checks


def check_references(masked: Masked, placed: Collection[int], gaps: Collection[int]) -> Iterator[Problem]:
    """Yield what is wrong with the gap references of one page; `placed` has the indexes of those that became marks."""
    for reference, written in masked.odd:
        signs = name_signs(written)
        message = f'"{written}" is no gap reference{f": it has {signs}" if signs else ""}{_after(reference)}'
        yield Problem("G004", "error", message, reference.where, f"write {reference.text}")
    for i, mark in enumerate(masked.originals):
        if isinstance(mark, str):
            continue
        if i not in placed:
            message = f"{mark.text} can't mark a gap in code, in a link, in an image or in a definition{_after(mark)}"
            hint = f"move {mark.text} out into the text; where it is meant as words, write \\{mark.text}"
            yield Problem("G004", "error", message, mark.where, hint)
        elif mark.number not in gaps:
            message = f"the source has no gap {mark.number}{_after(mark)}; {_known(gaps)}"
            hint = f"correct the number or delete the mark; where it is meant as words, write \\{mark.text}"
            yield Problem("G003", "error", message, mark.where, hint)


def check_gap_references(
    pages: Sequence[Manuscript], gaps: Sequence[Gap], around: Mapping[int, tuple[str, str]], gone: Sequence[str] = ()
) -> Iterator[Problem]:
    """Yield a problem for each gap that is lost or marked more than once, over all pages that publish the source.

    `around` has the words of the source before and after each gap, `gone` the pages that import wrote and that are no
    longer there.
    """
    marks: dict[int, list[GapReference]] = defaultdict(list)
    meant: set[int] = set()
    for page in pages:
        masked = mask_references(page)
        meant.update(reference.number for reference, _ in masked.odd)
        for mark in masked.originals:
            if isinstance(mark, GapReference):
                marks[mark.number].append(mark)
    for first, *others in marks.values():
        for other in others:
            message = f"{other.text} stands twice: here{_after(other)}, and at {first.where}{_after(first)}"
            yield Problem("G002", "error", message, other.where, "keep it in one place and delete it in the other")
    lost = [gap.id for gap in gaps if gap.id not in marks and gap.id not in meant]
    if lost and pages:
        misspelt = [*_find_misspelt(pages, lost)]
        yield from (problem for problem, _ in misspelt)
        lost = [number for number in lost if number not in {known for _, known in misspelt}]
        texts = [(page.path, read_words(page)) for page in pages]
        yield from _check_lost(lost, texts, around, marks, gone)


def _find_misspelt(pages: Sequence[Manuscript], lost: Collection[int]) -> Iterator[tuple[Problem, int]]:
    """Yield a problem for each sign that looks like the mark of a lost gap, with its number, or 0 where it has none."""
    for page in pages:
        text = mask_references(page).text
        for match in _MISSPELT.finditer(text):
            figures = re.search(r"[0-9]+", plain(match[0]))
            number = int(figures[0]) if figures else 0
            escaped, signs = match[0].startswith("\\"), name_signs(match[0])
            if number not in lost and (number or escaped):
                continue
            why, hint = f"is no gap reference{f': it has {signs}' if signs else ''}", f"write [gap {number}]"
            if escaped:
                why, hint = "is mere words, because of its backslash", f"take the backslash away: [gap {number}]"
            elif not number:
                why = "looks like a gap reference and has no number"
                hint = "write it with its number, as in [gap 1]; where it is meant as words, write \\[gap"
            where = Location(page.path, page.first_line + text.count("\n", 0, match.start()))
            yield Problem("G004", "error", f'"{match[0].strip()}" {why}', where, hint), number


def _check_lost(
    lost: Iterable[int],
    texts: Sequence[tuple[str, Words]],
    around: Mapping[int, tuple[str, str]],
    marks: Mapping[int, Sequence[GapReference]],
    gone: Sequence[str],
) -> Iterator[Problem]:
    sizes = _NEAR[:1] if gone else _NEAR
    known = sorted(marks)
    strayed: list[int] = []
    for number in lost:
        before, after = around.get(number, ("", ""))
        stood = f'after "{before}"' if before else f'before "{after}"' if after else "alone"
        line = re.sub(r" (?=[,.;:!?)])", "", f"{before} [gap {number}] {after}".strip())
        put = f'put [gap {number}] back {stood}: "{line}"'
        where = _find(texts, before, sizes, last=True) or _find(texts, after, sizes, last=False)
        if where is None and gone:
            strayed.append(number)
            continue
        if where is None:
            where, note = _beside(number, known, marks, texts[0][0])
            put += f"; these words stand in no page as they did{note}"
        yield Problem("G001", "error", f"gap {number} is marked nowhere; in the source it stands {stood}", where, put)
    if strayed:
        yield _gone(gone, strayed)


def _gone(pages: Sequence[str], strayed: Sequence[int]) -> Problem:
    """Return one problem for the pages that went with their gaps, whose words stand nowhere."""
    others = f", and so is {', '.join(pages[1:])}" if pages[1:] else ""
    gaps = f"{'gaps' if strayed[1:] else 'gap'} {', '.join(map(str, strayed))}"
    message = f"import wrote this page, and it is gone{others}; {gaps} and the words round "
    message += f"{'them' if strayed[1:] else 'it'} stand on no page"
    hint = "put the file back; if its words are on another page now, put its gaps back there"
    return Problem("G001", "error", message, Location(pages[0]), hint)


def _beside(
    number: int, known: Sequence[int], marks: Mapping[int, Sequence[GapReference]], path: str
) -> tuple[Location, str]:
    """Return the place of the mark of the gap before, or of the gap after, or the first page as a whole; and words that
    say so."""
    i = bisect_right(known, number)
    near = known[i - 1] if i else known[0] if known else 0
    if not near:
        return Location(path), ""
    return marks[near][0].where, f"; the nearest mark that is left is [gap {near}]"


def _find(texts: Sequence[tuple[str, Words]], words: str, sizes: Sequence[int], *, last: bool) -> Location | None:
    """Return the place where the last words of a text end (`last`), or where the first begin; the most of them
    first."""
    own = tuple(re.findall(r"[^\W_]+", words))
    for size in (size for size in sizes if len(own) >= size):
        few = own[-size:] if last else own[:size]
        for path, text in texts:
            for i in find_row(few, text.words, text.indexes):
                return Location(path, text.lines[i + size - 1 if last else i])
    return None


def _after(reference: GapReference) -> str:
    return f' (after "{reference.after}")' if reference.after else ""


def _known(gaps: Collection[int]) -> str:
    return f"it has {len(gaps)}, {min(gaps)} to {max(gaps)}" if gaps else "it has none"

"""Reads edition.xml alone: both texts, the gaps, the changes and the proofs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, XMLParser, fromstring

from gapmark.model import Gap, Mark
from gapmark.tei.gaps import dimensions_of
from gapmark.verify.reading import DEEPEST

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
UNPUBLISHED = frozenset(("sic", "orig", "surplus", "metamark", "desc", "note", "figure"))
STATED = ("reason", "unit", "quantity", "atMost", "atLeast", "precision", "extent")
"""Attributes of a gap that its mark decides."""
BLOCKS = frozenset(("head", "p", "item", "cell", "ab"))
MOST_TAGS = 1_000_000
"""Of a text of 2 MB there are some 700,000; each takes half a thousand bytes of memory."""


class Encoded(NamedTuple):
    """An edition, as its TEI has it."""

    sha256: str
    """Sum of the received file."""
    tokens: tuple[str, ...]
    """Tokens as received."""
    pages: dict[str, str]
    """The published text of each page by its address; a gap as `[gap 1]`."""
    gaps: dict[int, tuple[str, ...]]
    """What the attributes say of each gap, by its id; see `attributes_of`."""
    form: str
    """Of the source."""
    marks: tuple[dict[str, Any], ...]
    """Those that the site names itself."""
    changes: dict[str, tuple[str, str]]
    """Kind and reason, by the change's id."""
    proofs: tuple[tuple[str, str], ...]
    """Targets of the proofs, such as `range(t2,t10)`, and the words that stand there."""


def read_encoded(data: bytes) -> Encoded:
    """Return what the file says. Raise one of MISTAKES where it is no TEI as gapmark writes it."""
    text = data.decode()
    if "<!DOCTYPE" in text:
        raise ValueError("it has a DOCTYPE")
    if text.count("<") > MOST_TAGS or text.count("=") > MOST_TAGS:
        raise ValueError(f"it has more than {MOST_TAGS:,} tags")
    root = fromstring(text, XMLParser(encoding="utf-8"))  # noqa: S314 - entities are declared in a DOCTYPE
    level, depth = [root], 0
    while level:
        level, depth = [child for element in level for child in element], depth + 1
        if depth > DEEPEST:
            raise ValueError(f"it has more than {DEEPEST} elements in one another")
    return _read(root)


def _read(root: Element) -> Encoded:
    apps = root.iterfind(f".//{TEI}app")
    return Encoded(
        sha256=next((e.text or "" for e in root.iter(f"{TEI}idno") if e.get("type") == "sha256"), ""),
        tokens=tuple(_tokens(root)),
        pages={div.get("corresp", ""): _words(div) for div in root.iterfind(f"{TEI}text/{TEI}body/{TEI}div[@corresp]")},
        gaps=dict(_gaps(root)),
        form=next((e.text or "" for e in root.iter(f"{TEI}ident") if e.get("type") == "form"), "tokens"),
        marks=tuple(_mark(e.text or "") for e in root.iter(f"{TEI}ident") if e.get("type") == "mark"),
        changes={app.get(ID, ""): (app.get("type", ""), app.findtext(f"{TEI}note") or "") for app in apps},
        proofs=tuple(_proofs(root)),
    )


def _mark(text: str) -> dict[str, Any]:
    mark = json.loads(text)
    if not isinstance(mark, dict) or not {"mark"} <= mark.keys() <= {*Mark._fields}:
        raise ValueError("a mark of its own is no mark")
    if any(
        not isinstance(value, str if name in ("mark", "reason", "unit") else str | bool) for name, value in mark.items()
    ):
        raise ValueError("a mark of its own says what no mark can say")
    return mark


def _tokens(root: Element) -> Iterator[str]:
    found: dict[int, list[str]] = {}
    for element in root.iter():
        name = element.get(ID, "")
        if element.get("function") == "omission":
            found |= {n: [word] for n, word in enumerate((element.text or "").split(), int(element.get("n", "")))}
        elif re.fullmatch(r"t\d+", name):
            found[int(name[1:])] = [_token(element)]
        elif element.tag in (f"{TEI}w", f"{TEI}pc"):
            found[int(element.get("prev", "")[2:])].append(_token(element))
    return ("".join(found[number]) for number in range(1, max(found, default=0) + 1))


def _token(element: Element) -> str:
    codes = iter(element.get("n", "").split())

    def decoded(sign: re.Match[str]) -> str:
        code = next(codes, "")
        return chr(int(code[2:], 16)) if code else sign[0]

    return re.sub("[\u2400-\u241f\ufffd]", decoded, element.get("orig", element.text or ""))


def _words(division: Element) -> str:
    return " ".join("".join(_texts(division)).split())


def _texts(element: Element) -> Iterator[str]:
    tag = element.tag.removeprefix(TEI)
    if tag in UNPUBLISHED or element.get("type") in ("note", "notes"):
        return
    if tag == "ellipsis" or element.get("type") == "missing":
        yield f"[gap {element.get(ID, '').removeprefix('gap-')}]"
        return
    yield (" " if tag in BLOCKS else "") + (element.text or "")
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
    yield " " if tag in BLOCKS else ""


def _gaps(root: Element) -> Iterator[tuple[int, tuple[str, ...]]]:
    for element in root.iter():
        name = element.get(ID, "")
        if re.fullmatch(r"gap-\d+", name):
            marks = (e for e in element.iter(f"{TEI}metamark") if e.get("function") == "omission")
            mark = next(marks, element)
            inner = next((e for e in element if e.tag in (f"{TEI}gap", f"{TEI}ellipsis")), element)
            yield int(name.removeprefix("gap-")), (mark.get("n", ""), *(inner.get(key, "") for key in STATED))


def attributes_of(gap: Gap) -> tuple[str, ...]:
    """Return what the attributes of a gap have to say: the number of its first token, then STATED."""
    stated = {"unit": "token", "quantity": f"{gap.quantity:g}"} if gap.unit == "token" else dimensions_of(gap)
    stated["reason"] = "-".join(gap.reason.split())
    return (str(gap.first_token), *(stated.get(key, "") for key in STATED))


def _proofs(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iterfind(f"{TEI}standOff//*[@source]"):
        words = (note.text or "" for note in element.iter(f"{TEI}note") if note.get("type") == "proof")
        yield element.get("source", "").removeprefix("#"), next(words, "")

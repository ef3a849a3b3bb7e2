"""Reads edition.xml alone: both texts, the gaps, the changes and the proofs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring

from gapmark.model import Gap
from gapmark.problems.errors import failure
from gapmark.tei.edition import PATH
from gapmark.tei.gaps import dimensions_of

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
UNPUBLISHED = frozenset(("sic", "orig", "surplus", "metamark", "desc", "note", "figure"))
STATED = ("reason", "unit", "quantity", "atMost", "atLeast", "precision", "extent")
"""Attributes of a gap that its mark decides."""
BLOCKS = frozenset(("head", "p", "item", "cell", "ab"))


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
    """Return what the file says. Raise GapmarkError where it is no TEI as gapmark writes it."""
    try:
        if b"<!DOCTYPE" in data:
            raise ParseError("it has a DOCTYPE")
        root = fromstring(data, XMLParser())  # noqa: S314 - entities are declared in a DOCTYPE
        return _read(root)
    except (ParseError, ValueError, LookupError, StopIteration) as error:
        raise failure(
            "O022", PATH, f"can't be read: {error}", "get the file again from where it was published"
        ) from error


def _read(root: Element) -> Encoded:
    apps = root.iterfind(f".//{TEI}app")
    return Encoded(
        sha256=next(e.text or "" for e in root.iter(f"{TEI}idno") if e.get("type") == "sha256"),
        tokens=tuple(_tokens(root)),
        pages={div.get("corresp", ""): _words(div) for div in root.iterfind(f"{TEI}text/{TEI}body/{TEI}div[@corresp]")},
        gaps=dict(_gaps(root)),
        form=next((e.text or "" for e in root.iter(f"{TEI}ident") if e.get("type") == "form"), "tokens"),
        marks=tuple(json.loads(e.text or "") for e in root.iter(f"{TEI}ident") if e.get("type") == "mark"),
        changes={app.get(ID, ""): (app.get("type", ""), app.findtext(f"{TEI}note") or "") for app in apps},
        proofs=tuple(_proofs(root)),
    )


def _tokens(root: Element) -> Iterator[str]:
    found: dict[int, str] = {}
    for element in root.iter():
        name = element.get(ID, "")
        if element.get("function") == "omission":
            found.update(enumerate((element.text or "").split(), int(element.get("n", ""))))
        elif re.fullmatch(r"t\d+", name):
            found[int(name[1:])] = _token(element)
        elif element.tag in (f"{TEI}w", f"{TEI}pc"):
            found[int(element.get("prev", "")[2:])] += _token(element)
    return (found[number] for number in range(1, max(found, default=0) + 1))


def _token(element: Element) -> str:
    text = element.get("orig", element.text or "")
    for code in element.get("n", "").split():
        text = re.sub("[\u2400-\u241f\ufffd]", chr(int(code[2:], 16)), text, count=1)
    return text


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
            mark = next(e for e in element.iter(f"{TEI}metamark") if e.get("function") == "omission")
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

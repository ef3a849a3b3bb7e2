r"""The site as a reference for other programs: BibTeX, RIS, CSL-JSON and the Citation File Format.

Each says in a note how much is missing and changed, whose text it is and under which licence; none has a date, since
none is known. Sources: BibTeX and biblatex (`@misc`, `@online` in all but name), the RIS specification of 2011 (a line
is two letters, two spaces, a hyphen, a space; ends in CR LF), csl-data.json 1.0.2, the Citation File Format 1.2.0.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any

from gapmark.language.phrases import Language
from gapmark.model import OutputFile
from gapmark.run.memo import keep
from gapmark.site.citation import HOME, address_of
from gapmark.site.template_context import Assembled, Site

LATEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # \{ would still count as a brace where BibTeX looks for the end
    "}": r"{\textbraceright}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "\0": "{}",  # between two characters of which TeX would make one
    **{character: f"\\{character}" for character in "$&#_%"},
}
"""What means something to TeX, and how it is written as itself."""
SPDX = {
    **{f"CC {kind} {n}": f"CC-{kind}-{n}" for kind in ("BY", "BY-SA", "BY-ND") for n in ("2.0", "2.5", "3.0", "4.0")},
    **{f"CC {kind} {n}": f"CC-{kind}-{n}" for kind in ("BY-NC", "BY-NC-SA", "BY-NC-ND") for n in ("3.0", "4.0")},
    "CC0 1.0": "CC0-1.0",
    "GFDL 1.2": "GFDL-1.2-only",
    "GFDL 1.3": "GFDL-1.3-only",
}
"""Licences by the name that site.yaml gives them, and their identifiers at spdx.org."""
PATHS = ("cite.bib", "cite.ris", "cite.csl.json", "CITATION.cff")


def make_citations(assembled: Assembled, _: Sequence[OutputFile] = ()) -> Iterator[OutputFile]:
    """A reference to the site in each form that programs read."""
    site = assembled.site
    for path, text in zip(PATHS, (bibtex(site), ris(site), csl(site), cff(site, assembled.t)), strict=True):
        yield OutputFile(path, text.encode())


def note(site: Site) -> str:
    """What goes with every reference: the caveat, and the credit that the licence asks for."""
    return _line(f"{site.caveat[:1].upper()}{site.caveat[1:]}. {site.credit}.")


def key(site: Site) -> str:
    """A short name for the reference: letters, digits and hyphens."""
    names = (_slug(site.title), _slug(f"text {site.source.id}"))
    return next(name for name in names if name)


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).lower()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _line(text: str) -> str:
    return " ".join(text.split())


# ---------------------------------------------------------------- BibTeX


def bibtex(site: Site) -> str:
    """One `@misc`. Names and titles stand in two pairs of braces: they are taken as they are."""
    fields = {
        "author": _whole(site.source.author),
        "editor": _whole(site.editor),
        "title": _whole(site.title),
        "url": f"{{{address_of(site, HOME)}}}" if site.base_url else "",
        "language": _braced(site.source.language),
        "note": _braced(note(site)),
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value]
    return f"@misc{{{key(site)},\n{''.join(lines)}}}\n"


def _whole(text: str) -> str:
    return f"{{{_braced(text)}}}" if text else ""


def _braced(text: str) -> str:
    parted = re.sub(r"([-'`])(?=\1)", "\\1\0", _line(text))
    return f"{{{''.join(LATEX.get(character, character) for character in parted)}}}" if text else ""


# ---------------------------------------------------------------- RIS


def ris(site: Site) -> str:
    """One electronic source."""
    fields = (
        ("TY", "ELEC"),
        ("ID", key(site)),
        ("AU", site.source.author),
        ("A2", site.editor),
        ("TI", site.title),
        ("UR", address_of(site, HOME)),
        ("LA", site.source.language),
        ("N1", note(site)),
    )
    lines = [f"{tag}  - {_line(value)}\r\n" for tag, value in fields if value]
    return "".join((*lines, "ER  - \r\n"))


# ---------------------------------------------------------------- CSL-JSON


def csl(site: Site) -> str:
    """A list with one web page, for citeproc and the programs built on it."""
    item = {
        "id": key(site),
        "type": "webpage",
        "author": [{"literal": _line(site.source.author)}] if site.source.author else [],
        "editor": [{"literal": _line(site.editor)}] if site.editor else [],
        "title": _line(site.title),
        "URL": address_of(site, HOME),
        "language": site.source.language,
        "note": note(site),
    }
    return json.dumps([_filled(item)], ensure_ascii=False, indent=2) + "\n"


# ---------------------------------------------------------------- Citation File Format


def cff(site: Site, t: Language) -> str:
    """The site's own, not that of the program that made it. The format knows data and software: a text is data.

    It asks for an author, so that one who is not known is said to be so.
    """
    authors = [{"name": _line(site.source.author) or t("footer.author_unknown")}]
    shared = {"title": _line(site.title), "authors": authors, "url": address_of(site, HOME), **_licence(site)}
    fields = {
        "cff-version": "1.2.0",
        "message": t("cite.please"),
        "type": "dataset",
        **shared,
        "abstract": note(site),
        "preferred-citation": _filled(
            {
                "type": "website",
                **shared,
                "editors": [{"name": _line(site.editor)}] if site.editor else [],
                "languages": re.findall(r"\A[a-z]{2,3}(?![a-zA-Z])", site.source.language),
                "notes": note(site),
            }
        ),
    }
    return keep(_to_yaml, _filled(fields))


def _to_yaml(fields: dict[str, Any]) -> str:
    """No value stands in it twice as the same object, for which YAML has a short way that some readers don't know."""
    import yaml  # takes long to load

    separate = json.loads(json.dumps(fields))
    return yaml.safe_dump(separate, sort_keys=False, allow_unicode=True, width=10**6)


def _licence(site: Site) -> dict[str, str]:
    spdx = SPDX.get(_line(site.source.licence))
    return {"license": spdx} if spdx else {"license-url": site.source.licence_url}


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}

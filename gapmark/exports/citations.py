r"""References to the site for other programs: BibTeX, RIS, CSL-JSON and the Citation File Format.

Each says in a note how much is missing and changed, whose text it is and under which licence; none has a date, since
none is known. Sources: BibTeX and biblatex (`@misc`, `@online` in all but name), the RIS specification of 2011 (a line
is two letters, two spaces, a hyphen, a space; ends in CR LF), csl-data.json 1.0.2, the Citation File Format 1.2.0.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from gapmark.language.phrases import Language
from gapmark.model import OutputFile
from gapmark.run.memo import keep
from gapmark.site.template_context import Assembled
from gapmark.site.work import Work, describe_site, one_line, short_name

LATEX = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # \{ would still count as a brace where BibTeX looks for the end
    "}": r"{\textbraceright}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "\0": "{}",  # between two characters of which TeX would make one
    **{character: f"\\{character}" for character in "$&#_%"},
}
"""Characters that have a meaning in TeX, and how TeX writes them as themselves."""
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
    """Yield a reference to the site in each form that programs read."""
    work, name, t = describe_site(assembled), short_name(assembled.site), assembled.t
    for path, text in zip(PATHS, (bibtex(work, name), ris(work, name), csl(work, name), cff(work, t)), strict=True):
        yield OutputFile(path, text.encode())


# ---------------------------------------------------------------- BibTeX


def bibtex(work: Work, name: str) -> str:
    """Return one `@misc`. Names and titles stand in two pairs of braces, so that they are taken as they are."""
    fields = {
        "author": _whole(work.author),
        "editor": _whole(work.editor),
        "title": _whole(work.title),
        "url": f"{{{work.address}}}" if work.address else "",
        "language": _braced(work.language),
        "note": _braced(work.note),
    }
    lines = [f"  {field} = {value},\n" for field, value in fields.items() if value]
    return f"@misc{{{name},\n{''.join(lines)}}}\n"


def _whole(text: str) -> str:
    return f"{{{_braced(text)}}}" if text else ""


def _braced(text: str) -> str:
    parted = re.sub(r"([-'`])(?=\1)", "\\1\0", one_line(text))
    return f"{{{''.join(LATEX.get(character, character) for character in parted)}}}" if text else ""


# ---------------------------------------------------------------- RIS


def ris(work: Work, name: str) -> str:
    """Return one electronic source."""
    fields = (
        ("TY", "ELEC"),
        ("ID", name),
        ("AU", work.author),
        ("A2", work.editor),
        ("TI", work.title),
        ("UR", work.address),
        ("LA", work.language),
        ("N1", work.note),
    )
    lines = [f"{tag}  - {one_line(value)}\r\n" for tag, value in fields if value]
    return "".join((*lines, "ER  - \r\n"))


# ---------------------------------------------------------------- CSL-JSON


def csl(work: Work, name: str) -> str:
    """Return a list with one web page, for citeproc and the programs built on it."""
    item = {
        "id": name,
        "type": "webpage",
        "author": [{"literal": one_line(work.author)}] if work.author else [],
        "editor": [{"literal": one_line(work.editor)}] if work.editor else [],
        "title": one_line(work.title),
        "URL": work.address,
        "language": work.language,
        "note": work.note,
    }
    return json.dumps([_filled(item)], ensure_ascii=False, indent=2) + "\n"


# ---------------------------------------------------------------- Citation File Format


def cff(work: Work, t: Language) -> str:
    """Return the citation of the site, not of the program that made it. The format knows data and software: a text
    is data.

    It asks for an author, so that one who is not known is said to be so.
    """
    authors = [{"name": one_line(work.author) or t("footer.author_unknown")}]
    shared = {"title": one_line(work.title), "authors": authors, "url": work.address, **_licence(work)}
    fields = {
        "cff-version": "1.2.0",
        "message": t("cite.please"),
        "type": "dataset",
        **shared,
        "abstract": work.note,
        "preferred-citation": _filled(
            {
                "type": "website",
                **shared,
                "editors": [{"name": one_line(work.editor)}] if work.editor else [],
                "languages": re.findall(r"\A[a-z]{2,3}(?![a-zA-Z])", work.language),
                "notes": work.note,
            }
        ),
    }
    return keep(_to_yaml, _filled(fields))


def _to_yaml(fields: dict[str, Any]) -> str:
    """Return the fields as YAML without references: some readers don't know YAML's short form for a value that comes
    twice."""
    import yaml  # takes long to load

    separate = json.loads(json.dumps(fields))
    return yaml.safe_dump(separate, sort_keys=False, allow_unicode=True, width=10**6)


def _licence(work: Work) -> dict[str, str]:
    spdx = SPDX.get(one_line(work.licence))
    return {"license": spdx} if spdx else {"license-url": work.licence_url}


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}

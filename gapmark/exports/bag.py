"""A bag for a library: content/ with the received text, templates/, static/ and the finished site in one zip file, with
the sum of each file. It names what the bytes of the site depend on, so that it can be made again and compared.

BagIt 1.0 (RFC 8493), under one folder. It has a date where SOURCE_DATE_EPOCH gives one; none is made up.
"""

from __future__ import annotations

import sys
import time
import zlib
from collections.abc import Iterable, Mapping
from importlib.metadata import version

from gapmark import CONTENT, __version__
from gapmark.exports.sums import list_sums
from gapmark.exports.zip_files import EARLIEST, zipped
from gapmark.model import OutputFile
from gapmark.problems.errors import failure
from gapmark.site.template_context import Assembled
from gapmark.site.work import describe_site, short_name

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
PAYLOAD, SITE = "data/", "data/site/"
ESCAPES = {"%": "%25", "\n": "%0A", "\r": "%0D"}
"""Characters that would end a line of a manifest, and how it writes them (RFC 8493, 2.1.3)."""
MADE_WITH, MOMENT = "Made-With", "Source-Date-Epoch"
"""Fields of bag-info.txt by which the site can be made again."""
LARGEST, MOST_FILES = 1_000_000_000, 20_000
"""Bytes and files that a bag may hold: `verify` reads no more."""


def make_bag(assembled: Assembled, files: Iterable[OutputFile], inputs: Mapping[str, bytes]) -> bytes:
    """Return the zip file. `inputs` has the files of the project by their paths. Raise GapmarkError where a name can't
    stand in a list, or the bag would be larger than `verify` reads."""
    payload = {f"{PAYLOAD}{path}": data for path, data in sorted(inputs.items())}
    payload |= {f"{SITE}{file.path}": file.data for file in sorted(files, key=lambda file: file.path)}
    _check(payload)
    tags = {
        DECLARATION: b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        INFO: _info(assembled, payload).encode(),
        MANIFEST: list_sums({escaped(path): data for path, data in payload.items()}).encode(),
    }
    tags[TAG_MANIFEST] = list_sums(tags).encode()
    top = short_name(assembled.site)
    return zipped({f"{top}/{path}": data for path, data in (tags | payload).items()}, assembled.moment or EARLIEST)


def escaped(path: str) -> str:
    """Return a path as a manifest writes it."""
    return "".join(ESCAPES.get(sign, sign) for sign in path)


def made_with() -> str:
    """Return the versions of all that the bytes of a site depend on."""
    packages = [f"{name} {version(name)}" for name in ("jinja2", "markdown", "pyyaml")]
    python = ".".join(map(str, sys.version_info[:2]))
    return ", ".join((f"gapmark {__version__}", *packages, f"Python {python}", f"zlib {zlib.ZLIB_RUNTIME_VERSION}"))


def _check(payload: Mapping[str, bytes]) -> None:
    for path in payload:
        parts = path.replace("\\", "/").split("/")
        if path != path.encode(errors="replace").decode() or ".." in parts:
            name = path.removeprefix(PAYLOAD)
            raise failure("O008", name, "a file of this name can't be put into a bag", "give it a plain name")
    if len(payload) > MOST_FILES or sum(map(len, payload.values())) > LARGEST:
        most = f"{LARGEST // 1_000_000_000} GB or {MOST_FILES:,} files"
        raise failure("O011", CONTENT, f"makes a bag of more than {most}", "take out what the edition does not need")


def _info(assembled: Assembled, payload: Mapping[str, bytes]) -> str:
    site, work, moment = assembled.site, describe_site(assembled), assembled.moment
    fields = {
        "Contact-Name": work.editor,
        "External-Description": f"{work.title}. {work.caveat}.",
        "External-Identifier": site.base_url or f"sha256:{site.source.sha256}",
        "Rights": site.attribution,
        "Bagging-Date": time.strftime("%Y-%m-%d", time.gmtime(moment)) if moment is not None else "",
        "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}",
        "Bag-Software-Agent": f"gapmark {site.version}",
        MADE_WITH: made_with(),
        MOMENT: "" if moment is None else str(moment),
    }
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in fields.items() if value)

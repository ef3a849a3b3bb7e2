"""A bag for a library: the received text, content/ and the finished site in one zip file, with the sum of each file.

BagIt 1.0 (RFC 8493), under one folder. It has a date where SOURCE_DATE_EPOCH gives one; none is made up.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

from gapmark.exports.sums import list_sums
from gapmark.exports.zip_files import EARLIEST, zipped
from gapmark.model import OutputFile
from gapmark.site.template_context import Assembled
from gapmark.site.work import describe_site, short_name

DECLARATION, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
PAYLOAD, SITE = "data/", "data/site/"
ESCAPES = {"%": "%25", "\n": "%0A", "\r": "%0D"}
"""Characters that would end a line of a manifest, and how it writes them (RFC 8493, 2.1.3)."""
LARGEST, MOST_FILES = 1_000_000_000, 20_000
"""Bytes and files that a bag may hold: `verify` reads no more."""


def make_bag(assembled: Assembled, files: Iterable[OutputFile], content: Mapping[str, bytes]) -> bytes:
    """Return the zip file. `content` has the editor's files by their paths, which begin with `content/`."""
    payload = {f"{PAYLOAD}{path}": data for path, data in sorted(content.items())}
    payload |= {f"{SITE}{file.path}": file.data for file in sorted(files, key=lambda file: file.path)}
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
    }
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in fields.items() if value)

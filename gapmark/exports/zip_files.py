"""Zip files of which the bytes are the same each time: of the book and of the bag."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Mapping

EARLIEST, LATEST = 315_532_800, 4_354_819_198
"""The first second of 1980 and the last of 2107: a zip file can have no other times."""


def zipped(files: Mapping[str, bytes], moment: int) -> bytes:
    """Return a zip file with one time for all its files. The first is not compressed, as an EPUB asks."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (path, data) in enumerate(files.items()):
            entry = zipfile.ZipInfo(path, time.gmtime(min(max(moment, EARLIEST), LATEST))[:6])
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return buffer.getvalue()

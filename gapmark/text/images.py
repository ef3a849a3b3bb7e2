"""Reads the kind of an image and its size as shown from the file's own header.

The formats are those that every browser shows: PNG (ISO/IEC 15948, 11.2.2), JPEG (ITU-T T.81, B.2.2, with Exif 2.3
for the way it is turned), GIF (GIF89a, 18), WebP (RFC 9649, 2.5 to 2.7), SVG (see drawing). The pixels are not read.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from gapmark.markup.drawing import ImageError, measure_drawing

Kind = Literal["png", "jpeg", "gif", "webp", "svg"]

ENDINGS: dict[Kind, tuple[str, ...]] = {
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "gif": (".gif",),
    "webp": (".webp",),
    "svg": (".svg",),
}
"""The endings of the names of files, by kind; a server tells the kind by the ending."""


def media_type(name: str) -> str:
    """Return the media type by the ending of a file's name. Python's own table differs from system to system."""
    found = (kind for kind, endings in ENDINGS.items() if name.lower().endswith(endings))
    kind = next(found, "")
    return f"image/{kind}{'+xml' if kind == 'svg' else ''}" if kind else "application/octet-stream"


class Image(NamedTuple):
    """The kind and the size of an image, as its header gives them."""

    kind: Kind
    width: int
    """In CSS pixels, as it is shown: a photograph taken upright is taller than wide."""
    height: int


def read_image(data: bytes) -> Image:
    """Return the image in `data`. Raises ImageError where the kind is not known or its header can't be read."""
    kind = next((kind for kind, sign in _SIGNS if sign.match(data)), None)
    if kind is None:
        raise ImageError("is no PNG, JPEG, GIF, WebP or SVG image")
    try:
        width, height = _SIZES[kind](data)
    except IndexError:
        raise ImageError(f"begins as a {kind.upper()} image, and its size can't be read") from None
    if width < 1 or height < 1:
        raise ImageError("says that it has no width or no height")
    return Image(kind, width, height)


_SIGNS: tuple[tuple[Kind, re.Pattern[bytes]], ...] = (
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("jpeg", re.compile(rb"\xff\xd8\xff")),
    ("gif", re.compile(rb"GIF8[79]a")),
    ("webp", re.compile(rb"RIFF....WEBP", re.S)),
    ("svg", re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!|svg[\s>/])")),
)
"""The beginning of a file of each kind."""


def _number(data: bytes, start: int, size: int, *, little: bool = False) -> int:
    """Return `size` bytes as a whole number. Raise IndexError where they are not there."""
    field = data[start : start + size]
    if len(field) < size:
        raise IndexError(start)
    return int.from_bytes(field, "little" if little else "big")


# ---------------------------------------------------------------- pixels


def _webp(data: bytes) -> tuple[int, int]:
    form = data[12:16]
    if form == b"VP8X":
        return _number(data, 24, 3, little=True) + 1, _number(data, 27, 3, little=True) + 1
    if form == b"VP8L":
        bits = _number(data, 21, 4, little=True)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return _number(data, 26, 2, little=True) & 0x3FFF, _number(data, 28, 2, little=True) & 0x3FFF


_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG frame in any coding; the three other numbers in the row are tables."""
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers of a JPEG that have no length."""


def _jpeg(data: bytes) -> tuple[int, int]:
    """Return the size of a JPEG image: go from marker to marker to the frame.

    The Exif part may say that the image is shown on its side.
    """
    at, turned = 2, False
    while True:
        while _number(data, at, 1) == 0xFF and _number(data, at + 1, 1) == 0xFF:
            at += 1  # any number of fill bytes may stand before a marker
        marker = _number(data, at + 1, 1)
        if data[at] != 0xFF:
            raise IndexError(at)
        if marker in _FRAMES:
            size = _number(data, at + 7, 2), _number(data, at + 5, 2)
            return size[::-1] if turned else size
        if marker == 0xE1 and data[at + 4 : at + 10] == b"Exif\0\0":
            turned = _orientation(data[at + 10 : at + 2 + _number(data, at + 2, 2)]) >= 5
        at += 2 if marker in _ALONE else 2 + max(_number(data, at + 2, 2), 2)


def _orientation(exif: bytes) -> int:
    """Return the value of the tag Orientation, 1 to 8; 1 where there is none. From 5 on width and height change
    places."""
    little = exif[:2] == b"II"
    try:
        first = _number(exif, 4, 4, little=little)
        for n in range(_number(exif, first, 2, little=little)):
            entry = first + 2 + 12 * n
            if _number(exif, entry, 2, little=little) == 0x0112:
                return _number(exif, entry + 8, 2, little=little)
    except IndexError:  # browsers ignore a wrong Exif part
        pass
    return 1


_SIZES = {
    "png": lambda data: (_number(data, 16, 4), _number(data, 20, 4)),
    "jpeg": _jpeg,
    "gif": lambda data: (_number(data, 6, 2, little=True), _number(data, 8, 2, little=True)),
    "webp": _webp,
    "svg": measure_drawing,
}

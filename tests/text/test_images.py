"""Sizes read from headers, over the smallest files of each kind there can be."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.markup.drawing import ImageError
from gapmark.text.images import ENDINGS, Image, media_type, read_image


def png(width, height):
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\0\0\0"


def gif(width, height):
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0"


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def jpeg(width, height, *, orientation=0, order=">", frame=0xC0, before=b""):
    exif = b""
    if orientation:
        mark = {">": b"MM", "<": b"II"}[order]
        other = struct.pack(f"{order}HHIHH", 0x0100, 3, 1, 7, 0)
        entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
        exif = segment(0xE1, b"Exif\0\0" + mark + struct.pack(f"{order}HIH", 42, 8, 2) + other + entry)
    size = segment(frame, struct.pack(">BHH", 8, height, width) + b"\x01\x01\x11\0")
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + exif + before + size + b"\xff\xda"


def webp(form, body):
    return b"RIFF\0\0\0\0WEBP" + form + struct.pack("<I", len(body)) + body


def svg(attributes, inside=""):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


HEAD = b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <svg width='9' height='9'> -->\n"


@pytest.mark.parametrize(
    ("data", "kind", "width", "height"),
    [
        (png(640, 480), "png", 640, 480),
        (png(1, 2**31 - 1), "png", 1, 2**31 - 1),
        (gif(300, 200), "gif", 300, 200),
        (jpeg(640, 480), "jpeg", 640, 480),
        (jpeg(640, 480, frame=0xC2), "jpeg", 640, 480),
        (jpeg(640, 480, before=b"\xff\xff\xff" + segment(0xC4, b"\0" * 9)[1:]), "jpeg", 640, 480),
        *((jpeg(640, 480, orientation=n), "jpeg", 640, 480) for n in (1, 2, 3, 4)),
        *((jpeg(640, 480, orientation=n), "jpeg", 480, 640) for n in (5, 6, 7, 8)),
        (jpeg(640, 480, orientation=6, order="<"), "jpeg", 480, 640),
        (jpeg(640, 480, before=segment(0xE1, b"Exif\0\0MM\0\x2a\xff\xff\xff\xff")), "jpeg", 640, 480),
        (webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 550 | 0x4000, 368)), "webp", 550, 368),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 385 | 394 << 14)), "webp", 386, 395),
        (webp(b"VP8X", b"\0\0\0\0" + (799).to_bytes(3, "little") + (599).to_bytes(3, "little")), "webp", 800, 600),
        (svg('width="120" height="80px"'), "svg", 120, 80),
        (svg("width='1in' height='72pt'"), "svg", 96, 96),
        (svg('width="100%" height="100%" viewBox="0 0 400 300"'), "svg", 800, 600),
        (svg('width="200" viewBox="0,0,400,300"'), "svg", 200, 150),
        (svg('height="150" viewBox="0 0 400 300"'), "svg", 200, 150),
        (HEAD + svg('viewBox="0 0 1 1"'), "svg", 800, 800),
        (svg('width="9" height="9" stroke-width="2"', '<a href="#x"><text>x</text></a>'), "svg", 9, 9),
    ],
)  # fmt: skip
def test_size(data, kind, width, height):
    assert read_image(data) == Image(kind, width, height)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is no PNG, JPEG, GIF, WebP or SVG image"),
        (b"BM not this one", "is no PNG"),
        (b"<html><p>x</p></html>", "is no PNG"),
        (png(640, 480)[:20], "begins as a PNG image"),
        (png(0, 480), "no width or no height"),
        (gif(3, 2)[:9], "begins as a GIF image"),
        (jpeg(3, 2)[:18], "begins as a JPEG image"),
        (b"\xff\xd8\xff\xe0\0\x02nothing", "begins as a JPEG image"),
        (webp(b"VP8X", b""), "begins as a WEBP image"),
        (b"<!-- <svg>", "no well-formed drawing"),
        (b"<?xml version='1.0'?><p/>", "has no <svg> element"),
        (svg(""), "neither width and height nor viewBox"),
        (svg('viewBox="0 0 0 5"'), "neither"),
        (svg('viewBox="0 0 nan 5"'), "neither"),
        (svg('viewBox="1 2 3"'), "neither"),
    ],
)
def test_what_is_no_image(data, message):
    with pytest.raises(ImageError, match=message):
        read_image(data)


def test_media_types():
    assert [media_type(f"map{endings[0]}") for endings in ENDINGS.values()] == [
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml",
    ]  # fmt: skip
    assert media_type("MAP.JPG") == "image/jpeg"
    assert media_type("map.tiff") == "application/octet-stream"


BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8X", b"<svg ", b"<!")


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=80))
@settings(max_examples=15, deadline=None, database=None)
def test_any_bytes_give_a_size_or_a_message(begin, rest):
    try:
        image = read_image(begin + rest)
    except ImageError:
        return
    assert image.width > 0
    assert image.height > 0

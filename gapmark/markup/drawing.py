"""Checks that SVG drawings do nothing by themselves, and measures them (SVG 2, 8.2).

A reader who opens the original opens a document that can run programs and call other hosts, so it is read as XML and
may hold only what is known here: elements, attributes, and references to its own parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NoReturn
from xml.parsers import expat

from gapmark.markup.drawing_size import DrawingSize

DRAWN = 800.0
"""The width in pixels of a drawing that has proportions and no size."""
PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "Q": 96 / 101.6}
"""CSS pixels for each unit (CSS Values 4, 6.2)."""
SAFE = "save it without that (in Inkscape: as Plain SVG), or as a PNG image"

SVG, XLINK, XML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"
NOTES = (
    "http://www.inkscape.org/namespaces/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
    "http://ns.adobe.com/",
    "http://www.bohemiancoding.com/sketch/",
    "http://www.serif.com/",
    "http://www.openswatchbook.org/",
)
"""Beginnings of namespaces in which programs keep notes of their own; browsers know none of them."""
ELEMENTS = frozenset(
    """
    a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
    feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
    feTurbulence filter g image line linearGradient marker mask metadata path pattern polygon polyline radialGradient
    rect stop style svg switch symbol text textPath title tspan use view
    """.split()  # noqa: SIM905 - so many names read better as words
)
ATTRIBUTES = r"""(?x)
    (?: aria | clip | color | data | dominant | flood | font | image | marker | mask | shape | stop | stroke | text
      | glyph-orientation | unicode | paint | pointer | transform | mix-blend | letter | word | line | writing
      ) -[a-z][a-z0-9-]*
    | alignment-baseline | amplitude | azimuth | baseFrequency | baseProfile | baseline-shift | bias | class | clip
    | clipPathUnits | color | content(?:Script|Style)?Type | cursor | cx | cy | d | diffuseConstant | direction
    | display | divisor | dx | dy | edgeMode | elevation | enable-background | exponent | fill
    | fill-(?:opacity|rule) | filter | filterRes | filterUnits | font | fr | fx | fy | gradientTransform
    | gradientUnits | height | href | id | in | in2 | intercept | isolation | k[1-4] | kernelMatrix
    | kernelUnitLength | kerning | lang | lengthAdjust | lighting-color | limitingConeAngle | marker | markerHeight
    | markerUnits | markerWidth | mask | maskContentUnits | maskUnits | media | method | mode | numOctaves
    | offset | opacity | operator | order | orient | overflow | path | pathLength | patternContentUnits
    | patternTransform | patternUnits | points | pointsAt[XYZ] | preserveAlpha | preserveAspectRatio
    | primitiveUnits | r | radius | ref[XY] | requiredExtensions | requiredFeatures | result | role | rotate | rx
    | ry | scale | seed | side | slope | solid-color | spacing | specularConstant | specularExponent | spreadMethod
    | startOffset | stdDeviation | stitchTiles | stroke | style | surfaceScale | systemLanguage | tabindex
    | tableValues | target[XY] | textLength | title | transform | type | unicode-bidi | values | vector-effect
    | version | viewBox | visibility | white-space | width | x | x1 | x2 | [xy]ChannelSelector | y | y1 | y2 | z
    | zoomAndPan
    """
_CALLS = re.compile(r"\\|@import|(?:src|image|image-set|cross-fade|element)\(|url\((?!\s*[\"']?#)", re.I)
"""Words by which a style could fetch something; a backslash can hide any of it (CSS Syntax 3, 4.3.7)."""
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*\Z")
_OWN_DOCTYPE = ("-//W3C//DTD SVG ", "http://www.w3.org/")
_ENCODINGS = (None, "utf-8", "us-ascii", "iso-8859-1")
_LENGTH = re.compile(r"([0-9]*\.?[0-9]+)(px|pt|pc|mm|cm|in|Q|)\Z")


class ImageError(ValueError):
    """A file is no image that can be shown; the message says why."""

    def __init__(self, message: str, line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.hint = line, hint


def measure_drawing(data: bytes) -> tuple[int, int]:
    """Return the width and height of a drawing, or the proportions of its view box.

    Raise ImageError where it has neither, or could do something.
    """
    root = _DrawingReader(data).root
    width, height = _length(root, "width"), _length(root, "height")
    across, down = _box(root)
    if width and height:
        return max(round(width), 1), max(round(height), 1)
    if not (across and down):
        raise ImageError("is a drawing that says neither width and height nor viewBox")
    width = width or (height * across / down if height else DRAWN)
    return max(round(width), 1), max(round(width * down / across), 1)


class _DrawingReader:
    """Goes through a drawing and raises ImageError at the first thing that is not known to be harmless."""

    def __init__(self, data: bytes) -> None:
        self.root: dict[str, str] = {}
        self.open: list[str] = []
        self.style = ""
        self.size = DrawingSize()
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        try:
            parser.Parse(data, True)
        except expat.ExpatError as error:
            message = f"is no well-formed drawing: {expat.ErrorString(error.code)}"
            raise ImageError(message, error.lineno, SAFE) from None
        if self.size.is_too_much():
            hint = "draw it with fewer <use>, or save it as PNG"
            raise ImageError("is a drawing whose parts use each other so often that a browser hangs", 0, hint)

    def _refuse(self, found: str) -> NoReturn:
        raise ImageError(f"is a drawing with {found} in it", self.parser.CurrentLineNumber, SAFE)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding not in _ENCODINGS and (encoding or "").lower() not in _ENCODINGS:
            self._refuse(f"another encoding than UTF-8, {encoding},")

    def _doctype(self, _name: str, system: str | None, public: str | None, has_subset: int) -> None:
        own = (public or "").startswith(_OWN_DOCTYPE[0]) and (system or "").startswith(_OWN_DOCTYPE[1])
        if has_subset or not own:
            self._refuse("a document type (<!DOCTYPE ...>)")

    def _instruction(self, target: str, _: str) -> None:
        self._refuse(f"an instruction (<?{target} ...?>)")

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if not self.open and (space, element) != (SVG, "svg"):
            raise ImageError(f'has no <svg> element: its root must be <svg xmlns="{SVG}">')
        if self.open[-1:] == ["style"]:
            self._refuse("an element in its <style>")
        if not (space == SVG and element in ELEMENTS) and not space.startswith(NOTES):
            self._refuse(f"an element <{element}>")
        if space == SVG:
            for key, value in attributes.items():
                self._check(element, key, value)
        self.root = self.root or dict(attributes) or {"": ""}
        self.open.append(element)
        self.size.start(attributes)

    def _end(self, _: str) -> None:
        self.size.end()
        if self.open.pop() == "style":
            self._check_style(self.style)
            self.style = ""

    def _words(self, words: str) -> None:
        if self.open[-1:] == ["style"]:
            self.style += words

    def _check(self, element: str, key: str, value: str) -> None:
        space, _, name = key.rpartition(" ")
        if name == "href" and space in ("", XLINK):
            own = value.strip().startswith("#") or (element in ("image", "feImage") and _PICTURE.match(value))
            if not own:
                self._refuse(f'a link to "{value[:60]}", which is not one of its own parts,')
        elif space == "":
            if not re.fullmatch(ATTRIBUTES, name):
                self._refuse(f'an attribute "{name}"')
            self._check_style(value)
        elif space == XML and name not in ("space", "lang", "id"):
            self._refuse(f'an attribute "xml:{name}"')
        elif space not in (XML, XLINK) and not space.startswith(NOTES):
            self._refuse(f'an attribute "{name}" of {space}')

    def _check_style(self, text: str) -> None:
        if found := _CALLS.search(text):
            self._refuse(f'"{text[found.start() :][:60]}", which could fetch a file,')


# ---------------------------------------------------------------- size


def _length(root: Mapping[str, str], name: str) -> float:
    """Return a length in CSS pixels; 0 where there is none, or it is relative to the page, such as `100%`."""
    found = _LENGTH.match(root.get(name, "").strip())
    return float(found[1]) * PIXELS[found[2]] if found else 0.0


def _box(root: Mapping[str, str]) -> tuple[float, float]:
    """Return the width and height of the view box."""
    try:
        _, _, width, height = map(float, re.split(r"[\s,]+", root.get("viewBox", "").strip()))
    except ValueError:
        return 0.0, 0.0
    return (width, height) if 0 < width < 1e9 and 0 < height < 1e9 else (0.0, 0.0)

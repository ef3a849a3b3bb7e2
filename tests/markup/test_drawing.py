"""Drawings: those that editors have are taken, and of those that do something by themselves none."""

import pytest

from gapmark.markup.drawing import ImageError, measure_drawing

SVG = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:x="http://www.w3.org/1999/xlink"'
HTML = 'xmlns:h="http://www.w3.org/1999/xhtml"'


def drawing(inside="", attributes="", before=""):
    return f'{before}<svg {SVG} {XLINK} {HTML} width="9" height="9" {attributes}>{inside}</svg>'.encode()


HOSTILE = {
    "script": drawing("<script>x()</script>"),
    "script with a prefix": drawing(f"<s:script xmlns:s='{SVG[7:-1]}'>x()</s:script>"),
    "script with a hyphen in its prefix": drawing(f"<a-b:script xmlns:a-b='{SVG[7:-1]}'>x()</a-b:script>"),
    "script of HTML": drawing("<h:script>x()</h:script>"),
    "script after what looks like a comment": drawing("<?a <!-- ?><script>x()</script><?b --> ?>"),
    "script after a comment in CDATA": drawing("<desc><![CDATA[<!--]]></desc><script>x()</script><desc>--&gt;</desc>"),
    "script elsewhere": drawing('<script href="https://example.org/x.js"/>'),
    "event": drawing(attributes='onload="x()"'),
    "event of a shape": drawing('<rect onclick="x()"/>'),
    "event by animation": drawing('<rect><set attributeName="onclick" to="x()"/></rect>'),
    "address by animation": drawing('<a><set attributeName="href" to="javascript:x()"/><text>x</text></a>'),
    "address by animation of a list": drawing('<a><animate attributeName="x:href" values="javascript:x()"/></a>'),
    "entity": drawing("&x;", before='<!DOCTYPE svg [<!ENTITY x "<script>x()</script>">]>'),
    "entity in a DTD of one's own": drawing(before='<!DOCTYPE svg SYSTEM "x.dtd">'),
    "default attribute": drawing(before='<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]>'),
    "W3C's name and more": drawing(
        before='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/x.dtd" [<!ENTITY a "b">]>'
    ),
    "many laughs": drawing("&b;", before='<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
    "stylesheet that transforms": drawing(before='<?xml-stylesheet type="text/xsl" href="data:text/xml,x"?>'),
    "stylesheet elsewhere": drawing(before='<?xml-stylesheet href="https://example.org/x.css"?>'),
    "javascript": drawing('<a href="javascript:x()"><text>x</text></a>'),
    "javascript in pieces": drawing('<a x:href="java&#115;cript&#9;:x()"><text>x</text></a>'),
    "link elsewhere": drawing('<a href="https://example.org/"><text>x</text></a>'),
    "HTML": drawing("<foreignObject><h:p>x</h:p></foreignObject>"),
    "iframe": drawing('<h:iframe src="https://example.org/"/>'),
    "img": drawing('<h:img src="https://example.org/x.png"/>'),
    "meta": drawing('<h:meta http-equiv="refresh" content="0; url=https://example.org/"/>'),
    "MathML": drawing('<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"/>'),
    "HTML in an editor's notes": drawing('<metadata><d:x xmlns:d="http://purl.org/dc/"><h:img/></d:x></metadata>'),
    "image elsewhere": drawing('<image href="https://example.org/x.png"/>'),
    "image beside it": drawing('<image x:href="x.png"/>'),
    "drawing in a drawing": drawing('<image href="data:image/svg+xml;base64,AAAA"/>'),
    "parts of another file": drawing('<use href="other.svg#x"/>'),
    "paint of another file": drawing('<rect fill="url(https://example.org/x.svg#a)"/>'),
    "filter of another file": drawing("<rect style=\"filter: url( 'https://example.org/x.svg#a')\"/>"),
    "paint that is hidden": drawing(r'<rect fill="u\72l(https://example.org/x.svg#a)"/>'),
    "import": drawing('<style>@import "https://example.org/x.css";</style>'),
    "import in pieces": drawing('<style>@im<!-- -->po<![CDATA[rt "https://example.org/x.css";]]></style>'),
    "import round an element": drawing('<style>@import "https://example.org/x.css";<g/></style>'),
    "import that is hidden": drawing(r'<style>@\69mport "https://example.org/x.css";</style>'),
    "font": drawing("<style>@font-face {src: url(https://example.org/x.woff)}</style>"),
    "set of images": drawing('<style>rect {mask: image-set("https://example.org/x.png" 1x)}</style>'),
    "base": drawing('<use href="#a"/>', attributes='xml:base="https://example.org/x.svg"'),
    "attribute of HTML": drawing('<g h:onclick="x()"/>'),
    "unknown attribute": drawing('<g ping="x"/>'),
    "unknown element": drawing("<video/>"),
    "encoding": drawing(before='<?xml version="1.0" encoding="utf-7"?>'),
    "encoding of big machines": drawing(before='<?xml version="1.0" encoding="cp037"?>'),
    "not ended": drawing()[:-4],
    "something after it": drawing() + b"<script/>",
    "no namespace": b'<svg width="9" height="9"/>',
    "namespace of HTML": b'<svg xmlns="http://www.w3.org/1999/xhtml" width="9" height="9"/>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name):
    with pytest.raises(ImageError) as caught:
        measure_drawing(HOSTILE[name])
    assert caught.value.hint.endswith("or as a PNG image") or "has no <svg> element" in str(caught.value)


def test_what_was_found_is_said_with_its_line():
    with pytest.raises(ImageError, match=r"an element <script> in it") as caught:
        measure_drawing(drawing("\n<g>\n<script/></g>"))
    assert caught.value.line == 3


HARMLESS = {
    "own parts": drawing(
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<rect fill="url(#a)" style="filter: url(&quot;#b&quot;)"/><use x:href="#a"/><a href="#a"><text>x</text></a>'
    ),
    "picture in it": drawing('<image width="1" height="1" href="data:image/png;base64,iVBO Rw0K"/>'),
    "style": drawing("<style type='text/css'>rect { fill: red; clip-path: url(#a) }</style>"),
    "notes of Inkscape": drawing(
        '<sodipodi:namedview pagecolor="#fff"/><g inkscape:label="a\\b" aria-label="x" data-name="y" role="img"/>'
        '<metadata><rdf:RDF><cc:Work rdf:about="https://example.org/"/></rdf:RDF></metadata>',
        'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"',
    ),
    "head of older programs": drawing(
        "<title>A map</title>",
        'version="1.1" xml:space="preserve"',
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC '
        '"-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    ),
    "prefix": f"<s:svg xmlns:s='{SVG[7:-1]}' width='9' height='9'><s:text textLength='3'>x</s:text></s:svg>".encode(),
}


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless(name):
    assert measure_drawing(HARMLESS[name]) == (9, 9)

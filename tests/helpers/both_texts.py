"""Both texts out of one TEI file, with nothing but Python: the received tokens, and the words as published.

python tests/helpers/both_texts.py received edition.xml     # one line, as the received file has it
python tests/helpers/both_texts.py published edition.xml    # a line for each heading, paragraph and item
"""

import re
import sys
import xml.etree.ElementTree as ET

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
NOT_PUBLISHED = {"sic", "orig", "surplus", "metamark", "desc", "note", "figure"}
BLOCKS = {"head", "p", "item", "cell", "ab"}


def received(root):
    """The tokens in the order of their numbers."""
    tokens = {}
    for element in root.iter():
        name = element.get(ID, "")
        if element.get("function") == "omission":
            first = int(element.get("n"))
            tokens.update(enumerate(element.text.split(), first))
        elif re.fullmatch(r"t\d+", name):
            tokens[int(name[1:])] = text_of(element)
        elif element.tag in (TEI + "w", TEI + "pc"):
            tokens[int(element.get("prev")[2:])] += text_of(element)
    assert sorted(tokens) == list(range(1, len(tokens) + 1))
    return [tokens[number] for number in sorted(tokens)]


def text_of(element):
    """A token as received; a sign that stands for a character that XML can't hold is that character again."""
    text = element.get("orig", element.text or "")
    for code in element.get("n", "").split():
        text = re.sub("[\u2400-\u241f\ufffd]", chr(int(code[2:], 16)), text, count=1)
    return text


def published(root):
    """The text of each block of the body, in order; the editor's footnotes and captions are left out."""
    blocks = [""]
    for element, text in walk(root.find(f"{TEI}text/{TEI}body")):
        if element is not None and element.tag.removeprefix(TEI) in BLOCKS:
            blocks.append("")
        blocks[-1] += text
    return [" ".join(block.split()) for block in blocks if block.strip()]


def walk(element):
    tag = element.tag.removeprefix(TEI)
    if tag in NOT_PUBLISHED or element.get("type") in ("note", "notes", "unpublished"):
        return
    if tag == "ellipsis":
        yield None, f"[gap {element.get(ID).removeprefix('gap-')}]"
        return
    yield element, element.text or ""
    for child in element:
        yield from walk(child)
        yield None, child.tail or ""
    if tag in BLOCKS:
        yield element, ""


if __name__ == "__main__":
    what, path = sys.argv[1:]
    tree = ET.parse(path).getroot()
    sys.stdout.write((" ".join(received(tree)) if what == "received" else "\n".join(published(tree))) + "\n")

"""edition.xml of a project, as a tree."""

import xml.etree.ElementTree as ET

from gapmark.pipeline import make_record
from gapmark.problems.errors import stop_on_errors
from gapmark.problems.findings import Findings
from gapmark.site.assemble import assemble
from gapmark.statements.prove import prove
from gapmark.tei.edition import make_tei

TEI = {"": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def made(project):
    """The record and the tree of edition.xml. Raises GapmarkError as a build does."""
    record = make_record(project, Findings())
    assembled = assemble(project, record, prove(project.lists, record))
    stop_on_errors((*project.problems, *record.problems, *assembled.statements.problems, *assembled.problems))
    (file,) = make_tei(assembled)
    return record, ET.fromstring(file.data)


def encoded(project, body):
    """The division of the smallest project's page, which has another body."""
    (page,) = project.manuscripts
    _, root = made(project._replace(manuscripts=(page._replace(body=body),)))
    return root.find("text/body/div", TEI)


def shape(element):
    """An element as short XML: names without namespaces, no attributes but those that say what it is."""
    kept = {name: element.get(name) for name in ("type", "rend", "reason", "target") if element.get(name)}
    attributes = "".join(f' {name}="{value}"' for name, value in kept.items())
    tag = element.tag.rpartition("}")[2]
    inner = (element.text or "") + "".join(shape(child) + (child.tail or "") for child in element)
    return "" if tag == "metamark" else inner if tag in ("w", "pc") else f"<{tag}{attributes}>{inner}</{tag}>"

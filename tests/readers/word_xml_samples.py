"""Word documents as one XML file of either kind: the DOCX that the library writes, or any other, taken apart."""

from __future__ import annotations

import re
from base64 import encodebytes
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from govdisclose.document import Document
from govdisclose.limits import Limits
from govdisclose.readers.flat_opc import READER as FLAT
from govdisclose.readers.word_xml import READER as XML
from govdisclose.writers.docx import WRITER

__all__ = ["flat_opc", "opc", "read_flat", "read_xml", "to_2003", "word_2003", "word_document"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AML = "{http://schemas.microsoft.com/aml/2001/core}"
WX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_PKG = "http://schemas.microsoft.com/office/2006/xmlPackage"
_OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
_SPACES = (
    f'xmlns:w="{_OLD}" xmlns:wx="{WX[1:-1]}" xmlns:aml="{AML[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:ns0="urn:example:schema"'
    ' xmlns:st1="urn:schemas-microsoft-com:office:smarttags"'
)
_HEAD = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n'
)
_FORMATS = {"decimal": 0, "lowerLetter": 4, "bullet": 23, "decimalEnclosedCircle": 18, "chineseCounting": 37}
_FORMATS |= {"chineseCountingThousand": 39, "japaneseCounting": 11, "upperLetter": 3, "lowerRoman": 2}


def opc(parts: Mapping[str, bytes]) -> bytes:
    """Parts by name in a flat package."""
    found = [_HEAD, f'<pkg:package xmlns:pkg="{_PKG}">'.encode()]
    for name, data in parts.items():
        found.append(f'<pkg:part pkg:name="/{name}" pkg:contentType="any">'.encode())
        if name.endswith((".xml", ".rels")):
            body = re.sub(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*", b"", data)
            found.append(b"<pkg:xmlData>" + body + b"</pkg:xmlData>")
        else:
            found.append(b"<pkg:binaryData>" + encodebytes(data) + b"</pkg:binaryData>")
        found.append(b"</pkg:part>")
    return b"".join((*found, b"</pkg:package>"))


def parts_of(docx: bytes) -> dict[str, bytes]:
    """The parts of a DOCX by name."""
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "[Content_Types].xml"}


def flat_opc(document: Document) -> bytes:
    """A document as a flat package."""
    return opc(parts_of(WRITER.write(document)))


def word_document(body: str, *, lists: str = "", styles: str = "") -> bytes:
    """A document of Word 2003 with this body."""
    head = f'<w:wordDocument {_SPACES} w:macrosPresent="no" xml:space="preserve">'
    about = "<o:DocumentProperties><o:Author>a</o:Author></o:DocumentProperties>"
    lists = f"<w:lists>{lists}</w:lists>" if lists else ""
    styles = f"<w:styles>{styles}</w:styles>" if styles else ""
    inner = f"{about}{lists}{styles}<w:docPr><w:view w:val='print'/></w:docPr><w:body>{body}</w:body>"
    return _HEAD + f"{head}{inner}</w:wordDocument>".encode()


def word_2003(document: Document) -> bytes:
    """A document as Word 2003 would save it in XML."""
    return to_2003(WRITER.write(document))


def to_2003(docx: bytes) -> bytes:
    """A DOCX in the language of Word 2003, as far as that has words for what it says."""
    parts = parts_of(docx)
    root = etree.fromstring(parts["word/document.xml"])
    body = root.find(W + "body")
    assert body is not None
    section = etree.Element(WX + "sect")
    section[:] = list(body)
    body.append(section)
    inner = [
        etree.fromstring(parts[name]) for name in ("word/numbering.xml", "word/styles.xml") if name in parts
    ]
    for part in (*inner, root):
        _renamed(part)
    root[:] = [*inner, *root]
    root.tag = W + "wordDocument"
    data = etree.tostring(root, encoding="utf-8")
    for new, old in (
        ("hAnsi", "h-ansi"),
        ("lineRule", "line-rule"),
        ("hRule", "h-rule"),
        ("eastAsia", "fareast"),
    ):
        data = data.replace(f'w:{new}="'.encode(), f'w:{old}="'.encode())
    return _HEAD + data.replace(W[1:-1].encode(), _OLD.encode())


def _renamed(root: etree._Element) -> None:
    names = {"vMerge": "vmerge", "hMerge": "hmerge", "hyperlink": "hlink", "eastAsianLayout": "asianLayout"}
    names |= {
        "numPr": "listPr",
        "numId": "ilfo",
        "abstractNum": "listDef",
        "num": "list",
        "numbering": "lists",
    }
    for element in list(root.iter(etree.Element)):
        name = element.tag.removeprefix(W)
        if name == element.tag:
            continue
        parent = element.getparent()
        if name in ("ins", "del", "cellIns", "cellDel"):
            content = etree.Element(AML + "content")
            content[:] = list(element)
            element.tag = AML + "annotation"
            element.set(W + "type", "Word.Insertion" if name.lower().endswith("ins") else "Word.Deletion")
            if len(content):
                element.append(content)
        elif name in ("footnoteReference", "endnoteReference"):
            element.tag = W + name.removesuffix("Reference")
            paragraph = etree.SubElement(element, W + "p")
            etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = "7"
            if element.attrib.pop(W + "customMarkFollows", "0") != "0":
                element.set(W + "suppressRef", "on")
        elif name == "abstractNumId":
            element.tag = W + "ilst"
        elif name == "numFmt":
            element.tag = W + "nfc"
            element.set(W + "val", str(_FORMATS[element.get(W + "val", "")]))
        elif name == "highlight":
            value = re.sub(r"([A-Z])", lambda match: "-" + match[1].lower(), element.get(W + "val", ""))
            element.set(W + "val", value)
        elif name == "shd":
            element.set(W + "val", re.sub(r"\Apct", "pct-", element.get(W + "val", "clear")))
        elif name == "suff":
            element.set(W + "val", element.get(W + "val", "").capitalize())
        elif name == "t" and parent is not None and parent.tag == W + "r":
            properties = parent.find(W + "rPr")
            if properties is not None:
                etree.SubElement(properties, WX + "font").set(WX + "val", "宋体")
        if name in names:
            element.tag = W + names[name]
        for old, new in (("abstractNumId", "listDefId"), ("numId", "ilfo")):
            if name in ("abstractNum", "num") and W + old in element.attrib:
                element.set(W + new, element.attrib.pop(W + old))


def read_flat(source: bytes, **limits: int) -> Document:
    """What the reader of flat packages makes of a file."""
    return FLAT.read(source, Limits(**limits))


def read_xml(source: bytes, **limits: int) -> Document:
    """What the reader of Word 2003 makes of a file."""
    return XML.read(source, Limits(**limits))

"""Parsing of one XML part, with every way of XML to cost more than its bytes closed."""

from __future__ import annotations

import re

from lxml import etree

from govdisclose.errors import DamagedDocumentError, LimitError
from govdisclose.limits import Limits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VAL = W + "val"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

# "Strict" files say the same in other namespaces.
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_NAMESPACE = re.compile(rb"xmlns(?::[^\s=]+)?\s*=\s*[\"']([^\"']*)")
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_DECLARATION = re.compile(r"\A\ufeff?\s*<\?xml[^>]*\?>")
_ENCODINGS = frozenset((b"utf-8", b"utf8", b"us-ascii", b"ascii"))


def parse_xml(data: bytes, limits: Limits, where: str) -> etree._Element:
    """The root of a part. Raises ``DamagedDocumentError`` or ``LimitError``; ``where`` names the part."""
    data = to_utf8(data, where)
    if data.rfind(b"<!DOCTYPE") >= 0:  # from behind it is searched in half the time
        raise DamagedDocumentError(f"{where} declares a DOCTYPE, which no document does: it is not read")
    # Counted before the tree is built, which takes many times the bytes. The shortest element has four.
    if len(data) > 4 * limits.elements:
        limits.check("elements", data.count(b"<") - data.count(b"</"), where)
        attributes = data.count(b"=")
        if attributes > 3 * limits.elements:
            raise LimitError("elements", limits.elements, f"{attributes} attributes", where)
    if _STRICT in data:
        data = _STRICT_NAME.sub(_TRANSITIONAL, data)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = str(error)
        if "xcessive depth" in message:
            raise LimitError("depth", limits.depth, "more than 256", where) from error
        if "too long" in message or "huge" in message.lower():
            raise LimitError("characters", limits.characters, "a longer run of text", where) from error
        raise DamagedDocumentError(f"{where} is not well-formed XML ({message})") from error
    except ValueError as error:
        raise DamagedDocumentError(f"{where} is not XML ({error})") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedDocumentError(f"{where} declares a DOCTYPE, which no document does: it is not read")
    return root


def namespaces(root: etree._Element, data: bytes) -> set[str]:
    """The namespaces that hold in the body of a part, from its root and its bytes.

    Those of "strict" files are in their usual form.
    """
    data = to_utf8(data, "the part")
    names = set(root.nsmap.values())
    if data.rfind(b"xmlns") > data.find(b":body"):  # the root ends before its body begins
        names |= {
            _STRICT_NAME.sub(_TRANSITIONAL, name).decode("utf-8", "replace")
            for name in _NAMESPACE.findall(data)
        }
    return names


def flag(element: etree._Element | None) -> bool:
    """Whether an on-off property is on: present and not switched off by its value."""
    return element is not None and element.get(_VAL) not in ("0", "false", "off")


def number(element: etree._Element | None, fallback: int) -> int:
    """The value of a property as an integer; ``fallback`` if it is absent, no number or absurdly long."""
    text = element.get(_VAL) if element is not None else None
    if not text or len(text) > 11 or not text.isascii():
        return fallback
    return int(text) if text.isdigit() or text.removeprefix("-").isdigit() else fallback


def to_utf8(data: bytes, where: str) -> bytes:
    """One encoding, so that what is counted in the bytes is what the parser sees."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        codec = "utf-16" if data[0] >= 0xFE else "utf-16-le" if data[0] else "utf-16-be"
        try:
            return _DECLARATION.sub("", data.decode(codec)).encode()
        except UnicodeError as error:
            raise DamagedDocumentError(f"{where} is not the UTF-16 that it begins as ({error})") from error
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf")[:200])
    if declared and declared[1].lower() not in _ENCODINGS:
        name = declared[1].decode()
        raise DamagedDocumentError(f"{where} declares the encoding {name}; a .docx is UTF-8 or UTF-16")
    return data

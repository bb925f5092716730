"""What an XML file is, by the first element in it."""

from __future__ import annotations

import re

__all__ = ["FLAT_OPC", "WORD_2003", "is_word_xml", "root_of"]

FLAT_OPC = ("package", "http://schemas.microsoft.com/office/2006/xmlPackage")
"""A package as one file: the name of its root, and the namespace."""

WORD_2003 = ("wordDocument", "http://schemas.microsoft.com/office/word/2003/wordml")
"""A document of Word 2003."""

_ROOT = re.compile(
    r"(?:\s++|<\?[^>]*+>|<!--.*?-->)*+<(?:([\w.-]{1,80}):)?([\w.-]{1,80})((?:\s[^<>]*+)?)", re.DOTALL
)


def root_of(head: bytes) -> tuple[str, str]:
    """The local name and the namespace of the first element; both empty where there is none within the head."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")):
        codec = "utf-16" if head[0] >= 0xFE else "utf-16-le" if head[0] else "utf-16-be"
        text = head.decode(codec, "replace").lstrip("\ufeff")
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    match = _ROOT.match(text)
    if match is None:
        return "", ""
    name = f":{re.escape(match[1])}" if match[1] else ""
    namespace = re.search(rf"\sxmlns{name}\s*=\s*[\"']([^\"'<>]*)[\"']", match[3])
    return match[2], namespace[1] if namespace else ""


def is_word_xml(head: bytes) -> bool:
    """Whether a file is a document of Word in XML of either kind, and so no web page."""
    return root_of(head) in (FLAT_OPC, WORD_2003)

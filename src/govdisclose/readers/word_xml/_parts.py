"""From the one file to the parts of a package."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from lxml import etree

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers._wordml import MAIN
from govdisclose.readers._xmlroot import WORD_2003
from govdisclose.readers.docx._xml import MC, W, parse_xml, to_utf8
from govdisclose.readers.word_xml._lists import rename_lists
from govdisclose.readers.word_xml._names import rename

__all__ = ["parts_of"]

_NAMESPACE = re.compile(
    rb"(xmlns(?::[\w.-]{1,80})?\s*=\s*)([\"'])" + re.escape(WORD_2003[1].encode()) + rb"\2"
)
_PICTURE = re.compile(rb"(<(?:[\w.-]{1,80}:)?(?:binData|docOleData|fldData)\b[^<>]{0,1000}>)[^<]+")
# Attributes that nearly every run and paragraph has: renamed where they stand.
_ATTRIBUTES = ((b"h-ansi", b"hAnsi"), (b"line-rule", b"lineRule"), (b"h-rule", b"hRule"))
_DECLARATION = re.compile(
    rb"""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?:gb2312|gbk|gb18030)["'][^>]*>""", re.IGNORECASE
)
_MOST_PICTURES = 1_000


def parts_of(source: bytes, limits: Limits) -> dict[str, bytes]:
    """The parts by name. Raises ``DamagedDocumentError`` or ``LimitError``."""
    data = _PICTURE.sub(rb"\1", to_utf8(_from_national(source), "the file"))
    data = _NAMESPACE.sub(rb"\1\2" + W[1:-1].encode() + rb"\2", data)
    for old, new in _ATTRIBUTES:
        for quote in (b'="', b"='"):
            data = data.replace(b":" + old + quote, b":" + new + quote)
    root = parse_xml(data, limits, "the file")
    if root.tag != W + "wordDocument":
        raise DamagedDocumentError(f"the file is no document of Word 2003: its root is {str(root.tag)[:100]}")
    body = root.find(W + "body")
    if body is None:
        raise DamagedDocumentError("the document has no w:body")
    rename(root, data)
    parts = {}
    lists, styles = root.find(W + "lists"), root.find(W + "styles")
    if lists is not None:
        rename_lists(lists)
        parts["word/numbering.xml"] = etree.tostring(lists, encoding="utf-8", with_tail=False)
    if styles is not None:
        parts["word/styles.xml"] = etree.tostring(styles, encoding="utf-8", with_tail=False)
    for picture in list(body.iter(W + "binData"))[:_MOST_PICTURES]:
        name = picture.get(W + "name", "").rpartition("/")[2]
        parts[f"word/media/{name}"] = b""
    parts[MAIN] = _main(root, body)
    return parts


def _main(root: etree._Element, body: etree._Element) -> bytes:
    """The main part: the root without what stands beside the body."""
    spaces = [(f"xmlns:{prefix}" if prefix else "xmlns", name) for prefix, name in root.nsmap.items()]
    spaces += [
        (f"{prefix}:{name}", root.get(MC + name, ""))
        for prefix, space in root.nsmap.items()
        if prefix and space == MC[1:-1]
        for name in ("Ignorable", "ProcessContent")
        if MC + name in root.attrib
    ]
    tag = f"{root.prefix}:document" if root.prefix else "document"
    head = "".join(f" {name}={quoteattr(value)}" for name, value in dict(spaces).items())
    inner = etree.tostring(body, encoding="utf-8", with_tail=False)
    return f"<{tag}{head}>".encode() + inner + f"</{tag}>".encode()


def _from_national(source: bytes) -> bytes:
    """UTF-8 of a file that says that it is in GB18030 or an older form of it, as templates do."""
    declared = _DECLARATION.match(source[:200])
    if declared is None:
        return source
    try:
        return source[declared.end() :].decode("gb18030").encode()
    except UnicodeDecodeError as error:
        raise DamagedDocumentError(f"the file is not in the encoding that it declares ({error})") from error

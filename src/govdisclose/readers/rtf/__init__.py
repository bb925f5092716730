"""RTF, also where a file of it is named ``.doc``.

The file is put into WordprocessingML, and that is read as a Word document is: what is seen of a cell is decided there,
once. What is read is what the page shows. Deleted text, field codes, headers, footers, notes and comments are not
read; a picture, an object or a drawing leaves its cell without a value. The formatting that counts is the one that the
file writes at the text: where a style would hide or mark text and the text does not say so itself, programs differ,
and the text is not read.
"""

from __future__ import annotations

from govdisclose.document import Document, Reader
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened

__all__ = ["READER"]

_BLANK = b"\xef\xbb\xbf \t\r\n"
_MAGIC = b"{\\rtf"


def _sniff(head: bytes) -> bool:
    return head.lstrip(_BLANK).startswith(_MAGIC)


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    # lxml is loaded on the first file read, not when formats are listed.
    from govdisclose.readers.docx._document import document_of
    from govdisclose.readers.docx._package import package_of
    from govdisclose.readers.rtf._convert import parts_of

    return document_of(package_of(parts_of(source, limits), limits), "rtf")


READER = Reader(
    id="rtf",
    media_types=("application/rtf", "text/rtf"),
    suffixes=(".rtf",),
    sniff=_sniff,
    read=_read,
)

"""Word 97 to 2003 documents (``.doc``, ``.dot``, ``.wps`` of WPS Office): an OLE file with a stream ``WordDocument``.

The text is read by the table of pieces, its properties through styles and the lists of runs and paragraphs, tables from
the marks of cells and rows. All of it is written down as WordprocessingML and read by the road of Word documents, which
decides what is seen. Headers, footers, notes and comments are not read; the text of a text box follows the paragraph
that anchors it. Files of Word 95 and before, and encrypted ones, are refused with what would help.
"""

from __future__ import annotations

from govdisclose.containers import OLE
from govdisclose.document import Document, Reader
from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened

__all__ = ["READER"]


def _sniff(head: bytes, members: tuple[str, ...] = ()) -> bool:
    return head.startswith(OLE) and any(name.lower() == "worddocument" for name in members)


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    if not source.startswith(OLE):
        raise DamagedDocumentError("the file is no OLE file, which every .doc is")
    # olefile and lxml are loaded on the first file read, not when formats are listed.
    from govdisclose.readers.doc._document import parts_of
    from govdisclose.readers.docx._document import document_of
    from govdisclose.readers.docx._package import package_of

    return document_of(package_of(parts_of(source, limits), limits), "doc")


READER = Reader(
    id="doc",
    media_types=("application/msword", "application/vnd.ms-works", "application/kswps"),
    suffixes=(".doc", ".dot", ".wps"),
    sniff=_sniff,
    read=_read,
)

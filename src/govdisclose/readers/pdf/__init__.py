"""PDF: what is painted on the pages, told by ruling lines and the places of characters alone.

Read by PDFium where pypdfium2 is installed (``govdisclose[pdfium]``), else by pdfminer.six; both give the same
document. Text that cannot be seen (invisible, white on nothing, clipped, of a hidden layer, off the page) is left
out; a character whose font does not say what it is stands as U+FFFD. Page numbers and running heads are left out. A
table that goes over pages is one grid for each page, with the same columns.
"""

from __future__ import annotations

from govdisclose.document import Document, Reader
from govdisclose.errors import DamagedDocumentError, EmptyDocumentError
from govdisclose.limits import Limits

__all__ = ["READER"]

_WITHIN = 1024


def _sniff(head: bytes) -> bool:
    return b"%PDF-" in head[:_WITHIN]


def _read(source: bytes, limits: Limits) -> Document:
    limits.check("bytes", len(source))
    if not source:
        raise EmptyDocumentError("the file has no bytes")
    if b"%PDF-" not in source[:_WITHIN]:
        raise DamagedDocumentError("the file does not begin as a PDF does")
    # The libraries are loaded on the first file read, not when formats are listed.
    from govdisclose.readers.pdf._backend import read_pages
    from govdisclose.readers.pdf._document import build

    return build(read_pages(source, limits), limits)


READER = Reader(
    id="pdf",
    media_types=("application/pdf",),
    suffixes=(".pdf",),
    sniff=_sniff,
    read=_read,
)

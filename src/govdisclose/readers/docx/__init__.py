"""Word documents (Office Open XML): the ZIP package, its main part, paragraphs and tables in reading order.

What is read is what the page shows. Tracked deletions, field codes, headers, footers, notes and comments are not
read. Struck, hidden, white and tiny text is left out, and raised digits are marks: each is told of its cell. A
picture, an object, a symbol of an unknown font or anything that has no rule here leaves its cell without a value.
The text of a text box follows the paragraph that anchors it. A table that holds tables is layout, and so is a table
of one cell: their content stands in the document as if there were no table. Numbers that Word counts (一、 typed as
automatic numbering) are part of the text, since they are printed.
"""

from __future__ import annotations

from govdisclose.containers import ZIP
from govdisclose.document import Document, Reader
from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened

__all__ = ["READER"]

_OWN = ("[content_types].xml", "_rels/.rels", "word/")
_FOREIGN = ("xl/workbook.", "ppt/presentation.")  # of the same family, for other readers
_NAMES = (b"[Content_Types].xml", b"_rels/.rels", b"word/")
_OTHERS = (b"xl/workbook", b"xl/worksheets", b"ppt/presentation")


def _sniff(head: bytes, members: tuple[str, ...] = ()) -> bool:
    if not head.startswith(ZIP):
        return False
    if members:
        names = [name.lower() for name in members]
        return any(name.startswith(_OWN) for name in names) and not any(
            name.startswith(_FOREIGN) for name in names
        )
    if not any(name in head for name in _NAMES):  # the archive is cut off, and its directory with it
        return False
    others = [at for name in _OTHERS if (at := head.find(name)) >= 0]
    word = head.find(b"word/")
    # a workbook may be embedded in a Word document: the package's own parts come first
    return not others or 0 <= word < min(others)


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    if not source.startswith(b"PK"):
        raise DamagedDocumentError("the file is no ZIP archive, which every .docx is")
    # lxml and zipfile are loaded on the first file read, not when formats are listed.
    from govdisclose.readers.docx._document import document_of
    from govdisclose.readers.docx._package import open_package

    return document_of(open_package(source, limits), "docx")


READER = Reader(
    id="docx",
    media_types=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    suffixes=(".docx", ".docm"),
    sniff=_sniff,
    read=_read,
)

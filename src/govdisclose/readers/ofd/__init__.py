"""OFD (GB/T 33190): what is painted on the pages, by the road of PDF. Experimental until a real report is read.

Pages, templates, layers, annotations and the places of seals are painted in the order of a viewer, and all that
follows is decided where it is for PDF: tables by their ruling lines, text that is covered, white, struck or hidden,
pictures, drawn characters. Digits are U+FFFD, and so unreadable, where the file does not say for sure which ones are
drawn, or where: glyphs that contradict the text, a font of symbols, distances that are missing. Attachments are not
shown and not read. No report is known to have been published as OFD, so that nothing of this was tried on one.
"""

from __future__ import annotations

from govdisclose.containers import ZIP
from govdisclose.document import Document, Reader
from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened

__all__ = ["READER"]

_MAIN = "ofd.xml"


def _sniff(head: bytes, members: tuple[str, ...] = ()) -> bool:
    if not head.startswith(ZIP):
        return False
    if members:
        return any(name.lower() == _MAIN for name in members)
    return b"OFD.xml" in head  # the archive is cut off, and its directory with it


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    if not source.startswith(b"PK"):
        raise DamagedDocumentError("the file is no ZIP archive, which every OFD is")
    # lxml and zipfile are loaded on the first file read, not when formats are listed.
    from govdisclose.readers.ofd._pages import read_pages
    from govdisclose.readers.pdf._document import build

    return build(read_pages(source, limits), limits, "ofd")


READER = Reader(
    id="ofd",
    # Experimental: neither name is registered.
    media_types=("application/ofd", "application/x-ofd"),
    suffixes=(".ofd",),
    sniff=_sniff,
    read=_read,
)

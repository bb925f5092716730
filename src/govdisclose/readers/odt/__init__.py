"""OpenDocument text (``.odt``, ``.ott``, and ``.fodt`` in one flat XML file): paragraphs and tables in reading order.

The document is put into the elements of a Word document and read by that road: what a cell shows is decided there, once
for all formats of word processors. So what holds of Word documents holds here: struck, hidden, white and tiny text is
left out, raised digits are marks, and whatever is shown and was not read leaves its cell without a value. Tracked
deletions, comments, running heads and notes are not read. Numbers that are counted (一、 of a list or a heading) are
part of the text. What a program works out whenever it shows the file (numbers of pages, today's date) is not read.
"""

from __future__ import annotations

import re

from govdisclose.containers import ZIP
from govdisclose.document import Document, Reader
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened

__all__ = ["READER"]

_OFFICE = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_KIND = b"application/vnd.oasis.opendocument."
_FLAT = re.compile(
    rb"mimetype\s*=\s*[\"']application/vnd\.oasis\.opendocument\.text(?:-template|-master|-web)?[\"']"
)
_OTHERS = (b"spreadsheet", b"presentation", b"graphics", b"chart", b"image", b"base", b"formula", b"database")
_DECLARED = frozenset(("mimetype", "META-INF/manifest.xml"))
_FIRST = 30
"""Where the name of the first member of a ZIP archive begins."""


def _sniff(head: bytes, members: tuple[str, ...] = ()) -> bool:
    if head.startswith(ZIP):
        if members and not ("content.xml" in members and not _DECLARED.isdisjoint(members)):
            return False
        kind = head.find(_KIND)
        if kind < 0:
            return bool(members)
        begins = head[_FIRST : _FIRST + 8] == b"mimetype" or bool(members)
        return begins and not head.startswith(_OTHERS, kind + len(_KIND))
    return head[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and (
        _OFFICE in head and _FLAT.search(head) is not None
    )


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    # lxml and zipfile are loaded on the first file read, not when formats are listed.
    from attrs import evolve

    from govdisclose.document import Picture
    from govdisclose.readers.docx._document import document_of
    from govdisclose.readers.docx._package import package_of
    from govdisclose.readers.odt._body import parts_of
    from govdisclose.readers.odt._package import open_source

    opened = open_source(source, limits)
    document = document_of(package_of(parts_of(opened, limits), limits), "odt")
    return evolve(document, pictures=tuple(Picture(name) for name in opened.pictures))


READER = Reader(
    id="odt",
    media_types=(
        "application/vnd.oasis.opendocument.text",
        "application/vnd.oasis.opendocument.text-template",
        "application/vnd.oasis.opendocument.text-flat-xml",
    ),
    suffixes=(".odt", ".ott", ".fodt"),
    sniff=_sniff,
    read=_read,
)

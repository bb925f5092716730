"""Documents of Word 2003 in XML, as Word, WPS and many web applications save them, mostly under the name ``.doc``.

The whole document is one file in the language from which that of DOCX was made: elements and attributes are renamed, and
the road of DOCX reads the rest. What is deleted with tracked changes, comments, notes, headers and footers are not read.
The hints of Word beside its elements, such as the text of a list's number, are not believed: a template that was filled
in repeats them. Numbers of lists are counted as Word counts them.
"""

from __future__ import annotations

from govdisclose.document import Document, Reader
from govdisclose.limits import Limits
from govdisclose.readers._opening import opened
from govdisclose.readers._xmlroot import WORD_2003, root_of

__all__ = ["READER"]


def _sniff(head: bytes) -> bool:
    return root_of(head) == WORD_2003


def _read(source: bytes, limits: Limits) -> Document:
    return opened(source, limits, _opened)


def _opened(source: bytes, limits: Limits) -> Document:
    from govdisclose.readers.docx._document import document_of
    from govdisclose.readers.docx._package import package_of
    from govdisclose.readers.word_xml._parts import parts_of

    return document_of(package_of(parts_of(source, limits), limits), "word-xml")


READER = Reader(
    id="word-xml",
    media_types=("application/vnd.ms-wordml+xml",),
    suffixes=(".xml",),
    sniff=_sniff,
    read=_read,
)

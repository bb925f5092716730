"""Archives that are Word documents, or nearly."""

from __future__ import annotations

import warnings
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from govdisclose.document import DEFAULT_LIMITS, Document
from govdisclose.limits import Limits
from govdisclose.readers.docx import READER

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "word/document.xml"
CELL = "<w:tc><w:tcPr>{}</w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
TEXT = "<w:p><w:r><w:t>示例市</w:t></w:r></w:p>"


def xml(body: str, prolog: str = "") -> str:
    return f'{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def archive(*entries: tuple[str, str | bytes], method: int = ZIP_DEFLATED) -> bytes:
    target = BytesIO()
    with warnings.catch_warnings(), ZipFile(target, "w", method) as written:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, content in entries:
            written.writestr(name, content)
    return target.getvalue()


def relations(target: str, more: str = "") -> tuple[str, str]:
    return (
        "_rels/.rels",
        f'<Relationships xmlns="{RELATIONS}">{more}'
        f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="{target}"/></Relationships>',
    )


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    return READER.read(data, limits)


def read_body(body: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    return read(archive((MAIN, xml(body))), limits)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]

"""Pages in one file, as browsers, Word and scripts save them: the writers that the reader of MHT is tried with."""

from __future__ import annotations

from base64 import encodebytes
from collections.abc import Sequence
from quopri import encodestring

from attrs import frozen

from govdisclose.document import Document
from govdisclose.limits import Limits
from govdisclose.readers.mht import READER
from govdisclose.writers.html import write as write_html

__all__ = ["BLINK", "LETTER", "WORD", "Part", "page", "read", "saved", "write"]

WORD = "MIME-Version: 1.0\r\n"
BLINK = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.example.gov.cn/a/b.html\r\n"
    "Subject: =?utf-8?Q?a?=\r\nDate: Tue, 10 Jan 2023 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
)
LETTER = (
    "Received: from a.example by b.example; Tue, 10 Jan 2023 08:00:00 +0800\r\nFrom: someone@a.example\r\n"
    "To: other@b.example\r\nSubject: a\r\nDate: Tue, 10 Jan 2023 08:00:00 +0800\r\nMIME-Version: 1.0\r\n"
)
_BOUNDARY = "----=_NextPart_01D783CD.817287A0"


@frozen
class Part:
    """A part: its content, and how it is told and encoded."""

    content: bytes
    kind: str = "text/html"
    charset: str | None = None
    encoding: str = "quoted-printable"
    location: str | None = None
    identity: str | None = None

    def to_bytes(self) -> bytes:
        """The part with its headers."""
        charset = f'; charset="{self.charset}"' if self.charset else ""
        lines = [f"Content-Type: {self.kind}{charset}", f"Content-Transfer-Encoding: {self.encoding}"]
        lines += [f"Content-Location: {self.location}"] if self.location else []
        lines += [f"Content-ID: <{self.identity}>"] if self.identity else []
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + _encoded(self.content, self.encoding)


def _encoded(content: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return encodebytes(content)
    return encodestring(content) if encoding == "quoted-printable" else content


def saved(
    parts: Sequence[Part | bytes],
    head: str = WORD,
    *,
    kind: str = "multipart/related",
    more: str = "",
    boundary: str = _BOUNDARY,
    closed: bool = True,
) -> bytes:
    """A file of parts; ``more`` is put into its content type. Bytes are parts with headers of their own."""
    lead = f'{head}Content-Type: {kind}{more}; boundary="{boundary}"\r\n\r\nThis file is a saved page.\r\n'
    found = [part.to_bytes() if isinstance(part, Part) else part for part in parts]
    mark = f"\r\n--{boundary}".encode()
    return (
        lead.encode()
        + b"".join(mark + b"\r\n" + part for part in found)
        + (mark + b"--\r\n" if closed else b"")
    )


def page(html: bytes, charset: str | None = None, encoding: str = "quoted-printable") -> bytes:
    """A page alone, as Word saves one."""
    location = "file:///C:/B36127B1/file8817.htm"
    return saved([Part(html, charset=charset, encoding=encoding, location=location)])


def write(document: Document) -> bytes:
    """A document as the writer of web pages writes it, saved in one file."""
    return page(write_html(document), "utf-8")


def read(source: bytes, **limits: int) -> Document:
    """What the reader makes of a file."""
    return READER.read(source, Limits(**limits))

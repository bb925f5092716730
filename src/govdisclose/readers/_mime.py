"""MIME as files of saved pages have it: headers, and parts between boundaries. Bounded, and linear in the bytes.

The headers are read by the standard library. The bodies are divided here: its parser asks of each line whether it ends
any of the parts around it, which a file of many nested parts makes slow.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from govdisclose.errors import DamagedDocumentError, LimitError

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["Part", "begins_as_mime", "content_of", "headers_of", "parts_of", "top_headers"]

_MOST_PARTS, _DEEPEST = 10_000, 16
_LONGEST_HEADERS = 65_536
_LEAD = b" \t\r\n\xef\xbb\xbf"
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*:[ \t]*([^\r\n]*)")
_HEADERS_END = re.compile(rb"\r\n\r\n|\n\n|\r\r|\A\r?\n")
_SPACE = re.compile(rb"\s+")
_SOFT_BREAK = re.compile(rb"=[ \t]+(?=\r?\n)")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*={0,2}")
_AS_IS = ("", "7bit", "8bit", "binary")


@frozen
class Part:
    """A part with no parts of its own. ``body`` is encoded as ``headers`` say; ``ended``: a boundary follows it."""

    headers: Message
    body: bytes
    ended: bool = True

    @property
    def kind(self) -> str:
        """Its media type: ``text/html``."""
        return self.headers.get_content_type()

    @property
    def charset(self) -> str | None:
        """The encoding of its text, as far as it is named."""
        return self.headers.get_content_charset()


def top_headers(head: bytes) -> Mapping[str, str]:
    """The headers that a file begins with, by name in lower case; the first of a name counts. Empty if it has none."""
    found: dict[str, str] = {}
    name = ""
    for line in head[:_LONGEST_HEADERS].lstrip(_LEAD).splitlines():
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t") and name:
            found[name] += " " + line.strip().decode("latin-1")
            continue
        field = _FIELD.match(line)
        if field is None:
            return {}
        name = field[1].decode("ascii").lower()
        while name in found:
            name += "+"  # one that is repeated
        found[name] = field[2].strip().decode("latin-1")
    return found


def begins_as_mime(head: bytes) -> bool:
    """Whether a file begins with the headers of MIME, be it a saved page or a letter."""
    found = top_headers(head)
    return "content-type" in found and (
        "mime-version" in found or "multipart/" in found["content-type"].lower()
    )


def headers_of(source: bytes) -> tuple[Message, bytes]:
    """The headers at the beginning, and what follows them."""
    from email.parser import BytesHeaderParser

    end = _HEADERS_END.search(source, 0, _LONGEST_HEADERS)
    if end is None:
        if len(source) > _LONGEST_HEADERS:
            raise DamagedDocumentError("the headers of a part do not end")
        return BytesHeaderParser().parsebytes(source), b""
    return BytesHeaderParser().parsebytes(source[: end.start()]), source[end.end() :]


def parts_of(source: bytes) -> tuple[Message, list[Part]]:
    """The headers of a file, and all its parts in order, those within others too.

    Raises ``DamagedDocumentError``, or ``LimitError`` for more than 10,000 parts and parts 16 deep.
    """
    headers, body = headers_of(source.lstrip(_LEAD))
    found: list[Part] = []
    _divide(Part(headers, body), found, 1)
    return headers, found


def _divide(part: Part, found: list[Part], depth: int) -> None:
    if depth > _DEEPEST:
        raise LimitError("depth", _DEEPEST, depth, "parts within parts", fixed=True)
    if part.headers.get_content_maintype() != "multipart":
        found.append(part)
        if len(found) > _MOST_PARTS:
            raise LimitError("elements", _MOST_PARTS, len(found), "the parts of the file", fixed=True)
        return
    boundary = part.headers.get_boundary()
    if not boundary or not boundary.isascii():
        raise DamagedDocumentError("the file has several parts, and does not say what stands between them")
    mark = re.escape(boundary.encode())
    lines = re.compile(rb"(?:\A|(?:\r\n|(?<!\r)\n|\r(?!\n)))--" + mark + rb"(--)?[ \t]*(?=[\r\n]|\Z)")
    begun: int | None = None
    for count, line in enumerate(lines.finditer(part.body)):
        if begun is not None:
            _within(part.body[begun : line.start()], found, depth, ended=True)
        begun = line.end()
        if line[1]:
            return
        if count > _MOST_PARTS:
            raise LimitError("elements", _MOST_PARTS, count, "the parts of the file", fixed=True)
    if begun is None:
        raise DamagedDocumentError("the file has several parts, and the line between them is nowhere")
    _within(part.body[begun:], found, depth, ended=False)


def _within(source: bytes, found: list[Part], depth: int, *, ended: bool) -> None:
    source = source.removeprefix(b"\r").removeprefix(b"\n")  # the end of the line of the boundary
    headers, body = headers_of(source)
    _divide(Part(headers, body, ended), found, depth + 1)


def content_of(part: Part) -> bytes:
    """The decoded bytes of a part. Raises ``DamagedDocumentError`` where they are not encoded as they say."""
    encoding = str(part.headers.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding in _AS_IS:
        return part.body
    if encoding == "quoted-printable":
        return a2b_qp(_SOFT_BREAK.sub(b"=", part.body))
    if encoding != "base64":
        raise DamagedDocumentError(
            f"a part is encoded as {encoding[:40]!r}, which is none of MIME's encodings"
        )
    data = _SPACE.sub(b"", part.body)
    # A lost character shifts all that follow it: nothing is made of what is no whole base64.
    if len(data) % 4 or not _BASE64.fullmatch(data):
        raise DamagedDocumentError("a part is no whole base64, as which it is encoded")
    try:
        return a2b_base64(data)
    except BinasciiError as error:
        raise DamagedDocumentError(f"a part is no base64 ({error})") from error

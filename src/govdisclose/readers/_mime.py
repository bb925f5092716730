"""MIME as files of saved pages have it: headers, and parts between boundaries. Bounded, and linear in the bytes.

The headers are read by the standard library. The bodies are divided here: its parser asks of each line whether it ends
any of the parts around it, which a file of many nested parts makes slow.
"""

from __future__ import annotations

import re
from binascii import Error as BinasciiError
from binascii import a2b_base64, a2b_qp
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from govdisclose.errors import DamagedDocumentError, LimitError

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["Part", "begins_as_mime", "content_of", "parts_of", "top_headers"]

_MOST_PARTS, _DEEPEST = 10_000, 16
_LONGEST_HEADERS, _LONGEST_FIELD = 16_384, 2_000
_ALL_HEADERS = 4_000_000  # bytes, of all parts: the standard library takes its time for each line
_LEAD = b" \t\r\n\xef\xbb\xbf"
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*:[ \t]*([^\r\n]*)")
_HEADERS_END = re.compile(rb"\r?\n\r?\n|\r\r|\A\r?\n")
_SOFT_BREAK = re.compile(rb"=[ \t]++(?=\r?\n)")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]*={0,2}")
_SPACES_AT_END = 8
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
        if len(str(self.headers.get("Content-Type", ""))) > _LONGEST_FIELD:
            return None
        return self.headers.get_content_charset()


def top_headers(head: bytes) -> Mapping[str, str]:
    """The headers that a file begins with, by name in lower case; the first of a name counts. Empty if it has none."""
    found: dict[str, str] = {}
    name = ""
    for line in head.lstrip(_LEAD)[:_LONGEST_HEADERS].splitlines():
        if not line.strip():
            break
        if line[:1] in (b" ", b"\t"):
            if name:
                found[name] += " " + line.strip().decode("latin-1")
            continue
        match = _FIELD.match(line)
        if match is None:
            return {}
        name = match[1].decode("ascii").lower()
        if name in found:
            name = ""
        else:
            found[name] = match[2].strip().decode("latin-1")
    return found


def begins_as_mime(head: bytes) -> bool:
    """Whether a file begins with the headers of MIME, be it a saved page or a letter."""
    found = top_headers(head)
    return "content-type" in found and (
        "mime-version" in found or "multipart/" in found["content-type"].lower()
    )


def parts_of(source: bytes) -> tuple[Message, list[Part]]:
    """The headers of a file, and all its parts in order, those within others too.

    Raises ``DamagedDocumentError``, or ``LimitError`` for more than 10,000 parts and for parts more than 16 deep.
    """
    divided = _Divided(source)
    start = len(source) - len(source.lstrip(_LEAD))
    return divided.divide(start, len(source), 1, ended=True), divided.found


@define
class _Divided:
    """The parts that were found so far, and what was spent on finding them. Bodies are places in the file."""

    source: bytes
    found: list[Part] = field(factory=list)
    count: int = 0
    headers: int = 0

    def divide(self, start: int, end: int, depth: int, *, ended: bool) -> Message:
        """Add the part between two places, or those within it; its headers."""
        if depth > _DEEPEST:
            raise LimitError("depth", _DEEPEST, depth, "parts within parts", fixed=True)
        headers, begun = self._headers(start, end)
        if headers.get_content_maintype() != "multipart":
            self.found.append(Part(headers, self.source[begun:end], ended))
            return headers
        at: int | None = None
        for line, last in self._boundaries(headers, begun, end):
            if at is not None:
                self._within(at, self._line_end_before(line.start(), at), depth, ended=True)
            at = line.end()
            if last:
                return headers
        if at is None:
            raise DamagedDocumentError("the file has several parts, and the line between them is nowhere")
        self._within(at, end, depth, ended=False)
        return headers

    def _within(self, start: int, end: int, depth: int, *, ended: bool) -> None:
        self.count += 1
        if self.count > _MOST_PARTS:
            raise LimitError("elements", _MOST_PARTS, self.count, "the parts of the file", fixed=True)
        for sign in (b"\r", b"\n"):  # the end of the line of the boundary
            start += start < end and self.source.startswith(sign, start)
        self.divide(start, end, depth + 1, ended=ended)

    def _headers(self, start: int, end: int) -> tuple[Message, int]:
        """The headers at a place, and where what follows them begins."""
        from email.parser import BytesHeaderParser

        head = self.source[start : min(end, start + _LONGEST_HEADERS)]
        stop = _HEADERS_END.search(head)
        if stop is None and len(head) == _LONGEST_HEADERS:
            raise DamagedDocumentError("the headers of a part do not end")
        size = len(head) if stop is None else stop.end()
        self.headers += size
        if self.headers > _ALL_HEADERS:
            raise LimitError("bytes", _ALL_HEADERS, self.headers, "the headers of the parts", fixed=True)
        return BytesHeaderParser().parsebytes(head[:size]), start + size

    def _boundaries(self, headers: Message, start: int, end: int) -> Iterator[tuple[re.Match[bytes], bool]]:
        """The lines between the parts of a part, and whether each is the last."""
        if len(str(headers["Content-Type"])) > _LONGEST_FIELD:
            raise DamagedDocumentError("the kind of a part is longer than any that is in use")
        boundary = headers.get_boundary()
        if not boundary or not boundary.isascii():
            raise DamagedDocumentError(
                "the file has several parts, and does not say what stands between them"
            )
        line = re.compile(b"--" + re.escape(boundary.encode()) + rb"(--)?[ \t]*+(?=[\r\n]|\Z)")
        for match in line.finditer(self.source, start, end):
            if match.start() == start or self.source[match.start() - 1] in b"\r\n":
                yield match, match[1] is not None

    def _line_end_before(self, place: int, least: int) -> int:
        """Where the line before a place ends: its line break belongs to the boundary after it."""
        for sign in (b"\n", b"\r"):
            place -= place > least and self.source[place - 1 : place] == sign
        return place


def content_of(part: Part) -> bytes:
    """The decoded bytes of a part. Raises ``DamagedDocumentError`` where they are not encoded as they say."""
    encoding = str(part.headers.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding in _AS_IS:
        return part.body
    if encoding == "quoted-printable":
        return a2b_qp(_without_spaces(part.body) if _SOFT_BREAK.search(part.body) else part.body)
    if encoding != "base64":
        raise DamagedDocumentError(
            f"a part is encoded as {encoding[:40]!r}, which is none of MIME's encodings"
        )
    data = part.body.translate(None, b" \t\r\n\v\f")
    # A lost character shifts all that follow it: nothing is made of what is no whole base64.
    if len(data) % 4 or not _BASE64.fullmatch(data):
        raise DamagedDocumentError("a part is no whole base64, as which it is encoded")
    try:
        return a2b_base64(data)
    except BinasciiError as error:
        raise DamagedDocumentError(f"a part is no base64 ({error})") from error


def _without_spaces(body: bytes) -> bytes:
    """Without the spaces at the ends of lines that were added on the way: behind them, a soft break is none."""
    for _ in range(_SPACES_AT_END):
        for space in (b" ", b"\t"):
            for end in (b"\r\n", b"\n"):
                body = body.replace(space + end, end)
    return body

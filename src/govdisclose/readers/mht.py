"""Saved web pages (MHT, MHTML): the page and its style sheets in one file, as browsers, Word and WPS write it.

The page is the part that ``start`` names, or the first that is a page; it is read as any web page is. Of the other parts
its style sheets alone are used: what they hide is not seen. A page without a table whose frames hold one page that has
tables is read as that page; with several of them it cannot be told which is the report, nor in which order they stand.
Nothing is fetched. A letter in the same format, with a sender and receivers, is not claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from attrs import define, field

from govdisclose.document import Document, Reader
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    ReportElsewhereError,
    UnreadableDocumentError,
)
from govdisclose.limits import Limits
from govdisclose.readers._encoding import decode
from govdisclose.readers._mime import Part, content_of, parts_of, top_headers

if TYPE_CHECKING:
    from govdisclose.readers.html._linked import LinkedSheet

__all__ = ["READER"]

_PAGES = ("text/html", "application/xhtml+xml")
_SAVED = ("content-location", "snapshot-content-location")
# What a letter has and a saved page has not. The sender of a page is a program.
_POSTED = frozenset(
    (
        *("to", "cc", "bcc", "sender", "reply-to", "in-reply-to", "references", "message-id"),
        *("received", "return-path", "delivered-to", "dkim-signature", "authentication-results"),
    )
)
_ENDS = re.compile(rb"</\s*(?:html|body)\s*>", re.IGNORECASE)
_TAIL = 4_096
_TABLE = re.compile(rb"<table\b", re.IGNORECASE)
_FRAME = re.compile(
    rb"<i?frame\b[^<>]{0,2000}?\bsrc\s*=\s*(?:\"([^\"<>]{1,2000})\"|'([^'<>]{1,2000})'|([^\s\"'<>]{1,2000}))",
    re.I,
)
_FRAMES, _LONGEST_FRAMING = 100, 1_000_000
_CHARSET = re.compile(rb"\A@charset\s+[\"']([\w.:-]{1,40})[\"']", re.IGNORECASE)


def _sniff(head: bytes) -> bool:
    found = top_headers(head)
    kind = found.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("multipart/related", *_PAGES):
        return False
    if "snapshot-content-location" in found:
        return True
    sender = found.get("from", "")
    if _POSTED & found.keys():
        return False
    if any(name in found for name in _SAVED) or "saved by" in sender.lower():
        return True
    return kind == "multipart/related" and "@" not in sender


@define
class _Saved:
    """A file of parts: the page, and every part by the addresses that it goes by."""

    page: Part
    base: str
    parts: Mapping[str, Part]
    limits: Limits
    decoded: dict[int, bytes] = field(factory=dict)
    inflated: int = 0

    def content(self, part: Part) -> bytes:
        """The bytes of a part, decoded once; all that are decoded are counted."""
        key = id(part)
        if key not in self.decoded:
            self.decoded[key] = content_of(part)
            self.inflated += len(self.decoded[key])
            self.limits.check("inflated", self.inflated, "the parts of the file")
        return self.decoded[key]

    def find(self, address: str, base: str) -> tuple[Part, str] | None:
        """The part of an address, and its full address."""
        full = _joined(base or self.base, address)
        for name in (full, address):
            if name in self.parts:
                return self.parts[name], full
        return None


def _joined(base: str, address: str) -> str:
    address = address.strip()
    try:
        return urljoin(base, address).partition("#")[0]
    except ValueError:
        return address


def _read(source: bytes, limits: Limits) -> Document:
    limits.check("bytes", len(source))
    if not source.strip():
        raise EmptyDocumentError("the file holds no bytes but white space")
    saved = _opened(source, limits)
    content = saved.content(saved.page)
    if not saved.page.ended and not _ENDS.search(content[-_TAIL:]):
        raise DamagedDocumentError("the page breaks off, and the file with it: it was probably cut off")
    try:
        document = _page(saved, saved.page)
    except (EmptyDocumentError, ReportElsewhereError):
        framed = _framed(saved)
        if len(framed) == 1:
            return _page(saved, framed[0])
        if framed:
            raise UnreadableDocumentError(
                f"the page shows {len(framed)} pages with tables in frames; save the one with the report by itself"
            ) from None
        raise
    if not document.grids and len(framed := _framed(saved)) == 1:
        return _page(saved, framed[0])
    return document


def _opened(source: bytes, limits: Limits) -> _Saved:
    headers, parts = parts_of(source)
    pages = [part for part in parts if part.kind in _PAGES]
    start = headers.get_param("start") if headers.get_content_maintype() == "multipart" else None
    named = [part for part in pages if start and _identity(part) == str(start).strip(" <>")]
    if not pages:
        kinds = ", ".join(sorted({part.kind for part in parts})[:8]) or "none"
        raise UnreadableDocumentError(f"the file holds no web page; its parts are of the kinds: {kinds}")
    page = (named or pages)[0]
    around = _location(headers.get("Content-Location") or headers.get("Snapshot-Content-Location"))
    base = _joined(around, _location(page.headers.get("Content-Location")))
    found: dict[str, Part] = {}
    for part in parts:
        for name in _names(part, around):
            found.setdefault(name, part)
    return _Saved(page, base, found, limits)


def _names(part: Part, around: str) -> Iterator[str]:
    location = _location(part.headers.get("Content-Location"))
    if location:
        yield _joined(around, location)
        yield location
    identity = _identity(part)
    if identity:
        yield f"cid:{identity}"


def _location(value: object) -> str:
    return "".join(str(value or "").split())  # long ones are folded


def _identity(part: Part) -> str:
    return str(part.headers.get("Content-ID") or "").strip(" \t\r\n<>")


def _page(saved: _Saved, part: Part) -> Document:
    from govdisclose.readers.html import read_page

    location = _location(part.headers.get("Content-Location"))
    base = _joined(saved.base, location) if location else saved.base
    return read_page(
        saved.content(part),
        saved.limits,
        "mht",
        declared=part.charset,
        sheets=partial(_sheet, saved, base),
    )


def _sheet(saved: _Saved, page: str, address: str, base: str) -> LinkedSheet | None:
    """The style sheet of an address, if the file holds it."""
    from govdisclose.readers.html._linked import LinkedSheet

    found = saved.find(address, base or page)
    if found is None or found[0].kind in _PAGES:
        return None
    content = saved.content(found[0])
    named = _CHARSET.match(content)
    declared = found[0].charset or (named[1].decode("ascii") if named else None)
    return LinkedSheet(decode(content, declared).text, found[1])


def _framed(saved: _Saved) -> list[Part]:
    """The pages with tables that the page shows in frames; none where the page is more than a page of frames."""
    content = saved.content(saved.page)
    if len(content) > _LONGEST_FRAMING:
        return []
    found: dict[int, Part] = {}
    for number, match in enumerate(_FRAME.finditer(content)):
        if number >= _FRAMES:
            break
        address = (match[1] or match[2] or match[3]).decode("latin-1").replace("&amp;", "&")
        part = saved.find(address, "")
        if part is None or part[0].kind not in _PAGES or part[0] is saved.page:
            continue
        if _TABLE.search(saved.content(part[0])):
            found[id(part[0])] = part[0]
    return list(found.values())


READER = Reader(
    id="mht",
    media_types=("multipart/related", "application/x-mimearchive"),
    suffixes=(".mht", ".mhtml"),
    sniff=_sniff,
    read=_read,
)

"""The members of an e-mail: its attachments, and its text where that is a page. Nothing is fetched."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from govdisclose.errors import DamagedDocumentError
from govdisclose.limits import Limits

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["is_mail", "mail_members"]

_HEAD = re.compile(
    rb"\A(?:From [^\r\n]{1,200}\r?\n)?(?:[!-9;-~]{1,70}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}"
)
_SENDER = re.compile(rb"^(?:From|Sender|Return-Path):[^\r\n]*@", re.IGNORECASE | re.MULTILINE)
_MAILED = re.compile(rb"^(?:To|Cc|Received|Message-ID|Date):", re.IGNORECASE | re.MULTILINE)
_SAVED_PAGE = re.compile(rb"^(?:Snapshot-Content-Location|Content-Location):", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:To|Cc|Received):", re.IGNORECASE | re.MULTILINE)
_PARTS = 1_000
_DEEPEST = 30
_SUFFIXES = {"text/html": ".html", "text/plain": ".txt"}


def is_mail(source: bytes) -> bool:
    """Whether the bytes begin as an e-mail does: with the headers of a letter, and not with those of a saved page."""
    head = _HEAD.match(source[:65_536])
    if head is None:
        return False
    headers = head[0]
    if _SAVED_PAGE.search(headers) and not _SENT.search(headers):
        return False  # browsers write the page that they save as a letter to nobody
    return _SENDER.search(headers) is not None and _MAILED.search(headers) is not None


def mail_members(source: bytes, limits: Limits) -> dict[str, bytes]:
    """What an e-mail holds, by name: attachments as they are called, its own text as ``text.html`` and ``text.txt``.

    Of two attachments of one name the second has its number before it. Raises ``DamagedDocumentError`` or ``LimitError``.
    """
    from email import message_from_bytes
    from email.policy import compat32

    if source.count(b"\n--") > _PARTS * 4:
        limits.check("elements", limits.elements + 1, "the parts of the e-mail")
    try:
        letter = message_from_bytes(source, policy=compat32)
        return _members(letter, limits)
    except RecursionError:
        raise DamagedDocumentError("the e-mail nests its parts too deep") from None
    except (LookupError, ValueError, AttributeError, TypeError, AssertionError) as error:
        raise DamagedDocumentError(f"the e-mail cannot be taken apart ({error})") from error


def _members(letter: Message, limits: Limits) -> dict[str, bytes]:
    from email.message import Message

    found: dict[str, bytes] = {}
    size = 0
    stack = [(letter, 0)]
    parts = 0
    while stack:
        part, depth = stack.pop()
        parts += 1
        if parts > _PARTS or depth > _DEEPEST:
            raise DamagedDocumentError("the e-mail has more parts, or deeper ones, than any letter")
        inner = part.get_payload()
        if isinstance(inner, list):
            stack.extend((item, depth + 1) for item in reversed(inner) if isinstance(item, Message))
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        size += len(content)
        limits.check("inflated", size, "the parts of the e-mail")
        name = _name_of(part) or f"text{_SUFFIXES.get(part.get_content_type(), '')}"
        if name == "text":
            continue  # a part that has no name and is no text: a signature, a picture of the text
        found[name if name not in found else f"{parts}-{name}"] = content
    return found


def _name_of(part: Message) -> str:
    from email.header import decode_header, make_header

    name = part.get_filename()
    if not name:
        return ""
    with contextlib.suppress(LookupError, ValueError):
        name = str(make_header(decode_header(name)))
    return name.replace("\\", "/").rpartition("/")[2].strip()[:1_000]

"""Whether a picture hides what lies below it, by its first bytes."""

from __future__ import annotations

__all__ = ["HEAD", "holds_opaque", "is_opaque"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_KIND = 25  # of a byte in a PNG: its kind of colours
_SHINES = (4, 6)
HEAD = 4_096
"""Bytes that tell: what shines through is named before the picture."""


def is_opaque(data: bytes) -> bool:
    """Whether nothing shines through: of a PNG with an alpha channel or a colour that is none something does."""
    head = data[:HEAD]
    if not head.startswith(_PNG):
        return True
    return len(head) > _KIND and head[_KIND] not in _SHINES and b"tRNS" not in head


def holds_opaque(data: bytes) -> bool:
    """The same for data that a picture is somewhere in: those of a seal. A seal of unknown form shines through."""
    png = data.find(_PNG)
    if png >= 0:
        return is_opaque(data[png:])
    return _JPEG in data

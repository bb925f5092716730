"""Text for a screen: what is safe to print, and how wide it is there."""

from __future__ import annotations

import re
import unicodedata

from govdisclose.text import one_line

__all__ = ["cut", "cut_left", "one_line", "pad", "printable", "width", "wrap"]

# Letters and marks that print nothing, though their category does not say so.
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
_PIECES = re.compile(r"\s+|[\u2e80-\u9fff\uac00-\ud7ff\uf900-\uffef][、，。）：；”》]*|[^\s\u2e80-\uffef]+|.")


def printable(text: str) -> str:
    r"""The text with everything that a terminal would obey, or would not show, written as an escape.

    Control characters (``\x1b``), line ends, direction marks (``\u202e``), zero-width and private characters
    and lone surrogates are escaped; spaces of any width stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if _is_seen(char) else _escape(char) for char in text)


def _is_seen(char: str) -> bool:
    if char in _UNSEEN or "\ufe00" <= char <= "\ufe0f":
        return False
    return char.isprintable() or unicodedata.category(char) == "Zs"


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return {"\n": r"\n", "\t": r"\t", "\r": r"\r"}.get(char, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(text: str) -> int:
    """How many columns of a terminal the text takes; a Chinese character takes two."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def _char_width(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me") else 1


def cut(text: str, most: int) -> str:
    """The text in at most so many columns, with ``…`` where something was left out."""
    if width(text) <= most:
        return text
    room = most - 1
    end = 0
    while end < len(text) and (room := room - _char_width(text[end])) >= 0:
        end += 1
    return text[:end] + "…" if most > 0 else ""


def cut_left(text: str, most: int) -> str:
    """As ``cut``, but the end is kept: of a path or a chain of headings it tells most."""
    return cut(text[::-1], most)[::-1]


def pad(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up to so many columns, never cut; ``right`` puts it at the right edge."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of so many columns, broken at spaces and between Chinese characters."""
    lines = [""]
    for piece in _PIECES.findall(text):
        if width(lines[-1]) + width(piece) > columns and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        if piece.isspace() and not lines[-1] and len(lines) > 1:
            continue
        while width(piece) > columns:
            head = _fitting(piece, columns)
            lines[-1] = head
            lines.append("")
            piece = piece[len(head) :]
        lines[-1] += piece
    return [line for line in lines if line] or [""]


def _fitting(text: str, columns: int) -> str:
    end = 1
    while end < len(text) and width(text[: end + 1]) <= columns:
        end += 1
    return text[:end]

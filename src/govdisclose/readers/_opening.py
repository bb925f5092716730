"""What every reader of a whole file does first: the size, the empty file, and a stack that is too small."""

from __future__ import annotations

from collections.abc import Callable

from govdisclose.document import Document
from govdisclose.errors import EmptyDocumentError, LimitError
from govdisclose.limits import Limits

__all__ = ["opened"]


def opened(source: bytes, limits: Limits, read: Callable[[bytes, Limits], Document]) -> Document:
    """What ``read`` makes of a file. ``read`` raises as a reader does, or ``RecursionError``.

    Raises ``EmptyDocumentError`` for a file of no bytes but white space, ``LimitError`` for one that is too large.
    """
    limits.check("bytes", len(source))
    if not source or source.isspace():
        raise EmptyDocumentError(
            "the file holds no bytes but white space" if source else "the file has no bytes"
        )
    try:
        return read(source, limits)
    except RecursionError:
        # Only where the caller's own stack, or a raised limit, leaves too little room.
        raise LimitError("depth", limits.depth, "more than the stack holds") from None

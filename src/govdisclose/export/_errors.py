"""What can go wrong on the way out and back."""

from __future__ import annotations

from govdisclose.errors import GovdiscloseError

__all__ = ["ExportError"]

_LONGEST = 60


class ExportError(GovdiscloseError):
    """An export that cannot be read back, or a value that cannot be exported.

    ``where`` is the path in the file (``entries[3].value``; empty for the whole), ``expected`` and ``found`` say
    what should stand there and what does.
    """

    def __init__(self, where: str, expected: str, found: str) -> None:
        self.where = where
        self.expected = expected
        self.found = found
        super().__init__(f"{where or 'the export'}: expected {expected}, found {found}")


def wrong(where: str, expected: str, value: object) -> ExportError:
    """An error that shows the value, cut to a length that fits a message."""
    if isinstance(value, dict | list):
        found = f"{'an object' if isinstance(value, dict) else 'an array'} of {len(value)}"
    else:
        found = "null" if value is None else repr(value)
    return ExportError(where, expected, found if len(found) <= _LONGEST else found[:_LONGEST] + "…")

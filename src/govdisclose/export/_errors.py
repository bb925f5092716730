"""What can go wrong on the way out and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from govdisclose.errors import GovdiscloseError

_From = TypeVar("_From")
_To = TypeVar("_To")

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


def under(step: str, error: ExportError) -> ExportError:
    """The same error as seen from one step further out: a key, or ``[3]``."""
    dot = "" if not error.where or error.where.startswith("[") else "."
    return ExportError(f"{step}{dot}{error.where}", error.expected, error.found)


def within(step: str, change: Callable[[_From], _To], value: _From) -> _To:
    """The value as changed; an error says that it is one of this step."""
    try:
        return change(value)
    except ExportError as error:
        raise under(step, error) from None

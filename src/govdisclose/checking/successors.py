"""Organs that changed their name: a table that the user gives."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable

from govdisclose.errors import GovdiscloseError

__all__ = ["SuccessorsError", "load_successors", "read_successors"]

_OLD, _NEW = ("old", "原名称", "原机关", "旧名称"), ("new", "现名称", "现机关", "新名称")
_LARGEST = 10_000_000  # bytes


class SuccessorsError(GovdiscloseError):
    """A table of renamed organs that is malformed. The message says which line, and what was expected."""


def load_successors(path: str | os.PathLike[str]) -> dict[str, str]:
    """New names of organs by their old ones, from a CSV file. Raises ``SuccessorsError``, and ``OSError``."""
    with open(path, "rb") as file:
        content = file.read(_LARGEST + 1)
    name = os.fspath(path)
    if len(content) > _LARGEST:
        raise SuccessorsError(f"{name}: more than {_LARGEST:,} bytes")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("gb18030", "replace")  # what Excel saves in China
    return read_successors(text.splitlines(), name)


def read_successors(lines: Iterable[str], name: str = "successors") -> dict[str, str]:
    """The same from lines: a header with ``old`` and ``new`` (原名称, 现名称), other columns as one likes."""
    rows = csv.reader(lines)
    head = [cell.strip().lower() for cell in next(rows, [])]
    old = next((at for at, cell in enumerate(head) if cell in _OLD), None)
    new = next((at for at, cell in enumerate(head) if cell in _NEW), None)
    if old is None or new is None:
        raise SuccessorsError(
            f"{name}: expected a header with old,new (原名称,现名称), found {','.join(head)!r}"
        )
    found: dict[str, str] = {}
    for number, row in enumerate(rows, 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) <= max(old, new) or not row[old].strip() or not row[new].strip():
            raise SuccessorsError(
                f"{name}, line {number}: expected an old and a new name, found {','.join(row)!r}"
            )
        found[row[old].strip()] = row[new].strip()
    return found

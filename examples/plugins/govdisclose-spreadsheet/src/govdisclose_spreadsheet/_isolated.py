"""Reading in a process of its own, with bounds on its memory and time.

An ``.xls`` says itself how much room its parts need, and calamine believes it: a damaged one ends the process. What the
process hands back are plain values, so that nothing of the file is run here.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Protocol

from attrs import asdict
from govdisclose.document import Cell, Document, Grid, Limits
from govdisclose.errors import (
    DamagedDocumentError,
    EmptyDocumentError,
    EncryptedDocumentError,
    LimitError,
    UnreadableDocumentError,
)

__all__ = ["main", "read_isolated"]

MEMORY = 1 << 30
SECONDS = 10
_START = (
    "import json, sys; given = json.loads(sys.argv[1]); sys.path[:] = given['path']; "
    "from govdisclose_spreadsheet._isolated import main; main(given['limits'])"
)
_ERRORS: dict[str, type[UnreadableDocumentError]] = {
    kind.__name__: kind for kind in (DamagedDocumentError, EmptyDocumentError, EncryptedDocumentError)
}


class _Read(Protocol):
    def __call__(self, source: bytes, limits: Limits) -> Document: ...


def read_isolated(source: bytes, limits: Limits) -> Document:
    """Read a workbook in a process of its own. Raises ``UnreadableDocumentError``, its kinds and ``LimitError``."""
    given = json.dumps({"path": sys.path, "limits": asdict(limits)})
    try:
        done = subprocess.run(
            [sys.executable, "-c", _START, given],
            input=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DamagedDocumentError(f"the workbook is not read within {SECONDS} seconds") from None
    if done.returncode:
        raise DamagedDocumentError(
            f"the workbook is damaged: reading it needs more than {MEMORY >> 20} MB, or breaks calamine"
        )
    answer = json.loads(done.stdout)
    if "limit" in answer:
        raise LimitError(*answer["limit"])
    if "error" in answer:
        raise _ERRORS[answer["error"]](answer["message"])
    grids = tuple(
        Grid(tuple(Cell(*cell) for cell in cells), rows, columns, number)
        for number, (rows, columns, cells) in enumerate(answer["grids"], 1)
    )
    return Document(grids, format=answer["format"])


def main(limits: dict[str, int]) -> None:
    """The other process: bytes from the standard input, JSON to the standard output."""
    _bound()
    from govdisclose_spreadsheet import read_here

    sys.stdout.write(json.dumps(_answer(read_here, sys.stdin.buffer.read(), Limits(**limits))))


def _answer(read: _Read, source: bytes, limits: Limits) -> dict[str, object]:
    try:
        document = read(source, limits)
    except LimitError as error:
        return {"limit": [error.limit, error.allowed, error.found]}
    except UnreadableDocumentError as error:
        return {"error": type(error).__name__, "message": str(error)}
    grids = [
        [
            grid.rows,
            grid.columns,
            [[cell.text, cell.row, cell.column, cell.rowspan, cell.colspan] for cell in grid.cells],
        ]
        for grid in document.grids
    ]
    return {"format": document.format, "grids": grids}


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bound; the process is apart all the same
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

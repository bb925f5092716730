"""From the sheets of a workbook to a ``Document``."""

from __future__ import annotations

from collections.abc import Iterable

from govdisclose.document import Block, Document, Picture
from govdisclose.errors import EmptyDocumentError
from govdisclose.findings import Finding
from govdisclose.limits import Limits
from govdisclose.readers.spreadsheet._model import RawSheet
from govdisclose.readers.spreadsheet._parts import Parts
from govdisclose.readers.spreadsheet._seen import Costs, grid_of
from govdisclose.readers.spreadsheet._xls import sheets as sheets_of_ole
from govdisclose.readers.spreadsheet._xlsx import pictures
from govdisclose.readers.spreadsheet._xlsx import sheets as sheets_of_zip

__all__ = ["read_ole", "read_zip"]

_PICTURES = 200


def read_zip(source: bytes, limits: Limits) -> Document:
    """A workbook in a package. Raises ``UnreadableDocumentError``, one of its kinds or ``LimitError``."""
    parts = Parts.of(source, limits)
    return _document(sheets_of_zip(parts), limits, pictures(parts))


def read_ole(source: bytes, limits: Limits) -> Document:
    """A workbook in an OLE file. Raises as ``read_zip`` does."""
    return _document(sheets_of_ole(source, limits), limits, ())


def _document(sheets: Iterable[RawSheet], limits: Limits, names: tuple[str, ...]) -> Document:
    blocks: list[Block] = []
    findings: list[Finding] = []
    costs = Costs(limits)
    for sheet in sheets:
        found = grid_of(sheet, len(blocks) + 1, costs)
        if found is not None:
            blocks.append(found[0])
            findings += found[1]
            limits.check("blocks", len(blocks))
    if not blocks:
        raise EmptyDocumentError(
            "no sheet of the workbook shows any text; if it shows any, that is a picture"
        )
    return Document(
        tuple(blocks),
        "spreadsheet",
        findings=tuple(findings),
        pictures=tuple(Picture(name) for name in names[:_PICTURES]),
    )

"""The package of an ``.xlsx`` or ``.xlsm``: which sheets are shown, and what they share."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.errors import DamagedDocumentError, UnknownFormatError
from govdisclose.readers.spreadsheet._model import RawSheet
from govdisclose.readers.spreadsheet._parts import Parts, local, named, truth
from govdisclose.readers.spreadsheet._sheet import Book, read_sheet
from govdisclose.readers.spreadsheet._strings import read_strings
from govdisclose.readers.spreadsheet._styles import read_styles

__all__ = ["pictures", "sheets"]

_USUAL, _BINARY, _MEDIA = "xl/workbook.xml", "xl/workbook.bin", "xl/media/"


def sheets(parts: Parts) -> Iterator[RawSheet]:
    """The sheets that are shown, in their order. Raises ``UnreadableDocumentError``, its kinds or ``LimitError``."""
    main = parts.related("", "officeDocument") or _USUAL
    if main.lower().endswith(".bin") or (not parts.has(main) and parts.has(_BINARY)):
        raise UnknownFormatError("this is a binary workbook (.xlsb), which is not read; save it as .xlsx")
    if not parts.has(main):
        raise DamagedDocumentError(f"the part {main}, which names the sheets, is missing from the archive")
    root = parts.tree(main)
    styles = read_styles(parts, main)
    settings = {local(item): item for item in root}
    book = Book(
        parts,
        styles,
        read_strings(parts, main, styles),
        truth(settings.get("workbookPr"), "date1904", otherwise=False),
        not truth(settings.get("calcPr"), "fullCalcOnLoad", otherwise=False),
    )
    for item in named(settings.get("sheets", root), "sheet"):
        if item.get("state", "visible") != "visible":
            continue
        found = parts.referred(main, item)
        if found.kind == "worksheet":
            yield read_sheet(book, item.get("name", ""), found.target)


def pictures(parts: Parts) -> tuple[str, ...]:
    """The names of the pictures in the package."""
    return tuple(sorted(name for name in parts.package.entries if name.startswith(_MEDIA)))

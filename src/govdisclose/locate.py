"""Where something stands in a file."""

from __future__ import annotations

from attrs import frozen

__all__ = ["Box", "Locator"]


Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points, from the page's top left corner."""


@frozen
class Locator:
    """A place in a document, as exact as its format allows. All numbers count from 1; None is "not known".

    ``table`` counts the grids of the document and ``paragraph`` its paragraphs, each in reading order; ``row``
    and ``column`` are positions in the grid (in a grid without known edges ``column`` counts the row's cells);
    ``line`` is the line of the source text; ``page`` and ``box`` are for paged formats.
    """

    table: int | None = None
    row: int | None = None
    column: int | None = None
    paragraph: int | None = None
    line: int | None = None
    page: int | None = None
    box: Box | None = None

    def __str__(self) -> str:
        parts: list[str] = []
        if self.page is not None:
            parts.append(f"page {self.page}")
        if self.table is not None:
            parts.append(f"table {self.table}")
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column is not None:
            parts.append(f"column {self.column}")
        if self.paragraph is not None:
            parts.append(f"paragraph {self.paragraph}")
        if self.line is not None:
            parts.append(f"line {self.line}")
        if self.box is not None:
            parts.append("box " + " ".join(f"{edge:.0f}" for edge in self.box))
        return ", ".join(parts) or "the document"

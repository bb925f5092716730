"""How much a document may cost. One frozen value that a caller can raise."""

from __future__ import annotations

from attrs import frozen

from govdisclose.errors import LimitError

__all__ = ["DEFAULT_LIMITS", "Limits"]


@frozen
class Limits:
    """Bounds on the input, all inclusive. Breaking one raises ``LimitError`` with the field's name.

    They are chosen so that any input of up to 20 MB ends within 10 seconds and 512 MB.
    """

    bytes: int = 20_000_000
    """Size of the file."""
    inflated: int = 60_000_000
    """Bytes of one compressed part, counted while inflating; declared sizes are never believed."""
    elements: int = 400_000
    """Elements of markup in one document (tags of HTML, nodes of a DOCX part, objects of a PDF)."""
    depth: int = 200
    """Nesting of elements."""
    attributes: int = 1_000
    """Attributes in one tag."""
    characters: int = 10_000_000
    """Characters of text in the whole document."""
    columns: int = 256
    """Grid columns of one table."""
    rows: int = 20_000
    """Rows of one table."""
    cells: int = 200_000
    """Cells of all tables, spans counted as the grid positions that they cover."""
    blocks: int = 100_000
    """Paragraphs and tables of the document."""
    pages: int = 500
    """Pages of a paged document."""
    styles: int = 1_000_000
    """Words of the style sheets of a page, and tries of their rules on its elements."""

    def check(self, limit: str, found: int, where: str = "") -> None:
        """Raise ``LimitError`` if ``found`` is over the field named ``limit``."""
        allowed: int = getattr(self, limit)
        if found > allowed:
            raise LimitError(limit, allowed, found, where)


DEFAULT_LIMITS = Limits()

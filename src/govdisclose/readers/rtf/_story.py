"""A text that is written down: paragraphs and tables in order, tables in tables. The body is one; so is each text box."""

from __future__ import annotations

from attrs import field, mutable

from govdisclose.limits import Limits
from govdisclose.readers._wordml import table
from govdisclose.readers.rtf._rows import Content, Definition, Level, aligned, row_of
from govdisclose.readers.rtf._sheet import Sheet

__all__ = ["Story"]

_DOUBT = "<w:p><w:r><w:doubt><w:t/></w:doubt></w:r></w:p>"
"""Something that is shown and not known."""


@mutable
class Story:
    """``runs`` is the markup of the paragraph at hand; ``levels`` the text outside tables, then each open table.

    ``declared``: a row was declared, and has not ended. ``doubted``: what stood before it may be a part of its first cell.
    """

    sheet: Sheet
    limits: Limits
    runs: list[str] = field(factory=list)
    levels: list[Level] = field(factory=lambda: [Level()])
    declared: bool = False
    doubted: bool = False
    opened: int = 0

    def end_paragraph(self, properties: str, level: int, *, always: bool = False, ends: bool = False) -> None:
        """The paragraph at hand ends, in the cell of a table of this level, or outside all tables for 0.

        One without content is kept in cells, and where its end was deleted (``always``). ``ends``: so does the text.
        """
        if level == 0 and not ends and (self.declared or self.has_cells):
            level = 1  # in a row nothing stands outside the table, whatever the paragraph says
        self.settle(level)
        if self.runs or level or always:
            inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
            self.levels[level].blocks.append(f"<w:p>{inner}{''.join(self.runs)}</w:p>")
            self.runs = []

    def end_cell(self, level: int, *, hidden: bool) -> None:
        """The cell ends whose paragraphs wait in a table of this level."""
        self.settle(level)
        open_ = self.levels[level]
        if self.doubted and level == 1:
            self.doubted = False
            open_.blocks.append(_DOUBT)
        open_.cells.append(Content("".join(open_.blocks), hidden))
        open_.blocks = []

    def end_row(self, definition: Definition, level: int, *, hidden: bool, deleted: bool) -> None:
        """The row ends of the table of this level. One that has neither a cell nor a text is none."""
        self.settle(level)
        open_ = self.levels[level]
        if level == 1:
            self.declared = self.doubted = False
        if open_.blocks:
            self.end_cell(level, hidden=False)
        if open_.cells:
            open_.rows.append(row_of(definition, open_.cells, self.sheet, hidden=hidden, deleted=deleted))
            self.limits.check("rows", len(open_.rows))
            self.limits.check("columns", len(open_.cells))
            open_.cells = []

    def declare(self) -> None:
        """A row is declared. What waited for the first cell of another one, and never came to it, stands outside."""
        if not self.has_cells:
            if len(self.levels) > 1 and self.levels[1].blocks:
                self.settle(0)
            self.declared = True

    @property
    def has_cells(self) -> bool:
        """Whether cells wait for their row to end."""
        return len(self.levels) > 1 and bool(self.levels[1].cells)

    def settle(self, level: int) -> None:
        """Close the tables that lie deeper than a level, and open those that it lacks."""
        while len(self.levels) - 1 > level:
            self._close()
        if level >= len(self.levels):
            self.limits.check("depth", level)
            self.opened += level + 1 - len(self.levels)
            self.limits.check("elements", self.opened, "tables in tables")
            self.levels += [Level() for _ in range(level + 1 - len(self.levels))]

    def _close(self) -> None:
        closed = self.levels.pop()
        left = closed.blocks
        if closed.cells:
            # the row was never ended
            closed.rows.append(row_of(Definition(), closed.cells, self.sheet, hidden=False, deleted=False))
        outer = self.levels[-1].blocks
        if closed.rows:
            outer.append(table(aligned(closed.rows)))
            if len(self.levels) > 1:
                outer.append("<w:p/>" if not left else "")
        outer += left

    @property
    def is_in_row(self) -> bool:
        """Whether cells or the text of one wait for their row to end."""
        return any(level.cells or level.blocks for level in self.levels[1:])

    def end(self) -> str:
        """All of it, closed."""
        self.settle(0)
        return "".join(self.levels[0].blocks)

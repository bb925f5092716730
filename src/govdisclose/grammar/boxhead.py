"""The columns of a table as its heading rows were read, and what is said of their wording."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from govdisclose.findings import Finding, finding
from govdisclose.grammar.index import Candidate, TreeIndex
from govdisclose.grid import Cell, Grid

__all__ = ["Column", "Columns", "heading_notes"]


@frozen
class Column:
    """Grid positions ``start`` to ``end`` (exclusive) under one heading; in a ragged grid, counts of body cells.

    ``path`` is None where the heading is none of the form's. ``words`` is the chain as printed. ``cells``
    counts the heading cells: more than one where a merged cell is repeated with its text. ``instructed``: words in
    brackets at the end of the heading were left out.
    """

    start: int
    end: int
    path: str | None
    words: tuple[str, ...]
    unit: str | None = None
    cells: int = 1
    instructed: bool = False


@frozen
class Columns:
    """The body columns of a grid, left to right. ``first`` is where the body begins (0 in a ragged grid).

    ``spare`` counts the empty cells that a single heading row of a ragged grid has at its end; its rows may
    have as many. ``by_count``: the rows of another grid stand under these columns, whose edges are not theirs.
    ``lost`` are the leaves whose heading is there, and over which column it stands is not known. ``reach`` is the
    position up to which the heading rows have cells.
    """

    grid: Grid
    columns: tuple[Column, ...]
    first: int
    findings: tuple[Finding, ...]
    spare: int = 0
    by_count: bool = False
    lost: frozenset[str] = frozenset()
    reach: int = 0

    @property
    def signature(self) -> tuple[tuple[int, int, str | None], ...]:
        """What has to be the same where headings are repeated."""
        return tuple((column.start, column.end, column.path) for column in self.columns)

    def fits(self, grid: Grid) -> bool:
        """Whether rows of this grid can stand under these columns."""
        return grid is self.grid or (
            grid.ragged == self.grid.ragged and (grid.ragged or grid.columns == self.grid.columns)
        )


def heading_notes(
    tree: TreeIndex,
    candidate: Candidate,
    cells: Sequence[Cell],
    grid: Grid,
    place: Callable[[str], str],
    said: set[str],
) -> list[Finding]:
    """Findings on the wording of the labels of a path: aliases, notes and traditional characters, each once.

    ``place`` gives the path in findings of a heading.
    """
    notes: list[Finding] = []
    where = place(tree.nodes[candidate.node].path)
    for hit, cell in zip(reversed(candidate.hits), reversed(cells), strict=False):
        if hit.note:
            own = place(tree.nodes[hit.node].path)
            if own not in said:
                said.add(own)
                facts = {
                    "found": " ".join(cell.text.split()),
                    "official": tree.nodes[hit.node].heading.label,
                    "note": " ".join(hit.note.split()),
                }
                notes.append(finding("label-with-note", grid.locate(cell), own, **facts))
        if hit.via == "alias":
            printed = " ".join(cell.text.split())
            if printed not in said:
                said.add(printed)
                official = tree.nodes[hit.node].heading.label
                notes.append(
                    finding("label-by-alias", grid.locate(cell), where, found=printed, official=official)
                )
        elif hit.via == "traditional" and "traditional" not in said:
            said.add("traditional")
            notes.append(finding("label-traditional", grid.locate(cell), where.split(":")[0]))
    return notes

"""The columns of a grid without edges, by the order of their labels.

The labels, row after row, must be those of the tree; each heading's children stand together, in the order of their
parents.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.findings import Finding, finding
from govdisclose.grammar.boxhead import Column, Columns, heading_notes
from govdisclose.grammar.entry import Scope
from govdisclose.grammar.index import Candidate, TreeIndex
from govdisclose.grammar.lookup import SPANNER, STUBHEAD, BandIndex
from govdisclose.grammar.row import Row
from govdisclose.text import Wording, is_blank, wording

__all__ = ["arranged"]


def arranged(index: BandIndex, scope: Scope, rows: Sequence[Row]) -> Columns:
    """The columns in the order of their labels; none, and a finding, where these are not the tree's."""
    grid = rows[0].grid
    tree = index.boxhead
    cells = [
        cell
        for row in rows
        for cell in row.cells
        if not is_blank(cell.text) and not index.roles(cell.text) & (SPANNER | STUBHEAD)
    ]
    # in lines of text an unknown word may be a piece of a label, whose other piece stands elsewhere
    leaves = _arrange(tree, [wording(cell.text) for cell in cells], separated=bool(grid.number))
    if leaves is None:
        words = "、".join(" ".join(cell.text.split()) for cell in cells)
        found = finding("boxhead-undecided", rows[0].at, scope.path, labels=words[:200])
        return Columns(grid, (), 0, (found,))
    findings: list[Finding] = []
    said: set[str] = set()
    columns: list[Column] = []
    for order, (node, read, which) in enumerate(leaves):
        unit = None
        if node is None:
            printed = " ".join(cells[which].text.split())
            findings.append(
                finding("column-not-matched", grid.locate(cells[which]), scope.path, label=printed)
            )
        else:
            hit = next(hit for hit in tree.hits(read) if hit.node == node)
            unit = hit.unit
            alone = Candidate(node, (), (hit,))
            findings += heading_notes(tree, alone, [cells[which]], grid, scope.column, said)
        name = tree.nodes[node].path if node is not None else None
        columns.append(Column(order, order + 1, name, (read.core,), unit))
    spare = 0
    if len(rows) == 1:
        for cell in reversed(rows[0].cells):
            if not is_blank(cell.text):
                break
            spare += 1
    return Columns(grid, tuple(columns), 0, tuple(findings), spare)


_Slot = tuple[int | None, Wording, int]  # the heading or None, its label, which of the labels it is


def _arrange(tree: TreeIndex, labels: Sequence[Wording], *, separated: bool) -> list[_Slot] | None:
    """The leaves in the order printed, if the labels are the tree's, level by level; else None.

    An unknown label among the children of a heading stands for one child that is not named: only where each label is
    a cell of its own (``separated``), and no more than one of them, unless there is but one level of headings.
    """
    children: dict[int, list[int]] = {-1: []}
    for node in tree.nodes:
        children.setdefault(node.number, [])
        children[node.above[-1] if node.above else -1].append(node.number)
    flat = not any(node.above for node in tree.nodes)
    level: list[_Slot] = [(-1, Wording(None, ""), -1)]
    position = 0
    while any(slot[0] is not None and children[slot[0]] for slot in level):
        below: list[_Slot] = []
        for slot in level:
            inner = children[slot[0]] if slot[0] is not None else []
            if not inner:
                below.append(slot)
                continue
            taken = labels[position : position + len(inner)]
            if len(taken) < len(inner):
                return None
            nodes: list[int | None] = []
            for read in taken:
                hits = [hit.node for hit in tree.hits(read) if hit.node in inner]
                if any(number in nodes for number in hits):
                    return None  # one label twice: neither place is certain
                nodes.append(hits[0] if len(hits) == 1 else None)
            most = (len(inner) - 1 if flat else min(len(inner) - 1, 1)) if separated else 0
            if nodes.count(None) > most:
                return None
            missing = [number for number in inner if number not in nodes]
            if missing and children[missing[0]]:
                return None
            below.extend(
                (number, read, position + at)
                for at, (number, read) in enumerate(zip(nodes, taken, strict=True))
            )
            position += len(inner)
        level = below
    return level if position == len(labels) else None

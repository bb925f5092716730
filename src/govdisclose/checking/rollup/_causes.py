"""The few things to look into: children that do not count, children forgotten, cells that are off, with what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govdisclose.catalogue import Severity
from govdisclose.checking.rollup._cells import Number, Rolled, merged_path
from govdisclose.checking.rollup._members import Member
from govdisclose.checking.rollup._roots import Sum, roots_of, sums_of
from govdisclose.checking.rollup.values import (
    Cause,
    CauseKind,
    Child,
    ChildState,
    Explanation,
    ExplanationKind,
    RolledCell,
)
from govdisclose.grammar.identity import EXPLAINS, Outcome
from govdisclose.result import Result

__all__ = ["causes_of"]


def _is_open(cell: RolledCell) -> bool:
    return cell.outcome is Outcome.NOT_ASSESSABLE and cell.parent is not None


def _by_absence(cell: RolledCell) -> bool:
    return _is_open(cell) and cell.absent > 0


def _by_form(cell: RolledCell) -> bool:
    return _is_open(cell) and cell.other_form > 0


def _by_unit(cell: RolledCell) -> bool:
    return _is_open(cell) and cell.reason == "unit-unknown"


def _nothing(cell: RolledCell) -> bool:
    return False


_OF_STATE = {
    ChildState.MISSING: (CauseKind.CHILD_MISSING, Severity.WARNING, _by_absence),
    ChildState.OTHER_YEAR: (CauseKind.CHILD_OTHER_YEAR, Severity.WARNING, _by_absence),
    ChildState.SCOPE_UNCLEAR: (CauseKind.CHILD_SCOPE_UNCLEAR, Severity.INFO, _by_absence),
    ChildState.DUPLICATE: (CauseKind.CHILD_DUPLICATE, Severity.INFO, _nothing),
    ChildState.NOT_EXPECTED: (CauseKind.CHILD_NOT_EXPECTED, Severity.WARNING, _nothing),
    ChildState.IS_THE_PARENT: (CauseKind.CHILD_IS_THE_PARENT, Severity.INFO, _nothing),
    ChildState.OTHER_FORM: (CauseKind.CHILD_OTHER_FORM, Severity.WARNING, _by_form),
    ChildState.UNIT_UNKNOWN: (CauseKind.CHILD_UNIT_UNKNOWN, Severity.INFO, _by_unit),
}
_LEAST = 3  # cells that a child must explain before it is said to be left out as a whole
_MOST_WHOLE = 10
_PART, _WHOLE = 4, 5  # of its cells, so many that fit


def causes_of(
    parent: Result, members: Sequence[Member], rolled: Sequence[Rolled], unclear: bool
) -> tuple[Cause, ...]:
    """In the order of ``CauseKind``, cells in the order of the form."""
    cells = [item.cell for item in rolled]
    found: list[Cause] = []
    if unclear:
        found.append(Cause(CauseKind.PARENT_SCOPE_UNCLEAR, Severity.INFO))
    for member in members:
        found += _of_child(member.child, cells)
    residuals = {cell.path: cell.residual for cell in cells}
    broken = {cell.path for cell in cells if cell.outcome is Outcome.BROKEN}
    found += _of_whole_children(members, rolled, residuals, broken)
    sums = sums_of(parent.layout, merged_path, residuals)
    of_cells = list(_of_cells(cells, residuals, broken, sums))
    named = {path for cause in of_cells for path in (cause.path, *cause.follows)}
    found += of_cells
    found += _of_parent(parent, {cell.path: cell for cell in cells}, named)
    for member in members:
        blank = set(member.child.blank)
        follows = tuple(cell.path for cell in cells if cell.reason == "child-blank" and cell.path in blank)
        if follows:
            found.append(
                Cause(CauseKind.CHILD_BLANK, Severity.INFO, child=member.child.name, follows=follows)
            )
    order = list(CauseKind)
    return tuple(sorted(found, key=lambda cause: order.index(cause.kind)))


def _of_child(child: Child, cells: Sequence[RolledCell]) -> Iterator[Cause]:
    for state in (child.state, *(child.also if child.counted else ())):
        if state in _OF_STATE:
            kind, severity, hides = _OF_STATE[state]
            follows = tuple(cell.path for cell in cells if cell.residual and hides(cell))
            yield Cause(kind, severity, child=child.name, follows=follows)


def _of_whole_children(
    members: Sequence[Member],
    rolled: Sequence[Rolled],
    residuals: dict[str, Number | None],
    broken: set[str],
) -> Iterator[Cause]:
    """Children left out, or taken twice, in nearly all their cells. What they explain is taken off the residuals."""
    for _ in range(_MOST_WHOLE):
        tried = [
            (at, sign, fits)
            for at, member in enumerate(members)
            if member.child.counted
            for sign in (-1, 1)
            if (fits := _fits(at, sign, rolled, residuals, broken))
        ]
        if not tried:
            return
        most = max(len(fits) for _, _, fits in tried)
        best = [item for item in tried if len(item[2]) == most]
        at, sign, fits = best[0]
        rivals = [item for item in best[1:] if item[2] == fits]
        numbers = {item.cell.path: item.numbers for item in rolled}
        kind = CauseKind.CHILD_FORGOTTEN if sign < 0 else CauseKind.CHILD_COUNTED_TWICE
        yield Cause(
            kind,
            Severity.WARNING,
            child=members[at].child.name,
            follows=tuple(fits),
            explained=tuple(
                _rival(members[other].child.name, numbers[fits[0]][other], turn) for other, turn, _ in rivals
            ),
        )
        for item in rolled:
            path, value, rest = item.cell.path, item.numbers.get(at), residuals[item.cell.path]
            if value and rest is not None and item.cell.outcome is Outcome.BROKEN:
                residuals[path] = rest - sign * value
                if not residuals[path]:
                    broken.discard(path)


def _rival(name: str, value: Number, sign: int) -> Explanation:
    if sign < 0:
        return Explanation(ExplanationKind.FORGOTTEN, name, value, 0)
    return Explanation(ExplanationKind.COUNTED_TWICE, name, value, 2 * value)


def _fits(
    at: int,
    sign: int,
    rolled: Sequence[Rolled],
    residuals: Mapping[str, Number | None],
    broken: set[str],
) -> list[str]:
    """The broken cells that a child explains, if they are nearly all in which it has a number other than 0."""
    own = [(item.cell.path, value) for item in rolled if (value := item.numbers.get(at))]
    fits = [path for path, value in own if path in broken and residuals[path] == sign * value]
    return fits if len(fits) >= _LEAST and _WHOLE * len(fits) >= _PART * len(own) else []


def _of_cells(
    cells: Sequence[RolledCell],
    residuals: Mapping[str, Number | None],
    broken: set[str],
    sums: Sequence[Sum],
) -> Iterator[Cause]:
    roots = roots_of([cell.path for cell in cells if cell.path in broken], residuals, sums)
    for cell in cells:
        if cell.path not in broken or roots[cell.path] != {cell.path}:
            continue
        follows = tuple(path for path, causes in roots.items() if path != cell.path and cell.path in causes)
        yield Cause(
            CauseKind.CELL_OFF,
            cell.severity,
            path=cell.path,
            parent=cell.parent,
            children=cell.children,
            residual=residuals[cell.path],
            follows=follows,
            explained=cell.explained if residuals[cell.path] == cell.residual else (),
        )


def _of_parent(parent: Result, cells: Mapping[str, RolledCell], named: set[str]) -> Iterator[Cause]:
    """Sums of the parent's own that are broken where missing children hide by how much."""
    told = {item.path for item in parent.findings if item.kind == EXPLAINS}
    seen: set[str] = set()
    for check in parent.checks:
        identity = check.identity
        key = identity.path.partition(":")[0]
        paths = [merged_path(f"{key}:{row}:{column}") for row, column in (*identity.right, *identity.left)]
        hidden = any(
            path in cells and cells[path].outcome is Outcome.NOT_ASSESSABLE and cells[path].absent
            for path in paths
        )
        if check.outcome is not Outcome.BROKEN or named & set(paths) or not hidden:
            continue
        path = next((item for item in paths if item in told), paths[0])
        if path in seen or check.left is None or check.right is None:
            continue
        seen.add(path)
        cell = cells.get(path)
        sign = 1 if path in paths[: len(identity.right)] else -1
        yield Cause(
            CauseKind.PARENT_SUM_BROKEN,
            Severity.WARNING,
            path=path,
            parent=cell.parent if cell is not None else None,
            children=cell.children if cell is not None else None,
            residual=sign * (check.right - check.left),
        )

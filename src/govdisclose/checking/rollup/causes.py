"""The few causes behind the cells that do not fit: each once, with what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from govdisclose.catalogue import Severity
from govdisclose.checking.rollup.children import Placed
from govdisclose.checking.rollup.values import Cause, CauseKind, Child, ChildState, RolledCell
from govdisclose.grammar.check import identities_of
from govdisclose.grammar.identity import TOTAL, Outcome
from govdisclose.result import Result

__all__ = ["causes_of"]

_BY_STATE = {
    ChildState.MISSING: (CauseKind.CHILD_MISSING, Severity.WARNING),
    ChildState.OTHER_YEAR: (CauseKind.CHILD_OTHER_YEAR, Severity.WARNING),
    ChildState.SCOPE_UNCLEAR: (CauseKind.CHILD_SCOPE_UNCLEAR, Severity.INFO),
    ChildState.DUPLICATE: (CauseKind.CHILD_DUPLICATE, Severity.WARNING),
    ChildState.NOT_EXPECTED: (CauseKind.CHILD_NOT_EXPECTED, Severity.INFO),
    ChildState.IS_THE_PARENT: (CauseKind.CHILD_IS_THE_PARENT, Severity.INFO),
    ChildState.OTHER_FORM: (CauseKind.CHILD_OTHER_FORM, Severity.WARNING),
}
_LEAST = 2  # cells that one child has to explain alone


def causes_of(
    parent: Result, children: Sequence[Placed], cells: Sequence[RolledCell], *, clear: bool
) -> tuple[Cause, ...]:
    """In the order of ``CauseKind``."""
    found: list[Cause] = []
    if not clear:
        found.append(Cause(CauseKind.PARENT_SCOPE_UNCLEAR, Severity.INFO))
    found += [cause for item in children if (cause := _of_child(item.child, cells)) is not None]
    broken = {cell.path: cell for cell in cells if cell.outcome is Outcome.BROKEN}
    whole = _whole_child(children, cells, broken)
    if whole is not None:
        found.append(whole)
        broken = {path: cell for path, cell in broken.items() if path not in whole.follows}
    found += _cells_off(_parts(parent), broken)
    found += _own_sums(parent, broken)
    found += [
        Cause(CauseKind.CHILD_BLANK, Severity.INFO, item.child.name, follows=item.child.blank)
        for item in children
        if item.child.counted and item.child.blank
    ]
    order = list(CauseKind)
    return tuple(sorted(found, key=lambda cause: order.index(cause.kind)))


def _of_child(child: Child, cells: Sequence[RolledCell]) -> Cause | None:
    if child.state not in _BY_STATE:
        return None
    kind, severity = _BY_STATE[child.state]
    reason = {ChildState.MISSING: "explained-by-missing", ChildState.OTHER_FORM: "form-differs"}.get(
        child.state
    )
    follows = tuple(cell.path for cell in cells if reason is not None and cell.reason == reason)
    return Cause(kind, severity, child.name, follows=follows)


def _whole_child(
    children: Sequence[Placed], cells: Sequence[RolledCell], broken: Mapping[str, RolledCell]
) -> Cause | None:
    """The child that was left out, or counted twice, in all of the cells."""
    requests = [cell for cell in cells if cell.path.startswith("requests:") and cell.residual is not None]
    if not any(cell.path in broken for cell in requests):
        return None
    for kind, sign in ((CauseKind.CHILD_FORGOTTEN, -1), (CauseKind.CHILD_COUNTED_TWICE, 1)):
        for item in children:
            values = {path: entry.value for path, entry in item.entries.items()} if item.child.counted else {}
            if not values or not all(
                cell.residual == sign * (values.get(cell.path) or 0) for cell in requests
            ):
                continue
            follows = tuple(
                cell.path
                for cell in cells
                if cell.path in broken and cell.residual == sign * (values.get(cell.path) or 0)
            )
            if len(follows) >= _LEAST:
                return Cause(kind, Severity.WARNING, item.child.name, follows=follows)
    return None


def _parts(parent: Result) -> dict[str, list[tuple[str, ...]]]:
    """For each total the cells that it is declared to add up, as paths."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for table in parent.selection.best.layout.tables:
        for identity in identities_of(table):
            if identity.relation == TOTAL:
                (total,) = identity.right
                parts = tuple(f"{table.key}:{row}:{column}" for row, column in identity.left)
                found.setdefault(f"{table.key}:{total[0]}:{total[1]}", []).append(parts)
    return found


def _cells_off(
    parts: Mapping[str, Sequence[tuple[str, ...]]], broken: Mapping[str, RolledCell]
) -> Iterator[Cause]:
    """The cells that do not fit, with the totals that are off for them alone."""
    follows: dict[str, list[str]] = {path: [] for path in broken}
    explained: set[str] = set()
    for path, cell in broken.items():
        for sides in parts.get(path, ()):
            off = [part for part in sides if part in broken]
            if off and sum((_residual(broken[part]) for part in off), start=Decimal(0)) == _residual(cell):
                explained.add(path)
                for part in off:
                    follows[part].append(path)
    for path, cell in broken.items():
        if path not in explained:
            yield Cause(
                CauseKind.CELL_OFF,
                cell.severity,
                "",
                path,
                cell.parent,
                cell.children,
                cell.residual,
                tuple(_all_that_follow(path, follows)),
                cell.explained,
            )


def _all_that_follow(path: str, follows: Mapping[str, Sequence[str]]) -> list[str]:
    found: dict[str, None] = {}
    waiting = list(follows[path])
    while waiting:
        item = waiting.pop(0)
        if item not in found:
            found[item] = None
            waiting += follows[item]
    return list(found)


def _residual(cell: RolledCell) -> Decimal:
    return Decimal(cell.residual or 0)


def _own_sums(parent: Result, broken: Mapping[str, RolledCell]) -> Iterator[Cause]:
    """Sums of the parent's own report that are broken where the children do not show it."""
    for item in parent.checks:
        if item.outcome is not Outcome.BROKEN:
            continue
        key = item.identity.path.partition(":")[0]
        paths = [f"{key}:{row}:{column}" for row, column in (*item.identity.right, *item.identity.left)]
        if not any(path in broken for path in paths):
            yield Cause(CauseKind.PARENT_SUM_BROKEN, Severity.WARNING, "", paths[0], follows=tuple(paths[1:]))

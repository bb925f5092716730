"""A government and its departments, one cell of whose reports is given."""

from __future__ import annotations

from county import report

from govdisclose.checking.rollup import RolledCell, RolledUp, roll_up

PARENT = "示例县人民政府"
NATURAL = "requests:results/granted:natural_person"


def one(path: str, parent: str, children: list[str | None], layouts: str = "") -> RolledUp:
    """A parent and its children that print these texts in one cell; None: there is no report."""
    names = [f"示例县{name}局" for name in "甲乙丙丁戊己庚"[: len(children)]]
    reports = [
        report(name, {path: text}) for name, text in zip(names, children, strict=True) if text is not None
    ]
    return roll_up(report(PARENT, {path: parent}), reports, expected=names)


def verdict(cell: RolledCell) -> tuple[str, str | None, object]:
    return (cell.outcome.value, cell.reason, cell.residual)

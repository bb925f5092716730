"""The sums of the form, taken over from ``parse``: none is computed again."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.grammar.identity import Outcome

__all__ = ["IDENTITIES"]


def _run(case: Case) -> Iterator[Assessment]:
    tables = {table.key: table for table in case.result.layout.tables} if case.result.layout else {}
    for item in case.result.checks:
        identity = item.identity
        key = identity.path.partition(":")[0]
        sides = tuple(
            tuple(f"{key}:{row}:{column}" for row, column in side) for side in (identity.left, identity.right)
        )
        words = [
            "+".join(_label(tables.get(key), cell, identity) for cell in side)
            for side in (identity.left, identity.right)
        ]
        first = case.entries.get(sides[1][0])
        yield IDENTITIES.assess(
            item.outcome,
            value=item.right,
            paths=(*sides[1], *sides[0]),
            bases=(Basis(words[0], sides[0], item.left),),
            at=first.at if first is not None else None,
            said=words[1],
            reason=case.absence(*sides[1], *sides[0]) if item.outcome is Outcome.NOT_ASSESSABLE else None,
        )


def _label(table: object, cell: tuple[str, str], identity: object) -> str:
    from govdisclose.grammar.check import Identity
    from govdisclose.grammar.table import Table

    if not isinstance(table, Table) or not isinstance(identity, Identity):
        return cell[0] or cell[1]
    rows = {row for row, _ in (*identity.left, *identity.right)}
    return table.row_labels(cell[0])[-1] if len(rows) > 1 else table.column_labels(*cell)[-1]


IDENTITIES = Rule(
    "identities",
    Severity.WARNING,
    frozenset({"tables"}),
    _run,
    Words("sums of the form", "表内勾稽"),
    Words(
        "Parts add up to their total; new and carried-in requests are as many as answered and carried-out ones.",
        "各分项之和等于总计；新收加上年结转等于办理结果总计加结转下年。",
    ),
    Words("The form itself prescribes these sums.", "表格本身规定了这些勾稽关系。"),
    Words(
        "Compare the named cells with the register and mend the wrong one.",
        "请对照台账核对所列单元格，改正有误的一处。",
    ),
    right=(
        Example(
            entries={
                "requests:received:natural_person": "2",
                "requests:received:total": "2",
                "requests:results/granted:natural_person": "2",
                "requests:results/granted:total": "2",
                "requests:results/total:natural_person": "2",
                "requests:results/total:total": "2",
            }
        ),
    ),
    wrong=(Example(entries={"requests:received:natural_person": "2", "requests:received:total": "3"}),),
)

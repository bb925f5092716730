"""The sums of the form, taken over from ``parse``: none is computed again."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.grammar.check import Identity
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.table import Table

__all__ = ["IDENTITIES"]


_MOST_NAMED = 4  # a sum of more parts is said as such


def _run(case: Case) -> Iterator[Assessment]:
    layout = case.result.selection.best.layout
    for item in case.result.checks:
        identity = item.identity
        table = layout.table(identity.path.partition(":")[0])
        left, right = (
            tuple(f"{table.key}:{row}:{column}" for row, column in side)
            for side in (identity.left, identity.right)
        )
        first = case.entries.get(right[0])
        yield IDENTITIES.assess(
            item.outcome,
            value=item.right,
            paths=(*right, *left),
            bases=(Basis(_words(table, identity, identity.left), left, item.left),),
            at=first.at if first is not None else None,
            said=_words(table, identity, identity.right),
            reason=case.absence(*right, *left) if item.outcome is Outcome.NOT_ASSESSABLE else None,
        )


def _words(table: Table, identity: Identity, side: tuple[tuple[str, str], ...]) -> str:
    """The labels of a side's cells, which lie in one row or in one column."""
    in_column = len({row for row, _ in (*identity.left, *identity.right)}) > 1
    if len(side) > _MOST_NAMED:
        return "各项之和" if in_column else "各列之和"
    return "+".join(
        table.row_labels(row)[-1] if in_column else table.column_labels(row, column)[-1]
        for row, column in side
    )


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

"""Two reports of one organ for one year: which cells differ."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Basis
from govdisclose.checking.case import Case, entries_of
from govdisclose.checking.rule import Example, Rule, Words
from govdisclose.checking.rules._years import name_of, same_organ
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.identity import Outcome

__all__ = ["REPORT_DIFFERS"]


def _run(case: Case) -> Iterator[Assessment]:
    before = case.before
    year = case.result.report.year
    if before is None or year is None or before.report.year != year:
        return  # reports of two years may well differ
    other = name_of(before)
    if (reason := same_organ(case, before)) is not None:
        yield REPORT_DIFFERS.assess(Outcome.NOT_ASSESSABLE, reason=reason, other=other)
        return
    then = entries_of(before)
    if case.entries.keys() != then.keys():
        yield REPORT_DIFFERS.assess(Outcome.NOT_ASSESSABLE, reason="form-differs", other=other)
    differ = [
        (path, entry, then[path])
        for path, entry in case.entries.items()
        if path in then and _printed(entry) != _printed(then[path])
    ]
    for path, here, there in differ:
        yield REPORT_DIFFERS.assess(
            Outcome.BROKEN,
            value=here.value,
            bases=(Basis(f"另一份报告“{there.raw}”", (path,), there.value),),
            at=here.at,
            said=here.raw,
            other=other,
        )
    if not differ and then:
        yield REPORT_DIFFERS.assess(Outcome.HOLDS, other=other)


def _printed(entry: Entry) -> tuple[object, ...]:
    """What counts as the same: one number in one unit, however printed; else one state and one text."""
    if entry.state is State.NUMBER:
        return (entry.value, entry.unit)
    return (entry.state, entry.raw.strip())


_PATH = "requests:received:total"

REPORT_DIFFERS = Rule(
    "report-differs",
    Severity.WARNING,
    frozenset({"tables", "before"}),
    _run,
    Words("two reports of one year", "同年两份报告"),
    Words(
        "Two reports of one organ for one year print the same in every cell.",
        "同一机关同一年度的两份报告，各单元格应当一致。",
    ),
    Words(
        "Only one of them can be what the organ reports; whoever counts the other counts wrong.",
        "只有一份能作为该机关的年度报告，误用另一份即统计有误。",
    ),
    Words(
        "See which of the two was published last, and withdraw the other.",
        "请核对哪一份为最后公布的报告，并撤下另一份。",
    ),
    right=(
        Example(entries={_PATH: "4"}, before=Example(entries={_PATH: "4"})),
        Example(entries={_PATH: "4"}, before=Example(entries={_PATH: "5"}, year=2022)),
    ),
    wrong=(
        Example(entries={_PATH: "4"}, before=Example(entries={_PATH: "5"})),
        Example(entries={_PATH: "0"}, before=Example(entries={_PATH: ""})),
    ),
)

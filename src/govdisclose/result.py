"""What ``parse`` returns."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from govdisclose.catalogue import MORE
from govdisclose.document import Document
from govdisclose.errors import FindingsError
from govdisclose.findings import Finding, Severity, count_by_severity
from govdisclose.grammar.check import Check
from govdisclose.grammar.entry import Entry, State
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.select import Selection
from govdisclose.records import Report

__all__ = ["Result"]

_WEIGHT = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


@frozen
class Result:
    """A report as read.

    ``layout`` is None where two layouts fit equally well (finding ``layout-undecided``), and where none fits, since
    none of their tables is there (``no-table-found`` and its like): the year is not asked. Then ``entries`` are those
    of the tables that all of them have. ``entries`` come in the order of the form, one for each that the form
    asks. ``findings`` lists the first 200 of one kind in one table, and how many more there are (``more-errors``,
    ``more-warnings``, ``more-infos``). ``selection`` is the trace: how each table was found and matched, and why not
    by another layout.
    """

    report: Report
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    layout: Layout | None
    document: Document
    checks: tuple[Check, ...] = field(repr=False)
    selection: Selection = field(repr=False)
    _by_path: dict[tuple[str, str, str], Entry] = field(init=False, eq=False, repr=False, factory=dict)

    def entry(self, table: str, row: str, column: str) -> Entry:
        """The entry under a row path and a column path; ``row`` is empty in a table without stub.

        Raises ``KeyError`` if the form asks for no such entry.
        """
        if not self._by_path:
            self._by_path.update({(item.table, item.row, item.column): item for item in self.entries})
        try:
            return self._by_path[table, row, column]
        except KeyError:
            form = self.layout.id if self.layout else "the form"
            raise KeyError(f"{form} asks for no entry {table}:{row}:{column}") from None

    @property
    def read(self) -> int:
        """How many entries were read as printed: numbers, blanks, ``/`` and text."""
        return sum(entry.state not in (State.MISSING, State.UNREADABLE) for entry in self.entries)

    def outcome(self, identity: str) -> Outcome:
        """How an identity fares over the whole table: broken if anywhere, else holds if it could be assessed.

        ``identity`` is an id such as ``requests-balance`` or ``reviews-row-total``. One that the report's form
        does not have is ``not_asked``.
        """
        outcomes = {check.outcome for check in self.checks if check.identity.id == identity}
        for outcome in (Outcome.BROKEN, Outcome.HOLDS, Outcome.NOT_ASSESSABLE):
            if outcome in outcomes:
                return outcome
        return Outcome.NOT_ASKED

    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity, with those that are not listed one by one."""
        return count_by_severity(self.findings)

    def raise_for_findings(
        self, severity: Severity | str = Severity.ERROR, *, ignore: Iterable[str] = ()
    ) -> None:
        """Raise ``FindingsError`` if there are findings at least as severe, of kinds other than ``ignore``.

        To ignore a kind is to ignore those of it that are not listed one by one as well.
        """
        least = _WEIGHT[Severity(severity)]
        skip = set(ignore)
        more = frozenset(MORE.values())
        found = tuple(
            item
            for item in self.findings
            if _WEIGHT[item.severity] >= least
            and item.kind not in skip
            and not (item.kind in more and item.facts["kind"] in skip)
        )
        if found:
            count = sum(count_by_severity(found).values())
            rest = f" and {count - 1} more" if count > 1 else ""
            raise FindingsError(f"{found[0]}{rest}", found)

"""What a rule looks at: one report, with last year's where there is one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from attrs import field, frozen

from govdisclose.checking.assessment import Basis
from govdisclose.checking.scope import Scope, scope_of
from govdisclose.grammar.entry import Entry, State
from govdisclose.result import Result

__all__ = ["Case", "entries_of"]


def entries_of(result: Result) -> dict[str, Entry]:
    """Its entries by path (``requests:received:total``, ``reviews::litigation/direct/total``)."""
    return {f"{item.table}:{item.row}:{item.column}": item for item in result.entries}


@frozen
class Case:
    """A report and what it is held against.

    ``scope`` says whose numbers they are. ``before`` is last year's report of the same organ, None where there is
    none; ``renamed`` gives, for an old name of an organ, the new one.
    """

    result: Result
    before: Result | None = None
    scope: Scope = field()
    renamed: Mapping[str, str] = field(factory=dict)
    entries: Mapping[str, Entry] = field(init=False, repr=False)

    @scope.default
    def _scope(self) -> Scope:
        return scope_of(self.result.report)

    @entries.default
    def _entries(self) -> Mapping[str, Entry]:
        return entries_of(self.result)

    def value(self, path: str) -> int | Decimal | None:
        """The number at a path; None where there is none."""
        entry = self.entries.get(path)
        return entry.value if entry is not None else None

    def basis(self, words: str, *paths: str, less: tuple[str, ...] = ()) -> Basis:
        """The sum of entries, without those of ``less``; without a value where one of them is no number."""
        total: int | Decimal = 0
        for sign, group in ((1, paths), (-1, less)):
            for path in group:
                value = self.value(path)
                if value is None:
                    return Basis(words, (*paths, *less), None)
                total += sign * value
        return Basis(words, (*paths, *less), total)

    def absence(self, *paths: str) -> str:
        """Why one of the entries is no number, as a reason: ``blank``, ``unreadable``, ``missing`` and so on."""
        for path in paths:
            entry = self.entries.get(path)
            if entry is None:
                return "not-in-the-form"
            if entry.state is not State.NUMBER:
                return entry.state.value.replace("_", "-")
        return "blank"

"""What a roll-up found: each child, each cell with its sum, and the few causes that explain what does not fit."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from govdisclose.catalogue import Severity
from govdisclose.checking.assessment import Assessment, Checked, Counts
from govdisclose.grammar.identity import Outcome

__all__ = [
    "Cause",
    "CauseKind",
    "Child",
    "ChildState",
    "Explanation",
    "ExplanationKind",
    "RolledCell",
    "RolledUp",
]

Number = int | Decimal


class ChildState(StrEnum):
    """How a child stands in a roll-up.

    ``read``: all its numbers count. ``missing``: it is expected, and there is no report. ``other-form``: it is on
    another form than the parent, so only what both ask alike counts. ``unit-unknown``: an amount has no unit, and does
    not count. The others count nowhere: ``other-year``, ``scope-unclear`` (it cannot be told whose numbers they are),
    ``duplicate`` (a second report of the same child), ``not-expected`` (its name is not on the list),
    ``is-the-parent`` (the parent's own report among those of its children).
    """

    READ = "read"
    MISSING = "missing"
    OTHER_FORM = "other-form"
    OTHER_YEAR = "other-year"
    UNIT_UNKNOWN = "unit-unknown"
    SCOPE_UNCLEAR = "scope-unclear"
    DUPLICATE = "duplicate"
    NOT_EXPECTED = "not-expected"
    IS_THE_PARENT = "is-the-parent"


@frozen
class Child:
    """One child, with or without a report.

    ``name`` is the expected name where it is on the list, else the organ as printed, else the source. ``source`` is
    what the caller called it, ``organ``, ``year`` and ``layout`` are those of its report; all four are empty where
    there is none. ``counted``: its numbers are in the sums (of what both forms ask). ``also`` are further states,
    ``blank`` the paths that it leaves blank.
    """

    name: str
    state: ChildState
    source: str = ""
    organ: str | None = None
    year: int | None = None
    layout: str | None = None
    counted: bool = False
    also: tuple[ChildState, ...] = ()
    blank: tuple[str, ...] = ()


class ExplanationKind(StrEnum):
    """``forgotten``: the parent left the child's number out. ``counted-twice``: it took it two times.

    ``digits-exchanged``: it took the child's number with two neighbouring digits exchanged.
    ``parent-digits-exchanged``: the parent's own number with two digits exchanged is the sum.
    """

    FORGOTTEN = "forgotten"
    COUNTED_TWICE = "counted-twice"
    DIGITS_EXCHANGED = "digits-exchanged"
    PARENT_DIGITS_EXCHANGED = "parent-digits-exchanged"


@frozen
class Explanation:
    """What would explain a residual exactly. ``child`` is a child's name, empty where it is the parent's number.

    ``value`` is the number that is printed there, ``taken`` the number that would have been taken for it.
    """

    kind: ExplanationKind
    child: str
    value: Number
    taken: Number


@frozen
class RolledCell:
    """One cell of the parent against the sum of its children's.

    ``path`` is the parent's (``requests:received:total``); where forms are mixed ``requests:results/other:…`` stands for
    the three rows of the form of 2021. ``children`` is the sum over the children that have a number there, ``residual``
    the parent's number less that sum; both are in ``unit``, the parent's, where it is an amount. ``residual`` is None
    where the parent has no number. The counts are of children: ``numbers``, ``blank``, ``not_applicable`` (``/``),
    ``other`` (text, unreadable, row not in the document, amount without unit), ``other_form`` (the form does not
    ask it so), ``absent`` (no report that counts).

    ``reason`` says why it is ``not_assessable``. ``severity`` is what it weighs where it is broken, and info else.
    ``explained`` are single children, or digits, that would explain the residual exactly.
    """

    path: str
    parent: Number | None
    children: Number
    residual: Number | None
    outcome: Outcome
    severity: Severity = Severity.INFO
    reason: str | None = None
    unit: str | None = None
    numbers: int = 0
    blank: int = 0
    not_applicable: int = 0
    other: int = 0
    other_form: int = 0
    absent: int = 0
    explained: tuple[Explanation, ...] = ()


class CauseKind(StrEnum):
    """What a cause is, in the order in which causes are listed.

    ``parent-scope-unclear``, and of children: ``child-missing``, ``child-other-year``, ``child-scope-unclear``,
    ``child-duplicate``, ``child-not-expected``, ``child-is-the-parent``, ``child-other-form``, ``child-unit-unknown``;
    ``child-forgotten`` and ``child-counted-twice`` (in all its cells); ``cell-off`` (one cell, with the totals that
    follow from it); ``parent-sum-broken`` (missing children hide the residual, but the parent's own sums are broken
    there); ``child-blank``.
    """

    PARENT_SCOPE_UNCLEAR = "parent-scope-unclear"
    CHILD_MISSING = "child-missing"
    CHILD_OTHER_YEAR = "child-other-year"
    CHILD_SCOPE_UNCLEAR = "child-scope-unclear"
    CHILD_DUPLICATE = "child-duplicate"
    CHILD_NOT_EXPECTED = "child-not-expected"
    CHILD_IS_THE_PARENT = "child-is-the-parent"
    CHILD_OTHER_FORM = "child-other-form"
    CHILD_UNIT_UNKNOWN = "child-unit-unknown"
    CHILD_FORGOTTEN = "child-forgotten"
    CHILD_COUNTED_TWICE = "child-counted-twice"
    CELL_OFF = "cell-off"
    PARENT_SUM_BROKEN = "parent-sum-broken"
    CHILD_BLANK = "child-blank"


@frozen
class Cause:
    """One thing to look into, with all that follows from it.

    ``child`` is a child's name, empty where the cause is a cell. ``path`` is the cell, empty where the cause is a
    child. ``parent``, ``children`` and ``residual`` are those of the cell. ``follows`` are the paths of the other
    cells that do not fit, or cannot be told, for this cause. ``explained`` are children or digits that would explain
    the cell exactly.
    """

    kind: CauseKind
    severity: Severity
    child: str = ""
    path: str = ""
    parent: Number | None = None
    children: Number | None = None
    residual: Number | None = None
    follows: tuple[str, ...] = ()
    explained: tuple[Explanation, ...] = ()


@frozen
class RolledUp:
    """A parent's report against those of its children.

    ``children`` stand in the order of the list of expected names, then in the order given. ``cells`` are all cells of
    the parent's form, whatever their outcome. ``causes`` is short: it names each thing once, and what follows from it
    under it. ``checked`` holds the same as assessments of the rules ``children-sum``, ``child-missing``,
    ``child-blank``, ``scope-unclear`` and ``other-form``.
    """

    organ: str | None
    year: int | None
    layout: str | None
    children: tuple[Child, ...]
    cells: tuple[RolledCell, ...]
    causes: tuple[Cause, ...]
    checked: Checked

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """All that was compared, as assessments; those that are waived are left out."""
        return self.checked.assessments

    @property
    def missing(self) -> tuple[Child, ...]:
        """The children that are expected and have no report (缺报)."""
        return tuple(child for child in self.children if child.state is ChildState.MISSING)

    def counts(self) -> Counts:
        """How many assessments of each outcome, over all rules."""
        return self.checked.counts()

    def cell(self, path: str) -> RolledCell:
        """The cell at a path. Raises ``KeyError``."""
        for item in self.cells:
            if item.path == path:
                return item
        raise KeyError(path)

"""When a further layout is taken: where it reads more of the document than the layouts that were tried first.

The form of a report is that of the first layouts unless a further one matches more lines of its tables, also when
those that do not fit are taken off; or matches as many, and leaves none over where the others do. So a layout that is
added changes nothing for the reports of other forms: it gains nothing by an equal fit, or by asking for less where the
report is damaged.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from govdisclose.document import Document
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.screen import screen_of
from govdisclose.grammar.select import Fit, Selection, fit, labels_of, missing_labels

__all__ = ["prefer"]


def prefer(document: Document, first: Selection, further: Sequence[Layout]) -> Selection:
    """The selection when further layouts are tried after ``first``.

    Of several that read more, the one that reads most is taken, a base before its variants; an exact tie is
    undecided.
    """
    fits, passed_over = _try(document, first, further)
    rivals = [item for item in fits if all(_reads_more(item, other) for other in first.fits)]
    ordered = sorted(fits, key=lambda item: item.misfit)
    passed = (*first.passed_over, *passed_over)
    if not rivals:
        level = first.best.misfit if first.chosen is None else None
        fitting = [item for item in ordered if item.misfit != level]
        return attrs.evolve(first, fits=(*first.fits, *fitting), passed_over=passed)
    best = max((_net(item), -item.misfit) for item in rivals)
    equal = [item for item in rivals if (_net(item), -item.misfit) == best]
    ids = {item.layout.id for item in equal}
    taken = [item for item in equal if item.layout.base not in ids] or equal
    others = [item for item in (*ordered, *first.fits) if item not in taken]
    if len(taken) > 1:
        others = [item for item in others if item.misfit != taken[0].misfit]
    return Selection(taken[0] if len(taken) == 1 else None, (*taken, *others), passed)


def _try(
    document: Document, first: Selection, further: Sequence[Layout]
) -> tuple[list[Fit], list[tuple[Layout, tuple[str, ...]]]]:
    """The further layouts that can read more, tried; the others with the labels that they lack.

    As in ``select``: where one layout fits without a misfit, one that lacks a label need not be tried.
    """
    perfect = first.best.misfit == 0 and not first.best.found.loose
    if not perfect and further:
        return _screened(document, first, further)
    present = labels_of(document) if further else set()
    fits: list[Fit] = []
    passed_over: list[tuple[Layout, tuple[str, ...]]] = []
    for layout in further:
        missing = missing_labels(layout, present)
        if missing:
            passed_over.append((layout, missing))
        else:
            fits.append(fit(document, layout))
    return fits, passed_over


def _screened(
    document: Document, first: Selection, further: Sequence[Layout]
) -> tuple[list[Fit], list[tuple[Layout, tuple[str, ...]]]]:
    """The further layouts that may read more than the first, by the labels that stand nowhere."""
    screen = screen_of(document)
    reached = max(map(_net, first.fits))
    # of layouts that match the same lines, the one that lacks least reads most
    least: dict[object, int] = {}
    for item in first.fits:
        trimmed = screen.trim(item.layout)
        least.setdefault(trimmed.signature, len(trimmed.absent))
    fits: list[Fit] = []
    passed_over: list[tuple[Layout, tuple[str, ...]]] = []
    all_trimmed = [(layout, screen.trim(layout)) for layout in further]
    for layout, trimmed in sorted(all_trimmed, key=lambda pair: len(pair[1].absent)):
        absent = len(trimmed.absent)
        known = least.setdefault(trimmed.signature, absent)
        if absent and (trimmed.bound <= reached or known < absent):
            passed_over.append((layout, trimmed.absent))
        else:
            fits.append(fit(document, layout))
    return fits, passed_over


def _reads_more(item: Fit, other: Fit) -> bool:
    gained = _good(item) - _good(other)
    return _net(item) > _net(other) and (gained > 0 or (gained == 0 and _net(item) == _good(item)))


def _good(item: Fit) -> int:
    """How many lines of tables matched."""
    return sum(matched.lines - matched.misfits for matched in item.matched)


def _net(item: Fit) -> int:
    """The lines that matched, less those that did not in the tables that were found."""
    found = [matched for matched in item.matched if item.found.copies[matched.table.key]]
    return sum(matched.lines - 2 * matched.misfits for matched in found)

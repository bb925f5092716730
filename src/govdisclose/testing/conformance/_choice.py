"""Laws of the choice: each layout reads its own reports and no other's, and differs from its base as it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from govdisclose import plugins, registry
from govdisclose.document import Document
from govdisclose.grammar.diff import diff
from govdisclose.grammar.layout import Layout
from govdisclose.grammar.prefer import prefer
from govdisclose.grammar.select import select
from govdisclose.testing.conformance._forms import drawn, filled_in, sites
from govdisclose.testing.conformance._law import Law
from govdisclose.text import label

__all__ = ["choice_laws"]


def choice_laws(
    layout: Layout, base: Layout | None, edits: Iterable[str] | None, others: Sequence[Layout]
) -> Iterator[Law]:
    """What must hold of the layout among all others: those built in, those installed, and ``others``."""
    yield Law("it can be installed", lambda: _installable(layout))
    rivals = _rivals(layout, [*others, *([base] if base is not None else [])])
    yield Law("its own reports are taken for it", lambda: _own(layout, rivals))
    for rival in rivals:
        yield Law(f"a report of {rival.id} is not taken for it", partial(_foreign, layout, rival, rivals))
    if base is not None:
        yield Law(f"it differs from {base.id} as listed", lambda: _differs(layout, base, edits))


def _rivals(layout: Layout, others: Sequence[Layout]) -> tuple[Layout, ...]:
    found = {item.id: item for item in (*registry.builtin_layouts(), *plugins.layouts(), *others)}
    return tuple(item for item in found.values() if item.id != layout.id)


def _chosen(document: Document, layouts: Sequence[Layout]) -> str:
    """The id of the layout that ``parse`` takes with all of these installed, or the ids of those that tie."""
    builtin = registry.builtin_layouts()
    ids = {item.id for item in builtin}
    further = [item for item in layouts if item.id not in ids]
    selection = prefer(document, select(document, builtin), further)
    if selection.chosen is not None:
        return selection.chosen.layout.id
    return f"undecided between {' and '.join(sorted(item.layout.id for item in selection.tied))}"


def _installable(layout: Layout) -> Iterator[str]:
    from govdisclose.plugins._examine import examine_layouts

    yield from examine_layouts(layout).complaints


def _own(layout: Layout, rivals: Sequence[Layout]) -> Iterator[str]:
    form = filled_in(layout)
    twin = next((item for item in rivals if drawn(item, form.texts) == form.document), None)
    if twin is None:
        chosen = _chosen(form.document, [*rivals, layout])
        if chosen != layout.id:
            yield f"a report drawn by {layout.id} is taken for {chosen}"
        return
    # The official form is that of another layout: only the wordings that this one adds are its own.
    known = {
        label(words).core for site in sites(twin) for words in (site.heading.label, *site.heading.aliases)
    }
    own = 0
    for site in sites(layout):
        for alias in site.heading.aliases:
            if label(alias).core in known:
                continue
            own += 1
            changed = site.relabelled(layout, alias)
            assert changed is not None
            chosen = _chosen(drawn(changed, form.texts), [*rivals, layout])
            if chosen != layout.id:
                yield f'a report with "{alias}" for {site.name} is taken for {chosen}'
    if not own:
        yield f"no label tells its reports from those of {twin.id}"


def _foreign(layout: Layout, rival: Layout, rivals: Sequence[Layout]) -> Iterator[str]:
    document = filled_in(rival).document
    without, with_it = _chosen(document, rivals), _chosen(document, [*rivals, layout])
    if with_it != without:
        yield f"a report drawn by {rival.id} is taken for {without}, and with {layout.id} for {with_it}"


def _differs(layout: Layout, base: Layout, edits: Iterable[str] | None) -> Iterator[str]:
    found = [str(item) for item in diff(layout, base)]
    if layout.base != base.id:
        yield f"its base is {layout.base!r}, expected {base.id!r}"
    if not found:
        yield "nothing differs"
    if edits is None:
        return
    listed = list(edits)
    yield from (f"not listed: {line!r}" for line in found if line not in listed)
    yield from (f"listed, and not so: {line!r}" for line in listed if line not in found)

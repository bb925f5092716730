"""Laws of labels: what is not there is missing, what is unknown gives no number to others, an alias is as good."""

from __future__ import annotations

from collections.abc import Iterator

from govdisclose.grammar.layout import Layout
from govdisclose.parsing import parse_document
from govdisclose.result import Result
from govdisclose.testing.conformance._forms import Form, Site, drawn, filled_in, sites
from govdisclose.testing.conformance._law import Law
from govdisclose.testing.laws import Reading, differences, reading

__all__ = ["UNKNOWN", "label_laws"]

UNKNOWN = "未列标题"
"""A label that no form has."""

_MISSING = ("row-missing", "column-missing")


def label_laws(layout: Layout) -> Iterator[Law]:
    """What must hold of reports in which one heading is left out, or printed in other words."""
    yield Law("each row and column that is left out is missing, with one finding", lambda: _left_out(layout))
    yield Law("under an unknown label no entry moves", lambda: _unknown(layout))
    yield Law("every alias is read as the heading that it stands for", lambda: _aliases(layout))


def _read(form: Form, changed: Layout) -> Result:
    return parse_document(drawn(changed, form.texts), layouts=[form.layout])


def _left_out(layout: Layout) -> Iterator[str]:
    form = filled_in(layout)
    before = reading(parse_document(form.document, layouts=[layout]).entries)
    for site in sites(layout):
        changed = site.dropped(layout) if not site.heading.children else None
        if changed is None:
            continue
        result = _read(form, changed)
        found = sorted(item.path for item in result.findings if item.kind in _MISSING)
        gone = _gone(site)
        if found != gone:
            yield f"without {site.name}, missing are {', '.join(found) or 'none'}, expected {', '.join(gone)}"
        if len(gone) == 1:
            yield from (f"without {site.name}, {line}" for line in _others(site, before, result))


def _gone(site: Site) -> list[str]:
    """What is missing without a leaf: itself, or all of its band if it is the only one there."""
    if site.tree.leaves != (site.path,):
        return [site.name]
    assert site.part.stub is not None and site.part.boxhead is not None
    return sorted(
        Site(site.table, site.part, site.prefix, columns, path, tree.at(path)).name
        for columns, tree in ((True, site.part.boxhead), (False, site.part.stub))
        for path in tree.leaves
    )


def _others(site: Site, before: dict[tuple[str, str, str], Reading], result: Result) -> Iterator[str]:
    """Entries that are not under the heading and changed, and entries under it that have a number."""
    for key, now in reading(result.entries).items():
        if site.covers(*key):
            if now[1] is not None and not (site.heading.children and now == before[key]):
                yield f"{':'.join(key)} is {now[1]}, which is not printed under its headings"
        elif now != before[key]:
            yield f"{':'.join(key)} is {now[1]}, printed there is {before[key][1]}"


def _unknown(layout: Layout) -> Iterator[str]:
    form = filled_in(layout)
    before = reading(parse_document(form.document, layouts=[layout]).entries)
    for site in sites(layout):
        changed = site.relabelled(layout, UNKNOWN)
        assert changed is not None
        for line in _others(site, before, _read(form, changed)):
            yield f"with {UNKNOWN!r} for {site.name}, {line}"


def _aliases(layout: Layout) -> Iterator[str]:
    form = filled_in(layout)
    before = parse_document(form.document, layouts=[layout])
    for site in sites(layout):
        for alias in site.heading.aliases:
            changed = site.relabelled(layout, alias)
            assert changed is not None
            after = _read(form, changed)
            for line in differences(before, after):
                yield f'with "{alias}" for {site.name}, {line}'
            if not any(item.kind == "label-by-alias" and item.path == site.name for item in after.findings):
                yield f'"{alias}" for {site.name} is not reached: {_why(site, alias)}'


def _why(site: Site, alias: str) -> str:
    return f'it is read as "{site.heading.label}" without being an alias'

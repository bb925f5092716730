"""Laws of reading: what is drawn comes back, whatever must not matter, and in every format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

import attrs

from govdisclose.bind import unbind
from govdisclose.catalogue import Severity
from govdisclose.document import Document, Paragraph
from govdisclose.grammar.entry import entry_path
from govdisclose.grammar.identity import Outcome
from govdisclose.grammar.layout import Layout
from govdisclose.parsing import parse_document
from govdisclose.records.absent import Money
from govdisclose.result import Result
from govdisclose.testing.conformance._forms import Form, drawn, filled_in
from govdisclose.testing.conformance._law import Law
from govdisclose.testing.formats import FORMATS, LOSSY, MERGED
from govdisclose.testing.laws import differences
from govdisclose.testing.noise import NOISES, Noise

__all__ = ["reading_laws"]


def reading_laws(layout: Layout, seeds: int) -> Iterator[Law]:
    """What must hold of reports that are drawn by the layout and read by it alone. ``seeds`` of each are tried."""
    forms = partial(_forms, layout, seeds)
    yield Law("what is drawn is read back", lambda: _each(forms, _read_back))
    yield Law("every identity holds on what is drawn", lambda: _each(forms, _holds))
    yield Law("every identity is broken by a number that does not add up", lambda: _breaks(filled_in(layout)))
    yield Law("the records hold what was read", lambda: _each(forms, _bound))
    yield Law("every section is found under each of its headings", lambda: _sections(filled_in(layout)))
    for noise in NOISES.values():
        yield Law(f"{noise.id} changes no entry", partial(_noise, layout, noise, seeds))
    for name in FORMATS:
        kept = name in MERGED
        sentence = f"{name} changes no entry" if kept else f"{name} gives no wrong entry"
        yield Law(sentence, partial(_format, layout, name, kept, seeds))


def _forms(layout: Layout, seeds: int) -> Iterator[Form]:
    return (filled_in(layout, seed) for seed in range(seeds))


def _each(forms: Callable[[], Iterator[Form]], problems: Callable[[Form], Iterator[str]]) -> Iterator[str]:
    return chain.from_iterable(problems(form) for form in forms())


def _parse(form: Form, document: Document | None = None) -> Result:
    return parse_document(form.document if document is None else document, layouts=[form.layout])


def _read_back(form: Form) -> Iterator[str]:
    result = _parse(form)
    for entry in result.entries:
        text = form.texts[entry.table][entry.row, entry.column]
        if entry.raw != text:
            yield f"{entry.path} is printed as {text!r} and read as {entry.raw!r} ({entry.state})"
    yield from (str(item) for item in result.findings if item.severity is Severity.ERROR)


def _holds(form: Form) -> Iterator[str]:
    result = _parse(form)
    for item in result.checks:
        if item.outcome is Outcome.BROKEN:
            yield f"{item.identity.id} at {item.identity.path}: {item.left} against {item.right}"
    for name in dict.fromkeys(item.identity.id for item in result.checks):
        if result.outcome(name) is Outcome.NOT_ASSESSABLE:
            yield f"{name} is never assessed: a part of it is no number"


def _breaks(form: Form) -> Iterator[str]:
    """One number of each identity is made too great for it."""
    found: dict[str, set[Outcome]] = {}
    for item in _parse(form).checks:
        identity = item.identity
        if (
            item.outcome is not Outcome.HOLDS
            or item.right is None
            or Outcome.BROKEN in found.get(identity.id, ())
        ):
            continue
        table = identity.path.partition(":")[0]
        texts = {key: dict(cells) for key, cells in form.texts.items()}
        texts[table][identity.left[0]] = str(int(item.right) + 1)
        again = _parse(form, drawn(form.layout, texts))
        outcome = next(other.outcome for other in again.checks if other.identity == identity)
        found.setdefault(identity.id, set()).add(outcome)
    for name, outcomes in found.items():
        if Outcome.BROKEN not in outcomes:
            yield f"{name} is {' and '.join(sorted(outcomes))}, expected broken"


def _bound(form: Form) -> Iterator[str]:
    """A record's field holds the value of its entry; ``Money`` for an amount, the text for words."""
    result = _parse(form)
    for table in form.layout.tables:
        if table.record is None:
            continue
        record = result.report.tables.get(table.key) or getattr(result.report, table.key, None)
        if not isinstance(record, table.record):
            yield f"{table.key} is no {table.record.__name__} in the report, but {type(record).__name__}"
            continue
        held = unbind(table, record)
        for entry in result.entries:
            if entry.table != table.key:
                continue
            value = held[entry.row, entry.column]
            plain = value.value if isinstance(value, Money) else value
            expected = entry.raw if isinstance(plain, str) else entry.value
            if plain != expected:
                yield f"{entry.path} is {expected!r} and {plain!r} in {table.record.__name__}"


def _sections(form: Form) -> Iterator[str]:
    layout = form.layout
    for section in layout.sections:
        for words in (section.label, *section.aliases):
            blocks = tuple(
                attrs.evolve(block, text=words)
                if isinstance(block, Paragraph) and block.text == section.label
                else block
                for block in form.document.blocks
            )
            result = _parse(form, attrs.evolve(form.document, blocks=blocks))
            if section.key not in [found.key for found in result.report.sections]:
                yield f'the section {section.key} is not found under "{words}"'


def _noise(layout: Layout, noise: Noise, seeds: int) -> Iterator[str]:
    form = filled_in(layout)
    before = _parse(form)
    for seed in range(seeds):
        after = _parse(form, noise(form.document, layout, seed))
        for line in differences(before, after, units=noise.keeps_units):
            yield f"seed {seed}: {line}"


def _format(layout: Layout, name: str, kept: bool, seeds: int) -> Iterator[str]:
    for form in _forms(layout, seeds):
        before, after = _parse(form), _parse(form, FORMATS[name](form.document))
        if kept:
            yield from differences(before, after)
            continue
        known = {(entry.table, entry.row, entry.column): entry for entry in before.entries}
        lost = 0
        for entry in after.entries:
            was = known[entry.table, entry.row, entry.column]
            if entry.value is None:
                lost += was.value is not None
            elif entry.value != was.value:
                yield f"{entry_path(entry.table, entry.row, entry.column)}: {was.value} became {entry.value}"
        if lost == sum(entry.value is not None for entry in before.entries) and name not in LOSSY:
            yield "no entry is left"

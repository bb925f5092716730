"""Which blocks were taken for which table, and by how many labels."""

from __future__ import annotations

from collections.abc import Sequence

from govdisclose.document import Document, Grid
from govdisclose.explain.lines import Line, Part, Section, Span, flow, line
from govdisclose.explain.text import cut, one_line, pad
from govdisclose.explain.words import say
from govdisclose.grammar.find import label_index
from govdisclose.grammar.row import Run, rows_of
from govdisclose.grammar.select import Fit
from govdisclose.text import is_blank, label

__all__ = ["describe_runs", "explain_where"]

_MOST_GRIDS = 200
_MOST_PIECES = 20


def explain_where(document: Document, fit: Fit, language: str, columns: int) -> Section:
    """Block by block: which rows went to which table, and what was left."""
    lines: list[Line] = []
    by_grid: dict[int, list[tuple[str, Run]]] = {}
    for key, copies in fit.found.copies.items():
        for copy in copies:
            for run in copy:
                by_grid.setdefault(id(run.grid), []).append((key, run))
    grids = document.grids
    for grid in grids[:_MOST_GRIDS]:
        taken = by_grid.get(id(grid), [])
        size = f"{grid.rows} × {'?' if grid.ragged else grid.columns}"
        first = _number(language, grid)
        start: list[Part] = ["  ", Span(pad(first, 10), "strong"), Span(pad(size, 10), "dim")]
        if not taken:
            lines += flow(start, f"{say(language, 'not-taken')}; {_begins(language, grid)}", columns, "dim")
            continue
        taken.sort(key=lambda item: item[1].rows[0])
        for key, run in taken:
            rows = _rows(language, run.rows)
            text = f"→ {key}: {_why(fit, key, run, language)}"
            lines += flow([*start, pad(rows, 13)], text, columns)
            start = [" " * 22]
        rest = sorted(set(range(grid.rows)) - {row for _, run in taken for row in run.rows})
        if rest:
            lines.append(
                line(" " * 22, pad(_rows(language, rest), 13), Span(say(language, "rows-not-taken"), "warn"))
            )
    if len(grids) > _MOST_GRIDS:
        lines.append(line("  ", say(language, "and-more", count=len(grids) - _MOST_GRIDS)))
    for key in sorted(fit.found.loose):
        run = fit.found.copies[key][0][0]
        text = f"→ {key}: {say(language, 'loose')}; {_why(fit, key, run, language)}"
        lines += flow(["  ", pad(_source_lines(language, run), 33)], text, columns, "warn")
    if not lines:
        lines.append(line("  ", Span(say(language, "no-grids"), "warn")))
    return Section(say(language, "where"), tuple(lines))


def describe_runs(document: Document, copies: Sequence[Sequence[Run]], language: str) -> str:
    """Where the copies of a table are, in words."""
    grids = {id(grid) for grid in document.grids}
    said = []
    left = _MOST_PIECES
    for copy in copies:
        if left:
            shown = [_run(run, grids, language) for run in copy[:left]]
            left -= len(shown)
            said.append(f", {say(language, 'then')} ".join(shown))
    rest = sum(map(len, copies)) - (_MOST_PIECES - left)
    more = f" {say(language, 'and-more', count=rest)}" if rest else ""
    return f" {say(language, 'and-again')} ".join(said) + more


def _run(run: Run, grids: set[int], language: str) -> str:
    if not run.grid.number:
        return _source_lines(language, run)
    if id(run.grid) not in grids:  # a title that stood over the table, made a grid of one cell
        return say(language, "line-over", text=cut(one_line(run.grid.cells[0].text), 30))
    return f"{_number(language, run.grid)} {_rows(language, run.rows)}"


def _number(language: str, grid: Grid) -> str:
    return f"表{grid.number}" if language == "zh" else f"table {grid.number}"


def _source_lines(language: str, run: Run) -> str:
    numbers = [cell.line for cell in run.grid.cells if cell.line is not None]
    return say(language, "lines-of-text", lines=f"{min(numbers)}–{max(numbers)}" if numbers else "?")


def _rows(language: str, rows: Sequence[int]) -> str:
    first, last = min(rows) + 1, max(rows) + 1
    if first == last:
        return say(language, "row-one", rows=first)
    dash = "–" if last - first + 1 == len(rows) else "…"
    return say(language, "rows", rows=f"{first}{dash}{last}")


def _why(fit: Fit, key: str, run: Run, language: str) -> str:
    """How many labels of the table stand in the run, and how many of them no other table has."""
    index = label_index(fit.layout)
    bit = 1 << [table.key for table in fit.layout.tables].index(key)
    masks = {
        label(cell.text).core: index.mask(cell.text)
        for row in rows_of([run])
        for cell in row.cells
        if not is_blank(cell.text)
    }
    known = [mask for mask in masks.values() if mask & bit]
    if not known:
        return say(language, "carried")
    alone = sum(mask == bit for mask in known)
    return say(language, "taken", labels=len(known), alone=alone)


def _begins(language: str, grid: Grid) -> str:
    text = next((one_line(cell.text) for cell in grid.cells if not is_blank(cell.text)), "")
    return say(language, "begins", text=cut(text, 30))

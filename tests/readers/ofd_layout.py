"""Documents laid out as OFD: paragraphs on lines of their own, tables with all their rules, one page each.

A line is as long as its text, so that nothing has to be put together again that was cut.
"""

from __future__ import annotations

from collections.abc import Sequence

from ofd_samples import layer, ofd, path, tag

from govdisclose.document import Document, Grid, Paragraph

__all__ = ["write"]

_SIZE, _LINE, _MARGIN, _PAD = 2.0, 5.0, 10.0, 1.0
_LEAST = 6.0
_WIDEST = 9_000.0


def _wide(text: str) -> float:
    return sum(_SIZE * (0.5 if char.isascii() else 1.0) for char in text)


def _text(line: str, x: float, y: float) -> str:
    steps = " ".join(f"{_wide(char):g}" for char in line)
    shown = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return tag(
        "TextObject",
        f'<ofd:TextCode X="0" Y="{_LINE * 0.7:g}" DeltaX="{steps}">{shown}</ofd:TextCode>',
        Boundary=f"{x:g} {y:g} {_wide(line) + _SIZE:g} {_LINE:g}",
        Size=_SIZE,
        Font=1,
    )


def _lines(cell: str) -> list[str]:
    return [line.strip() for line in cell.split("\n")]


def _edges(grid: Grid) -> tuple[list[float], list[float]]:
    wide = [_LEAST] * grid.columns
    high = [_LINE] * grid.rows
    for cell in sorted(grid.cells, key=lambda one: one.colspan):
        needed = max(map(_wide, _lines(cell.text))) + 4 * _PAD
        missing = needed - sum(wide[cell.column : cell.column + cell.colspan])
        for at in range(cell.column, cell.column + cell.colspan):
            wide[at] += max(missing, 0.0) / cell.colspan
    for cell in sorted(grid.cells, key=lambda one: one.rowspan):
        missing = len(_lines(cell.text)) * _LINE - sum(high[cell.row : cell.row + cell.rowspan])
        for at in range(cell.row, cell.row + cell.rowspan):
            high[at] += max(missing, 0.0) / cell.rowspan
    xs, ys = [_MARGIN], [0.0]
    for width in wide:
        xs.append(xs[-1] + width)
    for height in high:
        ys.append(ys[-1] + height)
    return xs, ys


def _table(grid: Grid, top: float) -> tuple[str, float, float]:
    """The objects of a table, its foot, its right edge."""
    xs, ys = _edges(grid)
    found: list[str] = []
    for cell in grid.cells:
        left, right = xs[cell.column], xs[cell.column + cell.colspan]
        above, below = top + ys[cell.row], top + ys[cell.row + cell.rowspan]
        lines = (
            f"M {left:g} {above:g} L {right:g} {above:g}",
            f"M {left:g} {below:g} L {right:g} {below:g}",
            f"M {left:g} {above:g} L {left:g} {below:g}",
            f"M {right:g} {above:g} L {right:g} {below:g}",
        )
        found += [path(data, LineWidth=0.2, box=f"0 0 {_WIDEST:g} 9000") for data in lines]
        for number, line in enumerate(_lines(cell.text)):
            if line:
                found.append(_text(line, left + _PAD, above + number * _LINE))
    return "".join(found), top + ys[-1], xs[-1]


def _page(objects: Sequence[str], width: float, height: float) -> str:
    size = tag("Area", tag("PhysicalBox", f"0 0 {width + 2 * _MARGIN:g} {height + 2 * _MARGIN:g}"))
    return f"{size}|{layer(''.join(objects))}"


def write(document: Document) -> bytes:
    """An OFD of one page."""
    objects: list[str] = []
    top = 3 * _MARGIN
    right = 200.0
    for block in document.blocks:
        if isinstance(block, Paragraph):
            objects.append(_text(block.text, _MARGIN, top))
            right = max(right, _MARGIN + _wide(block.text))
            top += 2 * _LINE
        else:
            drawn, top, edge = _table(block, top)
            objects.append(drawn)
            right = max(right, edge)
            top += 2 * _LINE
    return ofd(_page(objects, right, top))

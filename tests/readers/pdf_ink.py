"""The ink of each cell against the text that was read there: a guard against kinds of things that nobody thought of.

Each page is drawn by PDFium. Of a cell the pixels are looked at that are not of its ground, without a margin for its
rules, and without the places of the characters that were read on the page: what is left shows something that was not
read. A cell with text and without any ink in it tells of text that nobody sees.

Run as a program it prints how many cells of printed reports raise an alarm: ``python pdf_ink.py --count 20``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pdf_samples import BACKENDS, read

from govdisclose.document import DEFAULT_LIMITS, Cell, Document
from govdisclose.grid import UNREAD
from govdisclose.locate import Box
from govdisclose.readers.pdf._page import Page
from govdisclose.readers.pdf.raster import Raster, raster

__all__ = ["alarms", "main"]

_MARGIN = 2.6  # points: rules, and what stands out over them
_ROUND = 0.25  # of the size: how far glyphs reach out of their boxes
_FAINT = 48  # of 255: pixels that differ less from the ground are no ink
_LEAST = 0.35  # square points of ink: less is a trace of what stands beside the cell


def alarms(source: bytes, document: Document, pages: Sequence[Page]) -> list[tuple[str, Cell]]:
    """The cells whose ink and text do not agree: ``ink`` without text, ``text`` without ink. ``pages`` as read."""
    pictures: dict[int, Raster] = {}
    found: list[tuple[str, Cell]] = []
    for grid in document.grids:
        for cell in grid.cells:
            if cell.page is None or cell.box is None or UNREAD in cell.text or "\ufffd" in cell.text:
                continue
            if cell.page not in pictures:
                pictures[cell.page] = raster(source, cell.page)
            whole, left = _ink(pictures[cell.page], cell.box, [*_characters(pages[cell.page - 1], cell.box)])
            if left >= _LEAST:
                found.append(("ink", cell))
            elif cell.text.strip() and whole < _LEAST / 2:
                found.append(("text", cell))
    return found


def _characters(page: Page, cell: Box) -> Iterator[Box]:
    """Where the characters stand that may be seen in a cell."""
    for run in page.runs:
        reach = _ROUND * run.size
        box = page.place((run.edges[0] - reach, run.top - reach, run.edges[-1] + reach, run.bottom + reach))
        if box[0] < cell[2] and cell[0] < box[2] and box[1] < cell[3] and cell[1] < box[3]:
            yield box


def _ink(picture: Raster, cell: Box, characters: Sequence[Box]) -> tuple[float, float]:
    """Square points of ink in a cell, and of it what stands beside the characters."""
    scale, pixels, stride = picture.scale, picture.pixels, 3 * picture.width
    x0, x1 = round((cell[0] + _MARGIN) * scale), round((cell[2] - _MARGIN) * scale)
    y0, y1 = round((cell[1] + _MARGIN) * scale), round((cell[3] - _MARGIN) * scale)
    x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, picture.width), min(y1, picture.height)
    if x1 <= x0 or y1 <= y0:
        return 0.0, 0.0
    rows = [pixels[y * stride + 3 * x0 : y * stride + 3 * x1] for y in range(y0, y1)]
    ground = Counter(row[at : at + 3] for row in rows for at in range(0, len(row), 3)).most_common(1)[0][0]
    clean = ground * (x1 - x0)
    boxes = [tuple(round(edge * scale) for edge in box) for box in characters]
    whole = left = 0
    for y, row in enumerate(rows, y0):
        if row == clean:
            continue
        over = [box for box in boxes if box[1] <= y <= box[3]]
        for x in range(x0, x1):
            at = 3 * (x - x0)
            if max(abs(row[at + part] - ground[part]) for part in range(3)) > _FAINT:
                whole += 1
                left += not any(box[0] <= x <= box[2] for box in over)
    return whole / scale**2, left / scale**2


def main(arguments: Sequence[str] | None = None) -> int:
    """The number of alarms in printed reports, of which none is due."""
    from pdf_figures import batches, printed_by  # the programs that print are looked for here alone

    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--producer", choices=("soffice", "chromium"), action="append")
    parser.add_argument("--rules", choices=("all", "some", "none"), default="all")
    options = parser.parse_args(arguments)
    total = 0
    for producer in options.producer or ("soffice", "chromium"):
        cells = prints = 0
        for shapes in batches(options.first, options.count, options.rules):
            with tempfile.TemporaryDirectory() as folder:
                files = printed_by(producer, shapes, Path(folder), options.rules)
            for item in shapes:
                source = files[str(item.number)]
                document = read(source, "pdfium")
                prints += 1
                cells += sum(len(grid.cells) for grid in document.grids)
                for what, cell in alarms(source, document, BACKENDS["pdfium"](source, DEFAULT_LIMITS)):
                    total += 1
                    print(f"{producer} {item.number}: {what} {cell.text!r:.40} page {cell.page} {cell.box}")
        print(f"{producer}: {prints} prints, {cells:,} cells")
    print(f"{total} alarms")
    return total


if __name__ == "__main__":
    sys.exit(1 if main() else 0)

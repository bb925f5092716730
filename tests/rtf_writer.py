r"""A small writer of RTF, in the ways in which programs write it: for the tests of its reader."""

from __future__ import annotations

from govdisclose.document import Document, Grid, Limits, Paragraph
from govdisclose.readers.rtf import READER

__all__ = ["WAYS", "read", "rtf", "through", "write"]

WAYS = ("unicode", "unicode-2", "bytes", "repeated")
r"""Characters as ``\u`` with one byte for programs that do not know it, or with two; as bytes of GB 18030; and with
the row declared on both sides of its cells, as Word does it."""
_WIDTH = 900
_HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\froman\fcharset134 SimSun;}{\f1\fswiss\fcharset0 Arial;}}"
    r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red255\green255\blue0;\red217\green217\blue217;}"
    "\n"
)


def rtf(body: str, head: str = "") -> bytes:
    """A file with this text, of which each character is a byte, and with more in its head."""
    return f"{_HEAD}{head}{body}}}".encode("latin-1")


def read(body: str, head: str = "") -> Document:
    """What is read of a file with this text."""
    return READER.read(rtf(body, head), Limits())


def write(document: Document, way: str = "unicode") -> bytes:
    """A document as RTF, with its merged cells."""
    parts: list[str] = []
    before_grid = False
    for block in document.blocks:
        if isinstance(block, Paragraph):
            parts.append(rf"\pard\plain\f0\fs24 {_text(block.text, way)}\par" + "\n")
        else:
            parts.append((r"\pard\par" if before_grid else "") + _grid(block, way) + "\n")
        before_grid = isinstance(block, Grid)
    return rtf("".join(parts))


def through(document: Document, way: str = "unicode") -> Document:
    """A document written and read again."""
    return READER.read(write(document, way), Limits())


def _grid(grid: Grid, way: str) -> str:
    return "".join(_row(grid, row, way) for row in range(grid.rows))


def _row(grid: Grid, row: int, way: str) -> str:
    edges: list[str] = []
    texts: list[str] = []
    line = grid.line(row)
    while line and line[-1] is None:
        line = line[:-1]
    column = 0
    while column < len(line):
        cell = line[column]
        wide = 1 if cell is None else cell.column + cell.colspan - column
        column += wide
        merge = ""
        if cell is not None and cell.rowspan > 1:
            merge = r"\clvmgf" if cell.row == row else r"\clvmrg"
        edges.append(rf"{merge}\clbrdrt\brdrs\brdrw10\clvertalc\cellx{column * _WIDTH}")
        shown = "" if cell is None or cell.row != row else _text(cell.text, way)
        texts.append(rf"\pard\intbl\qc {{\f0\fs18 {shown}}}\cell" + "\n")
    declared = rf"\trowd\trgaph108\trleft0{''.join(edges)}"
    again = rf"\pard\intbl {{{declared}\row}}" if way == "repeated" else r"\row"
    return f"{declared}\n{''.join(texts)}{again}\n"


def _text(text: str, way: str) -> str:
    return ("" if way != "unicode-2" else r"\uc2 ") + "".join(_char(char, way) for char in text)


def _char(char: str, way: str) -> str:
    if char in "\\{}":
        return f"\\{char}"
    if char == "\n":
        return r"\line "
    if char == "\t":
        return r"\tab "
    if " " <= char <= "~":
        return char
    if way == "bytes":
        return "".join(rf"\'{byte:02x}" for byte in char.encode("gb18030"))
    units = char.encode("utf-16-le")
    numbers = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(rf"\u{number}" + ("?" if way != "unicode-2" else r"\'a3\'bf") for number in numbers)

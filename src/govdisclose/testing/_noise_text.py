"""Noise in the words and figures of cells; see ``noise``."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from random import Random

import attrs

from govdisclose.document import Document
from govdisclose.grammar.heading import Heading
from govdisclose.grammar.layout import Layout
from govdisclose.grid import Cell, Grid
from govdisclose.testing.grids import map_cells, map_grids, with_blocks
from govdisclose.text import fold, label, simplify

__all__ = [
    "aliases",
    "breaks",
    "cores",
    "counted",
    "enumerators",
    "fuller_width",
    "half_width",
    "invisible",
    "no_enumerators",
    "one_a_line",
    "padded",
    "quotes",
    "radicals",
    "spaces",
    "thousands",
    "traditional",
    "wide_digits",
]

_Change = Callable[[str, Random], str]


def _headings(layout: Layout) -> list[Heading]:
    trees = [
        tree
        for table in layout.tables
        for _, part in table.parts()
        for tree in (part.boxhead, part.stub)
        if tree is not None
    ]
    return [heading for tree in trees for _, heading in tree.walk()]


@lru_cache(maxsize=32)
def cores(layout: Layout) -> frozenset[str]:
    """The folded words of all labels of a layout, spanners and stubheads too."""
    words = [name for heading in _headings(layout) for name in (heading.label, *heading.aliases)]
    for table in layout.tables:
        for _, part in table.parts():
            words += [name for name in (part.spanner, part.stubhead) if name is not None]
    return frozenset(label(name).core for name in words)


def _labels(document: Document, layout: Layout, random: Random, change: _Change, share: float) -> Document:
    """Change the labels; two cells of the same text alike, as the parts of a cell that was merged are."""
    known = cores(layout)
    changed: dict[str, str] = {}

    def put(cell: Cell) -> Cell:
        core = label(cell.text).core
        if core not in known and simplify(core) not in known:
            return cell
        if cell.text not in changed:
            changed[cell.text] = change(cell.text, random) if random.random() < share else cell.text
        return attrs.evolve(cell, text=changed[cell.text])

    return map_grids(document, lambda grid: map_cells(grid, put))


def _figures(document: Document, random: Random, change: _Change) -> Document:
    """Change the cells that hold figures only, or nothing; two of the same text alike."""
    changed: dict[str, str] = {}

    def put(cell: Cell) -> Cell:
        if cell.text and not (cell.text.isascii() and cell.text.isdigit()):
            return cell
        if cell.text not in changed:
            changed[cell.text] = change(cell.text, random) if random.random() < 0.5 else cell.text
        return attrs.evolve(cell, text=changed[cell.text])

    return map_grids(document, lambda grid: map_cells(grid, put))


def _between(text: str, random: Random, pieces: str) -> str:
    for _ in range(random.randint(1, 3)):
        at = random.randint(0, len(text))
        text = text[:at] + random.choice(pieces) + text[at:]
    return text


def spaces(document: Document, layout: Layout, random: Random) -> Document:
    """White space of any width inside and around labels."""
    return _labels(document, layout, random, lambda text, at: _between(text, at, " \u3000\u00a0\u2003"), 0.5)


def breaks(document: Document, layout: Layout, random: Random) -> Document:
    """Line breaks inside labels."""
    return _labels(document, layout, random, lambda text, at: _between(text, at, "\n").strip("\n"), 0.5)


def invisible(document: Document, layout: Layout, random: Random) -> Document:
    """Characters that print nothing, inside labels."""
    return _labels(document, layout, random, lambda text, at: _between(text, at, "\u200b\ufeff\u00ad"), 0.3)


def one_a_line(document: Document, layout: Layout, random: Random) -> Document:
    """Labels printed one character a line."""
    return _labels(document, layout, random, lambda text, _: "\n".join(text), 0.5)


_WIDE = "（）：，．／“”、。１２３４５６７８"
_HALF = '():,./""、。12345678'


def half_width(document: Document, layout: Layout, random: Random) -> Document:
    """Brackets, commas, colons and quotation marks of half width in labels."""
    table = str.maketrans(_WIDE, _HALF)
    return _labels(document, layout, random, lambda text, _: text.translate(table), 0.7)


def fuller_width(document: Document, layout: Layout, random: Random) -> Document:
    """Digits, stops and slashes of full width in labels."""
    table = str.maketrans("():,./12345678", "（）：，．／１２３４５６７８")
    return _labels(document, layout, random, lambda text, _: text.translate(table), 0.7)


def enumerators(document: Document, layout: Layout, random: Random) -> Document:
    """The mark after an ordinal written otherwise: 1、 for 1., 一. for 一、, （一）、 for （一）."""

    def other(text: str, random: Random) -> str:
        if text[:1].isdigit() and text[1:2] == ".":
            return text[0] + random.choice("、．,，") + text[2:]
        if text[1:2] == "、":
            return text[0] + random.choice("，．.,") + text[2:]
        if text[:1] == "（" and text[2:3] == "）":
            return random.choice([text[:3] + "、" + text[3:], "(" + text[1] + ")" + text[3:]])
        return text

    return _labels(document, layout, random, other, 0.7)


def no_enumerators(document: Document, layout: Layout, random: Random) -> Document:
    """Ordinals left out before labels."""

    def bare(text: str, random: Random) -> str:
        found = label(text)
        if found.enumerator is None:
            return text
        start = next(at for at in range(1, len(text)) if fold(text[at:]) == found.core)
        return text[start:]

    return _labels(document, layout, random, bare, random.choice([0.2, 1.0]))


def quotes(document: Document, layout: Layout, random: Random) -> Document:
    """Other quotation marks in labels."""
    pair = random.choice(['""', "「」", "『』", "＂＂", "〝〞"])
    table = str.maketrans({"“": pair[0], "”": pair[1]})
    return _labels(document, layout, random, lambda text, _: text.translate(table), 1.0)


_RADICALS = str.maketrans(
    {
        unicodedata.normalize("NFKC", chr(code)): chr(code)
        for code in range(0x2F00, 0x2FD6)
        if unicodedata.category(chr(code)) == "So"
    }
    | dict(zip("民长门见页西车贝", "⺠⻓⻔⻅⻚⻄⻋⻉", strict=True))
)


def radicals(document: Document, layout: Layout, random: Random) -> Document:
    """Characters given as the code points of Kangxi and CJK radicals, as PDF text has them."""
    return _labels(document, layout, random, lambda text, _: text.translate(_RADICALS), 0.7)


_TRADITIONAL = str.maketrans(
    "总计办结无请维纠审数开关规废现许证复议诉讼网络务项类国属于业",
    "總計辦結無請維糾審數開關規廢現許證復議訴訟網絡務項類國屬於業",
)


def traditional(document: Document, layout: Layout, random: Random) -> Document:
    """Labels in traditional characters."""
    return _labels(document, layout, random, lambda text, _: text.translate(_TRADITIONAL), 0.8)


@lru_cache(maxsize=32)
def _aliases(layout: Layout) -> Mapping[str, tuple[str, ...]]:
    """By official label its other wordings; only where all headings of that label have the same."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for heading in _headings(layout):
        found.setdefault(fold(heading.label), set()).add(heading.aliases)
    return {name: next(iter(all_)) for name, all_ in found.items() if len(all_) == 1 and all_ != {()}}


def aliases(document: Document, layout: Layout, random: Random) -> Document:
    """The other wordings that the layout knows, in place of the official ones."""
    known = _aliases(layout)
    return _labels(
        document, layout, random, lambda text, at: at.choice([text, *known.get(fold(text), ())]), 1.0
    )


# --- figures


def padded(document: Document, layout: Layout, random: Random) -> Document:
    """White space of any width around numbers, and in empty cells."""
    blanks = ("", " ", "\u00a0", "\u3000", "\u3000\u00a0 ", "\n")
    return _figures(document, random, lambda text, at: at.choice(blanks) + text + at.choice(blanks))


def wide_digits(document: Document, layout: Layout, random: Random) -> Document:
    """Digits of full width."""
    table = str.maketrans("0123456789", "０１２３４５６７８９")
    return _figures(document, random, lambda text, _: text.translate(table))


def thousands(document: Document, layout: Layout, random: Random) -> Document:
    """Commas between thousands."""
    return _figures(document, random, lambda text, at: f"{int(text):{at.choice(',,')}}" if text else text)


def counted(document: Document, layout: Layout, random: Random) -> Document:
    """A classifier after a number: 0件. Entries then have a unit; their values stay. Not for amounts of money."""
    if len(document.grids) != len(layout.tables):
        return document
    counts = {at for at, table in enumerate(layout.tables, 1) if not _has_money(layout, table.key)}

    def change(text: str, random: Random) -> str:
        return text + random.choice(["件", "条", " 件"]) if text else text

    new = _figures(document, random, change)
    return with_blocks(
        document,
        [
            old if isinstance(old, Grid) and old.number not in counts else block
            for old, block in zip(document.blocks, new.blocks, strict=True)
        ],
    )


def _has_money(layout: Layout, key: str) -> bool:
    table = layout.table(key)
    return any(table.kind_of(row, column).needs_unit for row, column in table.cells())

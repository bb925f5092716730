"""Noise in the cells of workbooks: what makes a sheet show something else than the values of its cells.

Each kind is put into one entry of a report that is written as ``.xlsx``, and says what a person then sees there. Some
kinds are of a whole sheet: hidden rows and columns, zeros that are not shown, values under merged cells.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from random import Random
from typing import Any

import attrs
import xlsxwriter
from attrs import frozen

from govdisclose.document import Paragraph
from govdisclose.testing.cells import CellNoise, Expected, Noised, Seen
from govdisclose.testing.documents import Filled, Key, places

__all__ = ["KINDS", "Kind", "Spot", "noised_workbook", "png"]

_LENGTHS = (2, 3)
_WIDTH, _WIDTH_OF_LABELS, _LETTERS = 13, 42, 12


@frozen
class Spot:
    """A cell that noise is put into: the number ``text`` is seen there, ``other`` is no part of it."""

    book: xlsxwriter.Workbook
    sheet: xlsxwriter.worksheet.Worksheet
    row: int
    column: int
    text: str
    other: str

    def look(self, **properties: object) -> object:
        """A format with the borders of the table."""
        return self.book.add_format({"border": 1, "align": "center", "valign": "vcenter", **properties})

    def number(self, value: float | None = None, **properties: object) -> None:
        """Write a number, that of the cell if no other is given."""
        self.sheet.write_number(
            self.row, self.column, float(self.text) if value is None else value, self.look(**properties)
        )

    def string(self, text: str | None = None, **properties: object) -> None:
        """Write a text, that of the cell if no other is given."""
        self.sheet.write_string(
            self.row, self.column, self.text if text is None else text, self.look(**properties)
        )

    def rich(self, *parts: tuple[str, Mapping[str, object]]) -> None:
        """Write a text of several fonts."""
        given: list[object] = []
        for text, properties in parts:
            given += [self.book.add_format(dict(properties)), text] if properties else [text]
        self.sheet.write_rich_string(self.row, self.column, *given, self.look())

    def formula(self, text: str, value: object) -> None:
        """Write a formula, and what was last computed."""
        self.sheet.write_formula(self.row, self.column, text, self.look(), value)

    def condition(self, *, when: str = ">", **properties: object) -> None:
        """Write the number, and a condition that holds of it."""
        self.number()
        options = {"type": "cell", "criteria": when, "value": 0, "format": self.book.add_format(properties)}
        self.sheet.conditional_format(self.row, self.column, self.row, self.column, options)

    def picture(self, **options: object) -> None:
        """Write the number, and put a picture over it."""
        self.number()
        given = {"image_data": BytesIO(png()), "x_scale": 4, "y_scale": 1, "x_offset": 3, "y_offset": 2}
        self.sheet.insert_image(self.row, self.column, "dot.png", given | options)


def png() -> bytes:
    """A grey picture of 16 by 16 points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    lines = zlib.compress((b"\0" + b"\x90" * 16) * 16)
    head = struct.pack(">IIBBBBB", 16, 16, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


@frozen
class Kind:
    """One kind: what it puts into a cell, and what is seen then, in the workbook and on a print of LibreOffice."""

    id: str
    seen: Seen
    put: Callable[[Spot], None]
    harmless: bool = False
    printed: Seen | None = None
    saved: Seen | None = None
    """What is seen where LibreOffice saved the workbook in the older format. It loses some kinds."""

    def noise(self, *, saved: bool) -> CellNoise:
        """The kind as the judge of readings knows it."""
        seen = (self.saved if saved else None) or self.seen
        return CellNoise(self.id, "docx", "entry", seen, "", printed=self.printed, harmless=self.harmless)


def _note(spot: Spot) -> None:
    spot.number()
    spot.sheet.write_comment(spot.row, spot.column, f"上年为{spot.other}")


def _choice(spot: Spot) -> None:
    spot.number()
    spot.sheet.data_validation(
        spot.row,
        spot.column,
        spot.row,
        spot.column,
        {"validate": "list", "source": [spot.text, spot.other]},
    )


def _box(spot: Spot) -> None:
    spot.number()
    spot.sheet.insert_textbox(spot.row, spot.column, spot.other, {"width": 60, "height": 18})


def _button(spot: Spot) -> None:
    spot.number()
    spot.sheet.insert_button(spot.row, spot.column, {"caption": "填报", "width": 60, "height": 18})


def _icons(spot: Spot) -> None:
    spot.number()
    spot.sheet.conditional_format(
        spot.row,
        spot.column,
        spot.row,
        spot.column,
        {"type": "icon_set", "icon_style": "3_arrows", "icons_only": True},
    )


_NUMBER, _BLANK, _NONE = Seen.NUMBER, Seen.BLANK, Seen.NO_NUMBER
_WHITE: Mapping[str, Any] = {"font_color": "#FFFFFF"}
_RED: Mapping[str, Any] = {"font_color": "#FF0000"}

_ALL = (
    # --- harmless: the number is seen, and nothing may be said of it
    Kind("number-format", _NUMBER, lambda s: s.number(num_format="0"), True),
    Kind("thousands", _NUMBER, lambda s: s.number(num_format="#,##0"), True),
    Kind("room-behind", _NUMBER, lambda s: s.number(num_format="0_ ;[Red]\\-0\\ "), True),
    Kind(
        "accounting",
        _NUMBER,
        lambda s: s.number(num_format='_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ '),
        True,
    ),
    Kind("rounded", _NUMBER, lambda s: s.number(float(s.text) + 0.4, num_format="0"), True),
    Kind("rounded-up", _NUMBER, lambda s: s.number(float(s.text) - 0.4, num_format="0"), True),
    Kind("text-format", _NUMBER, lambda s: s.string(num_format="@"), True),
    Kind("number-as-text-format", _NUMBER, lambda s: s.number(num_format="@"), True),
    Kind("bold-red", _NUMBER, lambda s: s.number(bold=True, **_RED), True),
    Kind("white-on-blue", _NUMBER, lambda s: s.number(bg_color="#1F4E79", **_WHITE), True),
    Kind("underlined", _NUMBER, lambda s: s.number(underline=1, italic=True), True),
    Kind("filled-yellow", _NUMBER, lambda s: s.number(bg_color="#FFFF00"), True),
    Kind("note", _NUMBER, _note, True),
    Kind("choice", _NUMBER, _choice, True),
    Kind("sum", _NUMBER, lambda s: s.formula(f"={s.text}+0", int(s.text)), True),
    Kind("text-formula", _NUMBER, lambda s: s.formula(f'="{s.text}"', s.text), True, saved=Seen.OTHER),
    Kind("condition-red", _NUMBER, lambda s: s.condition(bold=True, **_RED), True),
    Kind("condition-ground", _NUMBER, lambda s: s.condition(bg_color="#FFC7CE", font_color="#9C0006"), True),
    Kind("several-fonts", _NUMBER, lambda s: s.rich((s.text[0], {"bold": True}), (s.text[1:], {})), True),
    Kind("small", _NUMBER, lambda s: s.number(font_size=8), True),
    # --- the number is seen beside something else
    Kind("decimals", _NUMBER, lambda s: s.number(num_format="0.00")),
    Kind("unit", _NUMBER, lambda s: s.number(num_format='0"件"')),
    Kind("raised-mark", _NUMBER, lambda s: s.rich((s.text, {}), (s.other, {"font_script": 1}))),
    Kind("struck-beside", _NUMBER, lambda s: s.rich((s.other, {"font_strikeout": True}), (s.text, {}))),
    Kind("white-beside", _NUMBER, lambda s: s.rich((s.text, {}), (s.other, _WHITE))),
    Kind("turned", _NUMBER, lambda s: s.number(rotation=90)),
    # --- nothing is seen
    Kind("no-format", _BLANK, lambda s: s.number(num_format=";;;")),
    Kind("positive-hidden", _BLANK, lambda s: s.number(num_format=";-0;0")),
    Kind("white", _BLANK, lambda s: s.number(**_WHITE)),
    Kind("nearly-white", _BLANK, lambda s: s.number(font_color="#FAFAFA")),
    Kind("as-ground", _BLANK, lambda s: s.number(bg_color="#FFFF00", font_color="#FFFF00")),
    Kind("tiny", _BLANK, lambda s: s.number(font_size=1), printed=Seen.OTHER),
    Kind("white-by-format", _BLANK, lambda s: s.number(num_format="[White]0")),
    Kind("text-hidden", _BLANK, lambda s: s.string(num_format="0;-0;0;"), saved=Seen.OTHER),
    # --- something else is seen
    Kind("struck", _NONE, lambda s: s.number(font_strikeout=True)),
    Kind("raised", _NONE, lambda s: s.number(font_script=1), printed=Seen.OTHER, saved=Seen.OTHER),
    Kind("in-thousands", _NONE, lambda s: s.number(int(s.text) * 1000, num_format='0.0,"千"')),
    Kind("per-cent", _NONE, lambda s: s.number(int(s.text) / 100, num_format="0%")),
    Kind("date", _NONE, lambda s: s.number(44_000 + int(s.text), num_format='yyyy"年"m"月"d"日"')),
    Kind("fraction", _NONE, lambda s: s.number(int(s.text) + 0.5, num_format="# ?/?")),
    Kind("exponent", _NONE, lambda s: s.number(num_format="0.0E+00")),
    Kind("chinese-digits", _NONE, lambda s: s.number(num_format="[DBNum1]0"), printed=Seen.OTHER),
    Kind("too-wide", _NONE, lambda s: s.number(font_size=72), printed=Seen.OTHER),
    Kind("long-format", _NONE, lambda s: s.number(num_format="0.000000000"), printed=Seen.OTHER),
    Kind("symbols", _NONE, lambda s: s.number(font_name="Wingdings"), printed=Seen.OTHER),
    Kind("repeated", _NONE, lambda s: s.string(align="fill"), printed=Seen.OTHER),
    Kind("crossed", _NONE, lambda s: s.number(diag_type=1, diag_border=1)),
    Kind("condition-white", _NONE, lambda s: s.condition(**_WHITE), printed=Seen.BLANK),
    Kind(
        "condition-format",
        _NONE,
        lambda s: s.condition(num_format=";;;"),
        printed=Seen.BLANK,
        saved=Seen.OTHER,
    ),
    Kind("icons-only", _NONE, _icons, printed=Seen.OTHER, saved=Seen.OTHER),
    Kind("picture", _NONE, Spot.picture),
    Kind("text-box", _NONE, _box),
    Kind("button", _NONE, _button, printed=Seen.OTHER),
    Kind("wrong-formula", _NONE, lambda s: s.formula("=#REF!+1", "#REF!")),
    Kind(
        "of-today", _NONE, lambda s: s.formula(f"=TODAY()-TODAY()+{s.other}", int(s.text)), printed=Seen.OTHER
    ),
    Kind("two-lines", _NONE, lambda s: s.string(f"{s.text}\n{s.other}", text_wrap=True)),
)
KINDS: Mapping[str, Kind] = {kind.id: kind for kind in _ALL}
"""Every kind by its name."""

# A view hides zeros, and a print of LibreOffice shows them.
_ZEROS = CellNoise("zeros-hidden", "docx", "entry", _BLANK, "", printed=Seen.OTHER)


def noised_workbook(filled: Filled, kinds: Sequence[Kind], seed: int, *, saved: bool = False) -> Noised:
    """The form as ``.xlsx`` with these kinds of noise in entries, and noise of the sheet that ``seed`` chooses.

    ``saved``: what is seen is that of the workbook as LibreOffice saves it in the older format.
    """
    random = Random(f"{seed} workbook")  # noqa: S311
    expected = {key: Expected(text) for key, text in filled.truth.items()}
    at = places(filled.layout)
    single = {
        (grid.number, cell.row, cell.column)
        for grid in filled.document.grids
        for cell in grid.cells
        if (cell.rowspan, cell.colspan) == (1, 1)
    }
    free = [
        key
        for key, text in filled.truth.items()
        if text.isdigit() and len(text) in _LENGTHS and at[key] in single
    ]
    random.shuffle(free)
    spots: dict[tuple[int, int, int], tuple[Kind, Key]] = {}
    for kind in kinds:
        key = free.pop()
        spots[at[key]] = kind, key
        expected[key] = attrs.evolve(expected[key], noise=kind.noise(saved=saved))
    zeros_hidden = seed % 4 == 2
    if zeros_hidden:
        expected |= {
            key: Expected("0", _ZEROS)
            for key, one in expected.items()
            if one.text == "0" and one.noise is None and at[key] in single  # merged ones are texts here
        }
    data = _write(filled, spots, random, hides=seed % 4 == 1, covers=seed % 4 == 3, zeros_hidden=zeros_hidden)
    return Noised("docx", data, expected)


def _write(
    filled: Filled,
    spots: Mapping[tuple[int, int, int], tuple[Kind, Key]],
    random: Random,
    *,
    hides: bool,
    covers: bool,
    zeros_hidden: bool,
) -> bytes:
    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    book.calc_on_load = False  # else every formula is computed again by who opens the workbook
    sheet = book.add_worksheet("年度报告")
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    if zeros_hidden:
        sheet.hide_zero()
    plain = book.add_format({"border": 1, "align": "center", "valign": "vcenter", "text_wrap": True})
    rows = sum(1 if isinstance(block, Paragraph) else block.rows for block in filled.document.blocks)
    hidden_row = random.randrange(3, rows) if hides else None
    hidden_column = random.randrange(1, 5) if hides else None

    def down(row: int) -> int:
        return row + (hidden_row is not None and row >= hidden_row)

    def right(column: int) -> int:
        return column + (hidden_column is not None and column >= hidden_column)

    sheet.set_column(0, 12, _WIDTH)
    sheet.set_column(right(0), right(2), _WIDTH_OF_LABELS)
    top = 0
    for block in filled.document.blocks:
        if isinstance(block, Paragraph):
            sheet.write_string(down(top), right(0), block.text)
            top += 1
            continue
        for row in range(block.rows):
            longest = max((len(cell.text) for cell in block.row(row) if cell.colspan == 1), default=0)
            sheet.set_row(down(top + row), 18 * (1 + longest // _LETTERS))
        for cell in block.cells:
            first = down(top + cell.row), right(cell.column)
            last = down(top + cell.row + cell.rowspan - 1), right(cell.column + cell.colspan - 1)
            spot = spots.get((block.number, cell.row, cell.column))
            if first != last:
                sheet.merge_range(*first, *last, cell.text, plain)
                if covers:
                    sheet.write_number(*last, random.randrange(100, 1000), plain)
            elif spot is not None:
                other = random.choice([digit for digit in "2345678" if digit not in cell.text])
                spot[0].put(Spot(book, sheet, *first, cell.text, other))
            elif cell.text.isdigit() and len(cell.text) < 8:
                sheet.write_number(*first, int(cell.text), plain)
            else:
                sheet.write_string(*first, cell.text, plain)
        top += block.rows
    if hidden_row is not None and hidden_column is not None:
        for column in range(12):
            sheet.write_number(hidden_row, column, random.randrange(100, 1000))
        for row in range(rows + 1):
            sheet.write_number(row, hidden_column, random.randrange(100, 1000)) if row != hidden_row else None
        sheet.set_row(hidden_row, None, None, {"hidden": True})
        sheet.set_column(hidden_column, hidden_column, _WIDTH, None, {"hidden": True})
    if covers:
        other_sheet = book.add_worksheet("上年")
        other_sheet.write_string(0, 0, "示例市教育局2001年政府信息公开工作年度报告")
        other_sheet.hide()
    book.close()
    return file.getvalue()

"""Reports as workbooks: drawn and read again, with noise, saved by LibreOffice, and beside another library's reading."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from pdf_producers import SOFFICE
from shown_figures import BAD, form
from workbook_edits import Book, Sheet, made, texts
from workbook_figures import judge, saved, workbook
from workbook_noise import KINDS
from workbook_samples import xls, xlsx

import govdisclose
from govdisclose.document import Document
from govdisclose.grammar.layout import Layout
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.testing.laws import differences
from govdisclose.writers.html import write as write_html

CALC = SOFFICE is not None and any(Path("/usr/lib/libreoffice/program").glob("libsc*lo.so"))
needs_calc = pytest.mark.skipif(not CALC, reason="LibreOffice Calc is not installed")


@pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=lambda layout: layout.id)
@pytest.mark.parametrize("write", [xlsx, xls])
def test_a_drawn_report_is_read_as_it_was_drawn(layout: Layout, write: Callable[[Document], bytes]) -> None:
    filled = form(layout, Random(7))  # noqa: S311
    result = govdisclose.parse(write(filled.document))
    assert filled.truth == {(entry.table, entry.row, entry.column): entry.raw for entry in result.entries}
    assert (filled.organ, filled.year) == (result.report.organ, result.report.year)
    assert "spreadsheet" == result.document.format


def test_every_kind_of_noise_comes_out_as_it_is_seen() -> None:
    reports = [workbook(number) for number in range(-(-len(KINDS) // 8))]
    verdicts = [(item.number, one) for item in reports for one in judge(item, item.noised.data)]
    assert set(KINDS) <= {one.noise for _, one in verdicts}
    assert [] == [(number, one) for number, one in verdicts if one.outcome in BAD]


@needs_calc
def test_web_pages_that_calc_saves_are_read_as_the_pages(tmp_path: Path) -> None:
    pages = {
        layout.id: write_html(form(layout, Random(9)).document)  # noqa: S311
        for layout in (CN_2019, CN_2021)
    }
    for to in ("xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97"):
        for name, data in saved(pages, tmp_path, "html", to, "--infilter=HTML (StarCalc)").items():
            assert [] == differences(govdisclose.parse(pages[name]), govdisclose.parse(data))


@needs_calc
def test_noise_that_calc_saves_in_the_older_format(tmp_path: Path) -> None:
    reports = [workbook(number, older=True) for number in range(-(-len(KINDS) // 8))]
    files = saved(
        {str(item.number): item.noised.data for item in reports}, tmp_path, "xlsx", "xls:MS Excel 97"
    )
    verdicts = [(item.number, one) for item in reports for one in judge(item, files[str(item.number)])]
    assert [] == [(number, one) for number, one in verdicts if one.outcome in BAD]


@pytest.mark.parametrize("layout", [CN_2019, CN_2021], ids=lambda layout: layout.id)
@pytest.mark.parametrize("write", [xlsx, xls])
def test_another_library_reads_the_same_texts_and_merged_cells(
    layout: Layout, write: Callable[[Document], bytes]
) -> None:
    calamine = pytest.importorskip("python_calamine")
    source = write(form(layout, Random(11)).document)  # noqa: S311
    sheet = calamine.CalamineWorkbook.from_filelike(BytesIO(source)).get_sheet_by_index(0)
    (grid,) = govdisclose.read(source).grids
    merged = {
        ((cell.row, cell.column), (cell.row + cell.rowspan - 1, cell.column + cell.colspan - 1))
        for cell in grid.cells
        if cell.rowspan * cell.colspan > 1
    }
    assert merged == {(tuple(first), tuple(last)) for first, last in sheet.merged_cell_ranges}
    rows = sheet.to_python(skip_empty_area=False)
    assert {(cell.row, cell.column): cell.text.strip() for cell in grid.cells if cell.text} == {
        (row, column): str(value).strip()
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if value
    }


@needs_calc
def test_a_text_of_a_formula_that_calc_saves_as_zero_is_not_zero(tmp_path: Path) -> None:
    def make(book: Book, sheet: Sheet) -> None:
        for row, (formula, value) in enumerate(
            [('="42"', "42"), ("=A9", "规章"), ("=SUM(C1:C2)", 0), ("=6+6", 12)]
        ):
            sheet.write(row, 0, f"第{row}项")
            sheet.write_formula(row, 1, formula, None, value)

    file = saved({"a": made(make)}, tmp_path, "xlsx", "xls:MS Excel 97")["a"]
    assert [["第0项", "\ufffc"], ["第1项", "\ufffc"], ["第2项", "0"], ["第3项", "12"]] == texts(file)

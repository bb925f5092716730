"""Every kind of finding has a document that makes it, and as far as can be, it alone."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

import attrs
import pytest

import govdisclose
from form_samples import (
    TITLE,
    edit,
    fill,
    filled,
    kinds,
    only,
    ragged,
    relabel,
    replace_grids,
    retext,
)
from govdisclose import Document, Result
from govdisclose.catalogue import CATALOGUE
from govdisclose.document import Block, Paragraph
from govdisclose.grammar.draw import draw
from govdisclose.grammar.identity import within
from govdisclose.grid import Cell, Grid
from govdisclose.layouts import CN_2019
from govdisclose.layouts.cn_2019 import REQUESTS
from govdisclose.writers import docx, html, text

Made = Document | bytes


# --- files as readers find them


def page(**changes: str) -> bytes:
    """The report as a web page, in which each of some words stands otherwise once."""
    written = html.write(filled()).decode()
    for old, new in changes.items():
        assert old in written, old
        written = written.replace(old, new, 1)
    return written.encode()


def with_html(markup: str) -> bytes:
    return html.write(filled()).replace(b"</body>", markup.encode() + b"</body>")


def in_cell(markup: str) -> bytes:
    """The report as a web page, with other markup in the first cell that holds a number."""
    return page(**{"<td>0</td>": f"<td>{markup}</td>"})


def with_docx(markup: str) -> bytes:
    """The report as a Word file with more markup at its end."""
    source, target = BytesIO(docx.WRITER.write(filled())), BytesIO()
    with ZipFile(source) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                assert b"<w:sectPr" in content
                content = content.replace(b"<w:sectPr", markup.encode() + b"<w:sectPr", 1)
            new.writestr(name, content)
    return target.getvalue()


def word_table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl><w:p/>"


def word_cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"


# --- the tables of a drawn report, changed


def in_requests(change: Callable[[Grid], Grid]) -> Document:
    return edit(filled(), 2, change)


def at(row: int, column: int, words: str) -> Callable[[Grid], Grid]:
    return lambda found: retext(found, {(row, column): words})


def without_row(row: int) -> Callable[[Grid], Grid]:
    return lambda found: only(found, [at for at in range(found.rows) if at != row])


def without_columns(first: int, past: int) -> Callable[[Grid], Grid]:
    def change(found: Grid) -> Grid:
        lost = past - first
        cells = []
        for cell in found.cells:
            start, end = cell.column, cell.column + cell.colspan
            inside = max(0, min(end, past) - max(start, first))
            if inside == cell.colspan:
                continue
            moved = start - lost if start >= past else min(start, first)
            cells.append(attrs.evolve(cell, column=moved, colspan=cell.colspan - inside))
        return Grid(tuple(cells), found.rows, found.columns - lost, found.number)

    return change


def with_row(row: int, *cells: Cell) -> Callable[[Grid], Grid]:
    """One more row before ``row``, which no cell spans."""

    def change(found: Grid) -> Grid:
        moved = [
            attrs.evolve(cell, row=cell.row + 1)
            if cell.row >= row
            else attrs.evolve(cell, rowspan=cell.rowspan + (cell.row + cell.rowspan > row))
            for cell in found.cells
        ]
        made = sorted([*moved, *cells], key=lambda cell: (cell.row, cell.column))
        return Grid(tuple(made), found.rows + 1, found.columns, found.number)

    return change


def with_column(words: Mapping[int, str]) -> Callable[[Grid], Grid]:
    """One more column at the right edge, its texts by row."""

    def change(found: Grid) -> Grid:
        more = [Cell(words.get(row, ""), row, found.columns) for row in range(found.rows)]
        made = sorted([*found.cells, *more], key=lambda cell: (cell.row, cell.column))
        return Grid(tuple(made), found.rows, found.columns + 1, found.number)

    return change


def in_row(row: int, *cells: Cell) -> Callable[[Grid], Grid]:
    """Other cells in the body (from position 3 on) of a row of table 3."""

    def change(found: Grid) -> Grid:
        kept = [cell for cell in found.cells if not (cell.row == row and cell.column >= 3)]
        made = sorted([*kept, *cells], key=lambda cell: (cell.row, cell.column))
        return attrs.evolve(found, cells=tuple(made))

    return change


def beyond(row: int) -> Callable[[Grid], Grid]:
    """One cell more at the end of a row, where no other row has one."""

    def change(found: Grid) -> Grid:
        made = sorted([*found.cells, Cell("5", row, found.columns)], key=lambda cell: (cell.row, cell.column))
        return Grid(tuple(made), found.rows, found.columns + 1, found.number)

    return change


def moved_left(found: Grid) -> Grid:
    """In table 3 自然人 and 总计 do not reach down, so that 商业企业 stands under 自然人."""
    cells = [
        attrs.evolve(cell, rowspan=1 if cell.row == 1 else cell.rowspan, column=cell.column - (cell.row == 2))
        for cell in found.cells
    ]
    return attrs.evolve(found, cells=tuple(cells))


def unmerged(found: Grid) -> Grid:
    """Every cell that spans rows stands once, over empty cells."""
    cells = []
    for cell in found.cells:
        cells.append(attrs.evolve(cell, rowspan=1))
        cells += [
            attrs.evolve(cell, text="", row=row, rowspan=1)
            for row in range(cell.row + 1, cell.row + cell.rowspan)
        ]
    return attrs.evolve(found, cells=tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))))


def table(number: int) -> Grid:
    return filled().grids[number - 1]


def in_two(rows: int, *, headings: bool = False, between: tuple[Block, ...] = ()) -> Document:
    """Table 3 cut by a page after so many rows."""
    whole = table(2)
    rest = list(range(rows, whole.rows))
    first = only(whole, range(rows))
    second = only(whole, [*range(3), *rest] if headings else rest)
    return replace_grids(filled(), 2, [first, *between, second])


def cut_label() -> Document:
    """A page ends within the label （四）无法提供."""
    whole = retext(table(2), {(15, 1): "（四）无"})
    first, second = only(whole, range(16)), only(whole, range(16, whole.rows))
    return replace_grids(filled(), 2, [first, retext(second, {(0, 0): "", (0, 1): "法提供"})])


def cut_row() -> Document:
    """Table 3 cut by a page before its last row; the piece of a number stands alone at the head of the next."""
    whole = table(2)
    first, rest = only(whole, range(25)), only(whole, range(25, whole.rows))
    figure = (Cell("", 0, 0, 1, 3), *(Cell("9" if column == 3 else "", 0, column) for column in range(3, 10)))
    moved = [attrs.evolve(cell, row=cell.row + 1) for cell in rest.cells]
    second = Grid((*figure, *moved), rest.rows + 1, rest.columns, rest.number)
    return replace_grids(filled(), 2, [first, second])


def twice(second: Grid) -> Document:
    return replace_grids(filled(), 2, [table(2), Paragraph("又"), second])


def run_together(grid: Grid) -> Document:
    """The report with a table as one line of text in which nothing parts the cells."""
    line = "".join(cell.text for cell in grid.cells)
    return replace_grids(filled(), grid.number, [Paragraph(line, 1, line=99)])


def emptied(row: str) -> Document:
    """The report with nothing in a row of table 3."""
    return filled(requests={f"{path}:{column}": "" for path, column in REQUESTS.cells() if path == row})


def as_cells(document: Document) -> bytes:
    return text.write(document, shape="cells")


def as_ragged(change: Callable[[list[list[str]]], None]) -> Document:
    """Table 3 as rows of cells without edges, a cell that goes on being empty."""
    whole = table(2)
    rows = [[cell.text if cell.row == row else "" for cell in whole.row(row)] for row in range(whole.rows)]
    change(rows)
    return replace_grids(filled(), 2, [ragged(*rows, number=2)])


def swap(rows: list[list[str]]) -> None:
    rows[1], rows[2] = rows[2], rows[1]


def titled(*lines: str, overview: str = "本机关按要求做好各项工作。") -> Document:
    return draw(CN_2019, fill(), title=lines, prose={"overview": (overview,), "others": ("无。",)})


def without_paragraph(words: str) -> Document:
    document = filled()
    return attrs.evolve(
        document,
        blocks=tuple(
            block for block in document.blocks if not (isinstance(block, Paragraph) and block.text == words)
        ),
    )


def after(words: str, *blocks: Block) -> Document:
    document = filled()
    made: list[Block] = []
    for block in document.blocks:
        made.append(block)
        if isinstance(block, Paragraph) and block.text == words:
            made += blocks
    return attrs.evolve(document, blocks=tuple(made))


def only_tables(*numbers: int) -> Document:
    document = filled()
    return attrs.evolve(
        document,
        blocks=tuple(
            block for block in document.blocks if not isinstance(block, Grid) or block.number in numbers
        ),
    )


def without_tables(title: str, *pictures: str) -> bytes:
    """The report as a web page without its tables, a picture under the heading of the second section."""
    document = draw(
        CN_2019, fill(), title=[title], prose={"overview": ("做好各项工作。",), "others": ("无。",)}
    )
    blocks = tuple(block for block in document.blocks if isinstance(block, Paragraph))
    page = html.write(attrs.evolve(document, blocks=blocks)).decode()
    shown = "".join(f'<p><img src="{address}"></p>' for address in pictures)
    heading = "二、主动公开政府信息情况"
    start = page.index("<", page.index(heading))
    end = page.index(">", start) + 1
    return (page[:end] + shown + page[end:]).encode()


TRADITIONAL = {
    "总计": "總計",
    "其他": "其他",
    "结果维持": "結果維持",
    "结果纠正": "結果糾正",
    "其他结果": "其他結果",
    "尚未审结": "尚未審結",
    "行政复议": "行政復議",
    "行政诉讼": "行政訴訟",
    "复议后起诉": "復議後起訴",
    "未经复议直接起诉": "未經復議直接起訴",
}

DOCUMENTS: dict[str, tuple[Callable[[], Made], set[str]]] = {
    # --- the file
    "encoding-mismatch": (lambda: page(**{'charset="utf-8"': 'charset="gb2312"'}), set()),
    "characters-undecodable": (
        lambda: html.write(filled()).replace("做好".encode(), b"\xff\xfe\xff"),
        set(),
    ),
    "span-clamped": (lambda: with_html("<table><tr><td>甲<td>乙<tr><td colspan=9999>丙</table>"), set()),
    # --- what is seen of a cell
    "cell-is-picture": (lambda: in_cell('<img src="0.png">'), set()),
    "cell-not-read": (lambda: in_cell('1<img src="0.png">'), set()),
    "cell-struck-out": (lambda: in_cell("<s>0</s>"), set()),
    "cell-unseen": (lambda: in_cell('<b style="visibility: hidden">5</b>'), set()),
    "mark-left-out": (lambda: in_cell("0<sup>1</sup>"), set()),
    "mark-uncertain": (lambda: in_cell("<sup>1</sup>0"), set()),
    "number-divided": (lambda: in_cell("1<s>5</s>0"), {"text-struck-out"}),
    "text-struck-out": (lambda: in_cell("<s>5</s>0"), set()),
    "text-unseen": (lambda: in_cell('0<b style="color: white">5</b>'), set()),
    "cells-overlap": (
        lambda: with_html("<table><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁</table>"),
        set(),
    ),
    "merge-without-start": (
        lambda: with_docx(
            word_table(word_cell("甲", "<w:vMerge/>") + word_cell("乙"), word_cell("丙") + word_cell("丁"))
        ),
        set(),
    ),
    "edges-snapped": (
        lambda: with_docx(
            word_table(
                word_cell("甲") + word_cell("乙", '<w:gridSpan w:val="2"/>'),
                word_cell("丙", '<w:gridSpan w:val="2"/>') + word_cell("丁"),
                widths=(2000, 1, 2000),
            )
        ),
        set(),
    ),
    "markup-nested-too-deep": (
        lambda: with_html("<font><b>" * 400 + "正文" + "</b></font>" * 400),
        set(),
    ),
    # --- which form
    "layout-undecided": (lambda: only_tables(3), {"table-not-found"}),
    # --- no form at all
    "report-before-forms": (
        lambda: without_tables("示例市数据局2016年政府信息公开工作年度报告"),
        {"table-not-found"},
    ),
    "tables-as-pictures": (
        lambda: without_tables("示例市数据局2019年政府信息公开工作年度报告", "b1.png"),
        {"table-not-found"},
    ),
    "no-table-found": (only_tables, {"table-not-found"}),
    "form-not-filled-in": (
        lambda: draw(
            CN_2019,
            fill(text=""),
            title=["2019年政府信息公开工作年度报告"],
            prose={"overview": ("做好工作。",), "others": ("无。",)},
        ),
        {"organ-not-found"},
    ),
    # --- finding tables
    "table-not-found": (lambda: only_tables(1, 2), set()),
    "table-run-together": (lambda: run_together(table(3)), {"table-not-found"}),
    "table-joined": (lambda: in_two(12), set()),
    "table-upright": (lambda: edit(filled(), 3, upright), set()),
    "table-repeated": (lambda: twice(table(2)), set()),
    "table-in-many-places": (
        lambda: replace_grids(
            filled(), 2, [block for _ in range(51) for block in (Paragraph("又"), table(2))]
        ),
        set(),
    ),
    "table-conflict": (lambda: twice(retext(table(2), {(7, 3): "1"})), set()),
    "table-copy-unread": (lambda: replace_grids(filled(), 3, [table(3), *unread_copy()]), set()),
    "table-from-text": (lambda: as_cells(filled()), set()),
    "table-from-lines": (lambda: text.write(filled(), shape="lines"), set()),
    # --- headings
    "label-by-alias": (lambda: in_requests(at(1, 9, "合计")), set()),
    "label-with-note": (lambda: in_requests(at(1, 9, "总计①")), set()),
    "label-traditional": (lambda: edit(filled(), 3, lambda found: traditional(found)), set()),
    "band-title-missing": (lambda: edit(filled(), 1, at(4, 0, "")), set()),
    "label-joined": (cut_label, {"table-joined", "heading-inherited"}),
    "heading-skipped": (lambda: in_requests(at(1, 4, "")), set()),
    "heading-inherited": (lambda: in_requests(unmerged), set()),
    "heading-repeated": (lambda: in_two(12, headings=True), set()),
    "span-repaired": (lambda: in_requests(loose_spanner), set()),
    "headings-displaced": (lambda: in_requests(moved_left), set()),
    "heading-straddles": (lambda: edit(filled(), 3, straddling), set()),
    "edges-differ": (lambda: edit(filled(), 1, shifted), set()),
    "columns-repeat-heading": (lambda: edit(filled(), 1, doubled), set()),
    "boxhead-undecided": (
        lambda: as_ragged(swap),
        {"table-from-text", "column-missing"},
    ),
    "boxhead-missing": (
        lambda: in_requests(lambda found: only(found, range(3, found.rows))),
        {"column-missing"},
    ),
    "row-missing": (lambda: in_requests(without_row(7)), set()),
    "column-missing": (lambda: edit(filled(), 3, without_columns(0, 1)), set()),
    "row-not-matched": (
        lambda: in_requests(
            with_row(
                25, Cell("（八）不存在的行", 25, 1, 1, 2), *(Cell("0", 25, column) for column in range(3, 10))
            )
        ),
        set(),
    ),
    "column-not-matched": (lambda: in_requests(with_column({0: "不存在的列"})), set()),
    "column-without-heading": (lambda: in_requests(with_column({9: "5"})), set()),
    "row-without-heading": (
        lambda: in_requests(
            with_row(26, Cell("", 26, 0, 1, 3), *(Cell("5", 26, column) for column in range(3, 10)))
        ),
        set(),
    ),
    "row-repeated": (
        lambda: in_requests(
            with_row(
                4,
                Cell("一、本年新收政府信息公开申请数量", 4, 0, 1, 3),
                *(Cell("5", 4, column) for column in range(3, 10)),
            )
        ),
        set(),
    ),
    "column-repeated": (lambda: edit(filled(), 3, at(2, 7, "结果维持")), {"column-missing"}),
    "row-with-values-not-asked": (
        lambda: in_requests(
            with_row(
                5, Cell("三、本年度办理结果", 5, 0, 1, 3), *(Cell("5", 5, column) for column in range(3, 10))
            )
        ),
        set(),
    ),
    "text-passed-over": (
        lambda: in_requests(with_row(4, Cell("- 4 -", 4, 0, 1, 10))),
        set(),
    ),
    # --- cells
    "row-cut": (cut_row, {"table-joined", "row-without-heading"}),
    "row-empty": (lambda: text.write(emptied("received"), shape="lines"), {"table-from-lines"}),
    "row-too-short": (
        lambda: in_requests(in_row(7, *(Cell("0", 7, column) for column in range(3, 9)))),
        set(),
    ),
    "row-too-long": (lambda: as_ragged(lambda rows: rows[3].append("5")), {"table-from-text"}),
    "row-displaced": (
        lambda: in_requests(beyond(7)),
        set(),
    ),
    "cell-spans-headings": (
        lambda: in_requests(
            in_row(7, Cell("0", 7, 3, 1, 2), *(Cell("0", 7, column) for column in range(5, 10)))
        ),
        set(),
    ),
    "cells-under-one-heading": (lambda: edit(filled(), 1, two_under_one), set()),
    "columns-under-one-heading": (
        lambda: edit(filled(), 1, two_columns),
        {"row-without-heading"},
    ),
    "number-beside-blank": (
        lambda: in_requests(lambda found: with_column({7: "5"})(at(7, 9, "")(found))),
        {"column-without-heading"},
    ),
    "cell-not-a-count": (lambda: in_requests(at(7, 3, "详见附表")), set()),
    "cell-not-a-change": (lambda: filled(disclosure={"licensing/licences:change": "有所增加"}), set()),
    "cell-not-an-amount": (
        lambda: filled(disclosure={"procurement/central_procurement:amount": "三万元"}),
        set(),
    ),
    "change-in-words": (lambda: filled(disclosure={"licensing/licences:change": "减4"}), set()),
    "unit-unknown": (
        lambda: filled(disclosure={"procurement/central_procurement:amount": "3.27"}),
        set(),
    ),
    "unit-contradicted": (
        lambda: relabel(
            filled(disclosure={"procurement/central_procurement:amount": "225940元"}),
            采购总金额="采购总金额（万元）",
        ),
        set(),
    ),
    # --- what must add up
    "total-broken": (
        lambda: filled(
            reviews={
                ":reconsideration/upheld": "3",
                ":reconsideration/corrected": "4",
                ":reconsideration/total": "9",
            }
        ),
        set(),
    ),
    "balance-broken": (
        lambda: filled(
            requests={
                "received:natural_person": "2",
                "received:total": "2",
                "carried_in:natural_person": "1",
                "carried_in:total": "1",
            }
        ),
        set(),
    ),
    "part-exceeds-whole": (
        lambda: filled(
            requests={
                "received:natural_person": "1",
                "received:total": "1",
                "results/granted:natural_person": "1",
                "results/granted:total": "1",
                "results/total:natural_person": "1",
                "results/total:total": "1",
                "carried_out:natural_person": "3",
                "carried_out:total": "3",
                "carried_in:natural_person": "3",
                "carried_in:total": "3",
            }
        ),
        set(),
    ),
    "one-cell-explains": (
        lambda: filled(
            requests={
                "received:natural_person": "2",
                "received:total": "2",
                "results/granted:natural_person": "7",
                "results/granted:total": "2",
                "results/total:natural_person": "2",
                "results/total:total": "2",
            }
        ),
        {"total-broken"},
    ),
    # --- more than are listed
    "more-errors": (
        lambda: edit(
            filled(), 2, with_many(lambda row: (Cell("（八）不存在的行", row, 1, 1, 2), Cell("0", row, 3)))
        ),
        {"row-not-matched"},
    ),
    "more-warnings": (
        lambda: with_html(f"<table><tr><td>甲<td>乙{'<tr><td colspan=9999>丙' * 201}</table>"),
        {"span-clamped"},
    ),
    "more-infos": (
        lambda: edit(filled(), 2, with_many(lambda row: (Cell(f"- {row} -", row, 0, 1, 10),))),
        {"text-passed-over"},
    ),
    # --- sections, title
    "section-not-found": (lambda: without_paragraph("五、存在的主要问题及改进情况"), set()),
    "section-repeated": (
        lambda: after(
            "六、其他需要报告的事项",
            Paragraph("又。"),
            Paragraph("六、其他需要报告的事项"),
            Paragraph("无。"),
        ),
        set(),
    ),
    "title-not-found": (
        lambda: titled(overview="2019年，本机关按要求做好各项工作。"),
        {"organ-not-found", "year-from-text"},
    ),
    "titles-differ": (
        lambda: titled(
            "示例市数据局2018年政府信息公开工作年度报告",
            "公开年报",
            "示例市数据局2019年政府信息公开工作年度报告",
        ),
        set(),
    ),
    "title-undecided": (
        lambda: titled(*(f"示例市数据局{year}年政府信息公开工作年度报告" for year in (2019, 2020, 2021))),
        {"organ-from-line", "year-not-found"},
    ),
    "organ-unclear": (lambda: titled("机构职能甲乙 丙丁2019年政府信息公开工作年度报告"), set()),
    "organ-not-found": (lambda: titled("2019年政府信息公开工作年度报告"), set()),
    "organ-from-line": (lambda: titled("示例市数据局", "2019年政府信息公开工作年度报告"), set()),
    "organ-undecided": (
        lambda: titled("示例市数据局", "2019年政府信息公开工作年度报告", "示例市教育局"),
        set(),
    ),
    "year-not-found": (lambda: titled("示例市数据局政府信息公开工作年度报告"), set()),
    "year-undecided": (
        lambda: titled(
            "示例市数据局政府信息公开工作年度报告",
            "现将2018年度政府信息公开工作情况报告如下：",
            "统计期限自2019年1月1日起至2019年12月31日止。",
        ),
        set(),
    ),
    "year-from-text": (
        lambda: titled("示例市数据局政府信息公开工作年度报告", overview="2019年，本机关按要求做好各项工作。"),
        set(),
    ),
    "year-contradicted": (
        lambda: titled(*TITLE, "本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。"),
        set(),
    ),
    "period-unreadable": (
        lambda: titled(*TITLE, "本报告所列数据的统计期限自20191月1日起至12月31日止。"),
        set(),
    ),
}


def with_many(make: Callable[[int], tuple[Cell, ...]]) -> Callable[[Grid], Grid]:
    """201 more rows at the end, one more than are listed of a kind."""

    def change(found: Grid) -> Grid:
        more = [cell for row in range(found.rows, found.rows + 201) for cell in make(row)]
        return Grid((*found.cells, *more), found.rows + 201, found.columns, found.number)

    return change


def traditional(found: Grid) -> Grid:
    cells = tuple(attrs.evolve(cell, text=TRADITIONAL.get(cell.text, cell.text)) for cell in found.cells)
    return attrs.evolve(found, cells=cells)


def loose_spanner(found: Grid) -> Grid:
    """法人或其他组织 over its first column only, empty cells right of it."""
    cells = []
    for cell in found.cells:
        if cell.text != "法人或其他组织":
            cells.append(cell)
            continue
        cells.append(attrs.evolve(cell, colspan=1))
        cells += [
            attrs.evolve(cell, text="", column=column, colspan=1)
            for column in range(cell.column + 1, cell.column + cell.colspan)
        ]
    return attrs.evolve(found, cells=tuple(cells))


def stretched(found: Grid) -> Grid:
    """Every position ten wide, so that edges can differ a little."""
    cells = tuple(
        attrs.evolve(cell, column=cell.column * 10, colspan=cell.colspan * 10) for cell in found.cells
    )
    return Grid(cells, found.rows, found.columns * 10, found.number)


def upright(found: Grid) -> Grid:
    """The table turned about its diagonal: its headings one under the other, its numbers right of them."""
    cells = [Cell(cell.text, cell.column, cell.row, cell.colspan, cell.rowspan) for cell in found.cells]
    return Grid(tuple(cells), found.columns, found.rows, found.number)


def shifted(found: Grid) -> Grid:
    """In the row 规章 of table 2 the edges between the values lie one position to the right."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.row == 2 and cell.column > 0:
            start = cell.column + (1 if cell.column > 10 else 0)
            end = cell.column + cell.colspan
            end += 1 if end < wide.columns else 0
            cells.append(attrs.evolve(cell, column=start, colspan=end - start))
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def straddling(found: Grid) -> Grid:
    """In table 4 行政复议 reaches a little over the first heading of 行政诉讼."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.text == "行政复议":
            cells.append(attrs.evolve(cell, colspan=cell.colspan + 1))
        elif cell.text == "行政诉讼":
            cells.append(attrs.evolve(cell, column=cell.column + 1, colspan=cell.colspan - 1))
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def doubled(found: Grid) -> Grid:
    """In table 2 本年新制作数量 stands in two cells over one column of values."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if (cell.row, cell.column) == (1, 10):
            cells += [attrs.evolve(cell, colspan=5), attrs.evolve(cell, column=15, colspan=5)]
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def two_under_one(found: Grid) -> Grid:
    """In the row 规章 of table 2 two numbers stand under the first heading."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.row == 2 and cell.column == 10:
            cells += [attrs.evolve(cell, colspan=5), attrs.evolve(cell, column=15, colspan=5, text="7")]
        else:
            cells.append(cell)
    return attrs.evolve(wide, cells=tuple(cells))


def two_columns(found: Grid) -> Grid:
    """In table 2 the first heading stands over two years, and the second of them alone has numbers."""
    wide = stretched(found)
    cells = []
    for cell in wide.cells:
        if cell.column == 10 and cell.row in (2, 3):
            cells += [attrs.evolve(cell, colspan=5, text=""), attrs.evolve(cell, column=15, colspan=5)]
        else:
            cells.append(cell)
    years = [
        Cell(text, 2, column, 1, span)
        for text, column, span in (("", 0, 10), ("2018", 10, 5), ("2019", 15, 5), ("", 20, 20))
    ]
    return with_row(2, *years)(attrs.evolve(wide, cells=tuple(cells)))


def unread_copy() -> list[Block]:
    """Table 4 in lines of text, a number missing."""
    cells = table(3).cells
    return [Paragraph("附表"), *(Paragraph(cell.text) for cell in cells[:-1])]


PARTS = CN_2019.derive(
    "xx-2019",
    "变体",
    "示例",
    REQUESTS.derive(identities=(*REQUESTS.identities, *within("parts", ["carried_in"], "received"))),
)
"""The form of 2019 with an identity more, for kinds that no form of the state needs."""


def result_of(made: Made, kind: str = "") -> Result:
    if isinstance(made, bytes):
        return govdisclose.parse(made)
    return govdisclose.parse_document(made, layouts=[PARTS] if kind == "part-exceeds-whole" else None)


def test_a_clean_report_has_no_finding_in_any_format() -> None:
    found = [
        kinds(result_of(made).findings)
        for made in (filled(), html.write(filled()), docx.WRITER.write(filled()))
    ]
    assert found == [[], [], []]


def test_headings_that_are_repeated_are_counted_as_cells() -> None:
    found = result_of(edit(filled(), 1, doubled)).findings
    assert [item.facts["count"] for item in found] == ["2"]


# The tests of the PDF reader make these, from pages drawn by hand.
OF_PAGES = {
    "cell-covered",
    "cell-off-page",
    "cell-under-watermark",
    "characters-unmapped",
    "columns-by-alignment",
    "number-cut",
    "number-wrapped",
    "place-uncertain",
    "rows-uneven",
    "running-lines-left-out",
    "text-askew",
    "text-covered",
    "text-invisible",
    "text-over-edge",
    "watermark-left-out",
}


def test_every_kind_has_its_document() -> None:
    assert sorted(CATALOGUE) == sorted({*DOCUMENTS, *OF_PAGES})


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
def test_its_document_makes_the_finding_and_no_other(kind: str) -> None:
    make, companions = DOCUMENTS[kind]
    assert kinds(result_of(make(), kind).findings) == sorted({kind} | companions)


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
def test_every_finding_of_the_document_renders_in_both_languages(kind: str) -> None:
    for item in result_of(DOCUMENTS[kind][0](), kind).findings:
        for language in ("en", "zh"):
            assert not re.search(r"[{}]", item.message(language))


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_both_languages_use_the_same_facts(kind: str) -> None:
    def facts(template: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}

    found = CATALOGUE[kind]
    assert facts(found.en) == facts(found.zh)


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_a_code_is_in_kebab_case_and_its_own_key(kind: str) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", kind)
    assert CATALOGUE[kind].id == kind


def test_no_two_kinds_say_the_same() -> None:
    assert len({kind.en for kind in CATALOGUE.values()}) == len(CATALOGUE)
    assert len({kind.zh for kind in CATALOGUE.values()}) == len(CATALOGUE)


@pytest.mark.parametrize("kind", sorted(CATALOGUE))
def test_a_chinese_message_is_in_chinese_and_an_english_one_in_english(kind: str) -> None:
    assert re.search(r"[\u4e00-\u9fff]{2}", CATALOGUE[kind].zh)
    assert re.match(r"[a-z\"{]", CATALOGUE[kind].en)

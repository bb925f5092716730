"""Tables between pipes as extractors of web pages write them, in every spelling."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from form_samples import fill
from govdisclose import parse
from govdisclose.document import Limits, Paragraph
from govdisclose.findings import Severity
from govdisclose.grammar.draw import draw
from govdisclose.grammar.layout import Layout
from govdisclose.grid import Grid
from govdisclose.layouts import CN_2019, CN_2021
from govdisclose.readers.text import read
from govdisclose.result import Result

Rows = Sequence[Sequence[str]]
FORMS = pytest.mark.parametrize("layout", [CN_2019, CN_2021])


def bare(row: Sequence[str]) -> str:
    """规章 | 5 | |: each cell with a pipe behind it, and nothing at all between the pipes that fill the row up."""
    end = max((at + 1 for at, text in enumerate(row) if text), default=0)
    return " | ".join(row[:end]) + " | " + "|" * (len(row) - end)


def padded(row: Sequence[str]) -> str:
    return "| " + " | ".join(row) + " |"


def tight(row: Sequence[str]) -> str:
    return "|".join(row)


def wide(row: Sequence[str]) -> str:
    return "   |   ".join(row) + "   |"


def trimmed(row: Sequence[str]) -> str:
    """Without the pipe at the end."""
    return " | ".join(row)


SPELLINGS = {"bare": bare, "padded": padded, "tight": tight, "wide": wide, "trimmed": trimmed}
CLOSING = {name: spelling for name, spelling in SPELLINGS.items() if name != "bare"}
"""Those that write the empty cells at the end of a row."""
SPELLED = pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
CLOSED = pytest.mark.parametrize("spelling", CLOSING.values(), ids=CLOSING)


def once(grid: Grid) -> list[list[str]]:
    """Each cell once, in the row in which it begins, and the rows filled up to one length."""
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append(cell.text)
    longest = max(map(len, rows))
    return [row + [""] * (longest - len(row)) for row in rows]


def report(
    layout: Layout,
    texts: dict[str, dict[tuple[str, str], str]],
    shape: Callable[[Grid], Rows],
    spelling: Callable[[Sequence[str]], str],
    *,
    rules: bool = False,
) -> Result:
    lines: list[str] = []
    for block in draw(layout, texts, title=["示例市数据局2023年政府信息公开工作年度报告"]).blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
            continue
        rows = [spelling(row) for row in shape(block)]
        if rules:
            rows.insert(1, "| --- " * block.columns + "|")
        lines += ["", *rows, ""]
    return parse("\n".join(lines).encode())


def numbered(layout: Layout) -> dict[str, dict[tuple[str, str], str]]:
    texts = fill(layout)
    for cells in texts.values():
        for at, cell in enumerate(cells):
            cells[cell] = str(100 + at)
    return texts


def wrong(result: Result, texts: dict[str, dict[tuple[str, str], str]]) -> list[str]:
    return [
        entry.path
        for entry in result.entries
        if entry.value is not None and str(entry.value) != texts[entry.table][entry.row, entry.column]
    ]


@FORMS
@SPELLED
@pytest.mark.parametrize("rules", [False, True])
def test_merged_cells_written_once_and_rows_filled_up_are_read(
    layout: Layout, spelling: Callable[[Sequence[str]], str], rules: bool
) -> None:
    texts = numbered(layout)
    result = report(layout, texts, once, spelling, rules=rules)
    assert result.layout is layout
    assert {entry.path: entry.raw for entry in result.entries} == {
        entry.path: texts[entry.table][entry.row, entry.column] for entry in result.entries
    }
    assert all(entry.value is not None for entry in result.entries)


@FORMS
@SPELLED
@pytest.mark.parametrize("seed", range(6))
def test_where_empty_cells_were_left_out_a_short_row_has_no_number_and_no_blank(
    layout: Layout, spelling: Callable[[Sequence[str]], str], seed: int
) -> None:
    texts = numbered(layout)
    short: set[tuple[str, str]] = set()
    for table, cells in texts.items():
        for at, (row, column) in enumerate(cells):
            if (at * 7 + seed) % 11 == 0:
                cells[row, column] = ""
                short.add((table, row))

    def dropped(grid: Grid) -> Rows:
        rows = [[text for text in row if text] for row in once(grid)]
        longest = max(map(len, rows))
        return [row + [""] * (longest - len(row)) for row in rows]

    result = report(layout, texts, dropped, spelling)
    assert wrong(result, texts) == []
    assert all(entry.state.value != "blank" for entry in result.entries)
    named = {item.path for item in result.findings if item.severity is Severity.ERROR}
    for entry in result.entries:
        if (entry.table, entry.row) in short:
            assert entry.value is None
            assert {f"{entry.table}:{entry.row}", entry.table} & named
        elif entry.row:
            assert entry.value is not None, entry.path


@FORMS
@CLOSED
def test_where_empty_cells_are_in_their_places_they_are_blank(
    layout: Layout, spelling: Callable[[Sequence[str]], str]
) -> None:
    texts = numbered(layout)
    for cells in texts.values():
        for at, cell in enumerate(cells):
            if at % 3 == 0:
                cells[cell] = ""

    def in_place(grid: Grid) -> Rows:
        return [
            [
                cell.text if cell is not None and (cell.row, cell.column) == (at, place) else ""
                for place, cell in enumerate(grid.line(at))
            ]
            for at in range(grid.rows)
        ]

    result = report(layout, texts, in_place, spelling)
    assert {entry.path: entry.raw for entry in result.entries} == {
        entry.path: texts[entry.table][entry.row, entry.column] for entry in result.entries
    }
    assert {entry.state.value for entry in result.entries} == {"number", "blank"}


@FORMS
@SPELLED
def test_headings_packed_to_the_left_over_numbers_in_their_places_give_no_wrong_number(
    layout: Layout, spelling: Callable[[Sequence[str]], str]
) -> None:
    texts = numbered(layout)
    for cells in texts.values():
        for at, cell in enumerate(cells):
            if at % 4 == 1:
                cells[cell] = ""

    def packed(grid: Grid) -> Rows:
        rows = []
        for at in range(grid.rows):
            line = [
                cell.text if cell is not None and (cell.row, cell.column) == (at, place) else ""
                for place, cell in enumerate(grid.line(at))
            ]
            if not any(text.isdigit() for text in line):
                line = [text for text in line if text]
            rows.append(line + [""] * (grid.columns - len(line)))
        return rows

    result = report(layout, texts, packed, spelling)
    assert wrong(result, texts) == []
    blank = [entry for entry in result.entries if entry.state.value == "blank"]
    assert all(texts[entry.table][entry.row, entry.column] == "" for entry in blank)


@FORMS
@pytest.mark.parametrize("end", [" |", "|", " | ", " │", " ||"])
@pytest.mark.parametrize("between", ["", "|", "|||", "  |"])
def test_cells_one_a_line_with_a_pipe_behind_them_are_lines(layout: Layout, end: str, between: str) -> None:
    texts = numbered(layout)
    lines: list[str] = []
    for block in draw(layout, texts, title=["示例市数据局2023年政府信息公开工作年度报告"]).blocks:
        if isinstance(block, Paragraph):
            lines.append(block.text)
        else:
            for cell in block.cells:
                lines += [cell.text + end, *([between] if between and cell.column == 0 else [])]
    result = parse("\n".join(lines).encode())
    assert wrong(result, texts) == []
    assert all(entry.value is not None for entry in result.entries)


@pytest.mark.parametrize(
    "title", ["第二十条第(一)项 |", "第二十条第(一)项|", "| 第二十条第(一)项", "| 第二十条第(一)项 |"]
)
@pytest.mark.parametrize("pipe", ["", " |"])
def test_a_title_with_a_pipe_is_a_row_of_one_cell(title: str, pipe: str) -> None:
    rows = [
        "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数",
        "规章 | 1 | 2 | 3",
        "行政规范性文件 | 4 | 5 | 6",
    ]
    document = read("\n".join([title, *(row + pipe for row in rows)]).encode(), Limits())
    (found,) = document.blocks
    assert isinstance(found, Grid)
    assert [cell.text for cell in found.row(0)] == ["第二十条第(一)项"]
    assert found.ragged is False
    result = parse(
        "\n".join(
            ["示例市数据局2023年政府信息公开工作年度报告", title, *(row + pipe for row in rows)]
        ).encode()
    )
    assert [entry.value for entry in result.entries][:6] == [1, 2, 3, 4, 5, 6]
    assert not [
        item
        for item in result.findings
        if item.kind == "band-title-missing" and item.path == "disclosure:documents"
    ]


@pytest.mark.parametrize("text", ["首页 |", "首页|", "| 首页", "首页 | |", "首页│"])
def test_pipes_at_the_ends_of_a_line_are_no_text(text: str) -> None:
    document = read(f"导航\n{text}\n\n正文。\n".encode(), Limits())
    assert [block.text for block in document.paragraphs] == ["导航", "首页", "正文。"]


def test_a_line_between_blank_lines_keeps_its_pipe_unless_many_lines_have_one() -> None:
    assert [block.text for block in read("正文。\n\n甲|\n\n|\n\n完\n".encode(), Limits()).paragraphs] == [
        "正文。",
        "甲|",
        "|",
        "完",
    ]
    cells = ["规章", "0", "行政许可", "12", "行政处罚", "3", "行政强制", "0", "行政事业性收费"]
    many = read("\n\n".join(f"{cell} |" for cell in cells).encode(), Limits())
    assert [block.text for block in many.paragraphs] == cells


def test_lines_of_pipes_alone_are_no_paragraphs_unless_there_is_nothing_else() -> None:
    assert [block.text for block in read("甲\n|||\n乙\n|\n".encode(), Limits()).paragraphs] == ["甲", "乙"]
    assert [block.text for block in read(b"|||\n", Limits()).paragraphs] == ["|||"]


def test_pipes_within_a_line_stay() -> None:
    document = read("导航\n首页 | 政府信息公开 |\n".encode(), Limits())
    assert [block.text for block in document.paragraphs] == ["导航", "首页 | 政府信息公开"]


def test_empty_cells_at_the_end_stay_where_none_was_left_out() -> None:
    (found,) = read("| 甲 | 乙 | 丙 |\n| 丁 |  | 1 |\n| 戊 |  |  |\n".encode(), Limits()).grids
    assert [cell.text for cell in found.cells] == ["甲", "乙", "丙", "丁", "", "1", "戊", "", ""]


def test_headings_in_their_places_do_not_tell_that_the_numbers_are() -> None:
    rows = ["", "规章 |  |  | 5", "甲 |  | 乙 |", "丙 | 1 | 2 |", "丁 | 3 |  |", "戊 |  |  |"]
    (whole,) = read("\n".join(rows).encode(), Limits()).grids
    assert [len(whole.row(at)) for at in range(whole.rows)] == [4, 4, 4, 4, 4]
    (found,) = read("\n".join(rows[2:]).encode(), Limits()).grids
    assert found.ragged
    assert [len(found.row(at)) for at in range(found.rows)] == [3, 3, 2, 1]


def test_headings_of_which_some_are_cut_leave_the_whole_ones_theirs() -> None:
    rows = [
        "第二十条第（一）项 | |||",
        "信息内容 | 本年新 | 本年新 | 对外公开总数量 |",
        "规章 | 1 | 2 | 3 |",
        "规范性文件 | 4 | 5 | 6 |",
    ]
    ragged = [
        *rows,
        "第二十条第（九）项 | ||",
        "信息内容 | 采购项目数量 | 采购总金额 |",
        "政府集中采购 | 7 | 8 |",
    ]
    for lines in (rows, ragged):
        result = parse(
            "\n".join(["示例市数据局2019年政府信息公开工作年度报告", *lines]).encode(), layouts=[CN_2019]
        )
        values = [entry.value for entry in result.entries if entry.row.startswith("documents")]
        assert values == [None, None, 3, None, None, 6]
        assert {"disclosure:documents:newly_made", "disclosure:documents:newly_disclosed"} <= {
            item.path for item in result.findings if item.severity is Severity.ERROR
        }  # fmt: skip
